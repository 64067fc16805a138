//! "Named a gas leak as the cause of the blast", "ruled out arson as the cause": what somebody says that an event came of;
//! "points to a rebel group as the author of the raid": who did it.

use compact_str::CompactString;

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Stance};
use crate::model::parsed::{Dep, Pos};

use super::again::PART_IN;
use super::anaphora::Memory;
use super::blamed::CAUSE;
use super::cue::{is_hypothetical, is_mute, is_negated, verb_entry, verb_speaker};
use super::draft::Draft;
use super::phrase::phrase_text;
use super::reading::Reading;
use super::tree::OF;
use super::voice::Voice;

/// The rule of a cause that is named as one.
const RULE: &str = "assertion.named-cause";

/// What is named as the cause or author, and of what where the text tells.
struct Named {
    verb: usize,
    cause: usize,
    event: Option<usize>,
    assertion: &'static str,
}

/// The claims of those who name the cause of something, or rule one out.
pub(super) fn named_causes(reading: &Reading, memory: &Memory) -> Vec<Claim> {
    (0..reading.tree.len())
        .filter_map(|verb| named(reading, verb))
        .flat_map(|named| {
            let voices = namers(reading, named.verb).into_iter();
            voices.map(move |voice| claim(reading, memory, &named, &voice))
        })
        .collect()
}

fn named(reading: &Reading, verb: usize) -> Option<Named> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !tree.is_verb(verb) || is_hypothetical(tree, words, verb) {
        return None;
    }
    let pointed = |kid: &usize| words.has(Set::FingerPreposition, tree.lemma(*kid));
    let cause = tree
        .object(verb)
        .or_else(|| tree.governed(tree.prepositions(verb).find(pointed)?))
        .filter(|&at| tree.is_nominal(at))?;
    let as_what = [verb, cause]
        .into_iter()
        .flat_map(|at| tree.prepositions(at))
        .filter(|&kid| words.has(Set::AsPreposition, tree.lemma(kid)))
        .filter_map(|kid| tree.governed(kid))
        .find(|&at| {
            let lemma = tree.lemma(at);
            words.has(Set::CauseNoun, lemma) || words.has(Set::CulpritNoun, lemma)
        })?;
    let culprit = words.has(Set::CulpritNoun, tree.lemma(as_what));
    let below = |set: Set| {
        let mut under = tree.prepositions(as_what);
        under.find(|&kid| words.has(set, tree.lemma(kid)) || tree.lemma(kid) == OF)
    };
    let event = below(Set::ForPreposition).and_then(|kid| tree.governed(kid));
    let told = match culprit {
        true => event.is_some(),
        false => tree.pos(cause) == Pos::Noun && tree.kid(cause, Dep::Poss).is_none(),
    };
    told.then_some(Named {
        verb,
        cause,
        event,
        assertion: if culprit { PART_IN } else { CAUSE },
    })
}

/// Who names it: the subject, the agent of a passive, or whoever reports the passive.
fn namers(reading: &Reading, verb: usize) -> Vec<Voice> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let rules_out =
        verb_entry(tree, &lexicon.cues, verb).is_some_and(|entry| entry.class == CueClass::Deny);
    let stance = match rules_out {
        true => Stance::Deny,
        false => Stance::Affirm,
    };
    // "has not named a cause": no side is taken.
    if is_negated(tree, &lexicon.words, verb) {
        return Vec::new();
    }
    let own = match tree.is_passive(verb) {
        true => tree.agent(verb),
        false => verb_speaker(tree, &lexicon.words, verb),
    };
    // "intelligence points to X": what somebody goes by, and nobody's word.
    let speaks = |&at: &usize| !is_mute(tree, &lexicon.words, at);
    match own.filter(speaks) {
        Some(speaker) => vec![Voice::plain(speaker, stance)],
        None => {
            let voices = reading.voices_of(verb).into_iter();
            voices.map(|voice| Voice { stance, ..voice }).collect()
        }
    }
}

fn claim(reading: &Reading, memory: &Memory, named: &Named, voice: &Voice) -> Claim {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let trigger = tree.sentence.tokens[named.verb].span;
    let assertion = Found::at(CompactString::from(named.assertion), trigger, RULE);
    let mut draft = Draft::bare(reading, trigger, assertion, voice, memory);
    draft.claim.question = reading.lexicon().question(named.assertion);
    let (text, span) = phrase_text(tree, words, named.cause);
    draft.claim.actor = Some(Found::at(text, span, RULE));
    draft.set_object(reading, named.event);
    draft.set_date(reading, named.event.unwrap_or(named.verb), voice, memory);
    draft.finish(reading)
}
