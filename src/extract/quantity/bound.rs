//! The bound of a number: "at least", "up to", "or more", with what may stand between.

use crate::lexicon::numbers::{Bound, Sense};

use super::amount::Amount;
use super::words::Words;

/// The bound of an amount, and the tokens that amount and bound take together (`start..end`).
pub fn bound_of(words: &Words, amount: &Amount, end: usize) -> (Option<Bound>, usize, usize) {
    let after = words.find(end, |sense| match sense {
        Sense::BoundAfter(bound) => Some(bound),
        _ => None,
    });
    let (before, start) = before(words, amount.start);
    match (before, after) {
        (Some(bound), _) => (Some(bound), start, end),
        (None, Some((bound, end))) => (Some(bound), start, end),
        (None, None) => (None, start, end),
    }
}

/// The bound in front, nearest first; fillers are passed over, and two bounds give the outer one ("at least some").
fn before(words: &Words, start: usize) -> (Option<Bound>, usize) {
    let read = |end| {
        words.find_before(end, |sense| match sense {
            Sense::Bound(bound) => Some(bound),
            _ => None,
        })
    };
    let mut at = start;
    if let Some((_, filler)) = words.find_before(at, |sense| (sense == Sense::Filler).then_some(()))
    {
        at = filler;
    }
    match read(start).or_else(|| read(at)) {
        Some((bound, start)) => match read(start) {
            Some((outer, start)) => (Some(outer), start),
            None => (Some(bound), start),
        },
        None => (None, start),
    }
}

/// Both ends of an amount after its bound.
pub fn apply(
    bound: Option<Bound>,
    low: Option<f64>,
    high: Option<f64>,
) -> (Option<f64>, Option<f64>) {
    let Some(bound) = bound else {
        return (low, high);
    };
    let scaled = |factor: Option<f64>, value: Option<f64>| Some(factor? * value?);
    // "fewer than dozens" has no upper end to bound by, so its lower end serves.
    let top = scaled(bound.high, high.or(low));
    (
        scaled(bound.low, low),
        top.filter(|_| high.is_some() || bound.low == Some(0.0)),
    )
}
