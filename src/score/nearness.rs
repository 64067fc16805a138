//! Compares where two claims of one article stand, for claims that may answer each other: a reply follows what it answers.

use super::features::ClaimFeatures;

/// Levels from nearest to farthest; the first stands for claims of two articles.
pub const LEVELS: &[&str] = &[
    "missing",
    "same-sentence",
    "reply",
    "next",
    "near",
    "far",
    "headline",
];

/// At most so many bytes, white space and quotation marks, lie between a sentence and the next.
const NEXT: u32 = 8;

/// At most so many bytes lie between claims of one passage, some three sentences.
const NEAR: u32 = 400;

/// The level that two claims reach; a denial in the sentence after is a reply.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures) -> u8 {
    if left.article != right.article {
        return 0;
    }
    if left.field != right.field {
        return 6;
    }
    let (first, second) = if left.sentence <= right.sentence {
        (left, right)
    } else {
        (right, left)
    };
    if first.sentence == second.sentence {
        return 1;
    }
    match second.sentence.0.saturating_sub(first.sentence.1) {
        between if between <= NEXT && second.denied && !first.denied => 2,
        between if between <= NEXT => 3,
        between if between <= NEAR => 4,
        _ => 5,
    }
}
