//! Names that a phrase makes of a role noun: by capitals, by members, by what follows "of", by a word that no list knows.

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::classes::{AGENCY, BOARD, CAMPAIGN, OFFICIAL, POLICE};
use super::items::{Item, Label};
use super::kinds::{is_member, is_own_side, names_body};
use super::phrase::Tie;
use super::side::Reading;
use super::unlisted;

impl<'a> Reading<'_, 'a> {
    /// What a body is that its own phrase names: by its capitals, by its members, or by a word that no list knows.
    pub(super) fn of_itself(
        &self,
        index: usize,
        head: usize,
        role: &'a Role,
    ) -> Option<PartyDecision> {
        let own = self.described_alone(index, head);
        let own = own.or_else(|| self.qualified(index, head, role));
        own.map(|own| self.of_state_at_hand(index, head, role, own))
            .or_else(|| self.of_members(index, head, role))
    }

    /// "The licensing board", "the tax committee": one of its own, where nothing tells whose.
    pub(super) fn council(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let council = role.class == BOARD || role.kind == RoleKind::Institution;
        let named = self.modified(index, head, role).filter(|_| council);
        named.or_else(|| self.named_group(index, head, role))
    }

    /// "The Ansar al-Liptako group": goes by the name before the noun.
    fn named_group(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let [name] = &part.items[..head] else {
            return None;
        };
        let several = matches!(name.label, Label::Unknown) && name.last - name.first > 1;
        let group = role.kind == RoleKind::Group && !role.many;
        let own = part.definite && several && group && self.at.is_some();
        own.then(|| PartyDecision {
            kind: PartyKind::Group,
            ..unlisted::own(self.phrase.written(name))
        })
    }

    /// "The federal health regulator", "the Stay Together campaign": one of its own, where not even the article tells whose.
    pub(super) fn agency(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let agency = role.class == AGENCY && role.kind == RoleKind::Body || role.class == CAMPAIGN;
        self.modified(index, head, role).filter(|_| agency)
    }

    /// A definite body by the plain words or the name before its noun.
    fn modified(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let before = &part.items[..head];
        let plain = before.iter().all(|item| match item.role_kind() {
            // "The public health institute".
            Some(kind) => matches!(kind, RoleKind::Institution | RoleKind::People),
            None => matches!(item.label, Label::Other),
        });
        let named = matches!(before, [name] if matches!(name.label, Label::Unknown));
        let first = before.first().filter(|_| plain || named)?;
        let own = part.definite && !role.many && self.at.is_some();
        own.then(|| unlisted::own(self.phrase.stretch(first.first, part.items[head].last)))
    }

    /// "The Competition Authority": where nothing tells whose, capitals make a name of its own.
    pub(super) fn of_capitals(
        &self,
        index: usize,
        head: usize,
        role: &Role,
    ) -> Option<PartyDecision> {
        let part = self.part(index).filter(|_| self.at.is_some())?;
        let item = &part.items[head];
        let body = matches!(role.kind, RoleKind::Body | RoleKind::Force) && !role.many;
        let words = self.phrase.words.get(item.first..item.last)?;
        let capital = words.len() > 1 && words.iter().all(|word| word.caps == Caps::Title);
        let alone = head == 0 && part.definite && role.class != OFFICIAL;
        (body && capital && alone).then(|| unlisted::own(self.phrase.written(item)))
    }

    /// A name of its own that goes on behind "of" ("Popular Front of Utopia").
    pub(super) fn own_name(&self, index: usize, head: usize, role: &Role) -> Option<&'a str> {
        if let Some(name) = self.name_through_for(index, head) {
            return Some(name);
        }
        if let Some(name) = self.name_of_members(index, head, role) {
            return Some(name);
        }
        // "The Sons of the Azhar Valley": capitals make a name of a noun for people, too.
        let inside = self.part(index)?.items[head].first > 0 && self.at.is_some();
        let people = role.kind == RoleKind::People && role.many && inside;
        // "The Federal Agency for the Safety of the Food Chain": no land's, and not the chain's.
        let agency = || role.class == AGENCY && self.serves_no_land(index);
        if !is_own_side(role.kind) && !people && !agency() {
            return None;
        }
        self.name_through_of(index, head)
            .or_else(|| self.name_with_owner(index, head))
    }

    /// "The United Steelworkers": in running text, capitals make a name of those who are members.
    fn name_of_members(&self, index: usize, head: usize, role: &Role) -> Option<&'a str> {
        let part = self.part(index)?;
        let titled = |item: &Item<'_>| {
            let words = &self.phrase.words[item.first..item.last];
            words.iter().all(|word| word.caps == Caps::Title)
        };
        let before = &part.items[..head];
        let coined = |item: &Item<'_>| matches!(item.label, Label::Unknown) && titled(item);
        let members = is_member(role) && head + 1 == part.items.len();
        // In a headline every noun has its capital, while "secretary of the United Shaft Workers" tells what they are.
        let running = self.at.is_some() || part.tie == Tie::Of;
        let named = members && part.definite && running && titled(&part.items[head]);
        let own = named && !before.is_empty() && before.iter().all(coined);
        let last = part.items[head].last;
        own.then(|| self.phrase.stretch(before[0].first, last))
    }

    /// Whether nothing behind the noun of a part is a listed name or a place.
    fn serves_no_land(&self, index: usize) -> bool {
        let behind = self.phrase.parts[index + 1..].iter();
        let mut items = behind
            .take_while(|part| part.tie == Tie::Of)
            .flat_map(|part| &part.items);
        items.all(|item| match item.label {
            Label::Name(_) => false,
            _ => self.state_of_place(item, false).is_none(),
        })
    }

    /// A proper name with an owner's mark inside ("Grain Growers' Association").
    fn name_with_owner(&self, index: usize, head: usize) -> Option<&'a str> {
        let items = &self.part(index)?.items[..=head];
        let plain =
            |i: &Item<'_>| matches!(i.label, Label::Unknown | Label::Possessive | Label::Role(_));
        let marked = items.iter().any(|i| matches!(i.label, Label::Possessive));
        let name = marked && self.is_proper(index, head) && items.iter().all(plain);
        name.then(|| self.phrase.stretch(items[0].first, items[head].last))
    }

    /// A proper name whose acronym follows in brackets: the acronym is its own, whoever else bears it.
    pub(super) fn is_spelled_out(&self, index: usize, head: usize) -> bool {
        let acronym = self.part(index + 1).filter(|p| p.tie == Tie::Bracketed);
        let acronym = acronym.and_then(|p| match p.items.as_slice() {
            [item] => self.phrase.words.get(item.first),
            _ => None,
        });
        self.is_proper(index, head) && acronym.is_some_and(|word| word.caps == Caps::Upper)
    }

    /// A name of its own whose last word is a role noun and whose side nothing tells.
    fn described_alone(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let proper = self.is_proper(index, head);
        let ends_here = || {
            self.phrase
                .stretch(part.items[0].first, part.items[head].last)
        };
        let name = if proper {
            Some(ends_here())
        } else {
            self.name_through_of(index, head)
        };
        let body = part.items[head].role_kind().is_some_and(names_body);
        name.filter(|_| body).map(unlisted::own)
    }

    /// "The dockers' union", "the Pilots' Association": a body that goes by those who are its members is one of its own.
    fn of_members(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let [.., members, mark] = &self.part(index)?.items[..head] else {
            return None;
        };
        let people = |role: &Role| {
            role.many
                && matches!(
                    role.kind,
                    RoleKind::People | RoleKind::Business | RoleKind::Staff | RoleKind::Counsel
                )
        };
        let owned = matches!(mark.label, Label::Possessive) && members.role().is_some_and(people);
        let last = self.part(index)?.items[head].last;
        let body = owned && role.kind == RoleKind::Institution && !role.many;
        body.then(|| unlisted::own(self.phrase.stretch(members.first, last)))
    }

    /// "The Kurdish administration": a word with a capital that no list knows makes of a noun for any state's body one of its
    /// own.
    fn qualified(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..=head];
        let before = &items[..head];
        let wide = matches!(role.kind, RoleKind::Body | RoleKind::Force) && role.class != POLICE;
        let unheard = |i: &Item<'_>| i.is_demonym() && self.named(i).is_none();
        // "Kurdish": no state's.
        let wider = |i: &Item<'a>| {
            let capital = self.phrase.words[i.first].caps == Caps::Title;
            i.role_kind() == Some(RoleKind::Elsewhere) && capital
        };
        let name = |i: &Item<'a>| matches!(i.label, Label::Unknown) || unheard(i) || wider(i);
        let plain = |i: &Item<'a>| name(i) || matches!(i.label, Label::Other);
        let first = before.iter().find(|i| name(i))?;
        let words = self.phrase.words.get(first.first..first.last)?;
        let adjective = words.len() == 1 && words[0].caps == Caps::Title;
        let common = self.article.is_common(self.phrase.written(first));
        let owns = wide && adjective && !common && before.iter().all(plain);
        owns.then(|| PartyDecision {
            kind: PartyKind::Organization,
            ..unlisted::own(self.phrase.stretch(first.first, items[head].last))
        })
    }
}
