//! What a claim's phrases owe to where they stand and who speaks: the place of an antecedent, a speaker's own army.

use compact_str::CompactString;

use crate::lexicon::parties::PartyKind;
use crate::model::claim::{Claim, Found};
use crate::model::span::TextField;

use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// "The army", whose nobody tells, is its own army where a state speaks that the article is about.
    pub(super) fn lend_own_army(&self, claim: &mut Claim) {
        let Some(party) = claim.party.as_ref().map(|found| &found.value) else {
            return;
        };
        let entries = self.lexicon.parties.entries();
        let army = || {
            let mut forces = entries
                .iter()
                .filter(|entry| entry.kind == PartyKind::Force);
            forces.any(|entry| entry.speaks_for == *party)
        };
        let lent =
            |found: &&mut Found<CompactString>| found.rule == GUESSED && found.value != *party;
        if let Some(actor) = claim.actor_party.as_mut().filter(lent)
            && self.names.is_main(party)
            && army()
        {
            actor.value = party.clone();
            actor.line = None;
        }
    }

    /// Where a phrase stands in the body: one that stands for a pronoun where it was said last before, since "its spokesman"
    /// is another body's further on.
    pub(super) fn place_of(
        &self,
        phrase: &Found<CompactString>,
        text: &str,
        field: TextField,
    ) -> Option<u32> {
        let span = phrase.span.filter(|_| field == TextField::Body)?;
        let body = self.article.text(TextField::Body);
        let written = body.get(span.start as usize..span.end as usize);
        if written.is_none_or(|written| written.contains(text)) {
            return Some(span.start);
        }
        let before = body
            .get(..span.start as usize)
            .and_then(|body| body.rfind(text));
        Some(before.map_or(span.start, |at| at as u32))
    }
}

/// The rule by which a body without an owner is taken for that of the article's state.
const GUESSED: &str = "party.state-of-article";
