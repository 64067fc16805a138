//! Whether the title before a surname can be that of the listed persons who bear it: "Mayor Roe" is no chairman of a firm.

use crate::lexicon::parties::{PartyEntry, PartyKind, PartyMatch, Role, RoleKind};

use super::items::{Item, Label};
use super::side::Reading;

impl<'a> Reading<'_, 'a> {
    /// Whether a title stands right before a surname that none of its listed bearers has had, and whom the article does not
    /// name in full.
    pub(super) fn is_of_other_office(&self, item: &Item<'a>) -> bool {
        let Label::Name(hits) = &item.label else {
            return false;
        };
        let lone = item.last - item.first == 1 && item.is_person();
        let Some(title) = self.title_of(item).filter(|_| lone) else {
            return false;
        };
        let named = |hit: &PartyMatch<'_>| self.article.names_in_full(&hit.entry.canonical);
        let fits = |hit: &PartyMatch<'_>| {
            let person = hit.entry.kind == PartyKind::Person;
            let mut lines = self.context.lexicon.lines_of(&hit.entry.canonical);
            !person || lines.any(|line| self.can_bear(line, title))
        };
        !hits.iter().any(|hit| named(hit) || fits(hit))
    }

    /// The noun for an office that stands right before an item.
    fn title_of(&self, item: &Item<'a>) -> Option<&'a Role> {
        let items = self.phrase.parts.iter().flat_map(|part| &part.items);
        let before = { items }.find(|before| before.last == item.first)?;
        before.role().filter(|role| is_public(role.kind))
    }

    /// Whether one of whom a line tells can bear a title: a mayor or governor has been one, and who serves a firm alone has no
    /// office of a state.
    fn can_bear(&self, line: &PartyEntry, title: &Role) -> bool {
        let office = line.office.as_str();
        let named = office.split(' ').any(|word| word == title.noun.as_str());
        let same = || {
            let role = self.context.lexicon.role_of(office);
            role.is_some_and(|role| role.kind == title.kind)
        };
        if title.kind == RoleKind::Local {
            return named || same() || office.is_empty();
        }
        let served = self
            .context
            .lexicon
            .named(&line.speaks_for, self.context.date);
        named || served.is_none_or(|served| served.kind != PartyKind::Company)
    }
}

/// Offices that nobody has at a firm.
fn is_public(kind: RoleKind) -> bool {
    matches!(
        kind,
        RoleKind::Local | RoleKind::Minister | RoleKind::Member
    )
}
