//! Where and when a cluster is: places and days that exclude each other keep clusters apart.

use rustc_hash::FxHashMap;

use crate::lexicon::assertions::Ground;
use crate::model::claim::{Claim, Stance, day_number};
use crate::model::place::{Place, PlaceKind};

use super::Prepared;

/// Places and days that the claims of a cluster name.
#[derive(Debug, Clone, PartialEq)]
pub struct Extent {
    ground: Ground,
    /// Different places, as indices into [`Prepared::places`], ascending.
    places: Vec<u32>,
    /// Latest first day and earliest last day of the dated claims: the widest gap is the one between them.
    days: Option<(i32, i32)>,
}

/// Spellings of one unlisted name reach 0.92 by Jaro-Winkler.
const SIMILAR: f64 = 0.92;

/// The extent of each claim, and the different places.
pub fn extents(claims: &[Claim]) -> (Vec<Extent>, Vec<&Place>) {
    let mut places = Vec::new();
    let mut numbers = FxHashMap::default();
    let extents = claims.iter().map(|claim| Extent {
        ground: Ground::of(claim.question),
        places: exclusive_place(claim)
            .map(|place| number(place, &mut places, &mut numbers))
            .into_iter()
            .collect(),
        days: exclusive_days(claim),
    });
    (extents.collect(), places)
}

/// What a party accepts is often said far from where it matters, and a country is too wide to exclude anything.
fn exclusive_place(claim: &Claim) -> Option<&Place> {
    let place = claim.place.as_ref().map(|place| &place.value)?;
    let tells = Ground::of(claim.question) != Ground::Stance && place.kind != PlaceKind::Country;
    tells.then_some(place)
}

/// The date of a denial is often that of the denying, so it excludes nothing.
fn exclusive_days(claim: &Claim) -> Option<(i32, i32)> {
    let dates = claim.dates.as_ref()?;
    let tells = claim.stance.value == Stance::Affirm;
    tells.then(|| (day_number(dates.value.first), day_number(dates.value.last)))
}

fn number<'a>(
    place: &'a Place,
    places: &mut Vec<&'a Place>,
    numbers: &mut FxHashMap<&'a str, u32>,
) -> u32 {
    *numbers.entry(place.key.as_str()).or_insert_with(|| {
        places.push(place);
        places.len() as u32 - 1
    })
}

impl Extent {
    /// Why the two cannot be one, `None` where nothing excludes it.
    pub fn find_exclusion(&self, other: &Extent, prepared: &Prepared<'_>) -> Option<&'static str> {
        if self.ground != other.ground {
            return Some("they answer questions of different grounds");
        }
        let excluded = |&a: &u32| {
            other
                .places
                .iter()
                .any(|&b| is_elsewhere(prepared.places[a as usize], prepared.places[b as usize]))
        };
        if self.places.iter().any(excluded) {
            return Some("their places exclude each other");
        }
        let days = prepared.days(self.ground)?;
        let ((first, last), (other_first, other_last)) = (self.days?, other.days?);
        let gap = first.max(other_first) - last.min(other_last);
        (gap > days).then_some("their days lie too far apart")
    }

    /// Takes in another extent.
    pub fn add(&mut self, other: &Extent) {
        self.places.extend(&other.places);
        self.places.sort_unstable();
        self.places.dedup();
        self.days = match (self.days, other.days) {
            (Some((first, last)), Some((other_first, other_last))) => {
                Some((first.max(other_first), last.min(other_last)))
            }
            (own, others) => own.or(others),
        };
    }
}

fn is_elsewhere(left: &Place, right: &Place) -> bool {
    let one_whole = left.part_of.is_some() && left.part_of == right.part_of;
    !(left.holds(right)
        || right.holds(left)
        || left.may_be(right)
        || one_whole
        || is_spelling(left, right))
}

fn is_spelling(left: &Place, right: &Place) -> bool {
    let unlisted = |place: &Place| place.kind == PlaceKind::Unlisted;
    (unlisted(left) || unlisted(right)) && strsim::jaro_winkler(&left.name, &right.name) >= SIMILAR
}
