//! Reads a part of a phrase by its head: a listed name, a role noun, an unlisted name, or none of these.

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::items::{Item, Label};
use super::kinds::{
    is_noun, is_own_side, is_past, is_person_noun, is_pronoun, is_seated, is_staff, names_body,
};
use super::phrase::{Part, Tie};
use super::portfolio::is_portfolio;
use super::side::{ABROAD, Reading, for_himself, is_civil, with_rule};
use super::union::UNION;
use super::{anaphora, unlisted};

impl<'a> Reading<'_, 'a> {
    /// Whom part `index` names and for whom that speaks; `None` where it tells nothing.
    pub fn resolve(&self, index: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let head = head_of(part)?;
        let item = &part.items[head];
        match &item.label {
            Label::Name(_) => self.by_name(index, head),
            Label::Unknown => unlisted::resolve(self, index, head),
            Label::Role(role) => self.by_role(index, head, role),
            _ => self
                .owner_seated(index, head, RoleKind::Body)
                .or_else(|| self.by_plain_noun(index))
                .or_else(|| self.behind_its_noun(index, head)),
        }
    }

    fn by_name(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let item = &self.part(index)?.items[head];
        let Some(found) = self.named(item) else {
            return match item.or_role {
                Some(role) => self.by_role(index, head, role),
                None if item.is_ambiguous() => Some(self.undecided(item)),
                None => unlisted::resolve(self, index, head),
            };
        };
        let part = self.part(index)?;
        if found.rule == "party.demonym" && (part.indefinite && head == 0 || self.is_some_of(part))
        {
            return None;
        }
        if found.kind == PartyKind::Person && is_past(&self.part(index)?.items[..head]) {
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

    /// The side of a role noun that stands before a name in the same part ("governor Igor Kobzev").
    pub fn role_before(&self, index: usize, name: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..name];
        let at = items
            .iter()
            .rposition(|i| i.role().is_some_and(|r| is_noun(r.kind)))?;
        let role = items[at].role()?;
        if is_past(items) {
            return None;
        }
        self.by_role(index, at, role)
    }

    fn by_role(&self, index: usize, head: usize, role: &'a Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let before = &part.items[..head];
        if role.kind == RoleKind::Time {
            return None;
        }
        if role.kind == RoleKind::People || is_past(before) {
            return self.for_themselves(index);
        }
        if names_body(role.kind)
            && !self.is_spelled_out(index, head)
            && let Some(found) = self.apposed_listed(index)
        {
            return Some(found);
        }
        if role.class == UNION {
            return self.of_union(index, head, role);
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
        if part.same
            && let Some(found) = anaphora::same_person(self, role)
        {
            return Some(with_rule(found, "party.role-in-article"));
        }
        if role.class == STATEMENT && part.definite && part.items.len() == 1 {
            return super::bodies::of_author(self.article);
        }
        if let Some(owner) = self.owner_seated(index, head, role.kind) {
            return Some(owner);
        }
        if let Some(landed) = self.of_land(index, head, role) {
            return Some(landed);
        }
        let civil = is_civil(role.kind) && !self.is_proper(index, head);
        let owned = before.iter().any(|i| matches!(i.label, Label::Possessive));
        let side = self.before(before, civil).or_else(|| {
            let owner = self.of_bare_owner(index, head, role);
            if owned && owner.is_some() {
                owner
            } else {
                self.complement(index, role).or(owner)
            }
        });
        let side = side.filter(|side| !is_portfolio(role, side));
        match side.or_else(|| self.unknown_owner(index, head, role)) {
            Some(side)
                if before.iter().any(|i| matches!(i.label, Label::Unknown))
                    && self.is_stray_place(role, &side) =>
            {
                let name = self
                    .phrase
                    .stretch(part.items[0].first, part.items[head].last);
                Some(unlisted::own(name))
            }
            Some(side) => Some(self.of_role(index, head, role, side)),
            None => self.bare_role(index, head, role),
        }
    }

    /// "Analab's director": those who serve a body that nothing else tells of speak for it.
    fn unknown_owner(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let items = &self.part(index)?.items;
        if let [.., owner, mark] = &items[..head]
            && matches!(
                (&owner.label, &mark.label),
                (Label::Unknown, Label::Possessive)
            )
        {
            return is_staff(role.kind).then(|| unlisted::own(self.phrase.written(owner)));
        }
        // "Unifor president Lana Payne": the name before the office of one who is named.
        let [body] = &items[..head] else { return None };
        let leads = is_staff(role.kind) || role.kind == RoleKind::Office;
        let named = items
            .get(head + 1)
            .is_some_and(|i| matches!(i.label, Label::Unknown));
        let written = self.phrase.written(body);
        let small = self.phrase.words.get(items[head].first)?.caps == Caps::Lower;
        let name = matches!(body.label, Label::Unknown) && !self.article.is_common(written);
        let own = leads && named && small && name && self.state_of_place(body, true).is_none();
        own.then(|| unlisted::own(written))
    }

    /// A name of its own that goes on behind "of" ("Popular Front of Utopia").
    fn own_name(&self, index: usize, head: usize, role: &Role) -> Option<&'a str> {
        if let Some(name) = self.name_through_for(index, head) {
            return Some(name);
        }
        if !is_own_side(role.kind) {
            return None;
        }
        self.name_through_of(index, head)
            .or_else(|| self.name_with_owner(index, head))
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
    fn is_spelled_out(&self, index: usize, head: usize) -> bool {
        let acronym = self.part(index + 1).filter(|p| p.tie == Tie::Bracketed);
        let acronym = acronym.and_then(|p| match p.items.as_slice() {
            [item] => self.phrase.words.get(item.first),
            _ => None,
        });
        self.is_proper(index, head) && acronym.is_some_and(|word| word.caps == Caps::Upper)
    }

    /// "President of Ukraine Volodymyr Zelensky", "Bank of Israel Governor Amir Yaron": the person who ends an "of".
    fn person_behind_of(&self, index: usize) -> Option<PartyDecision> {
        let part = self.part(index + 1).filter(|p| p.tie == Tie::Of)?;
        let (last, before) = part.items.split_last()?;
        let owner = before.iter().any(|i| matches!(i.label, Label::Possessive));
        if owner || before.is_empty() {
            return None;
        }
        let titled = before
            .iter()
            .any(|i| i.role().is_some_and(|r| is_noun(r.kind)));
        match last.label {
            Label::Name(_) if last.is_person() => self.by_name(index + 1, before.len()),
            Label::Unknown if titled => unlisted::resolve(self, index + 1, before.len()),
            _ => None,
        }
    }

    /// The side that "of", "for", "at" and "in" give a role noun.
    fn complement(&self, index: usize, role: &Role) -> Option<PartyDecision> {
        let own = self.phrase.parts.iter().enumerate().skip(index + 1);
        for (at, part) in own {
            let fits = match part.tie {
                Tie::Of => true,
                Tie::At => !matches!(role.kind, RoleKind::Body | RoleKind::Force),
                Tie::In => is_seated(role.kind) && role.class != ABROAD,
                _ => break,
            };
            let found = match fits {
                true => self
                    .slogan(at)
                    .map(unlisted::own)
                    .or_else(|| self.complement_at(at, role.kind)),
                false => None,
            };
            let guessed =
                |f: &PartyDecision| part.tie == Tie::At && f.rule == "party.state-of-article";
            if let Some(found) = found.filter(|f| f.party.is_some() && !guessed(f)) {
                return Some(found);
            }
        }
        None
    }

    fn complement_at(&self, index: usize, role: RoleKind) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let head = head_of(part)?;
        let item = &part.items[head];
        if let Some(body) = self.numbered(part) {
            return Some(body);
        }
        let place = if matches!(item.label, Label::Unknown) {
            self.state_of_place(item, false)
        } else {
            None
        };
        if let Some(place) = place.filter(|_| self.named(item).is_none()) {
            return self
                .before(&part.items[..head], is_civil(role))
                .or(Some(place));
        }
        let unlisted = matches!(item.label, Label::Unknown) && self.named(item).is_none();
        // "President of Local 418": of a body that nothing else tells of.
        if unlisted && matches!(role, RoleKind::Body | RoleKind::Force) {
            return None;
        }
        if matches!(item.label, Label::Other) {
            return self.before(&part.items[..head], is_civil(role));
        }
        // "The government of Georgia": of the state, whoever else bears the name.
        let public = matches!(
            role,
            RoleKind::Body | RoleKind::Force | RoleKind::Office | RoleKind::Minister
        );
        let found = self.resolve(index);
        match &item.label {
            Label::Name(hits) if public && found.as_ref().is_none_or(|f| f.party.is_none()) => {
                self.only_state(hits).or(found)
            }
            _ => found,
        }
    }

    /// People, and those out of office: nobody's side; a name among them is a side of its own.
    fn for_themselves(&self, index: usize) -> Option<PartyDecision> {
        let found = self.apposed_name(index)?;
        let own = found.kind == PartyKind::Unlisted || found.kind == PartyKind::Person;
        own.then(|| with_rule(&found, found.rule))
    }

    fn by_plain_noun(&self, index: usize) -> Option<PartyDecision> {
        self.apposed_listed(index)
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
