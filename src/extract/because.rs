//! "The roof fell in because of rusted bolts", "because the bolts had rusted": what somebody says that an event came of.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Question, Stance, THING};
use crate::model::parsed::{Dep, Pos, Tag};
use crate::model::span::Span;

use super::anaphora::Memory;
use super::blamed::CAUSE;
use super::cue::is_negated;
use super::draft::Draft;
use super::object::LEAVING;
use super::phrase::{phrase_text, tidy};
use super::reading::Reading;
use super::tree::{OF, Tree};
use super::voice::Voice;

/// The rule of a cause that stands behind a word of reason.
const RULE: &str = "assertion.reason";

/// The claims of those who give a reason for an event. What somebody did to somebody is laid at his door, whatever moved
/// him, so only what befell a thing is asked for its cause.
pub(super) fn causes(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let tree = &reading.tree;
    let told = |cause: &usize| {
        let span = tree.sentence.tokens[*cause].span;
        claims.iter().any(|claim| claim.trigger == span)
    };
    let verbs = (0..tree.len()).filter(|&verb| tree.is_verb(verb));
    verbs
        .flat_map(|verb| {
            let reasons = reasons(reading, verb).into_iter();
            reasons.map(move |reason| (verb, reason))
        })
        .filter(|(_, reason)| !told(&reason.cause))
        .filter_map(|(verb, reason)| Some((verb, befallen(reading, verb)?, reason)))
        .flat_map(|(verb, thing, reason)| {
            let voices = reading.voices_of(verb).into_iter();
            voices
                .filter(|voice| reading.is_said(voice))
                .filter_map(move |voice| refused(voice, reason.denied))
                .map(move |voice| given(reading, memory, (verb, thing, reason.cause), &voice))
                // Of whoever is dismissed it must be known who that is.
                .filter(move |claim| claim.object.is_some())
        })
        .collect()
}

/// The word on a reason that is named to be put aside ("and not because of rust").
fn refused(voice: Voice, denied: bool) -> Option<Voice> {
    let stance = match denied {
        false => voice.stance,
        true => Stance::Deny,
    };
    let twice = denied && voice.stance == Stance::Deny;
    (!twice).then_some(Voice { stance, ..voice })
}

fn given(
    reading: &Reading,
    memory: &Memory,
    (verb, thing, cause): (usize, usize, usize),
    voice: &Voice,
) -> Claim {
    let tree = &reading.tree;
    let (text, span) = match tree.is_verb(cause) {
        true => clause_text(tree, cause),
        false => phrase_text(tree, &reading.lexicon().words, cause),
    };
    let trigger = tree.sentence.tokens[cause].span;
    let assertion = Found::at(CompactString::from(CAUSE), trigger, RULE);
    let mut draft = Draft::bare(reading, trigger, assertion, voice, memory);
    draft.claim.question = reading.lexicon().question(CAUSE);
    draft.claim.actor = Some(Found::at(text, span, RULE));
    draft.set_object(reading, Some(thing));
    draft.set_person(reading, Some(thing), voice, memory);
    draft.set_date(reading, verb, voice, memory);
    draft.finish(reading)
}

/// The thing to which the clause of a verb says that something happened.
fn befallen(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let subject = tree.subject(verb)?;
    let passive = tree.is_passive(verb);
    // "gave way": a bare noun is a part of the verb.
    let light = words.has(Set::LightVerb, tree.lemma(verb));
    let bare = |&at: &usize| light && tree.tag(at) == Tag::NN && tree.kids(at).next().is_none();
    let object = tree.kid(verb, Dep::Dobj).filter(|at| !bare(at));
    let thing = object.unwrap_or(subject);
    // "was late because of X", but not "is a scandal because of X".
    let own = passive
        || object.is_some()
        || !words.has(Set::Copula, tree.lemma(verb))
        || tree.kid(verb, Dep::Acomp).is_some();
    let plain = tree.pos(thing) == Pos::Noun && !words.is_somebody(tree.lemma(thing));
    let lost = tree.pos(thing) == Pos::Propn && is_lost(reading, verb);
    let told = plain || lost || is_dismissal(reading, verb);
    (told && !is_negated(tree, words, verb) && own).then_some(thing)
}

/// "lost the town because of X": a named place that somebody gave up for no reason of his own.
fn is_lost(reading: &Reading, verb: usize) -> bool {
    let table = Assertions::builtin();
    let event = reading.events.iter().find(|event| event.trigger == verb);
    event.is_some_and(|event| table.get(&event.frame.assertion).effect == Effect::Lose)
}

/// "was sacked because of X": of whoever is dismissed the reason is asked, whoever dismissed him.
fn is_dismissal(reading: &Reading, verb: usize) -> bool {
    let table = Assertions::builtin();
    let event = reading.events.iter().find(|event| event.trigger == verb);
    event.is_some_and(|event| table.family(&event.frame.assertion) == LEAVING)
        && reading.tree.is_passive(verb)
}

/// "because it was loaded beyond its limit": what the clause tells of the thing.
fn clause_text(tree: &Tree, clause: usize) -> (CompactString, Span) {
    let keep = |kid: usize| {
        !matches!(
            tree.dep(kid),
            Dep::Mark
                | Dep::Aux
                | Dep::Auxpass
                | Dep::Nsubj
                | Dep::Nsubjpass
                | Dep::Punct
                | Dep::Advcl
                | Dep::Conj
        )
    };
    let span = tree.stretch(clause, &keep);
    (tidy(tree.sentence.slice(span)), span)
}

/// What somebody gives, or puts aside, as the reason of an event.
struct Reason {
    /// A noun, or the verb of a clause.
    cause: usize,
    /// "not because of X".
    denied: bool,
}

/// What stands behind a verb's words of reason: nouns, or what a clause speaks of. Of those given the first counts, and of
/// those put aside.
fn reasons(reading: &Reading, verb: usize) -> Vec<Reason> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let because = |at: usize| words.has(Set::ReasonWord, &tree.word(at).to_lowercase());
    let named = |at: &usize| matches!(tree.pos(*at), Pos::Noun | Pos::Propn);
    let not = |at: usize, before: usize| {
        tree.kids(at)
            .any(|kid| tree.dep(kid) == Dep::Neg && kid < before)
    };
    let nouns = tree.kids(verb).filter_map(|at| {
        let cause = match because(at) {
            true => under(tree, at),
            false => behind_result(reading, at),
        };
        let denied = not(at, usize::MAX);
        Some(Reason {
            cause: cause.filter(named)?,
            denied,
        })
    });
    let clauses = tree.kids(verb).rev().filter_map(|clause| {
        let mark = tree.kid(clause, Dep::Mark).filter(|&at| because(at))?;
        let denied = not(clause, mark) || not(mark, usize::MAX);
        let clause = Some(clause).filter(|&at| tree.dep(at) == Dep::Advcl)?;
        let cause = told_of(reading, clause)?;
        Some(Reason { cause, denied })
    });
    let mut found: Vec<Reason> = nouns
        .chain(clauses)
        .chain(outset(reading, verb))
        .chain(offence(reading, verb))
        .collect();
    let mut seen = [false; 2];
    found.retain(|reason| !std::mem::replace(&mut seen[usize::from(reason.denied)], true));
    found
}

/// "was sacked for copying files".
fn offence(reading: &Reading, verb: usize) -> Option<Reason> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let mut behind = tree.prepositions(verb).filter(|&at| {
        is_dismissal(reading, verb) && words.has(Set::AccusePreposition, tree.lemma(at))
    });
    let cause = behind.find_map(|at| tree.kid(at, Dep::Pcomp))?;
    let denied = tree.kids(cause).any(|kid| tree.dep(kid) == Dep::Neg);
    (tree.tag(cause) == Tag::VBG && !denied).then_some(Reason {
        cause,
        denied: false,
    })
}

/// "the riot began with X", "the violence broke out when protesters threw stones": what set off what nobody wanted.
fn outset(reading: &Reading, verb: usize) -> Option<Reason> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let upheaval = |at: &usize| words.has(Set::UpheavalNoun, tree.lemma(*at));
    let subject = tree.subject(verb).filter(upheaval);
    subject.filter(|_| words.has(Set::BeginningVerb, tree.lemma(verb)))?;
    let begins = |at: &usize| words.has(Set::OutsetWord, tree.lemma(*at));
    let mut first = tree.prepositions(verb).filter(begins);
    let noun = first.find_map(|at| tree.governed(at));
    let named = |at: &usize| matches!(tree.pos(*at), Pos::Noun | Pos::Propn) && !tree.is_time(*at);
    let clause = || {
        let marked = |clause: usize| {
            tree.kids(clause).any(|kid| {
                kid < clause && words.has(Set::OutsetClause, &tree.word(kid).to_lowercase())
            })
        };
        let clause = tree
            .kids(verb)
            .find(|&kid| tree.dep(kid) == Dep::Advcl && kid > verb && marked(kid))?;
        told_of(reading, clause)
    };
    let cause = noun.filter(named).or_else(clause)?;
    Some(Reason {
        cause,
        denied: false,
    })
}

/// "because of X": the parser hangs both on the first; "owing to X": one on the other.
fn under(tree: &Tree, at: usize) -> Option<usize> {
    let further = || tree.prepositions(at).find_map(|to| tree.governed(to));
    tree.kid(at, Dep::Pobj)
        .or_else(|| tree.governed(at))
        .or_else(further)
}

/// "as a result of X", "on account of X".
pub(super) fn behind_result(reading: &Reading, preposition: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let noun = Some(preposition)
        .filter(|&at| tree.dep(at) == Dep::Prep)
        .and_then(|at| tree.governed(at))
        .filter(|&noun| words.has(Set::ResultNoun, tree.lemma(noun)))
        // "in its account of the war": nobody's reason.
        .filter(|&noun| tree.possessor(noun).is_none())?;
    let of = tree.prepositions(noun).find(|&at| tree.lemma(at) == OF)?;
    tree.governed(of)
}

/// What a clause of reason speaks of; where that is "it" or somebody whom it does not name, the clause itself.
fn told_of(reading: &Reading, clause: usize) -> Option<usize> {
    let tree = &reading.tree;
    let subject = tree
        .kids(clause)
        .find(|&kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass))?;
    match tree.pos(subject) {
        Pos::Noun | Pos::Propn => Some(subject),
        _ => tree.is_verb(clause).then_some(clause),
    }
}

/// "put the sinking down to a wave": that it sank is what the cause is of, and no deed of the wave.
pub(super) fn drop_caused(reading: &Reading, claims: &mut Vec<Claim>) {
    let cause = |claim: &&Claim| claim.question == Question::Cause;
    let causes: Vec<Option<Span>> = claims.iter().filter(cause).map(actor_span).collect();
    claims.retain(|claim| {
        !(is_mishap_of_thing(claim)
            && hangs_on_noun(reading, claim)
            && causes.contains(&actor_span(claim)))
    });
}

fn actor_span(claim: &Claim) -> Option<Span> {
    claim.actor.as_ref().and_then(|actor| actor.span)
}

/// "the sinking": that something happened which a thing brought about.
fn is_mishap_of_thing(claim: &Claim) -> bool {
    let actor = claim.actor.as_ref();
    let thing = actor.is_some_and(|actor| actor.rule == THING);
    thing && claim.question == Question::Occurrence && claim.quantity.is_none()
}

fn hangs_on_noun(reading: &Reading, claim: &Claim) -> bool {
    let tree = &reading.tree;
    let mut nouns = (0..tree.len()).filter(|&at| !tree.is_verb(at));
    nouns.any(|at| tree.sentence.tokens[at].span == claim.trigger)
}
