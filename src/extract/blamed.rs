//! "Blamed the blackout on a cyberattack", "attributed the delays to bad weather", "blamed rust for the leak": a cause that no
//! frame takes up.

use compact_str::CompactString;

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Stance};
use crate::model::parsed::{Dep, Pos};

use super::actor::actor;
use super::anaphora::Memory;
use super::cue::{Cue, is_negated};
use super::draft::Draft;
use super::reading::Reading;
use super::voice::Voice;

/// The assertion that one thing came of another.
pub(super) const CAUSE: &str = "cause";

/// The claims of those who lay a thing at the door of another, where the thing is no event of the frames.
pub fn blamed_claims(reading: &Reading, memory: &Memory) -> Vec<Claim> {
    let blames = reading.cues.iter().filter_map(|cue| {
        let (thing, cause) = laid(reading, cue)?;
        let speaker = cue.speaker?;
        let voice = Voice::plain(speaker, Stance::Affirm);
        let span = reading.tree.sentence.tokens[cue.token].span;
        let found = Found::at(CompactString::from(CAUSE), span, "assertion.blame");
        let mut draft = Draft::bare(reading, span, found, &voice, memory);
        let question = reading.lexicon().question(CAUSE);
        draft.claim.question = question;
        draft.claim.actor = actor(reading, Some(cause), cue.token, &voice, memory, question);
        if let Some(blamed) = &mut draft.claim.actor {
            // "blamed the outage on rust": what is blamed is told, somebody or not.
            blamed.rule = "actor.accused";
        }
        draft.set_object(reading, Some(thing));
        draft.set_date(reading, thing, &voice, memory);
        Some(draft.finish(reading))
    });
    blames.collect()
}

/// What is laid at whose door.
fn laid(reading: &Reading, cue: &Cue) -> Option<(usize, usize)> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    let turns =
        cue.class == CueClass::Attribute || words.has(Set::BlameVerb, tree.lemma(cue.token));
    let cause = cue
        .accused
        .filter(|_| turns && !cue.nominal && !cue.undecided)?;
    let thing = *cue.contents.first()?;
    let plain = thing > cause && tree.object(cue.token) == Some(cause);
    // "the outage, which the firm blamed on rust".
    let described = tree.dep(cue.token) == Dep::Relcl && tree.head(cue.token) == Some(thing);
    let object = tree.object(cue.token) == Some(thing) || plain || described;
    let told = reading.events.iter().any(|event| event.trigger == thing);
    let open = object
        && tree.pos(thing) == Pos::Noun
        && tree.is_nominal(cause)
        && tree.pos(cause) != Pos::Pron
        && !told
        && !words.has(Set::BackNoun, tree.lemma(thing))
        && !is_negated(tree, words, cue.token);
    open.then_some((thing, cause))
}
