//! Whose death or hurt a toll counts and a denial speaks of, where that tells that the two are of other victims.

use crate::lexicon::kin::Kin;
use crate::model::claim::{Claim, ONE_PERSON};

use super::super::person::value;

/// Whether a toll cannot be what a denial is of: it counts others than whom the denial names.
pub(in super::super) fn are_others(told: &Claim, answer: &Claim) -> bool {
    let harm = |claim: &Claim| Kin::embedded().befalls_people(&claim.assertion.value);
    let others =
        || is_one_of_many(told, answer) || are_own(told, answer) || is_other_number(told, answer);
    harm(told) && harm(answer) && others()
}

/// "89 were killed", "denies that it killed 600": a number that is denied is not another one.
fn is_other_number(told: &Claim, answer: &Claim) -> bool {
    let low = |claim: &Claim| claim.quantity.as_ref()?.value.low;
    let elsewhere = told.article != answer.article && answer.back_reference.is_none();
    let far = low(told).zip(low(answer)).is_some_and(|(one, other)| {
        one.min(other) > 0.0 && one.max(other) >= APART * one.min(other)
    });
    elsewhere && far
}

/// How many times the one number is the other from where on the two are hardly given for one event.
const APART: f64 = 2.0;

/// "700 children were killed", "denies that a baby was killed": many, and one.
fn is_one_of_many(told: &Claim, answer: &Claim) -> bool {
    let one = answer.quantity.is_none()
        && answer
            .object
            .as_ref()
            .is_some_and(|object| object.rule == ONE_PERSON);
    let tied = answer.back_reference.is_some();
    let elsewhere = told.article != answer.article;
    one && !tied && (counts_many(told) || elsewhere && names_many(told))
}

fn counts_many(claim: &Claim) -> bool {
    let found = claim.quantity.as_ref();
    found.is_some_and(|found| found.value.low.is_none_or(|low| low > 1.0))
}

/// "the killing of children": several, however many.
fn names_many(claim: &Claim) -> bool {
    let object = claim.object.as_ref();
    object.is_some_and(|object| {
        object.rule != ONE_PERSON && Kin::embedded().names_people(&object.value)
    })
}

/// "The army says the guerrillas killed 89 of its men", "the guerrillas deny that 600 of theirs were killed": each side's own.
fn are_own(told: &Claim, answer: &Claim) -> bool {
    let doer = value(&told.actor_party);
    doer.is_some()
        && doer == value(&answer.object_party)
        && answer.doer().is_none()
        && value(&told.object_party) != doer
}
