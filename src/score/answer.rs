//! Whether one claim may answer the other: two sides speak of events in one story and differ in what makes a dispute.

use crate::lexicon::assertions::Ground;
use crate::model::claim::Question;

use super::features::{ClaimFeatures, Features};
use super::story;

/// Levels from nearest to farthest; the first stands for claims that do not answer each other. Answers have a table of
/// their own, see [`super::TABLES`].
pub const LEVELS: &[&str] = &[
    "missing",
    "accused",
    "other-accused",
    "nobody-accused",
    "outlet",
];

/// The level that two claims reach: whether one speaks of the other's speaker as the doer. `quantity` and `story` are
/// the levels that they reach there.
pub fn level(
    left: &ClaimFeatures,
    right: &ClaimFeatures,
    quantity: u8,
    story: u8,
    all: &Features<'_>,
) -> u8 {
    if !story::is_one(story) || !is_answer(left, right, quantity, all) {
        return 0;
    }
    let accuses = |from: &ClaimFeatures, to: &ClaimFeatures| !from.denied && is_charged(from, to);
    if accuses(left, right) || accuses(right, left) {
        1
    } else if left.voice == 0 || right.voice == 0 {
        4
    } else if named(left) && named(right) {
        2
    } else {
        3
    }
}

fn named(claim: &ClaimFeatures) -> bool {
    claim.denied || claim.actor_party != 0
}

/// Whether one names the other's speaker as the doer.
fn is_charged(from: &ClaimFeatures, to: &ClaimFeatures) -> bool {
    from.actor_party != 0 && from.actor_party == to.voice && from.voice != to.voice
}

fn is_answer(
    left: &ClaimFeatures,
    right: &ClaimFeatures,
    quantity: u8,
    all: &Features<'_>,
) -> bool {
    let event = left.ground == Ground::Event && right.ground == Ground::Event;
    event && are_two(left, right, all) && may_differ(left, right, quantity)
}

/// Whether two sides speak, or the outlet tells in its own voice what a side denies.
fn are_two(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> bool {
    let denied = left.denied != right.denied;
    let told = |claim: &ClaimFeatures| claim.voice != 0 || (denied && !claim.denied);
    let both = left.voice != 0 && right.voice != 0;
    told(left)
        && told(right)
        && left.voice != right.voice
        && !(both && all.are_one_side(left.voice, right.voice))
}

/// One affirms and the other denies; they count the same thing; or one lays at the other's door what that one lays
/// elsewhere.
fn may_differ(left: &ClaimFeatures, right: &ClaimFeatures, quantity: u8) -> bool {
    let counts = matches!(quantity, 1..=4);
    let deed = |claim: &ClaimFeatures| {
        matches!(claim.question, Question::Responsibility | Question::Cause)
    };
    let charge = deed(left) && deed(right) && left.actor_party != right.actor_party;
    left.denied != right.denied
        || !left.denied && counts
        || !left.denied && charge && (is_charged(left, right) || is_charged(right, left))
}
