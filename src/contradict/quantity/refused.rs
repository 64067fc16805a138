//! "Nine people died, not 14": one denies the very number that the other gives.

use crate::lexicon::kin::Kin;
use crate::model::claim::{Quantity, TOLD_BEFORE};

use super::super::Context;
use super::super::view::{Match, View, gap, places};
use super::owner::{is_loss_of_deed, is_told_as_loss};
use super::range::meets;
use super::{fate, figure, is_same_unit, is_same_whose};

/// Whether the right claim denies that there were so many as the left one says, of the same thing at about one time. That
/// it is the same number ties the two, so little else is asked.
pub(super) fn is_refused(
    left: &View<'_>,
    right: &View<'_>,
    (a, b): (&Quantity, &Quantity),
    context: &Context<'_>,
) -> bool {
    let kin = Kin::embedded();
    let opposite = !left.denied && right.denied;
    let number = a.low == b.low && a.high == b.high && (a.low.or(a.high) >= Some(LEAST));
    let people = kin.is_people(&a.unit) && kin.is_people(&b.unit);
    let then = matches!((left.when(), right.when()), (Some(a), Some(b)) if gap(a, b) <= context.settings.hold_days);
    opposite
        && number
        && (fate(left, a) == fate(right, b) || is_told_as_loss(left, right, context))
        && (people || is_same_unit(left, right, a, b))
        && (is_same_whose(left, right) || is_loss_of_deed(left, right, context))
        && places(left, right) != Match::Other
        && then
}

/// Whether one denies a number of what the other gives another number of: "not 14" answers nobody who says nine.
pub(in super::super) fn is_of_other_number(left: &View<'_>, right: &View<'_>) -> bool {
    let told = |view: &View<'_>| view.claim.quantity.as_ref().map(|found| found.rule);
    let (Some(a), Some(b)) = (figure(left), figure(right)) else {
        return false;
    };
    let denied = |view: &View<'_>| view.denied && told(view) == Some(TOLD_BEFORE);
    left.denied != right.denied && (denied(left) || denied(right)) && !meets(a, b, f64::INFINITY)
}

/// Smaller numbers are given for many things.
const LEAST: f64 = 5.0;
