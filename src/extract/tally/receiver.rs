//! "Gave Otieno 54 percent and Kalenga 43 percent", "Otieno got 54 percent and Kalenga 43": whose the second figure is.

use crate::lexicon::assertions::Assertions;
use crate::model::claim::{Claim, Found, Question};
use crate::model::parsed::Pos;

use super::super::leftover::holds;
use super::super::phrase::phrase_text;
use super::super::quantity::Figure;
use super::super::reading::Reading;

/// Names those who stand right before a share of the vote for which the clause names nobody.
pub fn name_receivers(reading: &Reading, claims: &mut [Claim]) {
    let vote = |claim: &Claim| {
        let family = Assertions::builtin().family(&claim.assertion.value);
        claim.question == Question::Quantity && family == VOTE
    };
    for figure in &reading.figures {
        let Some(name) = name_before(reading, figure) else {
            continue;
        };
        let span = reading.tree.sentence.tokens[name].span;
        let text = phrase_text(&reading.tree, &reading.lexicon().words, name).0;
        let open =
            |claim: &&mut Claim| vote(claim) && claim.actor.is_none() && holds(claim, figure);
        for claim in claims.iter_mut().filter(open) {
            claim.actor = Some(Found::at(text.clone(), span, "actor.gapped"));
        }
    }
}

/// The name right before a figure.
fn name_before(reading: &Reading, figure: &Figure) -> Option<usize> {
    let tree = &reading.tree;
    let name = figure.first.checked_sub(1)?;
    (tree.pos(name) == Pos::Propn).then_some(name)
}

/// The family of shares of a vote.
const VOTE: &str = "vote";
