//! Where an event is when its sentence names no place: where the article is at that moment.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::lexicon::assertions::OTHER;
use crate::model::claim::{Claim, Found, Question};
use crate::model::place::{Place, PlaceKind};
use crate::model::span::{Span, TextField};

/// How far back, in bytes of the body, a place named before still holds; about three sentences of news.
const REACH: u32 = 400;

/// A place that the article names, and how much that tells of where its event is.
#[derive(Debug, Clone)]
pub struct Named {
    /// The place.
    pub place: Place,
    /// More in the headline and the first sentences, where news says what happened and where.
    pub weight: u32,
    /// Whether the headline or the lead names it as the place of an event.
    pub of_event: bool,
    /// Where it stands as the place of something ("in X"); `None` elsewhere.
    pub scene: Option<(TextField, Span)>,
}

/// Gives claims on events without a place the one that the text is speaking of: the last place that a claim named within
/// [`REACH`], else the place that weighs most in the article. What a party accepts or plans has no place.
///
/// `home` tells the country of a claim whose own place is that of the party it concerns, `None` for other claims.
pub fn fill(claims: &mut [Claim], named: &[Named], home: &dyn Fn(&Claim) -> Option<Place>) {
    let main = main_place(claims, named, SHARE);
    let sole = main_place(claims, named, SOLE);
    let beside = told_beside(claims);
    let mut last: Option<(Place, u32)> = None;
    for claim in claims {
        let plain = claim.assertion.value.starts_with(OTHER);
        if let Some(found) = claim.place.as_ref().filter(|found| is_narrow(&found.value)) {
            // Where a deed was that no frame knows is where that was, and not where the text goes on.
            if plain {
                continue;
            }
            last = Some((found.value.clone(), claim.sentence.end));
        } else if claim.place.is_none() && has_place(claim) {
            if let Some(place) = home(claim) {
                claim.place = Some(Found::implied(place, "place.home"));
                continue;
            }
            let near = last
                .as_ref()
                .filter(|(_, at)| claim.sentence.start.saturating_sub(*at) <= REACH)
                .map(|(place, _)| place);
            let beside = beside.get(&(claim.field, claim.sentence));
            let own = scene_of(claim, named).filter(|_| beside.is_none());
            // Somewhere that no list knows, and not where the text was before.
            if own.is_some_and(|own| !is_narrow(own)) {
                continue;
            }
            // Where the sentence is, the text was not before, unless in a part of it.
            let near = near.filter(|near| own.is_none_or(|own| own.holds(near)));
            let near = beside.or(near).or(own);
            let wide = if plain { &sole } else { &main };
            let (place, rule) = match (near, wide) {
                (Some(place), _) => (place, "place.focus"),
                (None, Some(place)) => (place, "place.article"),
                (None, None) => continue,
            };
            claim.place = Some(Found::implied(place.clone(), rule));
        }
    }
}

/// The first place but a country that a sentence names for one of its clauses: where the others are, sooner than where the
/// text was before.
fn told_beside(claims: &[Claim]) -> BTreeMap<(TextField, Span), Place> {
    let mut told: Vec<(&Claim, &Found<Place>)> = claims
        .iter()
        .filter(|claim| claim.tells_place() && !claim.assertion.value.starts_with(OTHER))
        .filter_map(|claim| Some((claim, claim.place.as_ref()?)))
        .filter(|(_, found)| found.value.kind != PlaceKind::Country)
        .collect();
    told.sort_by_key(|(_, found)| found.span.map(|span| span.start));
    let mut first = BTreeMap::new();
    for (claim, found) in told {
        let key = (claim.field, claim.sentence);
        first.entry(key).or_insert_with(|| found.value.clone());
    }
    first
}

/// The first place but a country that the sentence of a claim tells of something in it.
fn scene_of<'n>(claim: &Claim, named: &'n [Named]) -> Option<&'n Place> {
    let within = |(field, span): (TextField, Span)| {
        field == claim.field && claim.sentence.start <= span.start && span.end <= claim.sentence.end
    };
    let mut scenes = named.iter().filter(|named| named.scene.is_some_and(within));
    let narrow = |named: &&Named| named.place.kind != PlaceKind::Country;
    scenes.find(narrow).map(|named| &named.place)
}

fn has_place(claim: &Claim) -> bool {
    // "captured another village", "held the courthouse" is not said of the town that the text spoke of before.
    let other = claim.partial || !claim.place_as_written.is_empty();
    let unnamed = claim.question == Question::Control && other;
    claim.question != Question::Stance && !unnamed
}

fn is_narrow(place: &Place) -> bool {
    !matches!(place.kind, PlaceKind::Country | PlaceKind::Unlisted)
}

/// What a place weighs that a claim names for itself; in the headline and lead as much more as a name there.
const CLAIMED: u32 = 2;

/// How many times a name weighs in the headline or lead where it places an event: there it says where all of it was.
const EVENT: u32 = 2;

/// The least weight of an article's place.
const LEAST: u32 = 4;

/// The least share of all weight, in per cent: a digest of many matters has no place of its own.
const SHARE: u32 = 40;

/// The same for claims whose verb no frame knows, which may be about anything.
const SOLE: u32 = 60;

/// The narrow place that weighs most in the article, the first of equals; a country where no narrow place is named.
fn main_place(claims: &[Claim], named: &[Named], share: u32) -> Option<Place> {
    let framed = |claim: &&Claim| !claim.assertion.value.starts_with(OTHER);
    let claimed = claims.iter().filter(framed).filter_map(|claim| {
        let weight = if claim.field == TextField::Title {
            2 * CLAIMED
        } else {
            CLAIMED
        };
        let place = claim.place.as_ref()?;
        Some((&place.value, weight))
    });
    let all: Vec<(&Place, u32)> = named
        .iter()
        .map(|named| {
            let times = if named.of_event { EVENT } else { 1 };
            (&named.place, times * named.weight)
        })
        .chain(claimed)
        .collect();
    let narrow = heaviest(
        all.iter().copied().filter(|(place, _)| is_narrow(place)),
        share,
    );
    narrow.or_else(|| {
        let country = |place: &Place| place.kind == PlaceKind::Country;
        let none = !all.iter().any(|(place, _)| is_narrow(place));
        let countries = all.iter().copied().filter(|(place, _)| country(place));
        heaviest(countries, share).filter(|_| none)
    })
}

fn heaviest<'p>(places: impl Iterator<Item = (&'p Place, u32)>, share: u32) -> Option<Place> {
    let mut weights: BTreeMap<&CompactString, (u32, usize, &Place)> = BTreeMap::new();
    let mut total = 0;
    for (order, (place, weight)) in places.enumerate() {
        total += weight;
        weights.entry(&place.key).or_insert((0, order, place)).0 += weight;
    }
    let best = weights
        .into_values()
        .max_by_key(|&(weight, order, _)| (weight, std::cmp::Reverse(order)))?;
    let heavy = best.0 >= LEAST && best.0 * 100 >= total * share;
    heavy.then(|| best.2.clone())
}
