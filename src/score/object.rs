//! Compares what it was done to, or the matter agreed on: by shared words weighed by rarity, then by spelling.

use super::features::{ClaimFeatures, Features};

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &["missing", "same", "most", "some", "similar", "other"];

/// Spellings of one name reach 0.9 by Jaro-Winkler.
const SIMILAR: f64 = 0.9;

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    if left.object == 0 || right.object == 0 {
        return 0;
    }
    if left.object == right.object {
        return 1;
    }
    let (shared, either) = all.overlap(left.object_words, right.object_words);
    if 2 * shared >= either && shared > 0 {
        2
    } else if shared > 0 {
        3
    } else if is_similar(left, right, all) {
        4
    } else {
        5
    }
}

fn is_similar(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> bool {
    all.are_alike(left.object, right.object, SIMILAR)
}
