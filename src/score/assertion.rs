//! Compares what is asserted: the same type, a kindred one, or at least the same question.

use super::features::ClaimFeatures;

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &["missing", "same", "family", "question", "other"];

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    if left.assertion == right.assertion {
        1
    } else if left.family == right.family {
        2
    } else if left.question == right.question {
        3
    } else {
        4
    }
}
