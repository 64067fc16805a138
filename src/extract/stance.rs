//! Whether a claim affirms or denies, and whether as stated, possible or planned, with the word that says so.

use crate::lexicon::cues::CueClass;
use crate::model::claim::{Found, Modality, NEGATED, Stance};

use super::reading::Reading;
use super::voice::Voice;

/// Stated by default; a voice brings its own.
pub fn stance_found(voice: &Voice, reading: &Reading) -> (Found<Stance>, Found<Modality>) {
    let cue = voice.cue.map(|cue| &reading.cues[cue]);
    let span = cue.map(|cue| reading.tree.sentence.tokens[cue.token].span);
    let rule = match (voice.stance, cue.map(|cue| cue.class)) {
        (Stance::Deny, Some(CueClass::Deny)) => "stance.cue",
        (Stance::Deny, _) => NEGATED,
        (Stance::Affirm, _) => "stance.plain",
    };
    let line = cue.map(|cue| cue.line);
    let stance = Found {
        value: voice.stance,
        span,
        rule,
        line,
    };
    let modality = Found {
        value: voice.modality,
        span: None,
        rule: "modality.path",
        line: None,
    };
    (stance, modality)
}
