//! Unions and works councils: they stand against the firm or the state inside which they are, and are sides of their own.

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind, split_words};

use super::items::{Item, Label};
use super::kinds::is_person_noun;
use super::names::Mentioned;
use super::phrase::Tie;
use super::side::{Reading, with_rule};
use super::{PartyContext, PartyDecision};
use super::{issuer, unlisted};

/// Class of the bodies that those who work for somebody have against him.
pub(super) const UNION: &str = "union";

impl<'a> Reading<'_, 'a> {
    /// The union that the noun at item `head` of part `index` names: by the name behind it, by the words before it, or as
    /// the one that the article named before.
    pub(super) fn of_union(&self, index: usize, head: usize, role: &Role) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let body = |found: &PartyDecision| {
            let own = matches!(
                found.kind,
                PartyKind::Unlisted | PartyKind::Organization | PartyKind::Political
            );
            own && found.party.is_some() && !self.article.is_person_name(&found.entity)
        };
        let last = head + 1 == part.items.len();
        // "The secretary of the Pilots' Union, Jane Roe": she is the secretary.
        let served = part.tie == Tie::Of && head > 0;
        let beside = self.apposed_name(index).filter(|_| last && !served);
        if let Some(named) = beside.filter(body) {
            return Some(named);
        }
        let behind = part.items.get(head + 1);
        let named = behind.filter(|item| matches!(item.label, Label::Unknown));
        if let Some(named) = named.filter(|item| self.is_capitals(item)) {
            return Some(unlisted::own(self.phrase.written(named)));
        }
        if let Some(name) = self.name_through_of(index, head).filter(|_| last) {
            return Some(unlisted::own(name));
        }
        match &part.items[..head] {
            [] => self
                .of_trade(index, head)
                .or_else(|| bare_union(self, role)),
            [acronym] if self.is_capitals(acronym) => self
                .named(acronym)
                .filter(body)
                .or_else(|| Some(unlisted::own(self.phrase.written(acronym)))),
            [first, ..] => {
                let name = self.phrase.stretch(first.first, part.items[head].last);
                Some(unlisted::own(name))
            }
        }
    }

    /// "The union of prison guards": by those who are its members.
    fn of_trade(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let of = self.part(index + 1).filter(|part| part.tie == Tie::Of)?;
        let members = |item: &Item<'_>| {
            let noun = item.role().filter(|role| role.many);
            noun.is_some_and(|role| is_person_noun(role.kind) || role.kind == RoleKind::Group)
        };
        let last = of.items.last().filter(|item| members(item))?;
        let first = self.part(index)?.items[head].first;
        Some(unlisted::own(self.phrase.stretch(first, last.last)))
    }

    /// The union before the noun of those who lead or serve it ("union president Jane Roe").
    pub(super) fn union_before(&self, index: usize, head: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items[..head];
        let at = items.iter().rposition(is_union)?;
        self.of_union(index, at, items[at].role()?)
    }

    /// An acronym that no list knows.
    fn is_capitals(&self, item: &Item<'a>) -> bool {
        let word = self.phrase.words.get(item.first);
        let lone = item.last - item.first == 1;
        let name = matches!(item.label, Label::Unknown | Label::Name(_));
        lone && name && word.is_some_and(|word| word.caps == Caps::Upper)
    }
}

/// The body for which one who was named with it speaks ("Jane Roe of the Utopian Miners' Union ... the union").
fn as_body(found: &PartyDecision) -> PartyDecision {
    let body = found
        .party
        .clone()
        .filter(|_| found.kind == PartyKind::Person);
    PartyDecision {
        entity: body.unwrap_or_else(|| found.entity.clone()),
        ..with_rule(found, "party.role-in-article")
    }
}

/// Whether a mention is of a body of those who work for somebody: by its noun, or by a noun in its name.
pub(super) fn is_union_of(mention: &Mentioned, context: &PartyContext<'_>) -> bool {
    let words = split_words(&mention.decision.entity);
    let named = |at: usize| {
        let role = context.lexicon.longest_role(&words, at);
        role.is_some_and(|(_, role)| role.class == UNION)
    };
    mention.classes.iter().any(|class| class == UNION) || (0..words.len()).any(named)
}

fn is_union(item: &Item<'_>) -> bool {
    item.role().is_some_and(|role| role.class == UNION)
}

/// "The union": the one that the article named before or that issued it, else one of which no more is told.
pub(super) fn bare_union(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let article = reading.article;
    let called = article.nearest(reading.at, |m| {
        let own = m.decision.kind != PartyKind::Company && m.decision.kind != PartyKind::State;
        let party = m.decision.party.as_deref();
        let named = m.decision.entity != UNION && party.is_some_and(|party| party != UNION);
        m.classes.iter().any(|class| class == UNION) && own && named
    });
    if let Some(called) = called {
        return Some(as_body(&called.decision));
    }
    // "The United Auto Workers ... the union": by those who are its members.
    let members = article.nearest(reading.at, |m| {
        let words = split_words(&m.decision.entity);
        let many = |at: usize| {
            let role = reading.context.lexicon.longest_role(&words, at);
            role.is_some_and(|(_, role)| {
                role.many && matches!(role.kind, RoleKind::People | RoleKind::Business)
            })
        };
        let listed = m.decision.kind == PartyKind::Organization && m.decision.line.is_some();
        let name = m.decision.entity.as_str();
        let capitals = name
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase));
        let coined = m.decision.kind == PartyKind::Unlisted && name.contains(' ') && capitals;
        let named = listed || coined && m.role.is_none() && m.decision.party.is_some();
        named && (0..words.len()).any(many)
    });
    if let Some(members) = members {
        return Some(with_rule(&members.decision, "party.role-in-article"));
    }
    let issuer = article.author().filter(|author| {
        let words = split_words(&author.entity);
        (0..words.len()).any(|at| {
            let role = reading.context.lexicon.longest_role(&words, at);
            role.is_some_and(|(_, role)| role.class == UNION)
        })
    });
    if issuer.is_some() {
        return issuer::of_author(article);
    }
    let one = role.kind == RoleKind::Institution && !role.many;
    one.then(|| unlisted::own(role.class.as_str()))
}
