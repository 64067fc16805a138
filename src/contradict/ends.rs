//! Pairs of one article that may be two answers to one question, whatever cluster they stand in: of two ends that rule
//! each other out, or a mishap and a deed.

use crate::lexicon::assertions::Assertions;
use crate::lexicon::kin::Kin;
use crate::lexicon::parties::is_one_side;
use crate::model::article::Article;
use crate::model::claim::{Claim, Modality, Question, Stance};

use super::Settings;
use super::facts::voice;
use super::reply::replies;

/// Of the claims of one article what answers what, and what else may not both be true; `group` is one of
/// [`by_article`](super::by_article).
pub fn answers_within(
    group: &[u32],
    claims: &[Claim],
    articles: &[Article],
    settings: &Settings,
) -> Vec<(u32, u32)> {
    let mut pairs = replies(group, claims, articles, settings);
    pairs.extend(rival_ends(group, claims));
    pairs
}

/// The pairs among the claims of one article of which the first stands earlier.
fn rival_ends(group: &[u32], claims: &[Claim]) -> Vec<(u32, u32)> {
    let stated = |&&index: &&u32| is_stated(&claims[index as usize]);
    let told: Vec<u32> = group.iter().filter(stated).copied().collect();
    let mut pairs = Vec::new();
    for (place, &left) in told.iter().enumerate() {
        for &right in &told[place + 1..] {
            let (own, other) = (&claims[left as usize], &claims[right as usize]);
            if (may_not_both(own, other) || is_mishap_or_deed(own, other)) && are_two(own, other) {
                pairs.push((left, right));
            }
        }
    }
    pairs
}

fn is_stated(claim: &Claim) -> bool {
    claim.stance.value == Stance::Affirm && claim.modality.value == Modality::Stated
}

/// Whether the table says that one rules out the other.
fn may_not_both(left: &Claim, right: &Claim) -> bool {
    let (own, other) = (&left.assertion.value, &right.assertion.value);
    let table = Assertions::builtin();
    table.excludes(own, other) || table.excludes(other, own)
}

/// "a short circuit caused the fire", "Israel attacked the plant": at one place, or of one thing.
fn is_mishap_or_deed(left: &Claim, right: &Claim) -> bool {
    let of_itself = |claim: &Claim| {
        let actor = claim.actor.as_ref();
        let mishap = actor.is_some_and(|actor| Kin::embedded().is_mishap(&actor.value));
        claim.question == Question::Cause || mishap
    };
    let deed =
        |claim: &Claim| claim.question == Question::Responsibility && claim.actor_party.is_some();
    let place = |claim: &Claim| claim.place.as_ref().map(|place| place.value.key.clone());
    let object = |claim: &Claim| claim.object.as_ref().map(|object| object.value.clone());
    let one_place = place(left).is_some() && place(left) == place(right);
    let one_thing = object(left).is_some() && object(left) == object(right);
    let two = of_itself(left) && deed(right) || of_itself(right) && deed(left);
    two && (one_place || one_thing)
}

fn are_two(left: &Claim, right: &Claim) -> bool {
    match (voice(left), voice(right)) {
        (Some(own), Some(other)) => !is_one_side(own, other),
        _ => false,
    }
}
