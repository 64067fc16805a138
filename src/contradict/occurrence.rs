//! C6xx: it happened, or it was only made to look so, or the thing is as it was, or it ended otherwise.

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
    let state_of = right.effect == Effect::State;
    if !(affirmed && state_of) || !context.assertions.excludes(state, lost) {
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

/// Ended so, or otherwise.
pub const OTHER_END: Rule = Rule {
    code: "C604",
    kind: Kind::Occurrence,
    why: "one says that a matter ended so, another that it ended otherwise",
    check: other_end,
};

/// Who resigned was not dismissed: two deeds of which the table says that one rules out the other, of one person or thing.
fn other_end(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (own, other) = (&left.claim.assertion.value, &right.claim.assertion.value);
    let affirmed = !left.denied && !right.denied && left.is_stated() && right.is_stated();
    let deeds = left.effect == Effect::Event && right.effect == Effect::Event;
    let sides = left.party.is_some() && right.party.is_some();
    if !(affirmed && deeds && sides) || !context.assertions.excludes(own, other) {
        return None;
    }
    let same = left.object.is_some_and(is_one_by_name(right));
    let there = places(left, right) != Match::Other;
    let then = match (left.when(), right.when()) {
        (Some(a), Some(b)) => gap(a, b) <= context.settings.denial_days,
        _ => true,
    };
    if !(same && there && then) {
        return None;
    }
    let mut steps = ground::steps(left, right);
    steps.push(ground::step("object", "one-name", ONE_NAME));
    Clash::new(format!("{own}\u{1f}"), format!("{other}\u{1f}"), steps)
}

/// Bits of one person or thing, where the other fields may tell nothing.
const ONE_NAME: f32 = 2.0;

/// Spellings of one name reach 0.9 by Jaro-Winkler.
const SPELLING: f64 = 0.9;

/// Whether the objects end in one name: "chief executive Carla Reyes" and "Reyes", not "Carla Moss".
fn is_one_by_name(right: &View<'_>) -> impl Fn(&str) -> bool {
    let last = |text: &str| text.rsplit(' ').next().unwrap_or(text).to_owned();
    let other = right.object.map(last);
    move |object| {
        let own = last(object);
        other
            .as_ref()
            .is_some_and(|other| strsim::jaro_winkler(&own, other) >= SPELLING)
    }
}
