//! "Nine people had died, not 14": what a clause sets its own figure against is denied in its words.

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Question, Stance, TOLD_BEFORE};
use crate::model::parsed::Dep;

use super::super::leftover::holds;
use super::super::quantity::{BARE, Figure};
use super::super::reading::Reading;

/// Puts in place of what little was told of a figure behind "not" the denial that there are so many of those counted
/// before it; a figure whose giver is named is that one's word.
pub fn set_against(reading: &Reading, claims: &mut Vec<Claim>) {
    for figure in &reading.figures {
        let Some(own) = held_against(reading, figure) else {
            continue;
        };
        let given = |claim: &Claim| {
            let quantity = claim.quantity.as_ref();
            claim.stance.value == Stance::Affirm
                && quantity.is_some_and(|found| found.rule == TOLD_BEFORE)
        };
        if claims
            .iter()
            .any(|claim| holds(claim, figure) && given(claim))
        {
            continue;
        }
        let counted = |claim: &&Claim| {
            claim.question == Question::Quantity
                && claim.stance.value == Stance::Affirm
                && holds(claim, own)
        };
        let own = claims.iter().filter(counted);
        let denied: Vec<Claim> = own.map(|claim| denial(claim, figure)).collect();
        if !denied.is_empty() {
            claims.retain(|claim| !holds(claim, figure));
            claims.extend(denied);
        }
    }
}

/// The figure before a bare one that "not" stands right before.
fn held_against<'r>(reading: &'r Reading, figure: &Figure) -> Option<&'r Figure> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let bare = figure.rule == BARE || figure.share;
    let before = figure.first.checked_sub(1)?;
    let fixed = |at: &usize| matches!(tree.dep(*at), Dep::Det | Dep::Quantmod | Dep::Advmod);
    let negator = |at: &usize| words.has(Set::Negator, tree.lemma(*at));
    let not = Some(before).filter(|at| negator(at)).or_else(|| {
        let over = before.checked_sub(1).filter(|at| negator(at));
        over.filter(|_| fixed(&before))
    })?;
    let own = reading.figures.iter().rfind(|own| own.last < not)?;
    // "had received 12, not 14 to 20": the clause goes on behind neither.
    let verbs = (figure.last + 1..tree.len())
        .any(|at| tree.head(at) == Some(figure.head) && tree.is_verb(at));
    let alike = own.share == figure.share;
    (bare && alike && !verbs).then_some(own)
}

/// The same claim with the other figure, denied.
fn denial(claim: &Claim, figure: &Figure) -> Claim {
    let mut denied = claim.clone();
    denied.stance.value = Stance::Deny;
    if let Some(quantity) = denied.quantity.as_mut() {
        quantity.value.low = figure.low;
        quantity.value.high = figure.high;
        quantity.span = Some(figure.span);
        quantity.rule = TOLD_BEFORE;
    }
    denied
}
