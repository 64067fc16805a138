//! Compares when: days of the event where both claims tell, days of publication otherwise.

use super::features::ClaimFeatures;

/// Levels from nearest to farthest; the first stands for a missing value. The `reported-` ones rest on publication.
pub const LEVELS: &[&str] = &[
    "missing",
    "same-day",
    "overlap",
    "next-day",
    "near",
    "week",
    "month",
    "far",
    "reported-day",
    "reported-next",
    "reported-week",
    "reported-month",
    "reported-far",
];

/// A range up to so many days names a day (a night spans two).
const SHORT: i32 = 2;

/// The level that two claims reach.
///
/// The date of a denial is often that of the denying, so unless it is the very day it counts as one of publication.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    match (left.days, right.days) {
        (Some(a), Some(b)) if gap(a, b) == 0 || !(left.denied || right.denied) => event(a, b),
        _ => reported(left, right),
    }
}

fn event(left: (i32, i32), right: (i32, i32)) -> u8 {
    let short = |(first, last)| last - first < SHORT;
    match gap(left, right) {
        0 if short(left) && short(right) => 1,
        0 => 2,
        1 => 3,
        2..=3 => 4,
        4..=7 => 5,
        8..=31 => 6,
        _ => 7,
    }
}

fn reported(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    let day = |claim: &ClaimFeatures| claim.days.or(claim.published.map(|day| (day, day)));
    let (Some(left), Some(right)) = (day(left), day(right)) else {
        return 0;
    };
    match gap(left, right) {
        0 => 8,
        1 => 9,
        2..=7 => 10,
        8..=31 => 11,
        _ => 12,
    }
}

fn gap(left: (i32, i32), right: (i32, i32)) -> i32 {
    (right.0 - left.1).max(left.0 - right.1).max(0)
}
