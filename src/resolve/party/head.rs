//! Reads a part of a phrase by its head: a listed name, a role noun, an unlisted name, or none of these.

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use crate::lexicon::words::{Set, WordSets};

use super::PartyDecision;
use super::classes::{FAMILY, OWNER};
use super::items::{Item, Label};
use super::kinds::{is_noun, is_past, is_person_noun, is_pronoun, names_body};
use super::names::Mentioned;
use super::phrase::{Part, Tie};
use super::side::{Reading, with_rule};
use super::union::UNION;
use super::{anaphora, issuer, unlisted};

impl<'a> Reading<'_, 'a> {
    /// Whom part `index` names and for whom that speaks; `None` where it tells nothing.
    pub fn resolve(&self, index: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let head = head_of(part)?;
        let item = &part.items[head];
        match &item.label {
            Label::Name(_) | Label::Unknown if unlisted::is_model(self, index, head) => None,
            Label::Name(_) => self.by_name(index, head),
            Label::Unknown => unlisted::resolve(self, index, head),
            Label::Role(role) => self.by_role(index, head, role),
            _ => self
                .owner_seated(index, head, RoleKind::Body)
                .or_else(|| self.by_plain_noun(index))
                .or_else(|| self.behind_its_noun(index, head)),
        }
    }

    /// The side of a role noun that stands before a name in the same part ("governor Igor Kobzev").
    pub fn role_before(&self, index: usize, name: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..name];
        let at = items
            .iter()
            .rposition(|i| i.role().is_some_and(|r| is_noun(r.kind)))?;
        let role = items[at].role()?;
        // "In his complaint Mr Roe said": what somebody wrote is no office.
        if is_past(items) || matches!(role.kind, RoleKind::Text | RoleKind::Country) {
            return None;
        }
        self.by_role(index, at, role)
    }

    /// Whom a part means that a role noun heads.
    pub(super) fn by_role(
        &self,
        index: usize,
        head: usize,
        role: &'a Role,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        if role.kind == RoleKind::Time {
            return None;
        }
        // "Its opposition to the sale": a stand, and nobody.
        let stand = role.kind == RoleKind::Opposition && role.lone && part.owner.is_some();
        if stand {
            return None;
        }
        if let Some(side) = self.spoken_for(index, head, role) {
            return Some(side);
        }
        if let Some(person) = self.by_age(index) {
            return Some(person);
        }
        if let Some(person) = self.by_epithet(index, head, role) {
            return Some(person);
        }
        if let Some(person) = self.by_origin(index, head, role) {
            return Some(person);
        }
        if role.kind == RoleKind::People || is_past(&part.items[..head]) {
            let own = self.own_name(index, head, role).map(unlisted::own);
            let own = own.or_else(|| self.of_family(index, head, role));
            return own.or_else(|| self.for_themselves(index));
        }
        if let Some(found) = self.listed_beside(index, head, role) {
            return Some(found);
        }
        if role.class == UNION {
            return self.of_union(index, head, role);
        }
        if let Some(found) = self.named_in_phrase(index, head, role) {
            return Some(found);
        }
        if role.class == STATEMENT && part.definite && part.items.len() == 1 {
            return issuer::of_author(self.article);
        }
        let owner = self.owner_seated(index, head, role.kind);
        if let Some(owner) = owner.or_else(|| self.of_land(index, head, role)) {
            return Some(owner);
        }
        match self.side_told(index, head, role) {
            Some(side) => Some(self.on_side(index, head, role, side)),
            None => self
                .bare_role(index, head, role)
                .or_else(|| self.named_office(index, head, role)),
        }
    }

    /// "The Claes family": they speak as one, and so does "the family" behind it.
    fn of_family(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        if role.class != FAMILY {
            return None;
        }
        let part = self.part(index)?;
        match &part.items[..head] {
            [name] if matches!(name.label, Label::Unknown) => {
                let last = part.items[head].last;
                Some(unlisted::own(self.phrase.stretch(name.first, last)))
            }
            [] if part.definite => {
                let family = |m: &&Mentioned| {
                    let named = m.decision.party.as_ref() == Some(&m.decision.entity);
                    named && m.role == Some(RoleKind::People) && m.nouns.contains(&role.noun)
                };
                let found = self.article.nearest(self.at, family)?;
                Some(with_rule(&found.decision, "party.role-in-article"))
            }
            _ => None,
        }
    }

    /// The listed name behind a comma or in brackets of a body that does not spell it out.
    fn listed_beside(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let body = names_body(role.kind) && !self.is_spelled_out(index, head);
        body.then(|| self.apposed_listed(index)).flatten()
    }

    /// Whom the phrase itself names with a role noun: a board or a person, a name of its own, or who was named last.
    fn named_in_phrase(&self, index: usize, head: usize, role: &'a Role) -> Option<PartyDecision> {
        if let Some(owner) = self.owner_apposed(index, role) {
            return Some(owner);
        }
        if let Some(board) = self.named_board(index, head, role) {
            return Some(board);
        }
        if let Some(union) = self.union_before(index, head) {
            return Some(self.of_role(index, head, role, union));
        }
        if let Some(person) = self.person_behind_of(index) {
            return Some(person);
        }
        if let Some(name) = self.own_name(index, head, role) {
            return Some(unlisted::own(name));
        }
        let same = self.part(index)?.same;
        let found = same.then(|| anaphora::same_person(self, role)).flatten()?;
        Some(with_rule(found, "party.role-in-article"))
    }

    /// What a role noun means on a side, unless that side is but a town that bears a word of its name.
    fn on_side(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        side: PartyDecision,
    ) -> PartyDecision {
        let items = &self.phrase.parts[index].items;
        let unknown = |i: &Item<'_>| matches!(i.label, Label::Unknown);
        // "Santarosa chairman", where a town is called so: a town has none, so that a firm is called so.
        let firm = role.kind == RoleKind::Business && side.rule == "party.pattern-place";
        if let Some(name) = items[..head].iter().find(|item| unknown(item) && firm) {
            let written = self.phrase.written(name);
            // "Bergen cafe owner": of a cafe there, and of nothing that goes by the town's name.
            if role.class == OWNER && items[head].first > name.last {
                return unlisted::own(self.phrase.stretch(items[0].first, items[head].last));
            }
            let full = self.article.titled.get(written);
            return unlisted::own(full.map_or(written, |full| full.as_str()));
        }
        if items[..head].iter().any(unknown)
            && (self.is_stray_place(role, &side) || self.is_army_by_name(index, head, &side))
        {
            return unlisted::own(self.phrase.stretch(items[0].first, items[head].last));
        }
        // "Brenna's fisheries minister": a town has none, so that a land is called so.
        let of = self.part(index + 1).filter(|part| part.tie == Tie::Of);
        let behind = of.and_then(|part| part.items.first().filter(|item| unknown(item)));
        let land = items[..head].iter().find(|item| unknown(item)).or(behind);
        if let Some(land) = land.filter(|_| self.is_stray_land(role, &side)) {
            let land = unlisted::own(self.phrase.written(land));
            return self.of_role(index, head, role, land);
        }
        self.of_role(index, head, role, side)
    }

    /// "One of them, Jane Roe": she.
    fn one_of_many(&self, index: usize) -> Option<PartyDecision> {
        let words = WordSets::shared();
        let first = self.phrase.words.first().filter(|_| index == 0)?;
        let of_them = self.part(1)?;
        let them = self.phrase.written(of_them.items.last()?).to_lowercase();
        let one = words.has(Set::QuantifierPronoun, &first.key) && of_them.tie == Tie::Of;
        let name = self.apposed_person(index)?;
        (one && words.has(Set::ItPronoun, &them)).then(|| unlisted::own(&name))
    }

    /// People, and those out of office: nobody's side; a name among them is a side of its own.
    fn for_themselves(&self, index: usize) -> Option<PartyDecision> {
        // "The commissioner for captives, Jane Roe": she is the commissioner.
        if self.part(index)?.tie == Tie::Of {
            return None;
        }
        let found = self.apposed_name(index)?;
        let own = found.kind == PartyKind::Unlisted || found.kind == PartyKind::Person;
        own.then(|| with_rule(&found, found.rule))
    }

    fn by_plain_noun(&self, index: usize) -> Option<PartyDecision> {
        let camp = || self.of_camp(self.part(index)?);
        self.by_age(index)
            .or_else(|| self.apposed_listed(index))
            .or_else(|| self.one_of_many(index))
            .or_else(|| camp().map(|side| with_rule(&side, "party.spoken-for")))
            .or_else(|| self.owned_person(index))
            .or_else(|| self.for_themselves(index))
    }
}

/// The item that heads a part: the last that is no modifier, owner's mark or small word; a plain word behind a noun
/// of persons does not head it ("officials familiar with the talks").
pub(super) fn head_of(part: &Part<'_>) -> Option<usize> {
    let last = part.items.iter().rposition(|item| match &item.label {
        Label::Name(_) | Label::Unknown | Label::Other => true,
        Label::Role(role) => is_noun(role.kind) || is_pronoun(role.kind),
        Label::Possessive | Label::Mark => false,
    })?;
    if !matches!(part.items[last].label, Label::Other) {
        return Some(last);
    }
    let noun = part.items[..last]
        .iter()
        .rposition(|i| !matches!(i.label, Label::Other));
    let person = |at: &usize| {
        part.items[*at].role_kind().is_some_and(is_person_noun) || part.items[*at].is_person()
    };
    noun.filter(person).or(Some(last))
}

/// Class of the texts that a body issues: in one of its own "the statement" is itself.
const STATEMENT: &str = "statement";
