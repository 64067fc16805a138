//! Whose a bare noun is by what the text named shortly before it: a place, or the body that acted.

use crate::lexicon::parties::PartyKind;

use super::PartyDecision;
use super::bodies::is_organ;
use super::firms::sole;
use super::names::{Mentioned, Rank};
use super::side::{Reading, with_rule};
use super::tenure::follow;

/// "Officials said": those of the place that the text named shortly before, where the article knows only one state's.
pub(super) fn of_place_at_hand(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let article = reading.article;
    let near = article.place_within(reading.at, AT_HAND)?;
    // A place that was named in passing gives way to the state in which the article is written and which it is about.
    let written = article.main_dateline();
    let close = article.is_place_close(near, reading.at);
    if let Some(written) = written.filter(|state| *state != near && !close) {
        let party = follow(reading.context.lexicon, written, reading.context.date);
        return Some(PartyDecision {
            entity: written.clone(),
            kind: PartyKind::Government,
            party: Some(party),
            rule: "party.state-of-scene",
            line: None,
        });
    }
    let found = of_nearest_place(reading)?;
    (found.entity == *near).then_some(found)
}

/// "Its mayor": the state of the place that the text named last, shortly before.
pub(super) fn of_place_before(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    reading.article.place_within(reading.at, AT_HAND)?;
    of_nearest_place(reading)
}

/// "A spokesman said": of the body that the text had as subject just before.
pub(super) fn of_body_at_hand(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let near = |m: &&Mentioned| match (m.at, reading.at) {
        (Some(own), Some(at)) => at - own <= AT_HAND,
        (own, at) => own.is_none() && at.is_none(),
    };
    let speaks = |m: &&Mentioned| {
        let state = m.decision.kind == PartyKind::State;
        m.rank != Rank::Other && (state || is_organ(reading, m))
    };
    let nearest = || reading.article.earlier(reading.at).take_while(near);
    let found = nearest().find(speaks);
    let found = found.or_else(|| sole(nearest().filter(|m| is_organ(reading, m))))?;
    Some(with_rule(&found.decision, "party.body-in-article"))
}

/// The state of the place that the text named last before.
pub(super) fn of_nearest_place(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let article = reading.article;
    let country = article.place_before(reading.at)?;
    if article.is_stray(country) {
        return None;
    }
    let party = follow(reading.context.lexicon, country, reading.context.date);
    Some(PartyDecision {
        entity: country.clone(),
        kind: PartyKind::Government,
        party: Some(party),
        rule: "party.state-of-place",
        line: None,
    })
}

/// How far before the noun, in bytes, the place or body stands that is meant.
pub(super) const AT_HAND: u32 = 400;
