//! Since when a side is said to have taken a place, by the reports of the whole run.
//!
//! A capture is told again and again: "captured on 1 December" in one article, "has been liberated" on 15 January in
//! another. Who holds a part of the town on 8 January contradicts the one report that was made of it by then.

use rustc_hash::FxHashMap;

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::claim::{Claim, Modality, Stance};

use super::facts::Fact;
use super::view::scene;

/// Who is said to have captured what.
type Capture<'a> = (Option<&'a str>, &'a str);

/// For each claim of a capture the earliest day on which the same doer is said to have captured the place, at most
/// `reach` days before; `None` for any other claim, and without a day.
pub(super) fn since(claims: &[Claim], facts: &[Fact<'_>], reach: i32) -> Vec<Option<i32>> {
    let captures = || {
        let pairs = claims.iter().zip(facts);
        pairs.map(|(claim, fact)| capture(claim, fact).zip(fact.when()))
    };
    let mut told: FxHashMap<Capture<'_>, Vec<i32>> = FxHashMap::default();
    for (capture, (first, _)) in captures().flatten() {
        told.entry(capture).or_default().push(first);
    }
    for days in told.values_mut() {
        days.sort_unstable();
        days.dedup();
    }
    let earliest = |(capture, (first, _)): (Capture<'_>, (i32, i32))| {
        let days = &told[&capture];
        let at = days.partition_point(|day| *day < first.saturating_sub(reach));
        days.get(at).copied()
    };
    captures().map(|found| found.and_then(earliest)).collect()
}

/// Who is said to have captured what, where a claim says so of a whole place.
fn capture<'a>(claim: &'a Claim, fact: &Fact<'_>) -> Option<Capture<'a>> {
    let affirmed =
        claim.stance.value == Stance::Affirm && claim.modality.value != Modality::Planned;
    let taken = Ground::of(claim.question) == Ground::Control && fact.effect == Effect::Gain;
    let place = scene(claim).filter(|_| affirmed && taken && !claim.partial)?;
    let doer = claim.actor_party.as_ref().or(claim.actor.as_ref());
    Some((doer.map(|doer| doer.value.as_str()), place.key.as_str()))
}
