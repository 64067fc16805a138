//! The bound of a number: "at least", "up to", "or more", with what may stand between.

use crate::extract::tree::Tree;
use crate::lexicon::numbers::{Bound, Sense};
use crate::lexicon::words::{Set, WordSets};

use super::amount::{self, Amount};
use super::words::Words;

/// Takes a bound behind the number into it: "200 or more (engineers)", "20 or so (guards)".
pub fn take_after(words: &Words, amount: &mut Amount) {
    if let Some((bound, end)) = after(words, amount.end) {
        (amount.bound, amount.end) = (Some(bound), end);
    }
}

/// The bound of an amount, and the tokens that amount and bound take together (`start..end`).
pub fn bound_of(words: &Words, amount: &Amount, end: usize) -> (Option<Bound>, usize, usize) {
    let (before, start) = before(words, amount.start);
    match before.or(amount.bound) {
        Some(bound) => (Some(bound), start, end),
        None => match after(words, end) {
            Some((bound, end)) => (Some(bound), start, end),
            None => (None, start, end),
        },
    }
}

/// "has passed 400", "topped 12,000": whether the verb right before a number says that it is more.
pub fn is_passed(tree: &Tree, first: usize) -> bool {
    let verb = first.checked_sub(1);
    let passes = |verb: usize| WordSets::shared().has(Set::PassVerb, tree.lemma(verb));
    verb.is_some_and(|verb| tree.is_verb(verb) && passes(verb))
}

/// A bound at `at`, unless a number follows it ("8 plus 11").
fn after(words: &Words, at: usize) -> Option<(Bound, usize)> {
    let found = words.find(at, |sense| match sense {
        Sense::BoundAfter(bound) => Some(bound),
        _ => None,
    });
    found.filter(|(_, end)| amount::read(words, *end).is_none())
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
