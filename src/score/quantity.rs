//! Compares how many of what: figures that agree speak for one matter, figures that differ may be the very dispute.

use super::features::{Amount, ClaimFeatures};

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &[
    "missing",
    "equal",
    "compatible",
    "differs",
    "far",
    "other-thing",
];

/// Figures this many times apart are hardly of one count.
const FAR: f64 = 10.0;

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    let (Some(a), Some(b)) = (left.quantity, right.quantity) else {
        return 0;
    };
    let other_fate = a.of != 0 && b.of != 0 && a.of != b.of;
    let same_thing = a.unit == b.unit || a.people && b.people;
    if !same_thing || other_fate {
        return 5;
    }
    if a.low == b.low && a.high == b.high {
        1
    } else if a.low <= b.high && b.low <= a.high {
        2
    } else if ratio(a, b) < FAR {
        3
    } else {
        4
    }
}

/// How many times the nearer bounds of two disjoint intervals lie apart.
fn ratio(left: Amount, right: Amount) -> f64 {
    let (lower, higher) = if left.high < right.low {
        (left.high, right.low)
    } else {
        (right.high, left.low)
    };
    if lower <= 0.0 { FAR } else { higher / lower }
}
