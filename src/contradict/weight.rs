//! The weight of a row, for ranking: explicit before implied, recent before old, many voices before one.

use crate::model::contradiction::{Contradiction, Kind, Side};
use crate::model::pair::Step;

use super::Context;
use super::clash;
use super::ground::step;
use super::view::{View, views};

/// Independent reports beyond this add nothing: bits grow with their logarithm up to 3.
const MOST_REPORTS: u32 = 7;

/// Days in which a row loses half a bit, and the most that age can cost.
const AGE_DAYS: f32 = 30.0;
const MOST_AGE_BITS: f32 = 4.0;

/// The steps whose sum is the weight.
pub fn steps(row: &Contradiction, context: &Context<'_>) -> Vec<Step> {
    let quotes = views(&[row.left.quote, row.right.quote], context);
    let (left, right) = (&quotes[0], &quotes[1]);
    let mut steps = match clash::find(left, right, context) {
        Some(clash) => clash.steps,
        None => super::ground::steps(left, right),
    };
    steps.push(explicit(row));
    steps.push(reports(&row.left, "left-reports"));
    steps.push(reports(&row.right, "right-reports"));
    steps.push(age(left, right, context));
    steps.push(own_word(row));
    steps
}

fn explicit(row: &Contradiction) -> Step {
    match row.kind {
        Kind::Denial => step("kind", "explicit-denial", 2.0),
        Kind::RivalControl | Kind::Responsibility => step("kind", "exclusive", 1.0),
        _ => step("kind", "implied", 0.0),
    }
}

fn reports(side: &Side, field: &'static str) -> Step {
    let counted = side.independent_reports.clamp(1, MOST_REPORTS + 1);
    let level = if counted > 1 { "several" } else { "one" };
    step(field, level, (counted as f32).log2())
}

fn age(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Step {
    let latest = left.said().max(right.said());
    match (latest, context.newest) {
        (Some(latest), Some(newest)) => {
            let days = (newest - latest).max(0) as f32;
            let bits = (0.5 * days / AGE_DAYS).min(MOST_AGE_BITS);
            step("age", if bits < 0.5 { "recent" } else { "older" }, -bits)
        }
        _ => step("age", "missing", 0.0),
    }
}

fn own_word(row: &Contradiction) -> Step {
    if super::is_self(row) {
        step("parties", "own-word", -3.0)
    } else {
        step("parties", "opposed", 0.0)
    }
}
