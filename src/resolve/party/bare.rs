//! Reads a role noun whose side the phrase itself does not tell: what was named before, or a body of its own.

use crate::lexicon::parties::{Caps, Role, RoleKind};

use super::PartyDecision;
use super::classes::{COUNTERPART, GROUP, JUNTA, OFFICIAL, POLICE};
use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::{is_noun, is_own_side, is_staff, names_body};
use super::phrase::Tie;
use super::side::{Reading, with_rule};
use super::{anaphora, at_hand, owner};

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
        // "The Front's military secretary": the Front's, before all.
        let marked = |pair: &&[Item<'a>]| matches!(pair[1].label, Label::Possessive);
        let marked = part.items[..head].windows(2).filter(marked);
        let marked = marked.filter_map(|pair| pair[0].role()).rev();
        // "The junta's military attaché": the junta's, whoever's military is near.
        let group = { marked }.find(|owner| is_own_side(owner.kind) || owner.class == JUNTA);
        if let Some(group) = group.and_then(|owner| anaphora::bare_role(self, owner, true)) {
            return Some(group);
        }
        if let Some(body) = self.of_name_ending(&part.items[..head]) {
            return Some(body);
        }
        // "The billionaire's lawyers": those of whom the text calls so.
        let dubbed = |at: &usize| {
            let pair = &part.items[*at..*at + 2];
            let person = pair[0].role_kind() == Some(RoleKind::People);
            person && matches!(pair[1].label, Label::Possessive)
        };
        let dubbed = (0..head.saturating_sub(1)).find(dubbed);
        let dubbed = dubbed.and_then(|at| self.by_epithet(index, at, part.items[at].role()?));
        if dubbed.is_some() {
            return dubbed;
        }
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

    /// "Forum leader Jane Roe", "the League's chair", where the article names one body whose name ends so.
    fn of_name_ending(&self, before: &[Item<'a>]) -> Option<PartyDecision> {
        let titled = |item: &&Item<'a>| {
            let word = self.phrase.words.get(item.first);
            let body = item.role().is_some_and(|role| is_own_side(role.kind));
            body && word.is_some_and(|word| word.caps == Caps::Title)
        };
        let noun = before.iter().rev().find(titled)?;
        let found = self.article.sole_ending_in(self.phrase.written(noun))?;
        Some(with_rule(found, "party.name-in-article"))
    }

    /// Whom a role noun means whose side no word of the phrase tells.
    pub(super) fn bare_role(
        &self,
        index: usize,
        head: usize,
        role: &'a Role,
    ) -> Option<PartyDecision> {
        let names = |i: &Item<'_>| matches!(i.label, Label::Name(_) | Label::Unknown);
        let has_name = self.part(index)?.items[head + 1..].iter().any(names);
        let told = self.of_itself(index, head, role);
        if let Some(told) = told.or_else(|| self.of_pronoun(index, head, role)) {
            return Some(told);
        }
        if !has_name && let Some(found) = self.beside_its_name(index, head, role) {
            return Some(found);
        }
        if self.is_nobody_elses(index, head, role, has_name) {
            return None;
        }
        if has_name && let Some(body) = owner::body_beside(self, role) {
            return Some(body);
        }
        if has_name && let Some(body) = owner::body_presided(self, role) {
            return Some(body);
        }
        if self.is_of_others(index, head, role) {
            return None;
        }
        self.council(index, head, role)
            .or_else(|| self.pointing_back(index, head, role, has_name))
            .or_else(|| self.agency(index, head, role))
    }

    /// Whose the pronoun before the noun says that it is.
    fn of_pronoun(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let pronoun = self.part(index)?.owner?;
        // "His challenger, Jane Roe": against him.
        let person = matches!(pronoun, RoleKind::He | RoleKind::She);
        if person && role.kind == RoleKind::Candidate || role.class == COUNTERPART {
            return None;
        }
        if let Some(known) = self.apposed_person(index)
            && let Some(known) = self.article.by_name(&known)
            && known.party.as_ref() != Some(&known.entity)
        {
            return Some(with_rule(known, "party.person-in-article"));
        }
        // "Troops shelled Kherson, its mayor said": the town's.
        if pronoun == RoleKind::It
            && role.kind == RoleKind::Local
            && let Some(place) = at_hand::of_place_before(self)
        {
            return Some(self.of_role(index, head, role, place));
        }
        let owner = owner::owner(pronoun, role.kind, self)?;
        Some(self.of_role(index, head, role, owner))
    }

    /// "The minister of Government, Jane Roe": she is the minister.
    fn beside_its_name(&self, index: usize, head: usize, role: &'a Role) -> Option<PartyDecision> {
        if matches!(self.part(index)?.tie, Tie::Of | Tie::At | Tie::In) {
            return None;
        }
        let found = self.apposed_name(index)?;
        Some(self.serving_unnamed(index, head, role, found))
    }

    /// Whether the phrase gives the noun to somebody whom nothing knows, so that it is nobody else's.
    fn is_nobody_elses(&self, index: usize, head: usize, role: &Role, has_name: bool) -> bool {
        let before = self.part(index).map_or(&[][..], |part| &part.items[..head]);
        // "A spokesman for X" whom nothing knows is nobody else's; "the union NGG" is the name behind it.
        let owned = || {
            let of = self.part(index + 1).is_some_and(|p| p.tie == Tie::Of);
            of || before.iter().any(|i| matches!(i.label, Label::Possessive))
        };
        if is_staff(role.kind) && owned() || has_name && is_own_side(role.kind) {
            return true;
        }
        // "Coast guard spokesman Jane Roe": where nothing tells whose guard, she is nobody else's.
        let serves = |i: &Item<'_>| i.role().is_some_and(|owner| is_body(owner.kind));
        has_name && is_staff(role.kind) && before.iter().any(serves)
    }

    /// Whether a word that no list knows makes others of them than those that were named.
    fn is_of_others(&self, index: usize, head: usize, role: &Role) -> bool {
        let Some(part) = self.part(index) else {
            return false;
        };
        // "Aid agencies": others than those that were named.
        let wider = |i: &Item<'_>| i.role_kind() == Some(RoleKind::Elsewhere);
        let official = role.class == OFFICIAL;
        let other = |i: &Item<'_>| matches!(i.label, Label::Other) && !official || wider(i);
        if !part.definite && part.items[..head].iter().any(other) {
            return true;
        }
        // "The minister of the small state": nobody knows which.
        let of_other = self.part(index + 1).is_some_and(|p| {
            let known = head_of(p).is_some_and(|h| p.items[h].role().is_some());
            p.tie == Tie::Of && !known
        });
        let officer = role.kind == RoleKind::Staff && self.is_apposed(index);
        of_other && (officer || matches!(role.kind, RoleKind::Minister | RoleKind::Office))
    }

    /// What the article lets guess of a noun that the phrase leaves open.
    fn pointing_back(
        &self,
        index: usize,
        head: usize,
        role: &'a Role,
        has_name: bool,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        // Headlines leave "the" out.
        let vague = role.class == OFFICIAL || matches!(role.kind, RoleKind::Staff | RoleKind::Head);
        let headline =
            self.at.is_none() && !part.indefinite && part.items.len() == 1 && !vague && !role.many;
        let found = anaphora::bare_role(self, role, part.definite || has_name || headline);
        // "Major Jane Roe said ... Admiral John Poe said": two persons.
        let other = |found: &PartyDecision| {
            let own = found.party.as_ref() == Some(&found.entity);
            own && has_name && self.article.is_person_name(&found.entity)
        };
        let found = found.filter(|found| !other(found));
        let beside = || super::states::of_state_beside(self, role);
        let found = found.or_else(|| has_name.then(beside).flatten());
        let officer = || {
            super::states::of_named_officer(self, role)
                .or_else(|| super::states::of_public_officer(self, role))
        };
        found
            .or_else(|| has_name.then(officer).flatten())
            .or_else(|| {
                // "A Defence Ministry spokeswoman, General Jane Roe": the ministry's.
                let alone = has_name && head == 0 && index == 0;
                alone
                    .then(|| super::states::of_army_before(self, role))
                    .flatten()
            })
            .or_else(|| self.of_capitals(index, head, role).filter(|_| !has_name))
    }

    /// "Jane Roe, the commander of the western region": the noun stands behind a name.
    fn is_apposed(&self, index: usize) -> bool {
        self.part(index)
            .is_some_and(|part| part.tie == Tie::Apposed)
    }
}
