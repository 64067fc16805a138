//! Of which kind those are that a figure counts: what the clause names, or what was counted right before.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};

use super::super::anaphora::Memory;
use super::super::leftover::{FIGURE_RULE, holds};
use super::super::quantity::{BARE, Figure, PERSON};
use super::super::reading::Reading;

/// "gave up 24 tanks. The officials put the tanks at nine": what befell those of the kind right before.
pub(super) fn lend_kind(memory: &Memory, figure: &Figure, claims: &mut [Claim]) {
    let named = !figure.unit.is_empty() && figure.unit != PERSON && !figure.share;
    let mut before = memory.counted().iter().filter(|_| named);
    let Some(tally) = before.find(|tally| tally.counts(&figure.unit)) else {
        return;
    };
    let open = |claim: &&mut Claim| {
        holds(claim, figure) && claim.assertion.rule == FIGURE_RULE && figure.rule == BARE
    };
    claims
        .iter_mut()
        .filter(open)
        .for_each(|claim| tally.lend(claim));
}

/// "put the number of soldiers killed at 40": the kind of people that the clause itself names.
pub(super) fn names_kind(reading: &Reading, object: &Found<CompactString>) -> bool {
    let words = &reading.lexicon().words;
    let last = object.value.split(' ').next_back().unwrap_or_default();
    object.span.is_some() && words.has(Set::PersonNoun, last)
}
