//! A claim as one side of an answer, with what is looked up of it when first asked for.

use std::sync::OnceLock;

use crate::lexicon::likeness::{Sense, telling_words};
use crate::lexicon::parties::{PartyKind, PartyLexicon};
use crate::model::claim::Claim;

use super::super::super::facts::voice;
use super::super::super::view::senses;

/// A claim with the words of its sentence and those that tell what it asserts.
pub(in crate::contradict) struct Word<'c> {
    pub(in super::super) claim: &'c Claim,
    pub(in super::super) voice: Option<&'c str>,
    /// Looked up when first asked for, the words of the sentence above all: they cost more than all else.
    kind: OnceLock<&'static str>,
    telling: OnceLock<Vec<Sense<'c>>>,
    senses: OnceLock<Vec<Sense<'c>>>,
}

impl<'c> Word<'c> {
    pub(in super::super) fn of(claim: &'c Claim) -> Self {
        Word::by(claim, voice(claim))
    }

    /// The same for what somebody says; `None` for the outlet's own voice.
    pub(in super::super) fn spoken(claim: &'c Claim) -> Option<Self> {
        voice(claim).map(|voice| Word::by(claim, Some(voice)))
    }

    fn by(claim: &'c Claim, voice: Option<&'c str>) -> Self {
        Word {
            claim,
            voice,
            kind: OnceLock::new(),
            telling: OnceLock::new(),
            senses: OnceLock::new(),
        }
    }

    /// What kind of a voice speaks: a state's, an outlet's own, another side's, or somebody without a side.
    pub(in super::super) fn kind(&self) -> &'static str {
        self.kind.get_or_init(|| kind_of_voice(self.claim))
    }

    /// The words that tell what it asserts.
    pub(in super::super) fn telling(&self) -> &[Sense<'c>] {
        self.telling.get_or_init(|| {
            let object = self.claim.object.as_ref();
            let object = object.map(|object| object.value.as_str());
            let telling = telling_words(&self.claim.assertion.value, object);
            telling.into_iter().map(Sense::of).collect()
        })
    }

    /// The words of its sentence.
    pub(in super::super) fn senses(&self) -> &[Sense<'c>] {
        self.senses.get_or_init(|| senses(self.claim))
    }
}

fn kind_of_voice(claim: &Claim) -> &'static str {
    let Some(party) = &claim.party else {
        return "name";
    };
    let entry = PartyLexicon::embedded().named(&party.value, None);
    match entry.map(|entry| entry.kind) {
        Some(kind) if kind.is_public() => "state",
        Some(PartyKind::Outlet) => "outlet",
        _ => "party",
    }
}
