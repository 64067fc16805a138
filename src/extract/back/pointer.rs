//! The claims that stand for what an answer points back to, until they are tied.

use compact_str::CompactString;

use crate::model::claim::{BackReference, Claim, Found, LexiconLine, Stance};

use super::super::anaphora::Memory;
use super::super::draft::Draft;
use super::super::reading::Reading;
use super::super::voice::Voice;
use super::reply::answered;

/// The rule of an answer that may mean what the outlet tells itself.
pub(super) const TOLD_RULE: &str = "assertion.back-told";

/// An answer and what it can mean.
pub(super) struct Pointer {
    /// It may answer what the outlet tells itself ("denied this").
    pub(super) told: bool,
    /// The word that it hangs on.
    pub(super) token: usize,
    pub(super) stance: Stance,
    pub(super) line: LexiconLine,
    pub(super) key: CompactString,
    pub(super) claimant: Option<Found<CompactString>>,
}

impl Pointer {
    pub(super) fn claims(
        &self,
        reading: &Reading,
        memory: &Memory,
        voices: Vec<Voice>,
    ) -> Vec<Claim> {
        let said = |voice: &Voice| voice.speaker.is_some() || reading.is_somebodys();
        let claim = |voice: Voice| self.claim(reading, memory, &voice);
        voices.into_iter().filter(said).map(claim).collect()
    }

    fn rule(&self) -> &'static str {
        if self.told {
            TOLD_RULE
        } else {
            "assertion.back"
        }
    }

    fn claim(&self, reading: &Reading, memory: &Memory, voice: &Voice) -> Claim {
        let mut claim = Draft::plain(reading, self.token, voice, memory).finish(reading);
        let span = reading.tree.sentence.tokens[self.token].span;
        claim.assertion = Found::at(self.key.clone(), span, self.rule()).from_line(Some(self.line));
        claim.stance = Found {
            value: self.stance,
            span: claim.assertion.span,
            rule: "stance.cue",
            line: Some(self.line),
        };
        claim.actor.clone_from(&self.claimant);
        claim.back_reference = Some(BackReference {
            target: None,
            how: String::new(),
        });
        claim
    }
}

/// "Moscow's claims": Moscow.
pub(super) fn claimant(
    reading: &Reading,
    memory: &Memory,
    noun: usize,
) -> Option<Found<CompactString>> {
    let tree = &reading.tree;
    let itself = tree
        .head(noun)
        .filter(|&verb| answered(reading, verb) == Some(noun));
    let owner = itself
        .map(|_| noun)
        .or_else(|| tree.possessor(noun))
        .or_else(|| tree.by_phrase(noun))
        .or_else(|| tree.nationality(noun))?;
    Some(reading.named(owner, memory, "actor.claimant", "actor.claimant-pronoun"))
}
