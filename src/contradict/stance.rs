//! C7xx: a party is said to be for and against the same matter.

use crate::lexicon::assertions::Effect;
use crate::model::contradiction::Kind;

use super::ground::{self, step};
use super::view::{Match, View, actors, gap, objects};
use super::{Clash, Context, Rule};

/// For and against.
pub const FOR_AND_AGAINST: Rule = Rule {
    code: "C701",
    kind: Kind::Stance,
    why: "the same party is said to accept and to reject the same matter",
    check: for_and_against,
};

fn for_and_against(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !is_for(left) || !is_against(right) {
        return None;
    }
    let same = actors(left, right) == Match::Same && objects(left, right).is_alike();
    let then = match (left.when(), right.when()) {
        (Some(a), Some(b)) => gap(a, b) <= context.settings.stance_days,
        _ => true,
    };
    if !(same && then) {
        return None;
    }
    let mut steps = ground::steps(left, right);
    steps.push(step("stance", "opposite", 1.0));
    let doer = left.doer().unwrap_or("");
    Clash::new(
        format!("for\u{1f}{doer}"),
        format!("against\u{1f}{doer}"),
        steps,
    )
}

fn is_for(view: &View<'_>) -> bool {
    matches!(
        (view.effect, view.denied),
        (Effect::Accept, false) | (Effect::Reject, true)
    )
}

fn is_against(view: &View<'_>) -> bool {
    matches!(
        (view.effect, view.denied),
        (Effect::Reject, false) | (Effect::Accept, true)
    )
}
