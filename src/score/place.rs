//! Compares where: the same place, one within the other, or elsewhere.

use crate::model::place::{Place, PlaceKind};

use super::features::{ClaimFeatures, Features, is_narrow};

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &[
    "missing",
    "same",
    "same-region",
    "same-country",
    "part",
    "within",
    "similar-name",
    "undecided",
    "same-whole",
    "other",
];

/// Spellings of one unlisted name reach 0.92 by Jaro-Winkler.
const SIMILAR: f64 = 0.92;

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    let (Some(left), Some(right)) = (all.place(left), all.place(right)) else {
        return 0;
    };
    if left.key == right.key {
        return same(left.place.kind);
    }
    if left.part_of == right.key || right.part_of == left.key {
        return 4;
    }
    apart(
        left.place,
        right.place,
        left.part_of != 0 && left.part_of == right.part_of,
    )
}

fn same(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Country => 3,
        PlaceKind::Region => 2,
        _ => 1,
    }
}

fn apart(left: &Place, right: &Place, one_whole: bool) -> u8 {
    if left.holds(right) || right.holds(left) {
        5
    } else if left.may_be(right) {
        7
    } else if is_spelling(left, right) {
        6
    } else if one_whole {
        8
    } else {
        9
    }
}

/// Only an unlisted name can be a spelling of another: listed places that differ do differ.
fn is_spelling(left: &Place, right: &Place) -> bool {
    let unlisted = left.kind == PlaceKind::Unlisted || right.kind == PlaceKind::Unlisted;
    unlisted
        && is_narrow(left.kind)
        && is_narrow(right.kind)
        && strsim::jaro_winkler(&left.name, &right.name) >= SIMILAR
}
