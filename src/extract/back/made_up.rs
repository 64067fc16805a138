//! "The reports were fabricated": a participle that judges what the text told before.

use crate::model::claim::{Claim, LexiconLine, Stance};

use super::super::cue::{is_negated, judged_as_made_up};
use super::super::reading::Reading;
use super::points_back;

/// "the reports were fabricated": what the participle judges, where the sentence does not tell what it was.
pub(super) fn made_up(
    reading: &Reading,
    token: usize,
    claimed: &[Claim],
) -> Option<(Option<usize>, Stance, LexiconLine)> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let (noun, entry) = judged_as_made_up(tree, &lexicon.cues, &lexicon.words, token)?;
    let told = claimed.iter().any(|claim| {
        tree.token_at(claim.trigger)
            .is_some_and(|at| tree.is_below(at, noun))
    });
    let open = !told && points_back(reading, noun) && !is_negated(tree, &lexicon.words, token);
    open.then_some((Some(noun), Stance::Deny, entry.line))
}
