//! Later news of the corpus that makes a claim old: a place that changed hands since, a toll that rose.

use crate::lexicon::assertions::{Assertions, Effect};
use crate::model::claim::{Claim, DateRange, Modality, Stance};

use super::Holder;

impl Holder<'_> {
    /// The latest claim of the corpus in the same cluster that supersedes a claim, `None` where none does.
    pub(super) fn later(&self, index: u32, around: &[u32]) -> Option<u32> {
        let claim = &self.run.claims[index as usize];
        if claim.stance.value != Stance::Affirm {
            return None;
        }
        let newer = around.iter().copied().filter(|&other| {
            let other = &self.run.claims[other as usize];
            let plain =
                other.stance.value == Stance::Affirm && other.modality.value == Modality::Stated;
            plain
                && self.is_after(other, claim)
                && (is_change(claim, other) || is_risen(claim, other))
        });
        newer.max_by_key(|&other| {
            let other = &self.run.claims[other as usize];
            (self.published(other), other.id.clone())
        })
    }

    fn published(&self, claim: &Claim) -> Option<jiff::civil::Date> {
        self.run.articles[claim.article as usize].published
    }

    fn is_after(&self, other: &Claim, claim: &Claim) -> bool {
        matches!((self.published(other), self.published(claim)), (Some(a), Some(b)) if a > b)
    }
}

fn effect(claim: &Claim) -> Effect {
    Assertions::builtin().get(&claim.assertion.value).effect
}

/// Another side gained the whole place after the day that the claim speaks of.
fn is_change(claim: &Claim, other: &Claim) -> bool {
    let held = matches!(effect(claim), Effect::Gain | Effect::Hold);
    let gained = effect(other) == Effect::Gain && !other.partial;
    let rivals = matches!((&claim.actor_party, &other.actor_party), (Some(a), Some(b)) if a.value != b.value);
    let days = |claim: &Claim| claim.dates.as_ref().map(|found| found.value);
    let since = matches!((days(claim), days(other)), (Some(a), Some(b)) if is_later(a, b));
    held && gained && rivals && since
}

fn is_later(claim: DateRange, other: DateRange) -> bool {
    other.first > claim.last
}

/// The same toll, and it is higher by now.
fn is_risen(claim: &Claim, other: &Claim) -> bool {
    let (Some(a), Some(b)) = (&claim.quantity, &other.quantity) else {
        return false;
    };
    let (a, b) = (&a.value, &b.value);
    let toll = effect(claim) == Effect::Toll && effect(other) == Effect::Toll;
    let same = a.unit == b.unit && a.of == b.of && claim.assertion.value == other.assertion.value;
    let whose = match (&claim.object_party, &other.object_party) {
        (Some(a), Some(b)) => a.value == b.value,
        _ => true,
    };
    toll && same && whose && matches!((a.high, b.low), (Some(high), Some(low)) if low > high)
}
