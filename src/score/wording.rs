//! Compares the words of the two sentences, each weighed by its rarity in the language.

use super::features::{ClaimFeatures, Features};

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &[
    "missing",
    "near-copy",
    "strong",
    "good",
    "some",
    "little",
    "none",
];

/// Least share of the rarity in common for each level from `near-copy` to `little`, in percent.
const SHARES: [u64; 5] = [70, 45, 25, 12, 4];

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    let (shared, either) = all.overlap(left.words, right.words);
    let empty = |(start, end)| start == end;
    if empty(left.words) || empty(right.words) || either == 0 {
        return 0;
    }
    let share = u64::from(shared) * 100 / u64::from(either);
    let level = SHARES.iter().position(|&least| share >= least);
    1 + level.unwrap_or(SHARES.len()) as u8
}

/// Least share for each level from `near-copy` to `little` where words near in meaning count too.
const NEAR_SHARES: [f32; 5] = [0.6, 0.4, 0.3, 0.2, 0.1];

/// The level that two claims reach when words near in meaning count too; for claims that may answer each other.
pub fn near(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    let empty = |(start, end): (u32, u32)| start == end;
    if empty(left.words) || empty(right.words) {
        return 0;
    }
    let share = (all.share(left.words, right.words) + all.share(right.words, left.words)) / 2.0;
    let level = NEAR_SHARES.iter().position(|&least| share >= least);
    1 + level.unwrap_or(NEAR_SHARES.len()) as u8
}
