//! Reads a role noun whose side the phrase itself does not tell: what was named before, or a body of its own.

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::anaphora::{BOARD, GROUP, OFFICIAL};
use super::bodies::POLICE;
use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::{is_noun, is_own_side, is_staff, names_body};
use super::phrase::Tie;
use super::side::{Reading, with_rule};
use super::{anaphora, owner, unlisted};

/// Nouns for bodies of which somebody can be the voice.
fn is_body(kind: RoleKind) -> bool {
    names_body(kind) && kind != RoleKind::Local
}

impl<'a> Reading<'_, 'a> {
    /// An owner that itself points back ("the group's leader", "a government spokesman").
    pub(super) fn of_bare_owner(
        &self,
        index: usize,
        head: usize,
        role: &Role,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let owners = part.items[..head].iter().rev().filter_map(Item::role);
        let owners = owners.filter(|role| is_noun(role.kind) && role.kind != RoleKind::People);
        let organ = |kind| matches!(kind, RoleKind::Body | RoleKind::Force);
        // "National Police Service spokesperson": the service of nobody known, but the police.
        let owners = owners.enumerate();
        let owners = owners.filter(|(at, owner)| *at == 0 || organ(owner.kind));
        // "Military spokesman Colonel Jane Roe": the military's, not that of whoever acts in the text.
        let organs = part.items[..head].iter().filter_map(Item::role);
        let served = { organs }.any(|role| organ(role.kind));
        let owners = owners.filter(|(_, owner)| !(served && is_staff(owner.kind)));
        let found = { owners }.find_map(|(_, owner)| {
            // "A police spokesperson": the police of the article's state, not of the place named last.
            let local = is_staff(role.kind) && owner.class == POLICE;
            let found = anaphora::bare_role(self, owner, part.definite || !local);
            // "The group's chairman": a company's, where no armed group is named.
            let firm = || super::firms::topic_company_as_side(self);
            found.or_else(|| (owner.class == GROUP).then(firm).flatten())
        })?;
        let guessed = found.rule == "party.state-of-article" && role.kind == RoleKind::Text
            || found.rule == "party.state-of-scene" && self.is_proper(index, head);
        (!guessed).then_some(found)
    }

    /// Whom a role noun means whose side no word of the phrase tells.
    pub(super) fn bare_role(
        &self,
        index: usize,
        head: usize,
        role: &'a Role,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let names = |i: &Item<'_>| matches!(i.label, Label::Name(_) | Label::Unknown);
        let has_name = part.items[head + 1..].iter().any(names);
        let own = self.described_alone(index, head);
        let own = own.or_else(|| self.qualified(index, head, role));
        let own = own.map(|own| self.of_state_at_hand(index, head, role, own));
        if let Some(own) = own.or_else(|| self.of_members(index, head, role)) {
            return Some(own);
        }
        if part.owner.is_some()
            && let Some(known) = self.apposed_person(index)
            && let Some(known) = self.article.by_name(&known)
            && known.party.as_ref() != Some(&known.entity)
        {
            return Some(with_rule(known, "party.person-in-article"));
        }
        // "Troops shelled Kherson, its mayor said": the town's.
        if part.owner == Some(RoleKind::It)
            && role.kind == RoleKind::Local
            && let Some(place) = super::bodies::of_place_before(self)
        {
            return Some(self.of_role(index, head, role, place));
        }
        if let Some(owner) = part.owner
            && let Some(owner) = owner::owner(owner, role.kind, self)
        {
            return Some(self.of_role(index, head, role, owner));
        }
        // "The minister of Government, Jane Roe": she is the minister.
        let inner = matches!(part.tie, Tie::Of | Tie::At | Tie::In);
        if !has_name
            && !inner
            && let Some(found) = self.apposed_name(index)
        {
            return Some(self.serving_unnamed(index, head, role, found));
        }
        // "A spokesman for X" whom nothing knows is nobody else's; "the union NGG" is the name behind it.
        let owned = || {
            let of = self.part(index + 1).is_some_and(|p| p.tie == Tie::Of);
            let marked = part.items[..head]
                .iter()
                .any(|i| matches!(i.label, Label::Possessive));
            of || marked
        };
        if is_staff(role.kind) && owned() || has_name && is_own_side(role.kind) {
            return None;
        }
        // "Coast guard spokesman Jane Roe": where nothing tells whose guard, she is nobody else's.
        let serves = |i: &Item<'_>| i.role().is_some_and(|owner| is_body(owner.kind));
        if has_name && is_staff(role.kind) && part.items[..head].iter().any(serves) {
            return None;
        }
        if has_name && let Some(body) = owner::body_beside(self, role) {
            return Some(body);
        }
        // "Aid agencies": a word that no list knows makes others of them than those that were named.
        let other = |i: &Item<'_>| matches!(i.label, Label::Other);
        let wider = |i: &Item<'_>| i.role_kind() == Some(RoleKind::Elsewhere);
        let before = &part.items[..head];
        let official = role.class == OFFICIAL;
        if !part.definite && before.iter().any(|i| other(i) && !official || wider(i)) {
            return None;
        }
        // "The minister of the small state": nobody knows which.
        let of_other = self.part(index + 1).is_some_and(|p| {
            let known = head_of(p).is_some_and(|h| p.items[h].role().is_some());
            p.tie == Tie::Of && !known
        });
        let officer = role.kind == RoleKind::Staff && self.is_apposed(index);
        if of_other && (officer || matches!(role.kind, RoleKind::Minister | RoleKind::Office)) {
            return None;
        }
        // "The licensing board", "the tax committee": one of its own, where nothing tells whose.
        let modified = part.definite && before.len() == 1 && before.iter().all(other);
        let council = role.class == BOARD || role.kind == RoleKind::Institution;
        let own = modified && council && !role.many && self.at.is_some();
        if own {
            return Some(unlisted::own(
                self.phrase.stretch(before[0].first, part.items[head].last),
            ));
        }
        // Headlines leave "the" out.
        let vague = role.class == OFFICIAL || matches!(role.kind, RoleKind::Staff | RoleKind::Head);
        let headline =
            self.at.is_none() && !part.indefinite && part.items.len() == 1 && !vague && !role.many;
        let found = anaphora::bare_role(self, role, part.definite || has_name || headline);
        let beside = || super::states::of_state_beside(self, role);
        let found = found.or_else(|| has_name.then(beside).flatten());
        let officer = || super::states::of_named_officer(self, role);
        found
            .or_else(|| has_name.then(officer).flatten())
            .or_else(|| self.of_capitals(index, head, role).filter(|_| !has_name))
    }

    /// "The Competition Authority": where nothing tells whose, capitals make a name of its own.
    fn of_capitals(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let part = self.part(index).filter(|_| self.at.is_some())?;
        let item = &part.items[head];
        let body = matches!(role.kind, RoleKind::Body | RoleKind::Force) && !role.many;
        let words = self.phrase.words.get(item.first..item.last)?;
        let capital = words.len() > 1 && words.iter().all(|word| word.caps == Caps::Title);
        let alone = head == 0 && part.definite && role.class != OFFICIAL;
        (body && capital && alone).then(|| unlisted::own(self.phrase.written(item)))
    }

    /// "Jane Roe, the commander of the western region": the noun stands behind a name.
    fn is_apposed(&self, index: usize) -> bool {
        self.part(index)
            .is_some_and(|part| part.tie == Tie::Apposed)
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
