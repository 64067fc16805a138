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

/// The same of one claim, small enough that tens of millions of pairs can be looked through.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    ground: Ground,
    /// Index into [`Prepared::places`], [`NOWHERE`] for none.
    place: u32,
    days: Option<(i32, i32)>,
}

/// Stands for no place.
const NOWHERE: u32 = u32::MAX;

/// Spellings of one unlisted name reach 0.92 by Jaro-Winkler.
const SIMILAR: f64 = 0.92;

/// A place that claims name.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    place: &'a Place,
    /// Whether it is elsewhere than any other place like this: a listed spot, part of nothing and no doubt which.
    is_plain: bool,
}

/// Where and when each claim is, and the different places.
pub fn spots(claims: &[Claim]) -> (Vec<Spot>, Vec<Named<'_>>) {
    let mut places = Vec::new();
    let mut numbers = FxHashMap::default();
    let mut number = |place| number(place, &mut places, &mut numbers);
    let spots = claims.iter().map(|claim| Spot {
        ground: Ground::of(claim.question),
        place: exclusive_place(claim).map_or(NOWHERE, &mut number),
        days: exclusive_days(claim),
    });
    (spots.collect(), places)
}

/// What a party accepts is often said far from where it matters, a country is too wide to exclude anything, and a place that
/// the article lends may be that of something else it tells of.
fn exclusive_place(claim: &Claim) -> Option<&Place> {
    let place = claim.place.as_ref().map(|place| &place.value)?;
    let tells = claim.tells_place()
        && Ground::of(claim.question) != Ground::Stance
        && place.kind != PlaceKind::Country;
    tells.then_some(place)
}

/// Days by which one that the article lends may be off: the report's for the event's, or that of what was told before.
const LENT: i32 = 2;

/// The date of a denial is often that of the denying, so it excludes nothing.
fn exclusive_days(claim: &Claim) -> Option<(i32, i32)> {
    let dates = claim.dates.as_ref()?;
    let off = if claim.tells_day() { 0 } else { LENT };
    let (first, last) = (day_number(dates.value.first), day_number(dates.value.last));
    (claim.stance.value == Stance::Affirm).then_some((first - off, last + off))
}

fn number<'a>(
    place: &'a Place,
    places: &mut Vec<Named<'a>>,
    numbers: &mut FxHashMap<&'a str, u32>,
) -> u32 {
    *numbers.entry(place.key.as_str()).or_insert_with(|| {
        let spot = matches!(place.kind, PlaceKind::Settlement | PlaceKind::Facility);
        let is_plain = spot && place.part_of.is_none() && place.undecided.is_empty();
        places.push(Named { place, is_plain });
        places.len() as u32 - 1
    })
}

impl Spot {
    /// Whether two claims cannot be of one cluster.
    pub fn excludes(&self, other: &Spot, prepared: &Prepared<'_>) -> bool {
        let named = self.place != NOWHERE && other.place != NOWHERE;
        self.ground != other.ground
            || are_far(self.ground, self.days, other.days, prepared)
            || named && are_apart(self.place, other.place, prepared)
    }
}

impl From<&Spot> for Extent {
    fn from(spot: &Spot) -> Self {
        let place = (spot.place != NOWHERE).then_some(spot.place);
        Extent {
            ground: spot.ground,
            places: place.into_iter().collect(),
            days: spot.days,
        }
    }
}

impl Extent {
    /// Why the two cannot be one, `None` where nothing excludes it. What excludes two excludes all that they grow to.
    pub fn find_exclusion(&self, other: &Extent, prepared: &Prepared<'_>) -> Option<&'static str> {
        if self.ground != other.ground {
            return Some("they answer questions of different grounds");
        }
        let excluded = |&a: &u32| other.places.iter().any(|&b| are_apart(a, b, prepared));
        if self.places.iter().any(excluded) {
            return Some("their places exclude each other");
        }
        are_far(self.ground, self.days, other.days, prepared)
            .then_some("their days lie too far apart")
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

fn are_far(
    ground: Ground,
    left: Option<(i32, i32)>,
    right: Option<(i32, i32)>,
    prepared: &Prepared<'_>,
) -> bool {
    let Some(days) = prepared.days(ground) else {
        return false;
    };
    matches!((left, right), (Some(a), Some(b)) if a.0.max(b.0) - a.1.min(b.1) > days)
}

/// Whether two places, given by their indices, exclude each other.
fn are_apart(left: u32, right: u32, prepared: &Prepared<'_>) -> bool {
    if left == right {
        return false;
    }
    let (left, right) = (
        prepared.places[left as usize],
        prepared.places[right as usize],
    );
    left.is_plain && right.is_plain || is_elsewhere(left.place, right.place)
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
