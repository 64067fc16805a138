//! "The Danish company", "the Lebanese group", "the British newspaper": one that the article named before and told to be of that land.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::items::{Item, Label};
use super::names::Mentioned;
use super::phrase::Phrase;
use super::side::{Reading, with_rule};

impl Reading<'_, '_> {
    /// The company or group of a land that the noun at item `head` of part `index` points back to.
    pub(super) fn of_land(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        // "The Danish payments company": plain words for its trade.
        let [adjective, trade @ ..] = &part.items[..head] else {
            return None;
        };
        let plain = trade.iter().all(|item| matches!(item.label, Label::Other));
        let last = head + 1 == part.items.len() && (role.lone || trade.is_empty());
        let points = part.definite && last && !role.many && plain;
        let kinds: &[PartyKind] = match role.kind {
            RoleKind::Company => &[PartyKind::Company, PartyKind::Unlisted],
            RoleKind::Group => &[PartyKind::Group, PartyKind::Company, PartyKind::Unlisted],
            RoleKind::Outlet => &[PartyKind::Outlet],
            _ => return None,
        };
        let land = land_of(adjective).filter(|_| points)?;
        let named = |m: &&Mentioned| {
            let own = m.decision.party.is_some() && kinds.contains(&m.decision.kind);
            own && !self.article.is_person_name(&m.decision.entity)
        };
        let of_land = |m: &&Mentioned| named(m) && self.is_of(m, &land);
        let found = self.article.nearest(self.at, of_land)?;
        Some(with_rule(&found.decision, "party.role-in-article"))
    }

    /// Whether the article or the lists tell that somebody is of a land.
    fn is_of(&self, mention: &Mentioned, land: &str) -> bool {
        let entity = &mention.decision.entity;
        let told = |m: &Mentioned| m.decision.entity == *entity && m.land.as_deref() == Some(land);
        let listed = || {
            let line = self.context.lexicon.named(entity, self.context.date);
            line.is_some_and(|line| line.country == land)
        };
        self.article.mentions.iter().any(told) || listed()
    }
}

/// The land that a phrase gives to whom it names ("The Danish owner of the ship, Lindwall Shipping", "Athens-based Korvane").
pub(super) fn land_told(phrase: &Phrase<'_>) -> Option<CompactString> {
    let mut items = phrase.parts.iter().flat_map(|part| &part.items);
    items.find_map(land_of)
}

/// The one state that an adjective or a town with a listed state means.
fn land_of(item: &Item<'_>) -> Option<CompactString> {
    let Label::Name(hits) = &item.label else {
        return None;
    };
    let mut states = hits.iter().filter(|m| m.entry.kind == PartyKind::State);
    let first = states.next()?;
    let only = states.all(|m| m.entry.canonical == first.entry.canonical);
    only.then(|| first.entry.canonical.clone())
}
