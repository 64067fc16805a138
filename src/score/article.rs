//! Whether two claims stand in one article: an article mostly speaks of few matters.

use super::features::ClaimFeatures;

/// Levels; the first stands for a missing value.
pub const LEVELS: &[&str] = &["missing", "same", "other"];

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    if left.article == right.article { 1 } else { 2 }
}
