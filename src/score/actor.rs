//! Compares who is said to have done it.

use super::features::{ClaimFeatures, Features};

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &[
    "missing",
    "same-name",
    "similar-name",
    "same-party",
    "other-party",
    "other-name",
];

/// Spellings of one name (Zelensky, Zelenskyy) reach 0.9 by Jaro-Winkler, other names of one length hardly do.
const SIMILAR: f64 = 0.9;

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    let parties = left.actor_party != 0 && right.actor_party != 0;
    let same_party = left.actor_party == right.actor_party;
    if parties && !same_party {
        return 4;
    }
    let names = left.actor != 0 && right.actor != 0;
    if names && left.actor == right.actor {
        1
    } else if parties && same_party {
        3
    } else if !names {
        0
    } else if is_similar(left, right, all) {
        2
    } else {
        5
    }
}

fn is_similar(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> bool {
    all.are_alike(left.actor, right.actor, SIMILAR)
}
