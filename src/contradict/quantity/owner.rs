//! Losses as those tell them whose they are, and as others do.

use crate::lexicon::assertions::Effect;
use crate::lexicon::kin::Kin;
use crate::model::claim::Quantity;

use super::super::Context;
use super::super::person::tells_own_deed;
use super::super::view::View;
use super::figure;

/// "shot down five jets" and "lost two": the deed, and that they were lost, told by whose they are; "destroyed 90 houses"
/// and "three were hit": the deed, and fewer of what comes before it.
pub(super) fn is_told_as_loss(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let lesser = || {
        let (held, other) = (&left.claim.assertion.value, &right.claim.assertion.value);
        let fewer = matches!((figure(left), figure(right)), (Some(a), Some(b)) if b.high < a.low && b.high.is_some());
        context.assertions.implied(held, other) == Some(false) && fewer
    };
    is_loss_of_deed(left, right, context) || lesser()
}

/// The first of these alone: who lost them is not who did it, so the doers differ.
pub(super) fn is_loss_of_deed(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let lost = |deed: &View<'_>, loss: &View<'_>| {
        let held = deed.claim.assertion.value.as_str();
        let table = context.assertions;
        let implied = table.implied(held, &loss.claim.assertion.value) == Some(true);
        let owner = deed
            .object_party
            .is_none_or(|owner| loss.doer() == Some(owner));
        implied && loss.effect == Effect::Toll && owner
    };
    lost(left, right) || lost(right, left)
}

/// "120 rebels" and "nine of its fighters": those under arms, told by whose they are and by another.
pub(super) fn are_own_arms(left: &View<'_>, right: &View<'_>, a: &Quantity, b: &Quantity) -> bool {
    let kin = Kin::embedded();
    let own = |view: &View<'_>, other: &View<'_>| {
        let whose = other
            .object_party
            .is_none_or(|owner| Some(owner) == view.party);
        view.party.is_some() && view.object_party == view.party && whose
    };
    let armed = kin.is_armed(&a.unit) && kin.is_armed(&b.unit);
    armed && left.party != right.party && (own(left, right) || own(right, left))
}

/// "the army said it killed 30 fighters", "the militia said it had killed 12 soldiers": what each of two sides did itself.
pub(super) fn are_own_deeds(left: &View<'_>, right: &View<'_>) -> bool {
    let own = |view: &View<'_>| view.effect == Effect::Event && tells_own_deed(view.claim);
    left.party != right.party && own(left) && own(right)
}
