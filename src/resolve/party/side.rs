//! The side that the words around a role noun give it: owner, adjective, installer, place.

use compact_str::CompactString;

use crate::lexicon::parties::{Caps, FormKind, PartyKind, PartyMatch, RoleKind};

use super::items::{Item, Label};
use super::names::ArticleNames;
use super::newcomer::is_firm_group;
use super::phrase::{Part, Phrase, Tie};
use super::tenure::{Chosen, choose, decision, follow};
use super::{PartyContext, PartyDecision, unlisted};

/// What a phrase is read with.
pub(super) struct Reading<'r, 'a> {
    /// The phrase.
    pub phrase: &'r Phrase<'a>,
    /// What the article tells.
    pub article: &'r ArticleNames,
    /// Lists, day, gazetteer.
    pub context: &'r PartyContext<'a>,
    /// Where the phrase stands in the body.
    pub at: Option<u32>,
}

/// A name before a role noun that can give it a side.
struct Candidate {
    decision: PartyDecision,
    installed: bool,
    backed: bool,
    place: bool,
}

impl<'a> Reading<'_, 'a> {
    /// States that the phrase itself names.
    pub fn near(&self) -> Vec<CompactString> {
        let items = self.phrase.parts.iter().flat_map(|part| &part.items);
        let mut near = Vec::new();
        for item in items {
            if let Label::Name(hits) = &item.label {
                let strong = hits
                    .iter()
                    .filter(|m| !m.form.weak && m.entry.kind != PartyKind::Person);
                near.extend(
                    strong
                        .map(|m| m.entry.country.clone())
                        .filter(|c| !c.is_empty()),
                );
            }
        }
        near
    }

    /// The entity that an item names, if the lists or the article know it.
    pub fn named(&self, item: &Item<'a>) -> Option<PartyDecision> {
        let written = self.phrase.written(item);
        if let Some(spelled_out) = self.article.by_acronym(written) {
            return Some(with_rule(spelled_out, "party.acronym"));
        }
        // An acronym of the lists is somebody else's where the article names one of the same letters in full, and not the
        // listed one.
        let listed = match &item.label {
            Label::Name(hits) => hits
                .iter()
                .any(|m| self.article.spells_out(&m.entry.canonical)),
            _ => false,
        };
        if let Some(own) = self.article.by_initials(written).filter(|_| !listed) {
            return Some(with_rule(own, "party.acronym"));
        }
        match &item.label {
            Label::Name(hits) => {
                let namesake = match item.is_person() || item.is_private() {
                    true => self.article.has_unlisted_bearer(written),
                    false => self.article.has_personal_bearer(written),
                };
                if item.last - item.first == 1 && namesake {
                    let known = self.article.by_name(written);
                    let known = known.or_else(|| self.article.listed_holder(written));
                    return known.map(|d| with_rule(d, "party.person-in-article"));
                }
                // "Castillo", where the article has named Eduardo del Castillo: no other of that name.
                let lone = item.is_person() && item.last - item.first == 1;
                if lone && self.is_of_other_office(item) {
                    return None;
                }
                let bearer = self.article.listed_bearer(written).filter(|_| lone);
                if let Some(bearer) = bearer
                    && !hits.iter().any(|m| m.entry.canonical == bearer.entity)
                {
                    return Some(with_rule(bearer, "party.person-in-article"));
                }
                // "Ms Yoon": no man of that name.
                if lone && self.is_of_other_gender(hits) {
                    let known = self.article.by_name(written);
                    let known = known.map(|d| with_rule(d, "party.person-in-article"));
                    return Some(known.unwrap_or_else(|| unlisted::own(written)));
                }
                let chosen = choose(hits, &self.near(), self.article, self.context)?;
                if self.is_shouted(item)
                    && !self.article.names_in_full(&chosen.found.entry.canonical)
                    && chosen.found.entry.kind == PartyKind::Person
                    && chosen.found.form.written != *written
                {
                    return None;
                }
                let rule = name_rule(chosen.found.entry.kind, chosen.found.form.kind);
                Some(decision(&chosen, rule, self.context))
            }
            Label::Unknown => {
                let known = self.article.by_name(written);
                let own = known.is_none_or(|d| d.party.as_deref() == Some(written));
                let short = own.then(|| self.short_for_listed(written)).flatten();
                let firm = own.then(|| self.short_for_firm(written)).flatten();
                let known = short.or(firm).or(known)?;
                Some(with_rule(known, "party.name-in-article"))
            }
            _ => None,
        }
    }

    /// "Corvel", where the article names the listed company Corvel Steel: the first word of its name.
    fn short_for_listed(&self, written: &str) -> Option<&PartyDecision> {
        let lone = !written.contains(' ') && !self.article.is_placed(written);
        let town = || (self.context.country_of)(written).is_some();
        let found = self.article.listed_short(written).filter(|_| lone)?;
        (!town()).then_some(found)
    }

    /// "Halden", where the article names the Halden Group.
    fn short_for_firm(&self, written: &str) -> Option<&PartyDecision> {
        let named = self
            .article
            .mentions
            .iter()
            .map(|mention| &mention.decision);
        let begins = |firm: &&PartyDecision| {
            let first = firm.entity.split_once(' ').map(|(first, _)| first);
            let own = firm.party.as_ref() == Some(&firm.entity);
            own && first == Some(written) && is_firm_group(&firm.entity, self.context)
        };
        let mut firms = named.filter(begins);
        let first = firms.next()?;
        firms
            .all(|other| other.entity == first.entity)
            .then_some(first)
    }

    /// Whether the phrase tells another gender than that of every listed person.
    fn is_of_other_gender(&self, hits: &[PartyMatch<'_>]) -> bool {
        let told = self.phrase.gender();
        let other = |m: &PartyMatch<'_>| m.entry.gender.is_some() && m.entry.gender != told;
        told.is_some() && hits.iter().all(other)
    }

    /// One word in capitals among words that are not: an acronym, no surname.
    fn is_shouted(&self, item: &Item<'a>) -> bool {
        let upper = |at: usize| self.phrase.words[at].caps == Caps::Upper;
        let others = (0..self.phrase.words.len()).filter(|at| *at != item.first);
        item.last - item.first == 1 && upper(item.first) && !{ others }.any(upper)
    }

    /// The state in which the place of an item lies, or of its first or last words unless `entire`.
    pub fn state_of_place(&self, item: &Item<'a>, entire: bool) -> Option<PartyDecision> {
        let whole = (item.first, item.last);
        let tails = (item.first + 1..item.last).map(|first| (first, item.last));
        let heads = (item.first + 1..item.last)
            .rev()
            .map(|last| (item.first, last));
        let stretches = std::iter::once(whole).chain(tails).chain(heads);
        // Part of a name is a place only in a state that the article is about ("West Midlands").
        // "The US attorney's office of the Southern District": in no land but the one that the phrase names.
        let backed = self.phrase.has(RoleKind::Backed) || self.phrase.has(RoleKind::Installed);
        let near = if backed { Vec::new() } else { self.near() };
        let country_of = |(first, last): (usize, usize)| {
            let country = (self.context.country_of)(self.phrase.stretch(first, last))?;
            let fits = (first, last) == whole || !entire && self.article.touches(&country);
            let here = near.is_empty() || near.iter().any(|own| *own == country);
            (fits && here && !self.lies_elsewhere(item, &country)).then_some(country)
        };
        let country = { stretches }.find_map(country_of)?;
        let party = follow(self.context.lexicon, &country, self.context.date);
        Some(PartyDecision {
            entity: country.into(),
            kind: PartyKind::State,
            party: Some(party),
            rule: "party.pattern-place",
            line: None,
        })
    }

    /// "The Southern District of New Alba": a place of which the phrase tells right behind it that it lies in another land.
    fn lies_elsewhere(&self, item: &Item<'a>, country: &str) -> bool {
        let mut parts = self.phrase.parts.iter();
        parts.find(|part| {
            part.items
                .last()
                .is_some_and(|last| last.first == item.first)
        });
        let of = parts.next().filter(|next| next.tie == Tie::Of);
        let place = of.and_then(|of| of.items.last());
        let wider = place.and_then(|place| (self.context.country_of)(self.phrase.written(place)));
        wider.is_some_and(|wider| wider != country)
    }

    /// The side that the items before a role noun give it; a `civil` one can be put in place by a backer.
    pub fn before(&self, items: &[Item<'a>], civil: bool) -> Option<PartyDecision> {
        let candidates = self.candidates(items);
        let installer = candidates.iter().find(|c| c.installed);
        if let Some(installer) = installer {
            return Some(with_rule(&installer.decision, "party.installed"));
        }
        let own = || candidates.iter().filter(|c| !c.backed && !c.place);
        let not_state = own().rev().find(|c| c.decision.kind != PartyKind::State);
        let state = own().find(|c| c.decision.kind == PartyKind::State);
        // "Peru's UN envoy": sent there by Peru, while "the UN's Peru envoy" is sent by the UN.
        let posted = || {
            let first = own().next();
            let there = not_state.is_some_and(|c| c.decision.kind == PartyKind::Body);
            first.filter(|c| there && c.decision.kind == PartyKind::State)
        };
        let place = candidates.iter().rev().find(|c| c.place);
        let backer = || candidates.iter().find(|c| c.backed && civil);
        if let Some(found) = posted().or(not_state).or(state).or(place) {
            return Some(found.decision.clone());
        }
        backer().map(|c| with_rule(&c.decision, "party.installed"))
    }

    fn candidates(&self, items: &[Item<'a>]) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let next = items.get(index + 1).and_then(Item::role_kind);
            let before = index.checked_sub(1).and_then(|i| items[i].role_kind());
            let named = self.named(item).or_else(|| self.only_demonym(item));
            let sided = named
                .as_ref()
                .is_some_and(|d| d.party.as_ref() != Some(&d.entity) || d.line.is_some());
            let unlisted = matches!(item.label, Label::Unknown);
            // A surname that the article gives in full is no town ("Zúñiga's aide"), nor is the first word of a longer name.
            let surname = named.as_ref().is_some_and(|d| {
                let written = self.phrase.written(item);
                d.entity != written
                    && (d.entity.ends_with(written) || d.entity.starts_with(written))
            });
            let owner = items
                .get(index + 1)
                .is_some_and(|i| matches!(i.label, Label::Possessive));
            // "Steelmaker Ferrum ... Ferrum's chairman": the article knows a body of that name.
            let body = named.as_ref().is_some_and(|d| {
                let firm = self.article.companies.contains(&d.entity);
                d.kind == PartyKind::Unlisted && (firm || self.article.is_body_name(&d.entity))
            });
            let lies_in = if unlisted && !sided && !surname && !body {
                self.state_of_place(item, owner)
            } else {
                None
            };
            let place = lies_in.is_some();
            if let Some(decision) = lies_in.or(named) {
                candidates.push(Candidate {
                    decision,
                    installed: next == Some(RoleKind::Installed),
                    backed: matches!(next, Some(RoleKind::Backed | RoleKind::Based))
                        || before == Some(RoleKind::Backed) && !self.ends_compound(index, items),
                    place,
                });
            }
        }
        candidates
    }

    /// "The Utopia-backed Tarian army": the word before is told of Utopia, while "pro-Utopian" is told of what comes behind.
    fn ends_compound(&self, index: usize, items: &[Item<'a>]) -> bool {
        let before = index.checked_sub(1).and_then(|at| items.get(at));
        before.is_some_and(|item| self.phrase.words[item.first].glued)
    }

    /// An adjective of a state that others bear too ("Georgian"): before a noun for a body it is the state's.
    fn only_demonym(&self, item: &Item<'a>) -> Option<PartyDecision> {
        let Label::Name(hits) = &item.label else {
            return None;
        };
        let &[found] = hits.as_slice() else {
            return None;
        };
        let state = found.entry.kind == PartyKind::State;
        let adjective = state && found.form.kind == FormKind::Demonym;
        let chosen = Chosen {
            found,
            lapsed: false,
        };
        adjective.then(|| decision(&chosen, "party.demonym", self.context))
    }

    /// The one state among those that a name can mean.
    pub(super) fn only_state(&self, hits: &[PartyMatch<'_>]) -> Option<PartyDecision> {
        let mut states = hits.iter().filter(|m| m.entry.kind == PartyKind::State);
        let found = *states.next()?;
        let chosen = Chosen {
            found,
            lapsed: false,
        };
        let only = states.all(|m| m.entry.canonical == found.entry.canonical);
        only.then(|| decision(&chosen, "party.state", self.context))
    }

    /// The part that follows `index` in the phrase.
    pub fn part(&self, index: usize) -> Option<&Part<'a>> {
        self.phrase.parts.get(index)
    }
}

/// Officials of a place whom a backer can have put there; armed groups are not their backers.
pub(super) fn is_civil(role: RoleKind) -> bool {
    matches!(
        role,
        RoleKind::Local | RoleKind::Staff | RoleKind::Head | RoleKind::Body | RoleKind::Office
    )
}

/// Class of the bodies that a state has in another ("the embassy in Kyiv").
pub(super) const ABROAD: &str = "embassy";

/// One who no longer serves speaks for himself.
pub(super) fn for_himself(found: PartyDecision) -> PartyDecision {
    PartyDecision {
        party: Some(found.entity.clone()),
        rule: "party.person-out-of-office",
        ..found
    }
}

/// The same decision found by another rule.
pub(super) fn with_rule(decision: &PartyDecision, rule: &'static str) -> PartyDecision {
    PartyDecision {
        rule,
        ..decision.clone()
    }
}

fn name_rule(kind: PartyKind, form: FormKind) -> &'static str {
    match (kind, form) {
        (PartyKind::State, FormKind::Capital) => "party.capital",
        (PartyKind::State, FormKind::Seat) => "party.seat",
        (PartyKind::State, FormKind::Demonym) => "party.demonym",
        (PartyKind::State, FormKind::Name) => "party.state",
        (PartyKind::Person, _) => "party.person",
        (PartyKind::Outlet, _) => "party.outlet",
        (PartyKind::Company, _) => "party.company",
        _ => "party.listed",
    }
}
