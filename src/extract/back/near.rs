//! Which of the claims before a denial stand near enough for it to mean them.

use crate::model::claim::Claim;

/// The claims of one speaker in the nearest of the last sentences that holds any that fits.
pub(super) fn nearest<'c>(
    before: &'c [Claim],
    reach: usize,
    fits: &dyn Fn(&Claim) -> bool,
) -> Vec<&'c Claim> {
    let mut sentences = 0;
    let mut last_sentence = None;
    let mut chosen: Vec<&Claim> = Vec::new();
    for claim in before.iter().rev() {
        let place = (claim.field, claim.sentence);
        if last_sentence != Some(place) {
            if !chosen.is_empty() || sentences > reach {
                break;
            }
            sentences += 1;
            last_sentence = Some(place);
        }
        let first = chosen.first().copied();
        if fits(claim) && first.is_none_or(|first| first.party_name() == claim.party_name()) {
            chosen.push(claim);
        }
    }
    chosen.reverse();
    chosen
}

/// Whether a claim stands right before its answer.
pub(super) fn is_beside(pointer: &Claim, claim: &Claim) -> bool {
    claim.field == pointer.field && claim.sentence.end + NEXT >= pointer.sentence.start
}

/// Bytes between neighbouring sentences, a paragraph break and the clock of a new entry included.
const NEXT: u32 = 16;
