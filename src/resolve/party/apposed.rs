//! Reads what a comma or brackets set beside a name or noun: an office, a person, a listed body.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::classes::{AGENCY, OCCUPIER, OFFICIAL, OWNER, SOLDIER};
use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::{is_noun, is_past};
use super::names::{Mentioned, Rank};
use super::phrase::Tie;
use super::side::{Reading, with_rule};
use super::{anaphora, at_hand, owner, states, unlisted};

impl Reading<'_, '_> {
    /// The side of a role noun in the next part, set off by a comma ("X, spokesman for Y").
    pub fn apposed_side(&self, index: usize) -> Option<PartyDecision> {
        let later = self.phrase.parts.iter().enumerate().skip(index + 1);
        let mut apposed = later.filter(|(_, part)| part.tie == Tie::Apposed);
        // "A former Utopian Health Agency (UHA) official": brackets cut the phrase.
        let past = |at: usize| {
            self.phrase.parts[index + 1..=at]
                .iter()
                .any(|part| is_past(&part.items))
        };
        apposed.find_map(|(at, part)| {
            let head = head_of(part)?;
            let told = part.items[head].role().is_some_and(|r| is_noun(r.kind)) && !past(at);
            if told { self.resolve(at) } else { None }
        })
    }

    /// The person named after the role, within the part or behind a comma.
    pub fn apposed_person(&self, index: usize) -> Option<CompactString> {
        let later = self
            .phrase
            .parts
            .iter()
            .skip(index + 1)
            .filter(|p| p.tie == Tie::Apposed);
        let names = later.filter_map(|part| {
            let item = &part.items[head_of(part)?];
            match item.label {
                _ if is_led(&part.items, head_of(part)?) => None,
                Label::Name(_) if item.is_person() => self.named(item).map(|d| d.entity),
                Label::Unknown if item.last - item.first > 1 => {
                    Some(self.phrase.written(item).into())
                }
                _ => None,
            }
        });
        { names }.next()
    }

    /// A name behind a comma says whom the role noun means ("the militant group, Hamas").
    pub fn apposed_name(&self, index: usize) -> Option<PartyDecision> {
        let later = self.phrase.parts.iter().enumerate().skip(index + 1);
        let mut apposed = later.filter(|(_, p)| matches!(p.tie, Tie::Apposed | Tie::Bracketed));
        apposed.find_map(|(at, part)| {
            let item = &part.items[head_of(part)?];
            let named = matches!(item.label, Label::Name(_) | Label::Unknown);
            if named && !is_led(&part.items, head_of(part)?) {
                self.resolve(at)
            } else {
                None
            }
        })
    }

    /// A listed body behind a comma or in brackets says who the noun before it is ("the state operator, Energoatom").
    pub fn apposed_listed(&self, index: usize) -> Option<PartyDecision> {
        let found = self.apposed_name(index)?;
        let body = !matches!(
            found.kind,
            PartyKind::State | PartyKind::Person | PartyKind::Unlisted
        );
        (body && found.line.is_some()).then_some(found)
    }

    /// "The manager, Koen Driessens": a name that nothing else is told of speaks for the body that the noun points back to.
    pub(super) fn serving_unnamed(
        &self,
        index: usize,
        head: usize,
        role: &Role,
        found: PartyDecision,
    ) -> PartyDecision {
        let own = found.kind == PartyKind::Unlisted && found.party.as_ref() == Some(&found.entity);
        let definite = self.part(index).is_some_and(|p| p.definite);
        let field = |item: &Item<'_>| matches!(item.label, Label::Other);
        let before = &self.phrase.parts[index].items[..head];
        // "The public health minister, Jane Roe": a word of her field.
        let first = head == 0 || role.kind == RoleKind::Minister && before.iter().all(field);
        let alone = first && definite && own;
        let serves = matches!(
            role.kind,
            RoleKind::Office
                | RoleKind::Minister
                | RoleKind::Business
                | RoleKind::Spokes
                | RoleKind::Counsel
        );
        let leads = role.kind == RoleKind::Head || self.is_of_agency(role);
        // "The owner, Tallow Lines": a firm that owns what the text is about.
        let first = found.entity.split(' ').next().unwrap_or_default();
        let person = self.context.lexicon.is_first_name(&first.to_lowercase())
            || self.article.is_person_name(&found.entity);
        if role.class == OWNER && own && !person && found.entity.contains(' ') {
            return found;
        }
        let introduced = head == 0 && own && role.kind == RoleKind::Spokes && !definite;
        let side = if alone && serves {
            anaphora::bare_role(self, role, true).or_else(|| states::of_state_beside(self, role))
        } else if introduced && self.is_lone_before_name(index) {
            // "The ministry laughed. 'We fired at nobody,' a spokesman, John Roe, said."
            at_hand::of_body_at_hand(self)
        } else if alone && leads && !self.article.is_body_name(&found.entity) {
            // "The firm denied it. The chairwoman, Jane Roe, said": hers is who acts right before.
            owner::body_acting(self, role)
        } else {
            None
        };
        // "The privacy commissioner, Jane Roe": of the only state of which the article tells.
        let sole = || {
            let plain = definite && before.iter().all(field);
            let state = plain.then(|| states::of_sole_state_named(self, role, before.len()));
            state.flatten()
        };
        match side {
            Some(side) if !unlisted::is_another(&found.entity, &side) => serving(found, side),
            _ if !own => found,
            _ => match self
                .served(index, head + 1)
                .or_else(|| self.known_so(role, definite))
                .or_else(sole)
            {
                Some(side) => serving(found, side),
                None => found,
            },
        }
    }

    /// "A spokesman, John Roe": nothing stands between the noun and the comma.
    fn is_lone_before_name(&self, index: usize) -> bool {
        let lone = self.part(index).is_some_and(|part| part.items.len() == 1);
        let next = self.part(index + 1);
        lone && next.is_some_and(|next| next.tie == Tie::Apposed)
    }

    /// "The labour inspectorate said ... The chief inspector, Jane Roe": an agency that speaks right before has such officials.
    fn is_of_agency(&self, role: &Role) -> bool {
        let official = role.kind == RoleKind::Staff && role.class == OF_AGENCY;
        let body = |m: &&Mentioned| m.rank != Rank::Other && m.decision.party.is_some();
        let last = || self.article.nearest(self.at, body);
        official && last().is_some_and(|m| m.classes.iter().any(|class| class == AGENCY))
    }

    /// "The owner of the Meridian Star, Tallow Lines": a firm that owns something which is nobody speaks for itself.
    pub(super) fn owner_apposed(&self, index: usize, role: &Role) -> Option<PartyDecision> {
        let of = self.part(index + 1).filter(|part| part.tie == Tie::Of)?;
        let body = |item: &Item<'_>| {
            let name = self.phrase.written(item);
            self.article.is_body_name(name) || self.article.companies.contains(name)
        };
        let thing = |item: &Item<'_>| matches!(item.label, Label::Name(_) | Label::Unknown);
        let of_thing = of.items.iter().any(thing) && !of.items.iter().any(body);
        if role.class != OWNER || index > 0 || !of_thing {
            return None;
        }
        let found = self.apposed_name(index)?;
        let own = found.kind == PartyKind::Unlisted && found.party.as_ref() == Some(&found.entity);
        let (first, _) = found.entity.split_once(' ').filter(|_| own)?;
        let person = self.context.lexicon.is_first_name(&first.to_lowercase());
        (!person).then_some(found)
    }

    /// "New Zealand's privacy commissioner said ... The commissioner, Jane Roe": the side of whom the text called so before.
    fn known_so(&self, role: &Role, definite: bool) -> Option<PartyDecision> {
        let points = definite && role.kind == RoleKind::Staff && !role.many;
        let called = |m: &&Mentioned| {
            m.nouns.contains(&role.noun) && !self.article.is_person_name(&m.decision.entity)
        };
        let found = self.article.nearest(self.at, called).filter(|_| points)?;
        found
            .decision
            .party
            .is_some()
            .then(|| with_rule(&found.decision, "party.role-in-article"))
    }

    /// "The police commissioner, Jane Roe", "coast guard commander John Poe": where nothing tells whose body it is, they are
    /// of that body, under the noun for it.
    pub(super) fn served(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..head];
        let organ = |item: &&Item<'_>| {
            let nobodys = [OFFICIAL, OCCUPIER, SOLDIER];
            item.role().is_some_and(|role| {
                let body = matches!(role.kind, RoleKind::Body | RoleKind::Force);
                body && !nobodys.contains(&role.class.as_str())
            })
        };
        let alone = items.iter().all(|item| item.role().is_some());
        let item = items.iter().find(organ).filter(|_| alone)?;
        let role = item.role()?;
        // "police commissioner": the police.
        let mut ends = item.first + 1..=item.last;
        let (noun, end) = ends.find_map(|end| {
            let noun = self.phrase.stretch(item.first, end).to_lowercase();
            let same = self.context.lexicon.role_of(&noun)?.class == role.class;
            same.then_some((noun, end))
        })?;
        // "The regulator NTB": its name, and nobody who serves it.
        let serves = end < items.last()?.last;
        if !serves {
            return None;
        }
        Some(PartyDecision {
            rule: "party.described",
            line: Some(role.line),
            ..unlisted::own(&noun)
        })
    }
}

/// "The former governor, far behind Jane Roe": a name behind two plain words or more that call nobody is no other name for him.
fn is_led(items: &[Item<'_>], head: usize) -> bool {
    let before = &items[..head];
    let plain = |item: &Item<'_>| matches!(item.label, Label::Other);
    before.len() > 1 && before.iter().all(plain)
}

/// Who was named, as a person who serves a side.
fn serving(named: PartyDecision, side: PartyDecision) -> PartyDecision {
    PartyDecision {
        entity: named.entity,
        kind: PartyKind::Person,
        ..side
    }
}

/// Class of those who serve an agency.
const OF_AGENCY: &str = "official";
