//! Reads a part that a listed name heads: the entity itself, unless the words before it give it to another.

use crate::lexicon::parties::{PartyKind, RoleKind};

use super::PartyDecision;
use super::anaphora;
use super::items::Item;
use super::kinds::is_past;
use super::side::{Reading, for_himself};
use super::unlisted;

impl<'a> Reading<'_, 'a> {
    /// Whom a part means that a listed name heads.
    pub(super) fn by_name(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let item = &part.items[head];
        let Some(found) = self.named(item) else {
            return match item.or_role {
                Some(role) => self.by_role(index, head, role),
                None if self.is_of_other_office(item) => unlisted::resolve(self, index, head),
                None if item.is_ambiguous() => Some(self.undecided(item)),
                None => unlisted::resolve(self, index, head),
            };
        };
        if found.rule == "party.demonym" && (part.indefinite && head == 0 || self.is_some_of(part))
        {
            return None;
        }
        if found.rule == "party.demonym"
            && part.items.len() == 1
            && self.is_one_of_people(index, &found)
        {
            return anaphora::last_person(self).cloned();
        }
        if found.kind == PartyKind::Person && is_past(&part.items[..head]) {
            return Some(for_himself(found));
        }
        if let Some(firm) = self.firm_led(index, head, &found) {
            return Some(firm);
        }
        if matches!(found.kind, PartyKind::Government | PartyKind::Force) {
            return Some(self.of_other_state(index, head, found));
        }
        if let Some(namesake) = self.of_namesake(index, head, &found) {
            return Some(namesake);
        }
        if found.rule != "party.person-out-of-office" {
            return Some(found);
        }
        self.office_beside(index, head, found)
    }

    /// "The Spaniard": one of a people whom the text has named, and no voice of his land.
    fn is_one_of_people(&self, index: usize, found: &PartyDecision) -> bool {
        let part = &self.phrase.parts[index];
        let word = self.phrase.written(&part.items[0]);
        let many = format!("{word}{MANY}");
        let alone = self.phrase.parts.len() == 1 && part.definite && !part.same;
        let forms = self.context.lexicon.find(&many, self.context.date);
        alone && forms.iter().any(|m| m.entry.canonical == found.entity)
    }

    /// "Chief executive Jane Roe", who also serves a state: here she speaks for the company that the article is about.
    fn firm_led(&self, index: usize, head: usize, found: &PartyDecision) -> Option<PartyDecision> {
        let before = &self.part(index)?.items[..head];
        let business = |item: &Item<'_>| item.role_kind() == Some(RoleKind::Business);
        let (lexicon, date) = (self.context.lexicon, self.context.date);
        let served = lexicon.named(found.party.as_ref()?, date)?.kind;
        if served != PartyKind::State || !before.iter().any(business) {
            return None;
        }
        let firm = self.role_before(index, head)?;
        (firm.kind == PartyKind::Company && firm.party.is_some()).then(|| PartyDecision {
            entity: found.entity.clone(),
            kind: PartyKind::Person,
            ..firm
        })
    }

    /// A body's listed name with another state or a party before it is theirs ("Seoul's Joint Chiefs of Staff").
    fn of_other_state(&self, index: usize, head: usize, found: PartyDecision) -> PartyDecision {
        let part = &self.phrase.parts[index];
        let owner = self.before(&part.items[..head], false);
        let other = |o: &PartyDecision| matches!(o.kind, PartyKind::State | PartyKind::Political);
        match owner.filter(|o| other(o) && o.party != found.party) {
            Some(owner) => PartyDecision {
                kind: found.kind,
                ..owner
            },
            None => found,
        }
    }

    /// A name that more than one can bear, and nothing tells which is meant.
    fn undecided(&self, item: &Item<'_>) -> PartyDecision {
        PartyDecision {
            entity: self.phrase.written(item).into(),
            kind: PartyKind::Unlisted,
            party: None,
            rule: "party.ambiguous",
            line: None,
        }
    }

    /// One whose listed term is over speaks for a side again when the text gives an office and no "former".
    fn office_beside(
        &self,
        index: usize,
        head: usize,
        found: PartyDecision,
    ) -> Option<PartyDecision> {
        let side = match self.role_before(index, head) {
            Some(side) => Some(side),
            None => self.apposed_side(index),
        };
        match side {
            Some(side) if side.party.is_some() && side.kind != PartyKind::Unlisted => {
                Some(PartyDecision {
                    entity: found.entity,
                    kind: PartyKind::Person,
                    ..side
                })
            }
            _ => Some(found),
        }
    }
}

/// What the listed words for a people end in where those for one of it do not.
const MANY: &str = "s";
