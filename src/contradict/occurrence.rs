//! C6xx: it happened, or it was only made to look so, or the thing is as it was.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::Kind;

use super::ground;
use super::view::{Match, View, gap, objects, places};
use super::{Clash, Context, Rule};

/// Staged or real.
pub const SHAM: Rule = Rule {
    code: "C601",
    kind: Kind::Occurrence,
    why: "one says that it happened, another that it was only made to look so",
    check: sham,
};

fn sham(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let staged = right.effect == Effect::Sham && !right.denied;
    let real = left.ground == Ground::Event
        && left.effect != Effect::Sham
        && !left.denied
        && !left.is_planned();
    if !(staged && real) {
        return None;
    }
    let same = matches!(objects(left, right), Match::Same | Match::Some);
    let there = places(left, right) != Match::Other;
    let then = match (left.event, right.event) {
        (Some(a), Some(b)) => gap(a, b) <= context.settings.event_days,
        _ => true,
    };
    if same && there && then {
        Clash::new(
            left.family.to_owned(),
            right.family.to_owned(),
            ground::steps(left, right),
        )
    } else {
        None
    }
}

/// Lost, or still there.
pub const KEPT: Rule = Rule {
    code: "C602",
    kind: Kind::Occurrence,
    why: "one says that a thing was lost or harmed, another that it is as it was",
    check: kept,
};

fn kept(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (lost, state) = (&left.claim.assertion.value, &right.claim.assertion.value);
    let affirmed = !left.denied && !right.denied && left.is_stated() && right.is_stated();
    if !affirmed || !context.assertions.excludes(state, lost) {
        return None;
    }
    let same = matches!(objects(left, right), Match::Same | Match::Some);
    let there = places(left, right) != Match::Other;
    // What happened after it was said to be as before is no contradiction.
    let then = match (left.when(), right.when()) {
        (Some(a), Some(b)) => (b.1 - a.0) >= 0 && gap(a, b) <= context.settings.event_days,
        _ => false,
    };
    if !(same && there && then) {
        return None;
    }
    Clash::new(
        left.family.to_owned(),
        format!("kept\u{1f}{state}"),
        ground::steps(left, right),
    )
}
