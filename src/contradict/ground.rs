//! The ground that two claims share, in bits: what makes it likely that they speak of the same thing.

use crate::model::claim::Modality;
use crate::model::pair::Step;

use super::view::{Match, View, actors, gap, objects, places, wording};

/// A name for steps of a missing value.
const MISSING: &str = "missing";

/// The steps that every rule counts: place, object, actor, assertion, date, wording, modality, voice and nearness.
///
/// The bits are reasoned, not fitted: one place (4) or one object (3) with a fitting date (1 or more) reaches the
/// threshold, an actor alone never does.
pub fn steps(left: &View<'_>, right: &View<'_>) -> Vec<Step> {
    vec![
        place(left, right),
        object(left, right),
        actor(left, right),
        assertion(left, right),
        date(left, right),
        words(left, right),
        modality(left, right),
        voice(left, right),
        nearness(left, right),
    ]
}

/// A step of a rule's own.
pub fn step(field: &'static str, level: &'static str, bits: f32) -> Step {
    Step { field, level, bits }
}

fn graded(field: &'static str, found: Match, bits: [f32; 3]) -> Step {
    match found {
        Match::Same => step(field, "same", bits[0]),
        Match::Some => step(field, "kindred", bits[1]),
        Match::Missing => step(field, MISSING, 0.0),
        Match::Other => step(field, "other", bits[2]),
    }
}

fn place(left: &View<'_>, right: &View<'_>) -> Step {
    let wide = !left.is_local() && !right.is_local();
    match places(left, right) {
        Match::Same if wide => step("place", "same-country", 1.0),
        found => graded("place", found, [4.0, 1.5, -8.0]),
    }
}

fn object(left: &View<'_>, right: &View<'_>) -> Step {
    // "Artemovsk" and "Bakhmut": the place goes by two names, and is counted as the place.
    let place = |view: &View<'_>| view.is_of_place();
    let found = match objects(left, right) {
        Match::Other if places(left, right) == Match::Same && place(left) && place(right) => {
            Match::Missing
        }
        found => found,
    };
    graded("object", found, [3.0, 2.0, -2.0])
}

fn actor(left: &View<'_>, right: &View<'_>) -> Step {
    graded("actor", actors(left, right), [1.0, 1.0, 0.0])
}

fn assertion(left: &View<'_>, right: &View<'_>) -> Step {
    if left.claim.assertion.value == right.claim.assertion.value {
        step("assertion", "same", 1.0)
    } else if left.family == right.family {
        step("assertion", "family", 0.5)
    } else {
        step("assertion", "other", 0.0)
    }
}

fn date(left: &View<'_>, right: &View<'_>) -> Step {
    let (Some(a), Some(b)) = (left.when(), right.when()) else {
        return step("date", MISSING, 0.0);
    };
    match gap(a, b) {
        0 => step("date", "same-day", 2.0),
        1..=3 => step("date", "near", 1.0),
        4..=14 => step("date", "weeks", 0.0),
        _ => step("date", "far", -1.5),
    }
}

/// Two outlets rarely choose the same words for two matters; for other words they need no reason.
fn words(left: &View<'_>, right: &View<'_>) -> Step {
    match wording(left, right) {
        Match::Same => step("wording", "alike", 1.5),
        Match::Some => step("wording", "some", 0.5),
        Match::Missing => step("wording", MISSING, 0.0),
        Match::Other => step("wording", "other", 0.0),
    }
}

fn modality(left: &View<'_>, right: &View<'_>) -> Step {
    let is =
        |modality| left.claim.modality.value == modality || right.claim.modality.value == modality;
    if is(Modality::Possible) {
        step("modality", "possible", -1.5)
    } else if is(Modality::Planned) {
        step("modality", "planned", -0.5)
    } else {
        step("modality", "stated", 0.0)
    }
}

fn voice(left: &View<'_>, right: &View<'_>) -> Step {
    match (left.party, right.party) {
        (Some(_), Some(_)) => step("voice", "parties", 0.0),
        (None, None) => step("voice", "outlets", -2.0),
        _ => step("voice", "outlet-and-party", -0.5),
    }
}

/// At most so many bytes, white space and quotation marks, lie between a sentence and the next.
pub(super) const NEXT: u32 = 8;

/// Whether a denial stands in the sentence after what it may answer.
pub(super) fn is_reply(left: &View<'_>, right: &View<'_>) -> bool {
    let (told, answer) = (left.claim, right.claim);
    let between = answer.sentence.start.checked_sub(told.sentence.end);
    is_of_one_text(left, right)
        && right.denied
        && !left.denied
        && between.is_some_and(|between| between <= NEXT)
}

fn is_of_one_text(left: &View<'_>, right: &View<'_>) -> bool {
    left.claim.article == right.claim.article && left.claim.field == right.claim.field
}

fn nearness(left: &View<'_>, right: &View<'_>) -> Step {
    match (is_reply(left, right), is_of_one_text(left, right)) {
        (true, _) => step("nearness", "reply", 1.5),
        (false, true) => step("nearness", "article", 0.0),
        (false, false) => step("nearness", MISSING, 0.0),
    }
}
