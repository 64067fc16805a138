//! Compares whose the object is: Ukrainian drones are not Russian drones.

use super::features::ClaimFeatures;

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &["missing", "same", "other"];

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    if left.object_party == 0 || right.object_party == 0 {
        0
    } else if left.object_party == right.object_party {
        1
    } else {
        2
    }
}
