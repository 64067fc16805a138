//! What two accounts of a handful of short reports say that cannot both be so: opposite words of one thing, or one deed of
//! two doers. Elsewhere as much is told of other things and deeds.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect, OTHER};
use crate::lexicon::kin::Kin;
use crate::lexicon::likeness::Sense;
use crate::model::claim::{Claim, parted_owner};
use crate::model::pair::Step;

use super::super::ends::{are_named_apart, are_of_two_owners, may_not_both, told_of};
use super::super::ground::step;
use super::super::person::tells_own_deed;
use super::traits::{Word, object, shares};

/// Bits of each. Reasoned, not fitted.
const ENDS: f32 = 2.0;
const WORDS: f32 = 1.5;
const DOERS: f32 = 1.25;
const SAID: f32 = 1.0;

/// Least nearness of two words for one thing ("exit", "door").
const NEAR: f32 = 0.35;

/// The step of what excludes what; `None` where nothing does.
pub(super) fn exclusion(told: &Word<'_>, answer: &Word<'_>) -> Option<Step> {
    let said = || say_opposites(told, answer).then(|| step(FIELD, "said", SAID));
    excluded(told.claim, answer.claim).or_else(said)
}

/// The same by what the two assert alone.
pub(super) fn excluded(left: &Claim, right: &Claim) -> Option<Step> {
    if are_of_two_owners(left, right) || are_two_figures(left, right) {
        return None;
    }
    let apart = object(left, right) == "other";
    match () {
        () if may_not_both(left, right) && !apart => Some(step(FIELD, "ends", ENDS)),
        () if are_opposite_of_near(left, right) => Some(step(FIELD, "words", WORDS)),
        () if are_two_doers(left, right) => Some(step(FIELD, "doers", DOERS)),
        () => None,
    }
}

/// Name of the trait.
const FIELD: &str = "excludes";

/// "lost a quarter", "rose by a tenth": the figures may meet.
fn are_two_figures(left: &Claim, right: &Claim) -> bool {
    left.quantity.is_some() && right.quantity.is_some()
}

/// "the doors were open", "the exits had been locked".
fn are_opposite_of_near(left: &Claim, right: &Claim) -> bool {
    let (Some((own, said)), Some((other, retort))) = (told_of(left), told_of(right)) else {
        return false;
    };
    Kin::embedded().are_opposite(said, retort)
        && !are_named_apart(own, other)
        && are_near(own, other)
}

/// Least share of the one sentence that the other must tell of, for a word of each to be said of one thing.
const LEAST_SHARED: f32 = 0.12;

/// "built with a valid permit", "was erected illegally": somewhere in two sentences that tell of one thing.
fn say_opposites(told: &Word<'_>, answer: &Word<'_>) -> bool {
    let kin = Kin::embedded();
    let [first, second] = shares(told, answer);
    let opposed = |own: &CompactString| {
        let mut others = answer.claim.words.iter();
        others.any(|other| kin.are_opposite(own, other))
    };
    first.min(second) >= LEAST_SHARED && told.claim.words.iter().any(opposed)
}

/// Whether the last words of two phrases name nearly the same.
fn are_near(own: &str, other: &str) -> bool {
    let [own, other] = [own, other].map(head);
    let nearness = Sense::of(&own).nearness(&Sense::of(&other));
    let kin = Kin::embedded();
    nearness >= NEAR || kin.noun(&own) == kin.noun(&other)
}

/// "the embassy of Tarn": the embassy.
fn head(text: &str) -> String {
    let head = text.split(" of ").next().unwrap_or(text);
    let last = head.rsplit(' ').next().unwrap_or(head).to_lowercase();
    let one = last.strip_suffix('s').filter(|one| one.len() > SHORT);
    one.map_or_else(|| last.clone(), str::to_owned)
}

/// Letters of a word of which a last "s" may be no plural ("bus").
const SHORT: usize = 3;

/// "soldiers burned their homes", "the houses were set alight by insurgents": the same done to one thing by two, neither of
/// whom tells of his own deed alone.
fn are_two_doers(left: &Claim, right: &Claim) -> bool {
    let (Some(own), Some(other)) = (&left.actor, &right.actor) else {
        return false;
    };
    let table = Assertions::builtin();
    let deed = table.get(&left.assertion.value).effect == Effect::Event;
    let one = table.family(&left.assertion.value) == table.family(&right.assertion.value);
    let name = |text: &str| head(parted_owner(text).map_or(text, |(name, _)| name));
    let two = name(&own.value) != name(&other.value);
    let done_to = match (&left.object, &right.object) {
        (Some(own), Some(other)) => are_near(&own.value, &other.value),
        (None, None) => !left.assertion.value.starts_with(OTHER),
        _ => false,
    };
    deed && one && two && done_to && !(tells_own_deed(left) && tells_own_deed(right))
}
