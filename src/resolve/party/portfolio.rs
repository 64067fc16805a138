//! Ministers and ministries of any field: the word beside one is what it looks after, not whom it serves.

use crate::lexicon::parties::{PartyKind, Role, RoleKind};
use crate::lexicon::vectors::Vectors;

use super::classes::MINISTRY;
use super::items::Item;
use super::newcomer::is_described;
use super::side::Reading;
use super::{PartyContext, PartyDecision, anaphora};

/// "The Shipping Ministry", "the minister of Communication": what no list knows beside one is what it looks after, not whom it serves.
pub(super) fn is_portfolio(role: &Role, side: &PartyDecision, context: &PartyContext<'_>) -> bool {
    // "The secretary of the Pilots' Union": a body has one, too.
    let body = is_described(&side.entity, context) && role.kind == RoleKind::Minister;
    let looks_after = role.kind == RoleKind::Minister || role.class == MINISTRY;
    let field = looks_after || role.class == DEPUTY && is_common_word(&side.entity);
    field && !body && matches!(side.kind, PartyKind::Unlisted | PartyKind::Company)
}

/// "The Deputy Prime Minister for the Interior": a word of the language, and no land that no list knows.
fn is_common_word(name: &str) -> bool {
    !name.contains(' ') && Vectors::embedded().find(&name.to_lowercase()).is_some()
}

/// Class of those who stand in for a head of government, and may look after a field.
const DEPUTY: &str = "deputy prime minister";

impl Reading<'_, '_> {
    /// "The Shipping Ministry": under its own name, of the state whose "the ministry" would be here.
    pub(super) fn of_state_at_hand(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        own: PartyDecision,
    ) -> PartyDecision {
        if role.class != MINISTRY || self.is_of_nobodys_land(index, head) {
            return own;
        }
        match anaphora::bare_role(self, role, true) {
            Some(found) if found.party.is_some() => PartyDecision {
                entity: own.entity,
                rule: "party.pattern-body",
                ..found
            },
            _ => own,
        }
    }

    /// "The Kurdish ministry": a people or land that is no state's stands before the noun.
    fn is_of_nobodys_land(&self, index: usize, head: usize) -> bool {
        let before = self.part(index).map_or(&[][..], |part| &part.items[..head]);
        let land = |i: &Item<'_>| i.is_demonym() || i.role_kind() == Some(RoleKind::Elsewhere);
        before.iter().any(land)
    }
}
