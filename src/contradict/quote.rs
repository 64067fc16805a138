//! The clearest quote of a side.

use std::cmp::Reverse;

use crate::model::claim::Modality;
use crate::model::span::TextField;

use super::view::View;

/// A sentence of so many bytes reads best: long enough to be whole, short enough for a cell.
const BEST_BYTES: i64 = 160;

/// What makes a claim clear to quote, the clearest least: with a named speaker, stated, with place and date, from the body,
/// in a sentence of moderate length; a party about its own deed first of all; then the earliest, then by id.
pub fn clarity<'a>(view: &View<'a>) -> impl Ord + use<'a> {
    let claim = view.claim;
    let marks = [
        claim.speaker.is_some(),
        claim.modality.value == Modality::Stated,
        claim.back_reference.is_none(),
        claim.field == TextField::Body,
        claim.place.is_some(),
        claim.dates.is_some(),
        claim.cue.is_some(),
    ];
    // Who speaks of its own deed is the one to quote.
    let own = view.party.is_some() && view.party == view.actor_party;
    let score = marks.iter().filter(|&&mark| mark).count() + 2 * usize::from(own);
    let length = i64::from(claim.sentence.end) - i64::from(claim.sentence.start);
    let off = (length - BEST_BYTES).abs() / 80;
    (Reverse(score), off, view.said(), claim.id.as_str())
}
