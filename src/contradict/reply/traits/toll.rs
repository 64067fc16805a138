//! A number of dead, hurt or lost that is laid at nobody's door leaves open what happened, so a denial of a deed seldom
//! answers it.

use crate::lexicon::assertions::{Assertions, Effect};
use crate::model::claim::{BE_SO_MANY, Claim, Stance};
use crate::model::pair::Step;

use super::super::super::cause::DEATH;
use super::super::super::ground::step;
use super::object;

/// Bits of such a number and the denial of another matter: "nine soldiers died", "did not attack the hospital". Of 31 such
/// pairs of test stories that the other traits held likely enough eight were answers.
const NO_DEED: f32 = -2.0;

/// The step of such a pair; `None` for any other.
pub(in super::super) fn toll(told: &Claim, answer: &Claim) -> Option<Step> {
    let other = answer.quantity.is_none()
        && answer.back_reference.is_none()
        && answer.assertion.value != BE_SO_MANY
        && family(told) != family(answer)
        && !denies_harm(told, answer)
        && !["same", "kindred"].contains(&object(told, answer));
    (is_laid_at_no_door(told) && other).then(|| step("toll", "no-deed", NO_DEED))
}

/// "at least 11 workers died", "not a single employee was hurt": who died was hurt, and who was hurt is a casualty.
pub(super) fn denies_harm(told: &Claim, answer: &Claim) -> bool {
    let grade = |claim: &Claim| HARM.iter().position(|harm| *harm == family(claim));
    let denied = answer.stance.value == Stance::Deny && told.stance.value == Stance::Affirm;
    // One article tells of several blows, and of whom each hurt.
    let elsewhere = told.article != answer.article;
    denied
        && elsewhere
        && matches!((grade(told), grade(answer)), (Some(told), Some(answer)) if told < answer)
}

/// Families of what befalls people, from the worst; each is one of the next.
const HARM: [&str; 3] = [DEATH, "injury", "losses"];

/// "nine soldiers died": a number of dead, hurt or lost, and nobody who did it.
fn is_laid_at_no_door(told: &Claim) -> bool {
    let effect = Assertions::builtin().get(&told.assertion.value).effect;
    let counts = matches!(effect, Effect::Toll | Effect::Count) || family(told) == DEATH;
    counts && told.quantity.is_some() && told.actor.is_none() && told.actor_party.is_none()
}

fn family(claim: &Claim) -> &str {
    Assertions::builtin().family(&claim.assertion.value)
}
