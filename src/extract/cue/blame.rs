//! Who is blamed for what: "accused X of Y", "blamed Y on X", "held X responsible for Y", "laid the blame on X".

use crate::lexicon::cues::{CueClass, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::account::from_account;
use super::{Cue, is_negated, verb_entry, verb_speaker};

/// "accused X of Y", "blamed X for Y", "blamed Y on X", "held X responsible for Y", "attributed Y to X".
pub(super) fn accusation(tree: &Tree, words: &WordSets, cue: &mut Cue) -> Option<()> {
    let object = tree.object(cue.token);
    let below = |at: usize, set: Set| {
        tree.prepositions(at)
            .find(|&kid| words.has(set, tree.lemma(kid)))
            .and_then(|kid| tree.governed(kid))
    };
    if cue.class == CueClass::Hold {
        let word = tree
            .kids(cue.token)
            .chain(object.into_iter().flat_map(|object| tree.kids(object)))
            .find(|&kid| words.has(Set::ResponsibleWord, tree.lemma(kid)))?;
        cue.accused = tree.kid(word, Dep::Nsubj).or(object);
        cue.contents.extend(
            below(word, Set::AccusePreposition)
                .or_else(|| below(cue.token, Set::AccusePreposition))
                .filter(|&content| tree.pos(content) != Pos::Pron),
        );
        cue.blame_deed_told_before(cue.token);
        return cue.accused.map(|_| ());
    }
    let object = object
        .map(|at| charged_body(tree, words, cue.token, at))
        .or_else(|| pointed_at(tree, words, cue))
        .or_else(|| described_by(tree, cue.token))?;
    if cue.speaker.is_none() && tree.is_passive(cue.token) {
        cue.speaker = last_doer(tree, cue.token);
    }
    let weak = || {
        let noun = below(cue.token, Set::WeakAccusePreposition);
        noun.filter(|&at| !is_aside(tree, words, at))
    };
    let plain = below(cue.token, Set::AccusePreposition).filter(|_| cue.class == CueClass::Accuse);
    // "blamed his fall on his wish for an inquiry": what stands under "for" is no charge.
    let on = tree
        .prepositions(cue.token)
        .find(|&kid| words.has(Set::BlamePreposition, tree.lemma(kid)));
    let thing = tree.pos(object) == Pos::Noun
        && tree.label(object).is_none()
        && !words.is_somebody(tree.lemma(object));
    let lays = words.has(Set::BlameVerb, tree.lemma(cue.token)) && thing;
    let plain = plain.filter(|&at| !(lays && on.is_some_and(|on| on < at)));
    let beside_agent = || below(tree.agent(cue.token)?, Set::BlamePreposition);
    // "blamed the attack on X", but not "condemned the attack on X".
    let blames = cue.class != CueClass::Accuse || words.has(Set::BlameVerb, tree.lemma(cue.token));
    // "blamed the fire in part on the owner", "the outage in the towns on smog": the parser hangs the last on the part.
    let in_part = || {
        let parts = tree
            .prepositions(cue.token)
            .filter(|&kid| words.has(Set::WeakAccusePreposition, tree.lemma(kid)));
        let mut parts = parts.filter_map(|kid| tree.governed(kid));
        parts.find_map(|at| below(at, Set::BlamePreposition))
    };
    let turned = below(cue.token, Set::BlamePreposition)
        .or_else(in_part)
        .or_else(beside_agent)
        .or_else(|| turned_blame(tree, words, object, cue.class))
        .filter(|_| blames)
        .or_else(|| at_door(tree, words, cue.token));
    // "accuses Norway trying to hide it", without the "of".
    let bare = || {
        let deed = tree
            .kid(object, Dep::Acl)
            .filter(|&at| tree.tag(at) == Tag::VBG);
        deed.filter(|_| words.has(Set::ChargingVerb, tree.lemma(cue.token)) && turned.is_none())
    };
    let plain = plain.or_else(bare);
    // "blamed the outage in the towns on smog": where it was is no charge.
    let plain =
        plain.or_else(|| weak().filter(|_| cue.class == CueClass::Accuse && turned.is_none()));
    match (plain, turned) {
        (Some(content), _) => (cue.accused, cue.contents) = (Some(object), tree.conjuncts(content)),
        (None, Some(accused)) => {
            (cue.accused, cue.contents) = (Some(accused), vec![object]);
            blame_described(tree, words, cue);
        }
        // "Kyiv blamed Moscow".
        (None, None)
            if [Set::BlameVerb, Set::PointVerb]
                .into_iter()
                .any(|set| words.has(set, tree.lemma(cue.token)))
                || accuses_side(tree, words, (cue.token, object)) =>
        {
            cue.accused = Some(object);
        }
        (None, None) => return None,
    }
    for content in &mut cue.contents {
        *content = among_many(tree, words, *content);
    }
    cue.contents
        .retain(|&content| tree.pos(content) != Pos::Pron);
    cue.blame_deed_told_before(cue.token);
    Some(())
}

/// "is changing how seats are sold after being accused of bias": no seats are accused, but who changes it.
fn charged_body(tree: &Tree, words: &WordSets, verb: usize, object: usize) -> usize {
    let thing = |at: usize| {
        let nobody = tree.label(at).is_none() && !words.is_somebody(tree.lemma(at));
        nobody && matches!(tree.pos(at), Pos::Noun | Pos::Pron)
    };
    let lent = tree.is_passive(verb) && tree.dep(verb) == Dep::Pcomp;
    if !lent || !thing(object) || tree.tag(object) == Tag::PRP {
        return object;
    }
    let outer = tree.ancestors(verb).filter(|&at| tree.is_verb(at));
    let mut subjects = outer.filter_map(|at| tree.kid(at, Dep::Nsubj));
    subjects.find(|&at| !thing(at)).unwrap_or(object)
}

/// "said the outage can be blamed on rust", "rust to blame for the outage, says the mayor": whoever reports it lays the blame,
/// or with a negation denies that it lies there.
pub(super) fn laid_by_reporter(tree: &Tree, cues: &Cues, words: &WordSets, cue: &mut Cue) {
    let verb = cue.token;
    let helped = tree.kids(verb).any(|kid| match tree.dep(kid) {
        Dep::Aux => words.has(Set::PossibleAux, tree.lemma(kid)),
        Dep::Auxpass => tree.tag(kid) == Tag::TO,
        _ => false,
    });
    let blames = words.has(Set::BlameVerb, tree.lemma(verb)) && tree.is_passive(verb);
    let open = [Dep::Mark, Dep::Advmod].into_iter().any(|dep| {
        tree.kid(verb, dep)
            .is_some_and(|at| words.has(Set::ConditionOnly, tree.lemma(at)))
    });
    if !blames || !helped || open || cue.speaker.is_some() {
        return;
    }
    let above = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Ccomp);
    let reports = |at: &usize| {
        verb_entry(tree, cues, *at).is_some_and(|entry| entry.class == CueClass::Say)
            && !is_negated(tree, words, *at)
    };
    let reporter = above.filter(reports);
    if let Some(speaker) = reporter.and_then(|at| verb_speaker(tree, words, at)) {
        (cue.speaker, cue.up) = (Some(speaker), None);
    }
    cue.undecided = false;
    if is_negated(tree, words, verb) {
        cue.class = CueClass::Deny;
    }
}

/// "Peru accused Chile": of what the text has told before, where it is a land that is accused.
fn accuses_side(tree: &Tree, words: &WordSets, (verb, object): (usize, usize)) -> bool {
    let land = matches!(
        tree.label(object),
        Some(EntityLabel::Gpe | EntityLabel::Norp)
    );
    let own = tree.kid(verb, Dep::Dobj) == Some(object) && tree.pos(object) == Pos::Propn;
    let bare = tree.kids(object).next().is_none() && tree.prepositions(verb).next().is_none();
    let charges = words.has(Set::ChargingVerb, tree.lemma(verb));
    own && land && bare && charges && !tree.is_passive(verb)
}

/// "a lawyer it accuses of theft": the lawyer, where no word stands for whom.
fn described_by(tree: &Tree, verb: usize) -> Option<usize> {
    let bare = tree.dep(verb) == Dep::Relcl && tree.kid(verb, Dep::Nsubj).is_some();
    let own = tree
        .kids(verb)
        .any(|kid| matches!(tree.tag(kid), Tag::WDT | Tag::WP));
    tree.head(verb).filter(|_| bare && !own)
}

/// "the outage, which Norway blamed on rust": the outage is blamed on it, whoever tells of the outage.
fn blame_described(tree: &Tree, words: &WordSets, cue: &mut Cue) {
    // An object that stands before the verb of such a clause is the word that begins it.
    let relative = |at: usize| at < cue.token && tree.head(at) == Some(cue.token);
    let noun = tree
        .head(cue.token)
        .filter(|_| tree.dep(cue.token) == Dep::Relcl);
    let told = |noun: usize| cue.contents.iter().all(|&at| relative(at) || at == noun);
    if let Some(noun) = noun.filter(|&noun| told(noun)) {
        cue.contents = vec![deed_above(tree, words, noun)];
        cue.up = None;
    }
}

/// "an attack in a suburb that Norway blamed on rebels": the attack is blamed on them, and no suburb.
fn deed_above(tree: &Tree, words: &WordSets, noun: usize) -> usize {
    let deed = |at: usize| words.has(Set::AttackNoun, tree.lemma(at));
    let above = tree.head(noun).filter(|_| tree.dep(noun) == Dep::Pobj);
    let above = above.and_then(|preposition| tree.head(preposition));
    // "the fire in Lima, which Norway blamed on them": no town is.
    let town = matches!(
        tree.label(noun),
        Some(EntityLabel::Gpe | EntityLabel::Location | EntityLabel::Facility)
    );
    let fits = |&at: &usize| !deed(noun) && (deed(at) || town && tree.pos(at) == Pos::Noun);
    above.filter(fits).unwrap_or(noun)
}

/// "a series of airstrikes": the airstrikes; "what appears to be a stray rocket": the rocket.
fn among_many(tree: &Tree, words: &WordSets, noun: usize) -> usize {
    let what = tree
        .kid(noun, Dep::Nsubj)
        .is_some_and(|kid| tree.tag(kid) == Tag::WP);
    if what && tree.is_verb(noun) {
        let named = |verb: usize| tree.kid(verb, Dep::Attr);
        let below = tree.kid(noun, Dep::Xcomp);
        return named(noun)
            .or_else(|| below.and_then(named))
            .unwrap_or(noun);
    }
    let many = [Set::SeriesNoun, Set::MeasureNoun]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(noun)));
    let within = tree.under_preposition(noun, OF).filter(|_| many);
    within.unwrap_or(noun)
}

/// "in part", "in the north": how far it goes or where that was, and nothing that was done.
fn is_aside(tree: &Tree, words: &WordSets, at: usize) -> bool {
    let aside = [Set::ExtentNoun, Set::DirectionWord]
        .into_iter()
        .any(|set| words.has(set, tree.lemma(at)));
    aside && tree.under_preposition(at, OF).is_none()
}

impl Cue {
    /// "blamed it on X", "laid the blame on X": what for, the text has told before; the word of blame says it again.
    fn blame_deed_told_before(&mut self, verb: usize) {
        if self.contents.is_empty() {
            self.contents.push(verb);
        }
    }

    /// Whether it blames somebody for what the text has told before, by the word at `token`.
    pub fn blames_for_told(&self, token: usize) -> bool {
        let own = self.token == token || self.up == Some(token);
        self.accused.is_some() && own && self.contents.contains(&token)
    }
}

/// "was accused of bombing a funeral in Sanaa by X": the parser hangs the last by-phrase on what stands before it.
fn last_doer(tree: &Tree, token: usize) -> Option<usize> {
    (token..tree.len())
        .rev()
        .filter(|&at| tree.is_below(at, token))
        // "of running stories planted by a rival": who planted them.
        .filter(|&at| at == token || tree.tag(at) != Tag::VBN)
        .find_map(|at| tree.by_phrase(at))
}

/// "blamed the shelling of the camp on X": the parser may hang the last "on" inside the object.
pub(super) fn turned_blame(
    tree: &Tree,
    words: &WordSets,
    object: usize,
    class: CueClass,
) -> Option<usize> {
    let inside = (0..tree.len())
        .rev()
        .filter(|&at| at != object && tree.is_below(at, object))
        // "the strikes on Norway, which declined to comment on them": what is told aside blames nobody.
        .filter(|&at| {
            let mut above = tree.ancestors(at).take_while(|&up| up != object);
            !above.any(|up| tree.dep(up) == Dep::Relcl)
        });
    let preposition = inside.into_iter().find(|&at| {
        words.has(Set::BlamePreposition, tree.lemma(at)) && tree.dep(at) == Dep::Prep
    })?;
    let accused = tree.governed(preposition)?;
    (class != CueClass::Hold && tree.pos(accused) != Pos::Verb).then_some(accused)
}

/// "points at the masked guards": somebody, and no thing.
fn pointed_at(tree: &Tree, words: &WordSets, cue: &Cue) -> Option<usize> {
    if !words.has(Set::PointVerb, tree.lemma(cue.token)) {
        return None;
    }
    let somebody = |&at: &usize| tree.pos(at) == Pos::Propn || words.is_somebody(tree.lemma(at));
    tree.prepositions(cue.token)
        .filter(|&kid| words.has(Set::FingerPreposition, tree.lemma(kid)))
        .filter_map(|kid| tree.governed(kid))
        .find(somebody)
}

/// "laid the deaths at the door of the militia", "at the militia's door": the militia.
pub(super) fn at_door(tree: &Tree, words: &WordSets, verb: usize) -> Option<usize> {
    let object = tree.object(verb)?;
    // "the destruction of the dam at Lima's door": the parser may hang the last inside the object.
    let inside = (object..tree.len()).filter(|&at| {
        let mut above = tree.ancestors(at).take_while(|&up| up != verb);
        tree.is_below(at, verb) && !tree.is_verb(at) && !above.any(|up| tree.is_verb(up))
    });
    std::iter::once(verb)
        .chain(inside)
        .flat_map(|at| tree.prepositions(at))
        .filter_map(|kid| tree.governed(kid))
        .filter(|&noun| words.has(Set::DoorNoun, tree.lemma(noun)))
        .find_map(|noun| {
            tree.possessor(noun)
                .or_else(|| tree.under_preposition(noun, OF))
        })
}

/// "sees the hand of the rebels behind the fire", "saw agents behind the deaths", "sees Utopia's hand in it".
pub(super) fn hand_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let object = tree
        .object(token)
        .filter(|_| words.has(Set::DetectVerb, tree.lemma(token)) && !tree.is_passive(token))?;
    let hand = words.has(Set::HandNoun, tree.lemma(object));
    let whose = || {
        tree.owner(object)
            .or_else(|| tree.under_preposition(object, OF))
    };
    let accused = if hand { whose()? } else { object };
    let behind = |&kid: &usize| {
        let lemma = tree.lemma(kid);
        words.has(Set::BehindPreposition, lemma)
            || hand && words.has(Set::WeakAccusePreposition, lemma)
    };
    let deed = [token, object, accused]
        .into_iter()
        .flat_map(|at| tree.prepositions(at))
        .filter(behind)
        .find_map(|kid| tree.governed(kid));
    if deed.is_none() && !hand {
        return None;
    }
    let deed = deed.filter(|&at| tree.pos(at) != Pos::Pron);
    let speaker = verb_speaker(tree, words, token)?;
    let mut cue = from_account(token, speaker, deed.unwrap_or(token), "speaker.hand");
    cue.class = CueClass::Accuse;
    cue.accused = Some(accused);
    cue.up = Some(token);
    cue.undecided = is_negated(tree, words, token);
    Some(cue)
}

/// "put the blame on": the verb says nothing beside its noun.
pub(super) fn light_verb_of(cue: &Cue) -> Option<usize> {
    cue.up
        .filter(|&up| cue.class == CueClass::Accuse && up != cue.token)
}
