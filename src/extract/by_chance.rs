//! "The crash was an accident", "the fire was started by mistake": that nobody meant it is what it came of.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};
use crate::model::parsed::{Dep, Pos};

use super::anaphora::Memory;
use super::blamed::CAUSE;
use super::cue::is_hypothetical;
use super::draft::{Draft, VERB_RULE};
use super::reading::Reading;
use super::tree::Tree;
use super::voice::Voice;

/// The rule of a cause that is chance.
const RULE: &str = "assertion.by-chance";

/// What happened, the verb that says so, and the word for chance.
struct Unmeant {
    verb: usize,
    event: usize,
    how: usize,
}

/// The claims of those who say that something was meant by nobody, in the place of what the verb alone makes of it.
pub(super) fn chance_claims(reading: &Reading, memory: &Memory, claims: &mut Vec<Claim>) {
    let all = (0..reading.tree.len()).filter_map(|verb| unmeant(reading, verb));
    for meant in all {
        let trigger = reading.tree.sentence.tokens[meant.verb].span;
        claims.retain(|claim| claim.assertion.rule != VERB_RULE || claim.trigger != trigger);
        let voices = reading.voices_of(meant.verb).into_iter();
        let said = voices.filter(|voice| reading.is_said(voice));
        claims.extend(said.map(|voice| claim(reading, memory, &meant, &voice)));
    }
}

/// What the verb of a clause says that nobody meant, if it says so of what happened.
fn unmeant(reading: &Reading, verb: usize) -> Option<Unmeant> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !tree.is_verb(verb) || is_hypothetical(tree, words, verb) {
        return None;
    }
    let (event, how) = match words.has(Set::Copula, tree.lemma(verb)) && !tree.is_passive(verb) {
        true => called(reading, verb)?,
        false => started(reading, verb)?,
    };
    // "an accident waiting to happen": what had to come.
    if tree.kid(how, Dep::Acl).is_some() {
        return None;
    }
    let happens = [Set::UpheavalNoun, Set::MishapNoun];
    let happens = happens.iter().any(|&set| words.has(set, tree.lemma(event)));
    (happens && tree.pos(event) == Pos::Noun).then_some(Unmeant { verb, event, how })
}

/// "the crash was an accident": what is called so, and what it is called.
fn called(reading: &Reading, copula: usize) -> Option<(usize, usize)> {
    let tree = &reading.tree;
    let predicate = [Dep::Attr, Dep::Acomp].into_iter();
    let mut predicate = predicate.filter_map(|dep| tree.kid(copula, dep));
    let event = tree.kid(copula, Dep::Nsubj)?;
    Some((event, predicate.find(|&at| is_chance(reading, at))?))
}

/// "the fire was started by mistake", "started accidentally": what was started, and how.
fn started(reading: &Reading, verb: usize) -> Option<(usize, usize)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let starts = [Set::StartVerb, Set::SettingVerb];
    let starts = starts.iter().any(|&set| words.has(set, tree.lemma(verb)));
    let adverb = |&kid: &usize| tree.dep(kid) == Dep::Advmod && is_chance(reading, kid);
    let adverb = tree.kids(verb).find(adverb);
    let how = adverb.or_else(|| phrase(reading, verb))?;
    Some((tree.object(verb).filter(|_| starts)?, how))
}

fn is_chance(reading: &Reading, at: usize) -> bool {
    let words = &reading.lexicon().words;
    words.has(Set::ChanceWord, reading.tree.lemma(at))
}

/// "by accident", "by mistake": the noun of the phrase.
fn phrase(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words): (&Tree, _) = (&reading.tree, &reading.lexicon().words);
    tree.prepositions(verb).find_map(|kid| {
        let noun = tree.governed(kid)?;
        let name = format!("{}_{}", tree.lemma(kid), tree.lemma(noun));
        words.has(Set::ChanceWord, &name).then_some(noun)
    })
}

fn claim(reading: &Reading, memory: &Memory, meant: &Unmeant, voice: &Voice) -> Claim {
    let tree = &reading.tree;
    let trigger = tree.sentence.tokens[meant.verb].span;
    let assertion = Found::at(CompactString::from(CAUSE), trigger, RULE);
    let mut draft = Draft::bare(reading, trigger, assertion, voice, memory);
    draft.claim.question = reading.lexicon().question(CAUSE);
    let how = &tree.sentence.tokens[meant.how];
    draft.claim.actor = Some(Found::at(how.lemma.clone(), how.span, RULE));
    draft.set_object(reading, Some(meant.event));
    draft.set_date(reading, meant.verb, voice, memory);
    draft.finish(reading)
}
