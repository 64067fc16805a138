//! Whether one claim is a denial that points back to the other.

use super::features::ClaimFeatures;

/// The level for such a pair; the first stands for all others.
pub const LEVELS: &[&str] = &["missing", "target"];

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    let points =
        |from: &ClaimFeatures, to: &ClaimFeatures| from.target != 0 && from.target == to.id;
    u8::from(points(left, right) || points(right, left))
}
