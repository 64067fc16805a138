//! What the rules ask of every claim, found once for all.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::parties::PartyLexicon;
use crate::model::article::Article;
use crate::model::claim::{Claim, Found, Modality, day_number};

use super::captures;

/// What is looked up or worked out of one claim.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fact<'a> {
    pub(super) family: &'a str,
    pub(super) effect: Effect,
    /// First and last day of the event.
    pub(super) event: Option<(i32, i32)>,
    /// Day of publication.
    pub(super) published: Option<i32>,
    /// Whether what it was done to is a side.
    pub(super) is_to_party: bool,
    /// The side that speaks, see [`voice`].
    pub(super) voice: Option<&'a str>,
    /// For a capture: the earliest day on which the same doer is said to have captured the place.
    pub(super) since: Option<i32>,
}

impl Fact<'_> {
    /// Days that the claim speaks of, or else the day of publication.
    pub(super) fn when(&self) -> Option<(i32, i32)> {
        self.event.or(self.published.map(|day| (day, day)))
    }
}

/// The facts of all claims, in their order; a capture is told again for `reach` days.
pub(super) fn facts<'a>(
    claims: &'a [Claim],
    articles: &[Article],
    assertions: &'a Assertions,
    reach: i32,
) -> Vec<Fact<'a>> {
    let mut facts = of_each(claims, articles, assertions);
    let since = captures::since(claims, &facts, reach);
    for (fact, since) in facts.iter_mut().zip(since) {
        fact.since = since;
    }
    facts
}

/// What each claim tells by itself.
pub(super) fn of_each<'a>(
    claims: &'a [Claim],
    articles: &[Article],
    assertions: &'a Assertions,
) -> Vec<Fact<'a>> {
    let published: Vec<Option<i32>> = articles
        .iter()
        .map(|article| article.published.map(day_number))
        .collect();
    let mut kinds: FxHashMap<&str, (&str, Effect)> = FxHashMap::default();
    let mut parties: FxHashMap<&str, bool> = FxHashMap::default();
    let fact = |claim: &'a Claim| {
        let key = claim.assertion.value.as_str();
        let kind = || (assertions.family(key), assertions.get(key).effect);
        let &mut (family, effect) = kinds.entry(key).or_insert_with(kind);
        let object = claim.object.as_ref().map(|object| object.value.as_str());
        let is_party = |object| {
            let known = parties.entry(object);
            *known.or_insert_with(|| PartyLexicon::embedded().is_party(object))
        };
        let dates = claim.dates.as_ref().map(|dates| dates.value);
        Fact {
            family,
            effect,
            event: dates.map(|dates| (day_number(dates.first), day_number(dates.last))),
            published: published.get(claim.article as usize).copied().flatten(),
            is_to_party: object.is_some_and(is_party),
            voice: voice(claim),
            since: None,
        }
    };
    claims.iter().map(fact).collect()
}

/// The side that speaks, or else the speaker by name: whoever is named speaks at least for himself, if he is somebody and
/// no text or thing. `None` for the outlet's own voice.
pub(super) fn voice<'c>(claim: &'c Claim) -> Option<&'c str> {
    let text = |found: &'c Option<Found<CompactString>>| {
        let text = found.as_ref().map(|found| found.value.as_str());
        text.filter(|text| !text.is_empty())
    };
    let speaks = |name: &&str| PartyLexicon::embedded().can_speak(name);
    text(&claim.party).or_else(|| text(&claim.speaker).filter(speaks))
}

/// Whether a claim is somebody's own word, said as fact.
pub(super) fn is_own_word(claim: &Claim) -> bool {
    claim.modality.value == Modality::Stated && claim.relayed_by.is_empty()
}
