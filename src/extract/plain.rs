//! What a party says in words that no frame knows: a claim all the same.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::claim::Claim;
use crate::model::parsed::{Dep, Pos, Tag};

use super::anaphora::Memory;
use super::back::{charge_called, puts_down};
use super::beside::{circumstances, conceded, recorded_claims};
use super::charged::{is_absent_matter, is_alleged_matter, is_denied_matter};
use super::cue::{Cue, GAUGE_RULE, is_hypothetical, verb_entry};
use super::draft::plain_of;
use super::knowing::{is_told, knowing_told};
use super::level::level;
use super::matter::{existence_of, is_certain, knows, names_deed, thing_there};
use super::naming::named_claims;
use super::reading::Reading;
use super::tautology::says_nothing;
use super::telling::telling_verb;
use super::tree::OF;
use super::voice::is_none;

/// What a party says in words that no frame knows is a claim all the same.
pub fn plain_claims(reading: &Reading, memory: &Memory, covered: &[bool], claims: &mut Vec<Claim>) {
    claims.extend(named_claims(reading, memory));
    claims.extend(recorded_claims(reading, memory));
    let mut seen = vec![false; reading.tree.len()];
    let said = reading
        .cues
        .iter()
        .filter(|cue| takes_side(cue) || !cue.undecided && knowing_told(reading, cue))
        .flat_map(|cue| said_by(reading, cue))
        .flat_map(|root| std::iter::once(root).chain(conceded(reading, root)))
        .flat_map(|root| std::iter::once(root).chain(circumstances(reading, root)));
    let quoted = (0..reading.tree.len())
        .filter(|&at| reading.is_somebodys() && reading.tree.head(at).is_none());
    for root in said
        .chain(quoted)
        .flat_map(|root| reading.tree.conjuncts(root))
        .map(|root| telling_verb(reading, root))
    {
        if !seen[root] && is_plain(reading, root, covered) && !is_certain(reading, root) {
            seen[root] = true;
            plain_claim(reading, root, memory, claims);
        }
    }
}

/// The roots of what a word of report reports; a noun only where it names a deed that is denied or confirmed.
fn said_by<'r>(reading: &'r Reading, cue: &'r Cue) -> impl Iterator<Item = usize> + 'r {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    // "rejected pressure": declined, and not denied that there was any.
    let declines = lexicon.words.has(Set::DecliningVerb, tree.lemma(cue.token));
    // "knew of no order": whoever knows of none holds that there was none.
    let settles =
        matches!(cue.class, CueClass::Deny | CueClass::Confirm) && !declines || knows(reading, cue);
    // "denied clearance": kept from somebody, and not denied that there was any.
    let keeps = lexicon.words.has(Set::DenyingVerb, tree.lemma(cue.token));
    let kept = if keeps {
        Set::GrantedNoun
    } else {
        Set::BackNoun
    };
    let held = move |at: usize| {
        let argument = matches!(tree.dep(at), Dep::Dobj | Dep::Nsubjpass)
            || tree.dep(at) == Dep::Pobj && knows(reading, cue);
        tree.is_verb(at)
            || settles
                && argument
                && (names_deed(tree, lexicon, at)
                    || thing_there(tree, lexicon, at).is_some()
                    || knows(reading, cue)
                        && (lexicon.lemmas.deed(tree.lemma(at)).is_some()
                            || is_none(tree, &lexicon.words, at)))
                && ![Set::BackNoun, Set::SingularReport, kept]
                    .iter()
                    .any(|&set| lexicon.words.has(set, tree.lemma(at)))
            // "dismissed the existence of a plot": there is none.
            || declines && argument && thing_there(tree, lexicon, at).is_some()
            || is_matter_of(reading, cue, at)
            || is_denied_matter(reading, cue, at)
            || is_absent_matter(reading, cue, at)
            || is_alleged_matter(reading, cue, at)
    };
    cue.contents.iter().copied().filter(move |&at| held(at))
}

/// "denied reports of a leak", "told of smoke in the cabins": a noun below a report says that there was such a thing, where
/// it is not one that the text has told before ("spoke of the need").
fn is_matter_of(reading: &Reading, cue: &Cue, noun: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let lemma = tree.lemma(noun);
    let below_of = tree.dep(noun) == Dep::Pobj
        && tree
            .head(noun)
            .is_some_and(|at| tree.lemma(at) == OF && tree.head(at) == Some(cue.token));
    let fixed = |kid: usize| {
        tree.dep(kid) == Dep::Poss
            || tree.dep(kid) == Dep::Nummod
            || tree.dep(kid) == Dep::Det && lexicon.words.has(Set::Determined, tree.lemma(kid))
    };
    let told = lexicon.words.has(Set::BackNoun, lemma)
        || lexicon.cues.find(lemma, CuePart::Noun).is_some()
        || reading.events.iter().any(|event| event.trigger == noun)
        || tree.is_time(noun);
    // "dismissed reports of mercenaries": what was reported, the text has told before.
    let whole = if cue.nominal {
        names_deed(tree, lexicon, noun)
    } else {
        lexicon.words.has(Set::WitnessVerb, tree.lemma(cue.token))
    };
    below_of
        && !tree.is_passive(cue.token)
        && whole
        && cue.class == CueClass::Say
        && tree.pos(noun) == Pos::Noun
        && !told
        && !tree.kids(noun).any(fixed)
}

/// Whether the clause of a verb tells something that no frame, report or judgement tells.
pub fn is_plain(reading: &Reading, root: usize, covered: &[bool]) -> bool {
    let reports = reading
        .cues
        .iter()
        .any(|cue| cue.token == root && !cue.proceeds() && !is_deed_of_report(reading, cue));
    let matter = || {
        names_deed(&reading.tree, reading.lexicon(), root)
            || thing_there(&reading.tree, reading.lexicon(), root).is_some()
            || reading.cues.iter().any(|cue| {
                cue.contents.contains(&root)
                    && (knows(reading, cue)
                        || is_matter_of(reading, cue, root)
                        || is_denied_matter(reading, cue, root)
                        || is_absent_matter(reading, cue, root)
                        || is_alleged_matter(reading, cue, root))
            })
    };
    (reading.tree.is_verb(root) && is_word(reading, root) || matter())
        && !is_answer(reading, root)
        && !upholds(reading, root)
        && !stands_for_verb(reading, root)
        && !says_nothing(reading, root)
        && !puts_charges_down(reading, root)
        && !is_beyond_question(reading, root)
        && !is_bare_count(reading, root)
        && level(reading, root).is_none()
        && !reading
            .events
            .iter()
            .any(|event| event.trigger == root && !reading.tree.is_verb(root))
        && !covered[root]
        && !reports
        && !reading.cites(root)
        && !covers_below(reading, root, covered)
        && !is_judgement(reading, root)
        && !is_cleft_above(reading, root, covered)
}

/// "there is no question that it did": that it did is all that is said.
fn is_beyond_question(reading: &Reading, root: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let asked = |noun: usize| lexicon.words.has(Set::QuestionNoun, tree.lemma(noun));
    existence_of(tree, lexicon, root).is_some_and(asked)
}

/// "re-entered": the parser parts a word at its hyphen, and neither the first part nor the mark is a verb.
fn is_word(reading: &Reading, verb: usize) -> bool {
    let tokens = &reading.tree.sentence.tokens;
    let glued = tokens.get(verb + 1).is_some_and(|next| {
        next.span.start == tokens[verb].span.end && reading.tree.tag(verb + 1) == Tag::HYPH
    });
    let letters = |letter: char| letter.is_alphabetic();
    // "froze-out": a verb with its particle.
    let particle = reading.tree.kid(verb, Dep::Prt) == Some(verb + 2);
    (!glued || particle) && reading.tree.lemma(verb).contains(letters)
}

/// "which the rebels denied": an answer to what stands before, and no deed.
fn is_answer(reading: &Reading, verb: usize) -> bool {
    let tree = &reading.tree;
    let entry = verb_entry(tree, &reading.lexicon().cues, verb).filter(|_| tree.is_verb(verb));
    let answers =
        entry.is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Confirm));
    answers && tree.object(verb).is_none_or(|at| tree.pos(at) == Pos::Pron)
}

/// "and they did so in panic": the verb stands for the one before it.
fn stands_for_verb(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let they = tree.kid(verb, Dep::Nsubj);
    let they = they.is_some_and(|at| tree.pos(at) == Pos::Pron);
    let so = |kid: usize| {
        let object = matches!(tree.dep(kid), Dep::Dobj | Dep::Advmod);
        object && kid == verb + 1 && matches!(tree.pos(kid), Pos::Pron | Pos::Adv)
    };
    words.has(Set::DoVerb, tree.lemma(verb)) && they && tree.kids(verb).any(so)
}

/// "had levelled baseless allegations": the answer is all that is said.
fn puts_charges_down(reading: &Reading, verb: usize) -> bool {
    let tree = &reading.tree;
    let object = tree.kid(verb, Dep::Dobj);
    object.is_some_and(|noun| (0..noun).any(|at| charge_called(reading, at) == Some(noun)))
}

/// "stood by its version", "stuck to what he had told the court": nothing new is told.
fn upholds(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let said = |at: usize| {
        let lemma = tree.lemma(at);
        words.has(Set::BackNoun, lemma) || words.has(Set::PositionNoun, lemma)
    };
    tree.prepositions(verb).any(|kid| {
        let phrase = format!("{}_{}", tree.lemma(verb), tree.lemma(kid));
        let word = tree.governed(kid).is_some_and(said) || tree.kid(kid, Dep::Pcomp).is_some();
        word && words.has(Set::UpholdingPhrase, &phrase)
    })
}

/// "said it was 58": a number of what was counted before.
fn is_bare_count(reading: &Reading, copula: usize) -> bool {
    let tree = &reading.tree;
    let bare = |at: usize| tree.pos(at) == Pos::Num && tree.kids(at).next().is_none();
    let told = tree.kid(copula, Dep::Attr).is_some_and(bare);
    told && tree
        .kid(copula, Dep::Nsubj)
        .is_some_and(|at| reading.lexicon().words.has(Set::ItPronoun, tree.lemma(at)))
}

/// "said he had warned the managers", "said no pilot had been threatened": what is told is that it was said.
fn is_deed_of_report(reading: &Reading, cue: &Cue) -> bool {
    // "put the damage at 40 million": the figure is all that is told.
    if cue.rule == GAUGE_RULE {
        return false;
    }
    let tells = |at: &usize| {
        reading.tree.is_verb(*at)
            || reading.events.iter().any(|event| event.trigger == *at)
            || knows(reading, cue)
                && reading
                    .lexicon()
                    .lemmas
                    .deed(reading.tree.lemma(*at))
                    .is_some()
    };
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lemma = tree.lemma(cue.token);
    // "I can assure you that", "I can only repeat that": said now, and no deed.
    let able = |kid: usize| words.has(Set::PossibleAux, tree.lemma(kid));
    let own = |at: usize| words.has(Set::OwnPronoun, tree.lemma(at));
    if cue.speaker.is_some_and(own) && tree.kids(cue.token).any(able) {
        return false;
    }
    let listed = words.has(Set::DeedOfReport, lemma);
    // "was not told that it had to", "had been told of the attack": that it was told or not, whatever was to be told.
    let clause = |&at: &usize| tree.is_verb(at) && at > cue.token;
    let untold = (cue.undecided || !cue.contents.iter().any(clause))
        && tree.is_passive(cue.token)
        && (listed || words.has(Set::TellingVerb, lemma));
    // "said that he had told the mayor of a leak": what is said is that he told it.
    let told = || {
        // "contradicted what the ministry told": what was told is meant.
        let what = tree.kids(cue.token).any(|kid| tree.tag(kid) == Tag::WP);
        let reports =
            matches!(cue.class, CueClass::Say | CueClass::Neutral) && !cue.nominal && !what;
        reports && !words.has(Set::HoldingVerb, lemma) && is_told(reading, cue.token)
    };
    // "said he had never promised that", "said he had asked to be released": that it was said or not, and not what.
    let open = (cue.undecided || cue.class == CueClass::Neutral)
        && !is_hypothetical(tree, words, cue.token);
    // "the union says that the chairman promised it a seat": what the one says is that the other promised it.
    let promised = || {
        let given = [Dep::Dobj, Dep::Dative].into_iter();
        let addressed = given
            .filter_map(|dep| tree.kid(cue.token, dep))
            .any(|kid| is_speaking(reading, kid));
        listed && addressed && tree.is_verb(cue.token) && is_told(reading, cue.token)
    };
    // "denied that the president had admitted it": what is denied is that it was said.
    let refused = || {
        let mut others = reading.cues.iter();
        others.any(|other| other.denies_saying(tree, cue))
    };
    untold
        || open && told()
        || knowing_told(reading, cue)
        || promised()
        || refused()
        || !cue.contents.iter().any(tells) && (listed || told())
}

/// A name, a pronoun, or a noun for people or for a body.
fn is_speaking(reading: &Reading, noun: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    matches!(tree.pos(noun), Pos::Propn | Pos::Pron) || words.is_somebody(tree.lemma(noun))
}

/// "the report is false" says nothing beside what it says of the report.
fn is_judgement(reading: &Reading, verb: usize) -> bool {
    let judges = |kid: usize| {
        let part = if reading.tree.pos(kid) == Pos::Adj {
            CuePart::Adjective
        } else {
            CuePart::Noun
        };
        reading
            .lexicon()
            .cues
            .find(reading.tree.lemma(kid), part)
            .is_some_and(|cue| matches!(cue.class, CueClass::Deny | CueClass::Confirm))
            || puts_down(reading, kid)
    };
    let judged = reading
        .tree
        .kids(verb)
        .any(|kid| matches!(reading.tree.dep(kid), Dep::Acomp | Dep::Attr) && judges(kid))
        || reading
            .cues
            .iter()
            .any(|cue| cue.up == Some(verb) && cue.nominal);
    judged && !is_of_thing(reading, verb)
}

/// "the list was wrong", "our figures are a forgery": the subject is a thing, and neither a report nor a deed.
fn is_of_thing(reading: &Reading, verb: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let thing = |&at: &usize| {
        let lemma = tree.lemma(at);
        let reports = lexicon.words.has(Set::BackNoun, lemma)
            || lexicon.cues.find(lemma, CuePart::Noun).is_some();
        let named = tree.pos(at) == Pos::Noun && lexicon.frames.of_noun(lemma).is_empty();
        // "None of this is true", "the union is mistaken": of what was said.
        let said = lexicon.words.has(Set::PartNoun, lemma) || lexicon.words.is_somebody(lemma);
        named
            && !said
            && !reports
            && !lexicon.words.has(Set::ExhibitNoun, lemma)
            && lexicon.lemmas.deed(lemma).is_none()
    };
    tree.kid(verb, Dep::Nsubj).filter(thing).is_some()
}

/// The clause's complement holds the assertion ("was able to capture", "has begun to withdraw").
fn covers_below(reading: &Reading, root: usize, covered: &[bool]) -> bool {
    reading
        .tree
        .kids(root)
        .any(|kid| reading.tree.dep(kid) == Dep::Xcomp && covered[kid])
}

/// "it was they who did it": the copula says nothing beside its clause.
fn is_cleft_above(reading: &Reading, copula: usize, covered: &[bool]) -> bool {
    let tree = &reading.tree;
    let below = |at: usize| tree.kids(at).any(|kid| covered[kid] && tree.is_cleft(kid));
    below(copula) || tree.kid(copula, Dep::Attr).is_some_and(below)
}

fn plain_claim(reading: &Reading, root: usize, memory: &Memory, claims: &mut Vec<Claim>) {
    for voice in reading.voices_of(root) {
        if reading.is_said(&voice) {
            claims.extend(plain_of(reading, root, &voice, memory));
        }
    }
}

fn takes_side(cue: &Cue) -> bool {
    // "does not plan to": the plan is denied.
    (!cue.undecided || cue.class == CueClass::Plan)
        && !matches!(
            cue.class,
            CueClass::Neutral | CueClass::Doubt | CueClass::Relay | CueClass::Know
        )
}
