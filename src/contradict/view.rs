//! A claim as the rules see it: its strings, its effect, and when it speaks of.

use crate::lexicon::assertions::{Assertions, Effect, Ground, OTHER};
use crate::lexicon::kin::Kin;
use crate::lexicon::likeness::{Sense, telling_words};
use crate::lexicon::parties::is_one_side;
use crate::lexicon::words::WordSets;
use crate::model::claim::{Claim, Modality, Question, Stance};
use crate::model::place::{Place, PlaceKind};

use super::Context;
use super::facts::Fact;
use super::spoken::Matter;

/// What the rules need of one claim.
pub struct View<'a> {
    pub index: u32,
    pub claim: &'a Claim,
    pub ground: Ground,
    pub effect: Effect,
    pub family: &'a str,
    /// The side that speaks, or else the speaker by his name or noun; what texts and things show is nobody's word.
    pub party: Option<&'a str>,
    pub outlet: Option<&'a str>,
    pub actor: Option<&'a str>,
    pub actor_party: Option<&'a str>,
    pub object: Option<&'a str>,
    pub object_party: Option<&'a str>,
    pub place: Option<&'a Place>,
    pub denied: bool,
    /// First and last day of the event.
    pub event: Option<(i32, i32)>,
    /// Day of publication.
    pub published: Option<i32>,
    /// Whether what it was done to is a side.
    pub is_to_party: bool,
    /// For a capture: the earliest day on which the same doer is said to have captured the place, see [`super::captures`].
    pub since: Option<i32>,
}

/// How two values of a field stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// Equal.
    Same,
    /// They share something.
    Some,
    /// One is missing.
    Missing,
    /// They share nothing.
    Other,
}

impl Match {
    /// Whether they are equal or share something.
    pub fn is_alike(self) -> bool {
        matches!(self, Match::Same | Match::Some)
    }
}

/// Spellings of one name reach 0.9 by Jaro-Winkler.
const SIMILAR: f64 = 0.9;

/// The views of some claims.
pub fn views<'a>(claims: &[u32], context: &Context<'a>) -> Vec<View<'a>> {
    claims.iter().map(|&claim| view(claim, context)).collect()
}

/// The view of one claim by itself.
pub fn view<'a>(index: u32, context: &Context<'a>) -> View<'a> {
    let at = index as usize;
    view_of(index, &context.claims[at], &context.facts[at], context)
}

/// The same of a claim that need not be as the run holds it.
pub(super) fn view_of<'a>(
    index: u32,
    claim: &'a Claim,
    fact: &Fact<'a>,
    context: &Context<'a>,
) -> View<'a> {
    let article = context.articles.get(claim.article as usize);
    let text = |found: &'a Option<crate::model::claim::Found<compact_str::CompactString>>| {
        found
            .as_ref()
            .map(|found| found.value.as_str())
            .filter(|text| !text.is_empty())
    };
    View {
        index,
        claim,
        ground: Ground::of(claim.question),
        effect: fact.effect,
        family: fact.family,
        party: fact.voice,
        outlet: article.and_then(|article| article.outlet.as_deref()),
        actor: text(&claim.actor),
        actor_party: text(&claim.actor_party),
        object: text(&claim.object),
        object_party: text(&claim.object_party),
        place: scene(claim),
        denied: claim.stance.value == Stance::Deny,
        event: fact.event,
        published: fact.published,
        is_to_party: fact.is_to_party,
        since: fact.since,
    }
}

/// The place of a claim, unless it is only the country that the deed was done to or with.
pub(super) fn scene(claim: &Claim) -> Option<&Place> {
    let own = claim.place.as_ref().filter(|_| !claim.is_placed_loosely());
    let place = own.map(|place| &place.value)?;
    let object = claim.object.as_ref().map(|object| object.value.as_str());
    let is_object = object.is_some_and(|object| object.eq_ignore_ascii_case(&place.name));
    (place.kind != PlaceKind::Country || !is_object).then_some(place)
}

impl<'a> View<'a> {
    /// Days that the claim speaks of, or else the day of publication.
    pub fn when(&self) -> Option<(i32, i32)> {
        self.event.or(self.published.map(|day| (day, day)))
    }

    /// The day on which it was said: publication, or else the last day that it speaks of.
    pub fn said(&self) -> Option<i32> {
        self.published.or(self.event.map(|(_, last)| last))
    }

    /// Whether it is said as fact.
    pub fn is_stated(&self) -> bool {
        self.claim.modality.value == Modality::Stated
    }

    /// Whether it speaks of what is meant to be done.
    pub fn is_planned(&self) -> bool {
        self.claim.modality.value == Modality::Planned
    }

    /// What the claim speaks of.
    pub fn matters(&self) -> impl Iterator<Item = Matter<'a>> + use<'a> {
        let place = self.place.map(|place| Matter::Place(place.key.as_str()));
        [place, self.object.map(Matter::Thing)]
            .into_iter()
            .flatten()
    }

    /// Whether the place is small enough to be the scene of one event.
    pub fn is_local(&self) -> bool {
        self.place
            .is_some_and(|place| !matches!(place.kind, PlaceKind::Country | PlaceKind::Region))
    }

    /// Whether it happened at a plant, a bridge, a hospital and the like.
    pub fn is_facility(&self) -> bool {
        self.place
            .is_some_and(|place| place.kind == PlaceKind::Facility)
    }

    /// Whether what is told is a deed that somebody can be charged with.
    pub fn charges(&self) -> bool {
        let assertion = Assertions::builtin().get(&self.claim.assertion.value);
        assertion.question == Question::Responsibility
    }

    /// Whether no frame knows the verb.
    pub fn is_unknown_verb(&self) -> bool {
        self.claim.assertion.value.starts_with(OTHER)
    }

    /// Whether what it was done to is only a side, or the place that the claim names anyway.
    fn is_wide_object(&self) -> bool {
        let Some(object) = self.object else {
            return false;
        };
        let is = |name: Option<&str>| name.is_some_and(|name| name.eq_ignore_ascii_case(object));
        if self.is_to_party {
            return true;
        }
        let place = self.place.filter(|_| !self.is_local());
        // A strip, a region or a bank is called by its first word too.
        let begins = place.is_some_and(|place| {
            let first = place.name.split(' ').next();
            first.is_some_and(|first| first.eq_ignore_ascii_case(object))
        });
        let country = self.place.and_then(|place| place.country.as_deref());
        let names = [self.party, self.actor_party, self.object_party, country];
        begins || names.into_iter().any(is) || is(place.map(|place| place.name.as_str()))
    }

    /// Whether what is held or taken is the place that the claim names.
    pub fn is_of_place(&self) -> bool {
        let written = &self.claim.place_as_written;
        let names = |object: &str| {
            let place = self.place.map(|place| place.name.as_str());
            // "the city", "city".
            let last = written.rsplit(' ').next().unwrap_or(written);
            object.eq_ignore_ascii_case(written)
                || object.eq_ignore_ascii_case(last)
                || place.is_some_and(|name| name.eq_ignore_ascii_case(object))
        };
        self.ground == Ground::Control && self.object.is_some_and(names)
    }

    /// The words of the sentence with their meanings.
    pub fn senses(&self) -> Vec<Sense<'_>> {
        senses(self.claim)
    }

    /// The words that tell what is asserted, with their meanings; names that mean nothing else are left out.
    pub fn telling(&self) -> Vec<Sense<'_>> {
        let words = telling_words(&self.claim.assertion.value, self.object);
        let senses = words.into_iter().map(Sense::of);
        senses.filter(Sense::is_known).collect()
    }

    /// Whether a verb that no frame knows tells nothing by itself and of nothing ("has", "does").
    pub fn is_hollow(&self) -> bool {
        let tells = telling_words(&self.claim.assertion.value, self.object);
        self.is_unknown_verb() && tells.is_empty()
    }

    /// Whether it answers who did or what caused something.
    pub fn is_of_doer(&self) -> bool {
        matches!(
            self.claim.question,
            Question::Responsibility | Question::Cause
        )
    }

    /// Who did it, by side, or else by name.
    pub fn doer(&self) -> Option<&str> {
        self.actor_party.or(self.actor)
    }
}

/// The words of a claim's sentence with their meanings.
pub fn senses(claim: &Claim) -> Vec<Sense<'_>> {
    claim.words.iter().map(|word| Sense::of(word)).collect()
}

/// How the doers of two claims stand to each other: sides decide where both are known, names otherwise.
pub fn actors(left: &View<'_>, right: &View<'_>) -> Match {
    if let (Some(a), Some(b)) = (left.actor_party, right.actor_party) {
        // A person stands under his full name and under his last alike.
        return if is_one_side(a, b) {
            Match::Same
        } else {
            Match::Other
        };
    }
    texts(
        left.actor.or(left.actor_party),
        right.actor.or(right.actor_party),
    )
}

/// How the objects of two claims stand to each other.
pub fn objects(left: &View<'_>, right: &View<'_>) -> Match {
    match texts(left.object, right.object) {
        // That both were done to a country, or to the place itself, tells nothing.
        Match::Same | Match::Some if left.is_wide_object() && right.is_wide_object() => {
            Match::Missing
        }
        found => found,
    }
}

/// How two names or matters stand to each other: equal, with a word in common or alike in spelling, or neither.
pub fn texts(left: Option<&str>, right: Option<&str>) -> Match {
    let (Some(left), Some(right)) = (left, right) else {
        return Match::Missing;
    };
    if left == right {
        return Match::Same;
    }
    let kin = Kin::embedded();
    // "minister Berg" and "minister Dahl" have but their office in common.
    let ends = [left, right].map(|text| text.split_whitespace().next_back().unwrap_or(text));
    let office = |word: &str| !ends.contains(&word) && WordSets::shared().is_somebody(word);
    let shares = left.split_whitespace().any(|word| {
        let mut others = right.split_whitespace();
        others.any(|other| kin.noun(word) == kin.noun(other)) && !office(word)
    });
    if shares || strsim::jaro_winkler(left, right) >= SIMILAR {
        Match::Some
    } else {
        Match::Other
    }
}

/// How the places of two claims stand to each other: one within the other is `Some`.
pub fn places(left: &View<'_>, right: &View<'_>) -> Match {
    let (Some(a), Some(b)) = (left.place, right.place) else {
        return Match::Missing;
    };
    if a.key == b.key {
        return Match::Same;
    }
    let unlisted = a.kind == PlaceKind::Unlisted || b.kind == PlaceKind::Unlisted;
    let spelling = unlisted && strsim::jaro_winkler(&a.name, &b.name) >= SIMILAR;
    if a.holds(b) || b.holds(a) || a.may_be(b) || spelling {
        Match::Some
    } else {
        Match::Other
    }
}

/// How alike the wording of two sentences is.
pub fn wording(left: &View<'_>, right: &View<'_>) -> Match {
    let (left, right) = (&left.claim.words, &right.claim.words);
    let least = left.len().min(right.len());
    let shared = left
        .iter()
        .filter(|word| right.binary_search(word).is_ok())
        .count();
    match shared {
        _ if least == 0 => Match::Missing,
        _ if shared >= 3 && 2 * shared >= least => Match::Same,
        _ if shared >= 2 && 4 * shared >= least => Match::Some,
        _ => Match::Other,
    }
}

/// Days between two ranges, 0 where they overlap.
pub fn gap(left: (i32, i32), right: (i32, i32)) -> i32 {
    (right.0 - left.1).max(left.0 - right.1).max(0)
}
