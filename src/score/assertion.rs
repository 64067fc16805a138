//! Compares what is asserted: the same type, a kindred one or one that follows from it, or at least the same question.

use crate::model::claim::Question;

use super::features::{ClaimFeatures, Features};

/// Levels from nearest to farthest; the first stands for a missing value.
pub const LEVELS: &[&str] = &["missing", "same", "family", "question", "other"];

/// Whether an event is put as occurrence, deed or cause hangs on how much is said of the doer.
fn is_event(claim: &ClaimFeatures) -> bool {
    matches!(
        claim.question,
        Question::Occurrence | Question::Responsibility | Question::Cause
    )
}

/// The level that two claims reach.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    let pair = (
        left.assertion.min(right.assertion),
        left.assertion.max(right.assertion),
    );
    if left.assertion == right.assertion {
        1
    } else if left.family == right.family || all.implied.contains(&pair) {
        2
    } else if left.question == right.question || is_event(left) && is_event(right) {
        3
    } else {
        4
    }
}
