//! C2xx: two exclusive holders of one place.
//!
//! Control lasts: who captured a place holds it until someone reports a change. So "captured on 1 December" clashes with
//! "still ours on 3 December", not with "ours in November" nor with a later recapture. A report that someone holds a
//! place stands for [`Settings::hold_days`](super::Settings), a capture for `capture_days`.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::Kind;

use super::ground::{self, step};
use super::view::{Match, View, actors, gap, objects, places, wording};
use super::{Clash, Context, Rule};

/// Two holders of the whole.
pub const TWO_HOLDERS: Rule = Rule {
    code: "C201",
    kind: Kind::RivalControl,
    why: "two sides are said to hold the same place at the same time",
    check: two_holders,
};

/// One holds the whole, the other is said to hold a part.
pub const PART: Rule = Rule {
    code: "C202",
    kind: Kind::RivalControl,
    why: "one side is said to hold the whole place while another holds a part of it",
    check: part,
};

/// One holds the whole, but fighting goes on or the defence stands.
pub const CONTESTED: Rule = Rule {
    code: "C203",
    kind: Kind::RivalControl,
    why: "one side is said to hold the place while it is said to be fought over",
    check: contested,
};

/// One holds it, another says that it lost it.
pub const LOST: Rule = Rule {
    code: "C204",
    kind: Kind::RivalControl,
    why: "a side is said to hold the place and to have lost it",
    check: lost,
};

fn two_holders(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let whole = holds_whole(left) && holds_whole(right) && are_rivals(left, right);
    clash(
        whole,
        left,
        right,
        context,
        step("extent", "whole-whole", 1.0),
    )
}

fn part(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    // "A group" in a part of the town may be of any side.
    let part = holds_whole(left)
        && holds_part(right)
        && right.actor_party.is_some()
        && are_rivals(left, right);
    clash(
        part,
        left,
        right,
        context,
        step("extent", "whole-part", 0.0),
    )
}

fn contested(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    // The holder's own mopping up does not contest its hold.
    let fought = matches!(right.effect, Effect::Contest | Effect::Repel) && !right.denied;
    let others = || actors(left, right) != Match::Same;
    clash(
        holds_whole(left) && fought && others(),
        left,
        right,
        context,
        step("extent", "whole-contested", 0.0),
    )
}

fn lost(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let gone = right.effect == Effect::Lose && !right.denied && !right.claim.partial;
    let same = || actors(left, right) == Match::Same;
    // Held and then lost is a change; only a hold said to last beyond the loss is at odds with it.
    let after = match (left.when(), right.when()) {
        (Some(held), Some(lost)) => left.effect != Effect::Gain && held.1 >= lost.0,
        _ => true,
    };
    let fits = holds_whole(left) && gone && after && same();
    clash(fits, left, right, context, step("extent", "held-lost", 0.0))
}

fn clash(
    fits: bool,
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
    extent: crate::model::pair::Step,
) -> Option<Clash> {
    let control = left.ground == Ground::Control && right.ground == Ground::Control;
    // What may be so is at odds with nothing.
    let real = left.is_stated() && !right.is_planned();
    if !(fits && control && real && overlaps(left, right, context)) {
        return None;
    }
    let there = match places(left, right) {
        Match::Same | Match::Some => is_one_extent(left, right),
        // "took the hill", "the hill is still ours", in one text.
        Match::Missing => is_one_spot(left, right),
        Match::Other => false,
    };
    if !there || !is_contended(left, right) {
        return None;
    }
    let mut steps = ground::steps(left, right);
    steps.push(extent);
    Clash::new(position(left), position(right), steps)
}

/// Whether one text tells of the same hill or post, which nobody names, or two do so in much the same words.
fn is_one_spot(left: &View<'_>, right: &View<'_>) -> bool {
    let one_text = left.claim.article == right.claim.article;
    let unplaced = left.place.is_none() && right.place.is_none();
    let told = match one_text {
        true => unplaced,
        false => wording(left, right).is_alike(),
    };
    told && objects(left, right) == Match::Same
}

/// One of those who speak is one of those who hold: what two onlookers tell of is the course of the fighting.
fn is_contended(left: &View<'_>, right: &View<'_>) -> bool {
    let speaks = |party: Option<&str>| {
        let holds = |view: &View<'_>| {
            view.doer() == party
                || view.object_party == party
                || view.doer().is_none() && view.party == party
        };
        party.is_some() && (holds(left) || holds(right))
    };
    speaks(left.party) || speaks(right.party)
}

/// Whose hold is spoken for; a report that fighting goes on speaks for the speaker's own side.
fn position(view: &View<'_>) -> String {
    view.doer().or(view.party).unwrap_or("").to_owned()
}

/// A region may be held while a town in it is not, so only places of one size are held against each other.
fn is_one_extent(left: &View<'_>, right: &View<'_>) -> bool {
    left.is_local() == right.is_local()
}

fn are_rivals(left: &View<'_>, right: &View<'_>) -> bool {
    let two = matches!((left.doer(), right.doer()), (Some(a), Some(b)) if a != b)
        && actors(left, right) == Match::Other;
    two || is_kept_from(left, right)
        || is_kept_from(right, left)
        || has_fallen_to(left, right)
        || has_fallen_to(right, left)
}

/// "The town has fallen", beside "the town is in our hands": whoever tells so of the holder's town does not mean that the
/// holder took it.
fn has_fallen_to(taken: &View<'_>, keeper: &View<'_>) -> bool {
    let fallen = taken.effect == Effect::Gain && !taken.denied && taken.actor.is_none();
    let own = keeper.party.is_some() && keeper.doer() == keeper.party;
    let holds = keeper.effect == Effect::Hold && !keeper.denied;
    fallen && own && holds && taken.party.is_some() && taken.party != keeper.party
}

/// Who denies a loss without saying whose speaks of its own side, so whoever else is said to have taken the place is a rival.
fn is_kept_from(keeper: &View<'_>, taker: &View<'_>) -> bool {
    let keeps = keeper.effect == Effect::Lose && keeper.denied && keeper.doer().is_none();
    let taken = taker.effect == Effect::Gain && taker.doer() != keeper.party;
    keeps && taken && keeper.party.is_some() && taker.party != keeper.party
}

/// Denying to have lost is holding.
fn holds_whole(view: &View<'_>) -> bool {
    let holds = match view.effect {
        Effect::Gain | Effect::Hold => !view.denied,
        Effect::Lose => view.denied,
        _ => false,
    };
    holds && !view.claim.partial
}

fn holds_part(view: &View<'_>) -> bool {
    let partly = view.claim.partial && matches!(view.effect, Effect::Gain | Effect::Hold);
    !view.denied && (partly || view.effect == Effect::Part)
}

/// Whether what one says can be meant to hold at the time of the other.
fn overlaps(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let (Some(a), Some(b)) = (left.when(), right.when()) else {
        return true;
    };
    match (left.effect == Effect::Gain, right.effect == Effect::Gain) {
        // Two captures on different days are a change of hands.
        (true, true) => gap(a, b) == 0,
        (true, false) => stands_at(since(left, a), b, context),
        (false, true) => stands_at(since(right, b), a, context),
        (false, false) => gap(a, b) <= context.settings.hold_days,
    }
}

/// From the first report of the capture on.
fn since(view: &View<'_>, when: (i32, i32)) -> (i32, i32) {
    (view.since.unwrap_or(when.0).min(when.0), when.1)
}

/// Whether a capture within `gain` is contradicted by a state at `state`: not before, and not too long after.
fn stands_at(gain: (i32, i32), state: (i32, i32), context: &Context<'_>) -> bool {
    state.1 >= gain.0 && state.0 - gain.1 <= context.settings.capture_days
}
