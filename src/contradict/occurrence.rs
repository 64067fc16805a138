//! C6xx: it happened, or it was only made to look so.

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
    let same = matches!(objects(left, right), Match::Same | Match::Some);
    let there = places(left, right) != Match::Other;
    let then = match (left.event, right.event) {
        (Some(a), Some(b)) => gap(a, b) <= context.settings.event_days,
        _ => true,
    };
    if staged && real && same && there && then {
        Clash::new(
            left.family.to_owned(),
            right.family.to_owned(),
            ground::steps(left, right),
        )
    } else {
        None
    }
}
