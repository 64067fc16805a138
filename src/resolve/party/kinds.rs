//! Sorts of role nouns: which head a phrase, which stand for persons, which are seated in a place.

use crate::lexicon::parties::{Role, RoleKind};

use super::items::Item;

/// Nouns that always stand for persons.
pub(super) fn is_person_noun(kind: RoleKind) -> bool {
    use RoleKind::*;
    matches!(
        kind,
        Office | Minister | Spokes | Local | Staff | Counsel | Member | Opposition | People
    )
}

/// Nouns that end names of bodies, not descriptions of persons.
pub(super) fn names_body(kind: RoleKind) -> bool {
    use RoleKind::*;
    matches!(
        kind,
        Body | Force | Political | Group | Company | Institution | Local
    )
}

/// Nouns of those who are a side of their own, whatever state stands before them.
pub(super) fn is_own_side(kind: RoleKind) -> bool {
    use RoleKind::*;
    matches!(kind, Group | Political | Company | Institution)
}

/// Nouns for many who can be members of a union or a club ("workers", "nurses").
pub(super) fn is_member(role: &Role) -> bool {
    role.many && matches!(role.kind, RoleKind::People | RoleKind::Business)
}

/// Nouns of those who serve a body, and are nobody's where the phrase names a body that nothing knows.
pub(super) fn is_staff(kind: RoleKind) -> bool {
    use RoleKind::*;
    matches!(kind, Spokes | Staff | Head | Business | Counsel)
}

/// Whether the items say that an office is over.
pub(super) fn is_past(items: &[Item<'_>]) -> bool {
    items.iter().any(|i| i.role_kind() == Some(RoleKind::Past))
}

/// Offices of a place: "officials in Kyiv".
pub(super) fn is_seated(role: RoleKind) -> bool {
    matches!(
        role,
        RoleKind::Local
            | RoleKind::Staff
            | RoleKind::Body
            | RoleKind::Spokes
            | RoleKind::Office
            | RoleKind::Head
            | RoleKind::StateMedia
            | RoleKind::Text
    )
}

/// Whether a role stands for somebody named before.
pub(super) fn is_pronoun(kind: RoleKind) -> bool {
    matches!(
        kind,
        RoleKind::He
            | RoleKind::She
            | RoleKind::It
            | RoleKind::They
            | RoleKind::First
            | RoleKind::Relative
    )
}

/// Whether a role can head a phrase.
pub(super) fn is_noun(kind: RoleKind) -> bool {
    use RoleKind::*;
    kind.is_speaker() || matches!(kind, Arms | Country | Outlet | StateMedia | Text)
}

/// Nouns that stand for a body of a state also without "the".
pub(super) fn is_wide(role: &Role) -> bool {
    matches!(
        role.kind,
        RoleKind::Body | RoleKind::Force | RoleKind::Office
    )
}
