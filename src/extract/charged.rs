//! What somebody is charged with in words that no frame knows ("accused the firm of racism", "is accused of forging a will"),
//! and what somebody denies that is no deed ("denied any favouritism").

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::claim::{ACCUSED, Claim};
use crate::model::parsed::{Dep, Pos, Tag};

use super::anaphora::Memory;
use super::cue::{Cue, NO_TRUTH, clears};
use super::draft::plain_of;
use super::reading::Reading;
use super::telling::telling_verb;
use super::tree::{OF, Tree};

/// The claims of charges that no other claim of the sentence tells; who is charged by nobody in particular is charged all the
/// same.
pub fn charged_claims(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let tree = &reading.tree;
    // "allegedly shot two guards": the deed itself, whose adverb stands below it.
    let itself = |at: usize| {
        let mut triggers = claims.iter().map(|claim| tree.token_at(claim.trigger));
        triggers.any(|trigger| trigger == Some(at))
    };
    // What stands aside ("after the raid") leaves the charge itself untold.
    let told = |at: usize| {
        let own = |claim: &&Claim| {
            let cue = claim.cue.as_ref().and_then(|cue| cue.span);
            let cue = cue.and_then(|span| tree.token_at(span));
            let plans = |cue: usize| {
                let mut own = reading.cues.iter().filter(|own| own.token == cue);
                own.any(|own| own.class == CueClass::Plan)
            };
            cue.is_some_and(|cue| !tree.is_below(cue, at) || plans(cue))
        };
        let mut triggers = claims.iter().filter(own);
        triggers.any(|claim| {
            let trigger = tree.token_at(claim.trigger);
            trigger.is_some_and(|trigger| {
                tree.is_below(trigger, at) && !is_aside(reading, trigger, at)
            })
        }) || itself(at)
    };
    let charges = reading.cues.iter().filter(|cue| charges(reading, cue));
    let matters = charges.flat_map(|cue| {
        let all = cue.contents.iter().flat_map(|&at| tree.conjuncts(at));
        // "allegations that he took bribes", but not "allegations of bullying", which name nobody.
        all.filter(move |&at| at != cue.token && (!cue.charges || tree.is_verb(at)))
    });
    let mut matters: Vec<usize> = matters.collect();
    matters.sort_unstable();
    matters.dedup();
    let mut found: Vec<Claim> = Vec::new();
    let listed = |at: &usize| !told(*at) && !is_mere_thing(reading, *at);
    for matter in matters.into_iter().filter(listed) {
        let root = deed(reading, matter);
        let open = root.filter(|&root| is_open(reading, root));
        for voice in open.map_or_else(Vec::new, |root| reading.voices_of(root)) {
            found.extend(plain_of(reading, open.unwrap_or(matter), &voice, memory));
        }
    }
    found
}

/// "of exporting boots after the raid", "of helping those who fled": what stands in a phrase or clause of its own.
fn is_aside(reading: &Reading, trigger: usize, root: usize) -> bool {
    let tree = &reading.tree;
    let between = || {
        let above = std::iter::once(trigger).chain(tree.ancestors(trigger));
        above.take_while(|&at| at != root)
    };
    // "of treason and leading a mutiny": the second charge is none of the first.
    let joined = |at: usize| tree.dep(at) == Dep::Conj && tree.head(at) == Some(root);
    let apart = between().any(joined);
    apart
        || tree.is_verb(root)
            && between().any(|at| {
                let clause = matches!(tree.dep(at), Dep::Relcl | Dep::Advcl | Dep::Acl);
                clause
                    || tree.dep(at) == Dep::Prep && tree.head(at) == Some(root)
                    || is_anothers(tree, at)
                    || tree.dep(at) == Dep::Dobj && is_about(reading, root, at)
            })
}

/// "accused of ignoring talks": what was done about them; not "of launching raids", where they are the deed.
fn is_about(reading: &Reading, verb: usize, deed: usize) -> bool {
    let mut own = reading.cues.iter().filter(|cue| cue.accused.is_some());
    let charged = own.any(|cue| cue.contents.contains(&verb));
    charged && reading.tree.head(deed) == Some(verb) && !is_light(reading, verb)
}

fn is_light(reading: &Reading, verb: usize) -> bool {
    let (words, lemma) = (&reading.lexicon().words, reading.tree.lemma(verb));
    let light = [
        Set::LightVerb,
        Set::MakeVerb,
        Set::StartVerb,
        Set::TryVerb,
        Set::AspectVerb,
        Set::HavingVerb,
    ];
    light.into_iter().any(|set| words.has(set, lemma))
}

/// "of helping rebels to attack", "of letting prisoners flee": the deed of another, whom the accused helped or let.
fn is_anothers(tree: &Tree, verb: usize) -> bool {
    let own = tree.dep(verb) == Dep::Ccomp && tree.kid(verb, Dep::Nsubj).is_some();
    let whom = |above: usize| tree.kid(above, Dep::Dobj).is_some();
    own || tree.dep(verb) == Dep::Xcomp && tree.head(verb).is_some_and(whom)
}

/// "cleared the pipe of mud": a thing that was in it, and no deed that anybody was charged with.
fn is_mere_thing(reading: &Reading, noun: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let mut own = reading.cues.iter().filter(|cue| clears(cue));
    let Some(cue) = own.find(|cue| cue.contents.contains(&noun)) else {
        return false;
    };
    let whom = cue
        .accused
        .is_some_and(|at| tree.pos(at) != Pos::Noun || lexicon.words.is_somebody(tree.lemma(at)));
    let deed = lexicon.lemmas.deed(tree.lemma(noun)).is_some();
    !tree.is_verb(noun) && !whom && !deed
}

/// "accused X of": not "criticised X for her stance".
fn charges(reading: &Reading, cue: &Cue) -> bool {
    let words = &reading.lexicon().words;
    let lemma = reading.tree.lemma(cue.token);
    let nobodys = cue.charges && cue.speaker.is_none();
    let accuses = cue.accused.is_some()
        && cue.class == CueClass::Accuse
        && words.has(Set::ChargingVerb, lemma);
    // "union leaders were blamed for costing hotels millions", by nobody in particular.
    let blamed = cue.accused.is_some()
        && cue.speaker.is_none()
        && words.has(Set::BlameVerb, lemma)
        && cue
            .contents
            .iter()
            .all(|&at| at != cue.token && reading.tree.is_verb(at));
    (accuses || blamed || nobodys || clears(cue)) && !cue.undecided
}

/// "of trying to hide it": the hiding.
fn deed(reading: &Reading, matter: usize) -> Option<usize> {
    let tree = &reading.tree;
    if !tree.is_verb(matter) {
        return Some(matter);
    }
    let verb = telling_verb(reading, matter);
    let mut own = reading.cues.iter().filter(|cue| cue.token == verb);
    match own.find(|cue| !matches!(cue.class, CueClass::Deny)) {
        Some(cue) if cue.class == CueClass::Plan => {
            cue.contents.iter().copied().find(|&at| tree.is_verb(at))
        }
        _ => Some(verb),
    }
}

/// A deed, or a thing that nothing else of the text says again.
fn is_open(reading: &Reading, at: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let lemma = tree.lemma(at);
    // "an allegation dismissed by Peru": an answer to it.
    let answers = || {
        let entry = lexicon.cues.find(lemma, CuePart::Verb);
        entry.is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Accuse))
            && tree.dep(at) == Dep::Acl
    };
    tree.is_verb(at) && !answers()
        || tree.pos(at) == Pos::Noun
            && !lexicon.words.has(Set::BackNoun, lemma)
            && (!lexicon.words.is_somebody(lemma) || is_bare_force(reading, at))
            && !tree.is_time(at)
}

/// "accused the guards of excessive force": what they used, and no body of men.
fn is_bare_force(reading: &Reading, at: usize) -> bool {
    let tree = &reading.tree;
    let mut kids = tree.kids(at).map(|kid| tree.dep(kid));
    tree.tag(at) == Tag::NN
        && reading.lexicon().words.has(Set::ForceNoun, tree.lemma(at))
        && kids.all(|dep| dep == Dep::Amod)
}

/// "denied any favouritism": that there was any; but not "denied him bail", "denied the request".
pub fn is_denied_matter(reading: &Reading, cue: &Cue, noun: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let lemma = tree.lemma(noun);
    let denies = cue.class == CueClass::Deny && words.has(Set::DenyingVerb, tree.lemma(cue.token));
    let given = [Set::RefusableNoun, Set::GrantedNoun, Set::BackNoun]
        .into_iter()
        .any(|set| words.has(set, lemma));
    // "denied both captures", "denied the favouritism": told before.
    let told = |kid: usize| words.has(Set::Determined, tree.lemma(kid));
    let objects = tree.kids(cue.token).filter(|&at| tree.dep(at) == Dep::Dobj);
    let whose = tree.kid(cue.token, Dep::Dative).is_some()
        || objects.count() > 1
        || tree.possessor(noun).is_some()
        || tree.kids(noun).any(told);
    denies
        && !given
        && !whose
        && tree.dep(noun) == Dep::Dobj
        && tree.pos(noun) == Pos::Noun
        && !words.is_somebody(lemma)
        && lexicon.cues.find(lemma, CuePart::Noun).is_none()
        && lexicon.frames.of_noun(lemma).is_empty()
        && !reading.events.iter().any(|event| event.trigger == noun)
}

/// "there is no sign of a motive", "found no evidence of foul play": that there was any.
pub fn is_absent_matter(reading: &Reading, cue: &Cue, noun: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let (words, lemma) = (&lexicon.words, tree.lemma(noun));
    let below_of =
        tree.dep(noun) == Dep::Pobj && tree.head(noun).is_some_and(|at| tree.lemma(at) == OF);
    let told =
        |kid: usize| tree.dep(kid) == Dep::Poss || words.has(Set::Determined, tree.lemma(kid));
    cue.rule == NO_TRUTH
        && below_of
        && tree.pos(noun) == Pos::Noun
        && !words.is_somebody(lemma)
        && !words.has(Set::BackNoun, lemma)
        && !tree.is_time(noun)
        && !tree.kids(noun).any(told)
        && !reading.events.iter().any(|event| event.trigger == noun)
}

/// "allege abuse and neglect": that there was any; nobody alleges a thing that is no charge.
pub fn is_alleged_matter(reading: &Reading, cue: &Cue, noun: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let (words, lemma) = (&lexicon.words, tree.lemma(noun));
    let alleges = words.has(Set::AccusingReport, tree.lemma(cue.token));
    alleges
        && matches!(tree.dep(noun), Dep::Dobj | Dep::Conj)
        && tree.pos(noun) == Pos::Noun
        && !words.is_somebody(lemma)
        && !words.has(Set::BackNoun, lemma)
}

/// "accused the firm of spreading lies about the vote": a charge with its own object, whatever it answers besides.
pub fn tells_charge(reading: &Reading, claim: &Claim) -> bool {
    let tree = &reading.tree;
    let accused = claim
        .actor
        .as_ref()
        .is_some_and(|actor| actor.rule == ACCUSED);
    let verb = tree
        .token_at(claim.trigger)
        .filter(|&at| accused && tree.is_verb(at));
    let object = verb.and_then(|verb| tree.kid(verb, Dep::Dobj));
    // "accused the union of inflating the numbers": no more than that they are wrong.
    let words = &reading.lexicon().words;
    object.is_some_and(|at| !words.has(Set::FigureNoun, tree.lemma(at)))
}
