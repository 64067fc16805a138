//! Where an event is when its sentence names no place: where the article is at that moment.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::lexicon::assertions::OTHER;
use crate::model::claim::{Claim, Found, Question};
use crate::model::place::{Place, PlaceKind};
use crate::model::span::{Span, TextField};

/// How far back, in bytes of the body, a place named before still holds; about three sentences of news.
const REACH: u32 = 400;

/// The same for claims whose verb no frame knows, which may be about anything.
const PLAIN_REACH: u32 = 200;

/// A place that the article names, and how much that tells of where its event is.
#[derive(Debug, Clone)]
pub struct Named {
    /// The place.
    pub place: Place,
    /// More in the headline and the first sentences, where news says what happened and where.
    pub weight: u32,
    /// Whether the headline or the lead names it as the place of an event.
    pub of_event: bool,
    /// Where it stands.
    pub at: (TextField, Span),
    /// Whether it stands as the place of something ("in X").
    pub scene: bool,
}

impl Named {
    /// Whether it stands in the sentence of a claim.
    fn is_beside(&self, claim: &Claim) -> bool {
        let (field, span) = self.at;
        field == claim.field && claim.sentence.start <= span.start && span.end <= claim.sentence.end
    }
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
            let reach = if plain { PLAIN_REACH } else { REACH };
            let near = last
                .as_ref()
                .filter(|(_, at)| claim.sentence.start.saturating_sub(*at) <= reach)
                .map(|(place, _)| place);
            let beside = beside.get(&(claim.field, claim.sentence));
            let own = scene_of(claim, named).filter(|_| beside.is_none());
            // Somewhere that no list knows, and not where the text was before.
            if own.is_some_and(|own| !is_narrow(own)) {
                continue;
            }
            // Where the sentence is, the text was not before, unless in a part of it.
            let near = near.filter(|near| own.is_none_or(|own| own.holds(near)));
            // "In Norland the toll has risen": nowhere in another land.
            let lands = lands_of(claim, named);
            let near =
                near.filter(|near| lands.is_empty() || lands.iter().any(|land| land.holds(near)));
            let near = beside.or(near).or(own);
            let wide = if plain { &sole } else { &main };
            let (place, rule) = match (near, wide) {
                (Some(place), _) => (place, "place.focus"),
                (None, Some(place)) if lands.is_empty() => (place, "place.article"),
                (None, _) => continue,
            };
            let named_here = only_one(claim, named).filter(|_| beside.is_none());
            let place = named_here.unwrap_or(place);
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
    let mut scenes = named
        .iter()
        .filter(|named| named.scene && named.is_beside(claim));
    let narrow = |named: &&Named| named.place.kind != PlaceKind::Country;
    scenes.find(narrow).map(|named| &named.place)
}

/// The only narrow place that the sentence of a claim names and that does not speak ("mines on the road to X"): there sooner
/// than where the text was before.
fn only_one<'n>(claim: &Claim, named: &'n [Named]) -> Option<&'n Place> {
    let mut told = named.iter().filter(|named| {
        let tells = named.weight > 0 && is_narrow(&named.place);
        tells && named.is_beside(claim) && !is_of_speaker(claim, named.at.1)
    });
    let first = told.next()?;
    told.all(|other| other.place.key == first.place.key)
        .then_some(&first.place)
}

/// "Otieno, a doctor in X, said": whatever stands between who speaks and the word of report tells of who speaks.
fn is_of_speaker(claim: &Claim, name: Span) -> bool {
    let speaker = claim.speaker.as_ref().and_then(|found| found.span);
    let cue = claim.cue.as_ref().and_then(|found| found.span);
    speaker.zip(cue).is_some_and(|(speaker, cue)| {
        let (start, end) = (speaker.start.min(cue.start), speaker.end.max(cue.end));
        start <= name.start && name.end <= end
    })
}

/// The countries that the sentence of a claim tells of something in them.
fn lands_of<'n>(claim: &Claim, named: &'n [Named]) -> Vec<&'n Place> {
    let lands = named
        .iter()
        .filter(|named| named.scene && named.place.kind == PlaceKind::Country);
    lands
        .filter(|named| named.is_beside(claim))
        .map(|named| &named.place)
        .collect()
}

fn has_place(claim: &Claim) -> bool {
    // "captured another village", "held the courthouse" is not said of the town that the text spoke of before.
    let other = claim.partial || !claim.place_as_written.is_empty();
    let unnamed = claim.question == Question::Control && other;
    // "89 over the whole country, and 18 over X": not over X.
    let wide = claim.question == Question::Quantity && !claim.place_as_written.is_empty();
    let unnamed = unnamed || wide;
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
const SHARE: u32 = 50;

/// The same for claims whose verb no frame knows, which may be about anything.
const SOLE: u32 = 70;

/// The place but a country that weighs most in the article, the first of equals.
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
    heaviest(
        all.iter().copied().filter(|(place, _)| is_narrow(place)),
        share,
    )
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
