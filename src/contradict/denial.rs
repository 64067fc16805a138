//! C1xx: one affirms, another denies the same.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::Kind;

use super::ground::{self, step};
use super::view::{Match, View, actors, objects, places};
use super::{Clash, Context, Rule};

/// A denial that points back to the very claim.
pub const BACK_REFERENCE: Rule = Rule {
    code: "C103",
    kind: Kind::Denial,
    why: "one denies the other's words by pointing back to them",
    check: back_reference,
};

/// A denial of the same assertion.
pub const SAME: Rule = Rule {
    code: "C101",
    kind: Kind::Denial,
    why: "one affirms and the other denies the same assertion of the same doer, place and time",
    check: same,
};

/// A denial of an assertion that says the same in other words.
pub const KINDRED: Rule = Rule {
    code: "C102",
    kind: Kind::Denial,
    why: "one denies what follows from what the other affirms",
    check: kindred,
};

/// Days by which a denial may come before what it denies: night, time zones, a claim reported late.
const EARLY_DAYS: i32 = 1;

fn back_reference(left: &View<'_>, right: &View<'_>, _: &Context<'_>) -> Option<Clash> {
    let target = right.claim.back_reference.as_ref()?.target.as_ref()?;
    let points = *target == left.claim.id && right.denied && !left.denied;
    let mut steps = ground::steps(left, right);
    steps.push(step("back-reference", "target", 6.0));
    if points {
        Clash::new(matter(left), steps)
    } else {
        None
    }
}

fn same(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let same = left.claim.assertion.value == right.claim.assertion.value;
    if same {
        denied(left, right, context)
    } else {
        None
    }
}

fn kindred(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let follows = match (left.ground, right.ground) {
        (Ground::Control, Ground::Control) => implies(left.effect, right.effect),
        (Ground::Event, Ground::Event) => left.family == right.family,
        _ => left.family == right.family && left.effect == right.effect,
    };
    if follows {
        denied(left, right, context)
    } else {
        None
    }
}

/// Whether a denial of `denied` denies what `affirmed` says: who captured also holds, and is in the place.
fn implies(affirmed: Effect, denied: Effect) -> bool {
    match denied {
        Effect::Gain | Effect::Hold => matches!(affirmed, Effect::Gain | Effect::Hold),
        Effect::Part => matches!(affirmed, Effect::Gain | Effect::Hold | Effect::Part),
        Effect::Advance => matches!(affirmed, Effect::Gain | Effect::Part | Effect::Advance),
        other => affirmed == other,
    }
}

fn denied(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let opposite = !left.denied && right.denied && is_same_kind_of_deed(left, right);
    let compatible = actors(left, right) != Match::Other
        && places(left, right) != Match::Other
        && whose(left, right) != Match::Other;
    if !opposite
        || !compatible
        || is_part_of_denied(left, right)
        || !is_timely(left, right, context)
    {
        return None;
    }
    if !shares_matter(left, right) {
        return None;
    }
    Clash::new(matter(left), ground::steps(left, right))
}

/// A plan is not a deed.
fn is_same_kind_of_deed(left: &View<'_>, right: &View<'_>) -> bool {
    left.is_planned() == right.is_planned()
}

/// The whole may be denied while a part is conceded.
fn is_part_of_denied(left: &View<'_>, right: &View<'_>) -> bool {
    left.claim.partial && !right.claim.partial
}

fn whose(left: &View<'_>, right: &View<'_>) -> Match {
    match (left.object_party, right.object_party) {
        (Some(a), Some(b)) if a == b => Match::Same,
        (Some(_), Some(_)) => Match::Other,
        _ => Match::Missing,
    }
}

/// A verb that no frame knows needs its object; any deed needs more than the doer in common.
fn shares_matter(left: &View<'_>, right: &View<'_>) -> bool {
    let object = objects(left, right);
    let known = !left.is_unknown_verb() || matches!(object, Match::Same | Match::Some);
    let apart = object == Match::Other && left.ground == Ground::Stance;
    known && !apart
}

/// A denial answers what was said before it, for some weeks.
fn is_timely(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let (Some((first, last)), Some(when)) = (left.when(), right.when()) else {
        return true;
    };
    let (early, late) = (first - when.1, when.0 - last);
    early <= EARLY_DAYS && late <= context.settings.denial_days
}

/// What is denied: of whom, and what kind of deed.
fn matter(affirmed: &View<'_>) -> String {
    let family = if affirmed.ground == Ground::Control {
        "control"
    } else {
        affirmed.family
    };
    format!("{family}\u{1f}{}", affirmed.doer().unwrap_or(""))
}
