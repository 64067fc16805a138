//! Compares what the two articles are about: claims without place or object still stand in a story.

use super::features::{ClaimFeatures, Features};

/// Levels from nearest to farthest; the first stands for articles that are too short to tell.
pub const LEVELS: &[&str] = &[
    "missing",
    "same-article",
    "close",
    "near",
    "some",
    "little",
    "other",
];

/// Least likeness of the topics for each level from `close` to `little`.
///
/// Of pairs of sample articles on one episode the half reach 0.2; of pairs on two, one in a hundred reaches 0.15.
const LIKENESS: [f32; 4] = [0.3, 0.2, 0.12, 0.05];

/// The last level of claims in one story, `near`.
const ONE_STORY: u8 = 3;

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    if left.article == right.article {
        return 1;
    }
    let Some(likeness) = all.likeness(left.article, right.article) else {
        return 0;
    };
    let level = LIKENESS.iter().position(|&least| likeness >= least);
    2 + level.unwrap_or(LIKENESS.len()) as u8
}

/// Whether a level means that both claims stand in one story.
pub fn is_one(level: u8) -> bool {
    (1..=ONE_STORY).contains(&level)
}
