//! "The roof fell in because of rusted bolts", "because the bolts had rusted": what somebody says that an event came of.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};
use crate::model::parsed::{Dep, Pos, Tag};
use crate::model::span::Span;

use super::anaphora::Memory;
use super::blamed::CAUSE;
use super::cue::is_negated;
use super::draft::Draft;
use super::phrase::{phrase_text, tidy};
use super::reading::Reading;
use super::tree::Tree;
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
        .filter_map(|verb| Some((verb, reason(reading, verb)?)))
        .filter(|(_, cause)| !told(cause))
        .filter_map(|(verb, cause)| Some((verb, befallen(reading, verb)?, cause)))
        .flat_map(|(verb, thing, cause)| {
            let voices = reading.voices_of(verb).into_iter();
            voices
                .filter(|voice| reading.is_said(voice))
                .map(move |voice| given(reading, memory, (verb, thing, cause), &voice))
        })
        .collect()
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
    (tree.pos(thing) == Pos::Noun
        && !words.is_somebody(tree.lemma(thing))
        && !is_negated(tree, words, verb)
        && own)
        .then_some(thing)
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

/// What stands behind a verb's word of reason: a noun, or what a clause speaks of.
fn reason(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let because = |at: usize| words.has(Set::ReasonWord, &tree.word(at).to_lowercase());
    let denied = |at: usize| tree.kids(at).any(|kid| tree.dep(kid) == Dep::Neg);
    let behind = tree.kids(verb).filter(|&at| because(at) && !denied(at));
    // "because of X": the parser hangs both on the first; "owing to X": one on the other.
    let under = |at: usize| {
        let further = || tree.prepositions(at).find_map(|to| tree.governed(to));
        tree.kid(at, Dep::Pobj)
            .or_else(|| tree.governed(at))
            .or_else(further)
    };
    let noun = behind.filter_map(under).next();
    let clause = || {
        let clauses = tree.kids(verb).filter(|&kid| tree.dep(kid) == Dep::Advcl);
        let clause = clauses
            .rev()
            .find(|&kid| tree.kid(kid, Dep::Mark).is_some_and(because) && !denied(kid))?;
        told_of(reading, clause)
    };
    let named = |at: &usize| matches!(tree.pos(*at), Pos::Noun | Pos::Propn);
    noun.filter(named).or_else(clause)
}

/// What a clause of reason speaks of; where that is "it", the clause itself.
fn told_of(reading: &Reading, clause: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let subject = tree
        .kids(clause)
        .find(|&kid| matches!(tree.dep(kid), Dep::Nsubj | Dep::Nsubjpass))?;
    let lemma = tree.lemma(subject);
    let it = words.has(Set::ItPronoun, lemma) && !words.has(Set::PersonPronoun, lemma);
    match tree.pos(subject) {
        Pos::Noun | Pos::Propn => Some(subject),
        _ => (it && tree.is_verb(clause)).then_some(clause),
    }
}
