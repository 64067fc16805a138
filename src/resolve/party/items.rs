//! The labelled stretches of a phrase: listed names, role nouns, unknown names, and the rest.

use crate::lexicon::parties::{FormKind, PartyKind, PartyMatch, Role, RoleKind};

/// What a stretch of words is.
#[derive(Debug, Clone)]
pub(super) enum Label<'a> {
    /// A name that the lists know; every entry it can mean.
    Name(Vec<PartyMatch<'a>>),
    /// A common noun or small word that the lists know.
    Role(&'a Role),
    /// Words with capitals that no list knows.
    Unknown,
    /// Any other word.
    Other,
    /// Owner's mark.
    Possessive,
    /// Punctuation.
    Mark,
}

/// A labelled stretch of words `first..last`.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    /// First word.
    pub first: usize,
    /// One past the last word.
    pub last: usize,
    /// What it is.
    pub label: Label<'a>,
    /// The role noun that the same words can also be ("General Staff").
    pub or_role: Option<&'a Role>,
}

impl<'a> Item<'a> {
    /// The role noun, whether it is one or can be one.
    pub fn role(&self) -> Option<&'a Role> {
        match self.label {
            Label::Role(role) => Some(role),
            _ => None,
        }
    }

    /// The kind of role.
    pub fn role_kind(&self) -> Option<RoleKind> {
        self.role().map(|role| role.kind)
    }

    /// Whether it names a person of the lists.
    pub fn is_person(&self) -> bool {
        matches!(&self.label, Label::Name(hits) if hits.iter().any(|m| m.entry.kind == PartyKind::Person))
    }

    /// Whether it is a listed name and no state's.
    pub fn is_body(&self) -> bool {
        let state = |m: &PartyMatch<'_>| m.entry.kind == PartyKind::State;
        matches!(&self.label, Label::Name(hits) if !hits.iter().any(state))
    }

    /// Whether it names nothing but persons, companies or outlets, whose names others bear too.
    pub fn is_private(&self) -> bool {
        let private = |m: &PartyMatch<'_>| {
            matches!(
                m.entry.kind,
                PartyKind::Person | PartyKind::Company | PartyKind::Outlet
            )
        };
        matches!(&self.label, Label::Name(hits) if hits.iter().all(private))
    }

    /// Whether it is a name of persons or states that needs support.
    pub fn is_ambiguous(&self) -> bool {
        let open =
            |m: &PartyMatch<'_>| matches!(m.entry.kind, PartyKind::Person | PartyKind::State);
        matches!(&self.label, Label::Name(hits) if hits.iter().any(open))
    }

    /// Whether it is the adjective of a state.
    pub fn is_demonym(&self) -> bool {
        matches!(&self.label, Label::Name(hits) if hits.iter().any(|m| m.form.kind == FormKind::Demonym))
    }
}
