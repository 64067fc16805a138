//! Who "we" and "they" are in somebody's words: the body for which he speaks, and others than that.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyEntry, PartyKind, split_words};
use crate::model::claim::{Claim, Found, THEY, WE};

use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// "We laid no mines," a spokesman said: the body did not for which he speaks, and not he.
    pub(super) fn let_body_act(&self, claim: &mut Claim) {
        let Some(party) = claim.party.as_ref().map(|party| &party.value) else {
            return;
        };
        if let Some(actor) = claim.actor.as_mut().filter(|actor| actor.rule == WE) {
            let group = self.group_in(&actor.value, party);
            actor.value = group.unwrap_or_else(|| party.clone());
        }
    }

    /// "The chief of the Red Guard, Jane Roe": the group, where it acts for this side and is named beside who speaks.
    pub(super) fn group_in(&self, speaker: &str, side: &str) -> Option<CompactString> {
        let words = split_words(speaker);
        let published = self.article.published;
        (0..words.len()).find_map(|at| {
            let (_, found) = self.lexicon.parties.longest_name(&words, at)?;
            let acts = |entry: &&PartyEntry| {
                let group = entry.kind == PartyKind::Group && entry.holds_on(published);
                group && entry.speaks_for == side && entry.canonical != side
            };
            let entry = found.into_iter().map(|found| found.entry).find(acts)?;
            Some(entry.canonical.clone())
        })
    }

    /// "They shot at us," the army said: the one other state that the article is about, or nobody whom the text names.
    pub(super) fn let_others_act(&self, claim: &mut Claim) {
        let (Some(actor), Some(party)) = (&claim.actor, &claim.party) else {
            return;
        };
        let side = claim.actor_party.as_ref().map(|side| &side.value);
        let speaker = claim.speaker.as_ref().map(|speaker| &speaker.value);
        let own = side == Some(&party.value) || Some(&actor.value) == speaker;
        if actor.rule != THEY || !own {
            return;
        }
        let other = self.names.other_main(&party.value).cloned();
        let found = |value| Found {
            value,
            ..actor.clone()
        };
        claim.actor_party = other.clone().map(found);
        claim.actor = other.map(found);
    }
}
