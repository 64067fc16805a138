//! Where an event is when its sentence names no place: where the article is at that moment.

use crate::model::claim::{Claim, Found, Question};
use crate::model::place::{Place, PlaceKind};

/// How far back, in bytes of the body, a place named before still holds; about three sentences of news.
const REACH: u32 = 400;

/// Gives claims on events without a place the one that the text is speaking of: the last place that a claim named within
/// [`REACH`], else the place that the article names most. What a party accepts or plans has no place.
pub fn fill(claims: &mut [Claim], named: &[Place]) {
    let main = main_place(claims, named);
    let mut last: Option<(Place, u32)> = None;
    for claim in claims {
        if let Some(found) = claim.place.as_ref().filter(|found| is_narrow(&found.value)) {
            last = Some((found.value.clone(), claim.sentence.end));
        } else if claim.place.is_none() && has_place(claim) {
            let plain = claim.assertion.value.starts_with(PLAIN);
            let near = last
                .as_ref()
                .filter(|(_, at)| !plain && claim.sentence.start.saturating_sub(*at) <= REACH)
                .map(|(place, _)| place);
            let (place, rule) = match (near, &main) {
                (Some(place), _) => (place, "place.focus"),
                (None, Some(place)) => (place, "place.article"),
                (None, None) => continue,
            };
            claim.place = Some(Found::implied(place.clone(), rule));
        }
    }
}

fn has_place(claim: &Claim) -> bool {
    claim.question != Question::Stance
}

/// Mark of an assertion that no frame knows; what it speaks of may be anywhere.
const PLAIN: &str = "other:";

fn is_narrow(place: &Place) -> bool {
    !matches!(place.kind, PlaceKind::Country | PlaceKind::Unlisted)
}

/// The narrow place that claims and names of the article have most often; the first of equals.
fn main_place(claims: &[Claim], named: &[Place]) -> Option<Place> {
    let claimed = claims
        .iter()
        .filter_map(|claim| claim.place.as_ref())
        .map(|found| &found.value);
    let all: Vec<&Place> = claimed
        .chain(named)
        .filter(|place| is_narrow(place))
        .collect();
    let count = |key: &str| all.iter().filter(|place| place.key == key).count();
    let mut best: Option<(&Place, usize)> = None;
    for place in &all {
        let count = count(&place.key);
        if best.is_none_or(|(_, most)| count > most) {
            best = Some((place, count));
        }
    }
    // A digest of many matters has no place of its own.
    best.filter(|&(_, count)| count >= 2 && count * 2 >= all.len())
        .map(|(place, _)| place.clone())
}
