//! Whose a role noun is by the words of its phrase: the name before it, its owner, or what follows "of", "for", "at", "in".

use std::ops::Bound;

use compact_str::CompactString;

use crate::lexicon::parties::{Caps, Role, RoleKind};

use super::PartyDecision;
use super::firms;
use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::{is_noun, is_person_noun, is_seated, is_staff};
use super::own_land::is_same;
use super::owner::PRESIDES;
use super::phrase::Tie;
use super::portfolio::is_portfolio;
use super::side::{ABROAD, Reading, is_civil};
use super::unlisted;

impl<'a> Reading<'_, 'a> {
    /// The side that the words around a role noun give it.
    pub(super) fn side_told(
        &self,
        index: usize,
        head: usize,
        role: &'a Role,
    ) -> Option<PartyDecision> {
        let before = &self.part(index)?.items[..head];
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
        side.filter(|side| owned || !is_portfolio(role, side, self.context))
            .or_else(|| self.unknown_owner(index, head, role))
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
            // "Analab's vice president, Jane Roe": a firm has one as well as a land.
            let presides = PRESIDES.contains(&role.class.as_str())
                && self.state_of_place(owner, true).is_none();
            let serves = is_staff(role.kind) || presides;
            return serves.then(|| unlisted::own(self.phrase.written(owner)));
        }
        self.by_adjective(index, head, role)
            .or_else(|| self.acronym_before(index, head, role))
            .or_else(|| self.body_before(index, head, role))
            .or_else(|| self.name_before_office(index, head, role))
            .or_else(|| self.name_before_group(index, head, role))
    }

    /// "The Ruvane militia", "the Harak al-Sahil movement": a group that goes by the name before its noun.
    fn name_before_group(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let [.., name] = &part.items[..head] else {
            return None;
        };
        let group = matches!(role.kind, RoleKind::Group | RoleKind::Political);
        let last = head + 1 == part.items.len() && part.definite;
        let small = self.phrase.words.get(part.items[head].first)?.caps == Caps::Lower;
        let written = self.phrase.written(name);
        let unknown = matches!(name.label, Label::Unknown) && !self.article.is_common(written);
        let own = group && last && small && unknown && self.state_of_place(name, true).is_none();
        // "The Free Delta party" is Free Delta, while the Ruvane of a militia may be a land.
        let alone = role.kind == RoleKind::Political || name.last - name.first > 1;
        let whole = || self.phrase.stretch(name.first, part.items[head].last);
        own.then(|| unlisted::own(if alone { written } else { whole() }))
    }

    /// "The Tolmari chief of staff", where the article names Tolmar: of the land from whose name the adjective is made.
    fn by_adjective(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let serves = matches!(
            role.kind,
            RoleKind::Body
                | RoleKind::Force
                | RoleKind::Minister
                | RoleKind::Office
                | RoleKind::Staff
        );
        let adjective = self.part(index)?.items[..head].last()?;
        let lone =
            matches!(adjective.label, Label::Unknown) && adjective.last - adjective.first == 1;
        let written = self.phrase.written(adjective);
        let known = |name: &str| {
            let first = self.context.lexicon.is_first_name(&name.to_lowercase());
            first || self.article.introduced.contains(name) || self.article.is_person_name(name)
        };
        if !serves || !lone || known(written) {
            return None;
        }
        let land = |name: &&CompactString| {
            let made = name.len() >= SHORTEST_LAND && name.len() < written.len();
            made && is_same(name, written) && !known(name)
        };
        // Both begin alike, so that only names near the adjective in the alphabet are asked.
        let stem = written.get(..SHORTEST_LAND - 1)?;
        let from = (Bound::Included(stem), Bound::Unbounded);
        let alike = self.article.capitals.range::<str, _>(from);
        let mut alike = alike.take_while(|name| name.starts_with(stem));
        alike.find(land).map(|name| unlisted::own(name))
    }

    /// "A CWP spokesman": a body that goes by letters which nothing else tells of.
    fn acronym_before(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let [.., body] = &self.part(index)?.items[..head] else {
            return None;
        };
        let written = self.phrase.written(body);
        let letters = written.len() > 2 && written.chars().all(|c| c.is_ascii_uppercase());
        let alone = body.last - body.first == 1 && matches!(body.label, Label::Unknown);
        let shouted = self
            .phrase
            .words
            .iter()
            .all(|word| word.caps != Caps::Lower);
        let own = is_staff(role.kind) && letters && alone && !shouted;
        own.then(|| unlisted::own(written))
    }

    /// "Handball Federation president Jane Roe": capitals make a name of the noun for a body and the words before it.
    fn body_before(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let [first, .., body] = &self.part(index)?.items[..head] else {
            return None;
        };
        let private = matches!(
            body.role_kind(),
            Some(RoleKind::Institution | RoleKind::Company)
        );
        let leads = is_staff(role.kind) || role.kind == RoleKind::Office;
        let words = &self.phrase.words[first.first..body.last];
        let titled = words.iter().all(|word| word.caps == Caps::Title);
        let small = self.phrase.words.get(body.last)?.caps == Caps::Lower;
        let unknown = matches!(first.label, Label::Unknown);
        let own = private && leads && titled && small && unknown;
        own.then(|| unlisted::own(self.phrase.stretch(first.first, body.last)))
    }

    /// "Unifor president Lana Payne": the name before the office of one who is named.
    fn name_before_office(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let items = &self.part(index)?.items;
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

    /// "President of Ukraine Volodymyr Zelensky", "Bank of Israel Governor Amir Yaron": the person who ends an "of".
    pub(super) fn person_behind_of(&self, index: usize) -> Option<PartyDecision> {
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
        let business = role.kind == RoleKind::Business;
        for (at, part) in own {
            let fits = match part.tie {
                Tie::Of => true,
                // "The payments company from Alba": where it is, and not whose.
                Tie::At if role.kind == RoleKind::Company => !self.part(index)?.definite,
                Tie::At => !matches!(role.kind, RoleKind::Body | RoleKind::Force),
                Tie::In if role.kind == RoleKind::Force && self.is_seat_of_state(at) => true,
                Tie::In => (is_seated(role.kind) || business) && role.class != ABROAD,
                _ => break,
            };
            let slogan = || self.slogan(at).map(unlisted::own);
            let client = || self.client(at).filter(|_| role.kind == RoleKind::Counsel);
            let firm = || firms::firm_seated(self, role).filter(|_| part.tie == Tie::In);
            // "An executive in Tokyo" serves no state.
            let seated = business && part.tie == Tie::In;
            let told = || {
                if seated {
                    return firm();
                }
                firm()
                    .or_else(slogan)
                    .or_else(client)
                    .or_else(|| self.complement_at(at, role.kind))
            };
            let found = fits.then(told);
            let found = found.flatten();
            let guessed =
                |f: &PartyDecision| part.tie == Tie::At && f.rule == "party.state-of-article";
            if let Some(found) = found.filter(|f| f.party.is_some() && !guessed(f)) {
                return Some(found);
            }
        }
        None
    }

    /// "The army in Damascus": a capital that stands for its state.
    fn is_seat_of_state(&self, index: usize) -> bool {
        let head = self
            .part(index)
            .and_then(|part| Some(&part.items[head_of(part)?]));
        let hits = head.and_then(|item| match &item.label {
            Label::Name(hits) => Some(hits),
            _ => None,
        });
        hits.is_some_and(|hits| self.only_state(hits).is_some())
    }

    /// "The lawyer of the union's treasurer, Jane Roe": of her whom the comma names, and not of the union.
    fn client(&self, index: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let serves = |item: &Item<'_>| {
            let kind = item.role_kind();
            kind.is_some_and(|kind| is_staff(kind) || is_person_noun(kind))
        };
        let head = head_of(part).filter(|&head| head > 0 && serves(&part.items[head]))?;
        let owned = matches!(part.items[head - 1].label, Label::Possessive);
        let name = self.apposed_person(index).filter(|_| owned)?;
        Some(unlisted::own(&name))
    }

    fn complement_at(&self, index: usize, role: RoleKind) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let head = head_of(part)?;
        let item = &part.items[head];
        if let Some(body) = self.numbered(part) {
            return Some(body);
        }
        let civil = is_civil(role);
        // "Police in Kintampo", where the article names Kintampo Rovers: of the town.
        let town = || {
            let lone = item.last - item.first == 1 && matches!(part.tie, Tie::In | Tie::At);
            lone && self.article.is_placed(self.phrase.written(item))
        };
        // "An officer in Oddar Meanchey": where nothing tells of what land it is, of nobody known.
        let somewhere = part.tie == Tie::In && matches!(item.label, Label::Unknown);
        let lies = || self.state_of_place(item, false).is_some();
        let body = || self.article.is_body_name(self.phrase.written(item));
        if somewhere && !body() && !lies() {
            return None;
        }
        let unlisted =
            matches!(item.label, Label::Unknown) && (town() || self.named(item).is_none());
        if unlisted && let Some(place) = self.state_of_place(item, false) {
            return self.before(&part.items[..head], civil).or(Some(place));
        }
        // "President of Local 418": of a body that nothing else tells of.
        if unlisted && matches!(role, RoleKind::Body | RoleKind::Force) {
            return None;
        }
        if matches!(item.label, Label::Other) {
            return self.before(&part.items[..head], civil);
        }
        self.named_behind(index, item, role)
    }

    /// Whom the name behind "of" means.
    fn named_behind(&self, index: usize, item: &Item<'a>, role: RoleKind) -> Option<PartyDecision> {
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
}

/// Bytes of a land's name from which an adjective is told to be made of it.
const SHORTEST_LAND: usize = 4;
