//! Whose word people speak who are no side of their own: those close to somebody, and those who look into a matter for a
//! body.

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind};
use crate::lexicon::words::{Set, WordSets};

use super::PartyDecision;
use super::classes::{EXPERT, INSIDER, NEAR, PERSON};
use super::items::{Item, Label};
use super::kinds::{is_past, names_body};
use super::phrase::{Part, Tie};
use super::side::{Reading, with_rule};
use super::{anaphora, owner, unlisted};

impl Reading<'_, '_> {
    /// "A person close to Corvel", "observers from the League", "Corvel's experts".
    pub(super) fn spoken_for(
        &self,
        index: usize,
        head: usize,
        role: &Role,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        if is_past(&part.items[..head]) {
            return None;
        }
        let side = match role.class.as_str() {
            PERSON if part.definite && part.items.len() == 1 && self.part(index + 1).is_none() => {
                anaphora::one_of_them(self.at, self.article)
            }
            PERSON | INSIDER => self.close_to(index + 1, role).or_else(|| {
                // "Corvel's people let it be known".
                let own = role.class == PERSON && !self.phrase.parts[index].indefinite;
                own.then(|| self.owner_of_experts(index, head)).flatten()
            }),
            EXPERT => self
                .owner_by_pronoun(index)
                .or_else(|| self.body_behind(index + 1))
                .or_else(|| self.owner_of_experts(index, head)),
            // "Norway's men say", where those of a land are not all who live there.
            _ if WordSets::shared().has(Set::MenNoun, &role.noun) => self.owner_before(index, head),
            _ => None,
        }?;
        let first = part.items.first()?.first;
        let behind = self.part(index + 1).and_then(|next| next.items.last());
        let last = behind.map_or(part.items[head].last, |item| item.last);
        Some(PartyDecision {
            entity: self.phrase.stretch(first, last).into(),
            ..with_rule(&side, "party.spoken-for")
        })
    }

    /// "People close to Corvel", "a source familiar with the board's thinking": whom they are near; to be near a town or a
    /// matter says nothing.
    fn close_to(&self, index: usize, role: &Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let side = match part.tie {
            Tie::Near if self.link_before(index) == Some(KNOWING) => self.of_mind(index)?,
            Tie::In if self.link_before(index) != Some(NEAR) => self.of_camp(part)?,
            Tie::Near | Tie::In => self.named_or_meant(index)?,
            _ => return None,
        };
        // "People close to Bakhmut" live there.
        let lives = side.kind == PartyKind::State && role.class != INSIDER;
        (!lives && side.party.is_some()).then_some(side)
    }

    /// Class of the words that tie a part to the one before.
    fn link_before(&self, index: usize) -> Option<&str> {
        let first = self.part(index)?.items.first()?.first;
        let link = |at: usize| {
            let role = self.context.lexicon.longest_role(&self.phrase.words, at)?;
            matches!(role.1.kind, RoleKind::Near | RoleKind::In).then_some(role.1.class.as_str())
        };
        (0..first).rev().find_map(link)
    }

    /// "The board's thinking": of whose mind it is; "the documents" are of nobody's.
    fn of_mind(&self, index: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items;
        let [.., owner, mark, mind] = items.as_slice() else {
            return None;
        };
        let noun = self.phrase.written(mind).to_lowercase();
        let marked = matches!(mark.label, Label::Possessive);
        let thinks = marked && WordSets::shared().has(Set::MindNoun, &noun);
        thinks
            .then(|| self.owner_at(index, items.len() - 3, owner))
            .flatten()
    }

    /// "A source in Corvel's camp": of whom the camp is.
    pub(super) fn of_camp(&self, part: &Part<'_>) -> Option<PartyDecision> {
        let [.., owner, mark, camp] = part.items.as_slice() else {
            return None;
        };
        let noun = self.phrase.written(camp).to_lowercase();
        let marked = matches!(mark.label, Label::Possessive);
        let camp = marked && WordSets::shared().has(Set::CampNoun, &noun);
        camp.then(|| self.named(owner)).flatten()
    }

    /// Whom an owner names, or means by a noun.
    fn owner_at(&self, index: usize, at: usize, owner: &Item<'_>) -> Option<PartyDecision> {
        match &owner.label {
            Label::Role(role) => self.by_role(index, at, role),
            _ => self
                .part(index)
                .and_then(|part| self.named(&part.items[at])),
        }
    }

    /// Whom a part names; what it only lets guess by a place is nobody.
    fn named_or_meant(&self, index: usize) -> Option<PartyDecision> {
        let found = self.resolve(index)?;
        (found.rule != "party.pattern-place").then_some(found)
    }

    /// "Observers from the League", "researchers at the Corvel Institute": a body, and no state, no person and no town.
    fn body_behind(&self, index: usize) -> Option<PartyDecision> {
        let part = self
            .part(index)
            .filter(|part| matches!(part.tie, Tie::At | Tie::Of))?;
        let found = self
            .name_in_capitals(part)
            .or_else(|| self.resolve(index))?;
        let name = found.entity.as_str();
        let town = || (self.context.country_of)(name).is_some() || self.article.is_placed(name);
        let body = match found.kind {
            PartyKind::State | PartyKind::Person | PartyKind::Outlet => false,
            PartyKind::Unlisted => {
                let called = part
                    .items
                    .iter()
                    .any(|i| i.role_kind().is_some_and(names_body));
                let capital = name.starts_with(char::is_uppercase);
                capital && (called || part.definite || name.contains(' ') || !town())
            }
            _ => true,
        };
        (body && found.party.is_some()).then_some(found)
    }

    /// "Volunteers of the Alba Emergency Response Room": capitals make one name of words that no list knows and a noun inside.
    fn name_in_capitals(&self, part: &Part<'_>) -> Option<PartyDecision> {
        let [first, .., last] = part.items.as_slice() else {
            return None;
        };
        let words = &self.phrase.words[first.first..last.last];
        let titled = words.iter().all(|word| word.caps == Caps::Title);
        let unknown = |item: &Item<'_>| matches!(item.label, Label::Unknown);
        let noun = part.items.iter().any(|item| item.role().is_some());
        let named = part.definite && titled && unknown(first) && unknown(last) && noun;
        named.then(|| unlisted::own(self.phrase.stretch(first.first, last.last)))
    }

    /// "Its researcher Jane Roe": of the body that the pronoun means.
    fn owner_by_pronoun(&self, index: usize) -> Option<PartyDecision> {
        let kind = self.part(index)?.owner?;
        let body = matches!(kind, RoleKind::It | RoleKind::They);
        let found = body
            .then(|| owner::owner(kind, RoleKind::Head, self))
            .flatten()?;
        (found.kind != PartyKind::State && found.party.is_some()).then_some(found)
    }

    /// A body of states.
    fn is_of_states(&self, found: &PartyDecision) -> bool {
        let line = self.context.lexicon.named(&found.entity, self.context.date);
        found.kind == PartyKind::Body || line.is_some_and(|line| line.office == STATES_UNION)
    }

    /// "Corvel's experts": whose they are, where it is no state.
    fn owner_of_experts(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..head];
        // "EU observers": of the body of states that is named right before them.
        if let [.., body] = items
            && matches!(body.label, Label::Name(_))
            && let Some(found) = self.named(body).filter(|found| self.is_of_states(found))
        {
            return Some(found);
        }
        let found = self.owner_before(index, head)?;
        let serves = found.kind != PartyKind::State || self.is_of_states(&found);
        serves.then_some(found)
    }

    /// Whoever is named before the mark of an owner that stands before the noun.
    fn owner_before(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let [.., owner, mark] = &self.part(index)?.items[..head] else {
            return None;
        };
        if !matches!(mark.label, Label::Possessive) {
            return None;
        }
        let town = || self.state_of_place(owner, true).is_some();
        let unlisted = matches!(owner.label, Label::Unknown);
        let found = self.owner_at(index, head - 2, owner);
        let coined = || (unlisted && !town()).then(|| unlisted::own(self.phrase.written(owner)));
        found.or_else(coined).filter(|found| found.party.is_some())
    }
}

/// Office of a union of states.
const STATES_UNION: &str = "union";

/// Class of the links that say that somebody knows what stands behind them.
const KNOWING: &str = "knowing";
