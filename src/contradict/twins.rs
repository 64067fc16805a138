//! Denials that quote the same two sentences, and speak of no two places, are one row for the reader: the more explicit
//! takes in the other.

use rustc_hash::FxHashMap;

use crate::model::claim::Claim;
use crate::model::contradiction::{Contradiction, Kind, Side};
use crate::model::span::{Span, TextField};

use super::Context;

/// Where a quote stands.
type Sentence = (u32, TextField, Span);

/// Leaves out each denial whose two sentences an earlier one quotes too, and gives its claims to that one.
pub(super) fn unite(ranked: Vec<Contradiction>, context: &Context<'_>) -> Vec<Contradiction> {
    let mut rows: Vec<Contradiction> = Vec::with_capacity(ranked.len());
    let mut first: FxHashMap<[Sentence; 2], Vec<usize>> = FxHashMap::default();
    for row in ranked {
        let quoted = [&row.left, &row.right].map(|side| sentence(side, context));
        let mut key = quoted;
        key.sort_unstable();
        let before = first.entry(key).or_default();
        let twin = before
            .iter()
            .copied()
            .find(|&kept| are_twins(&rows[kept], &row, context));
        match twin {
            Some(kept) => take_in(&mut rows[kept], row, context),
            None => {
                before.push(rows.len());
                rows.push(row);
            }
        }
    }
    rows
}

/// The place of a row's rule: the first are the most explicit.
fn explicit(row: &Contradiction) -> Option<usize> {
    super::RULES.iter().position(|rule| rule.code == row.code)
}

fn are_twins(kept: &Contradiction, row: &Contradiction, context: &Context<'_>) -> bool {
    let claim = |side: &Side| &context.claims[side.quote as usize];
    let place = |side: &Side| {
        claim(side)
            .place
            .as_ref()
            .map(|place| place.value.key.clone())
    };
    let place = |row: &Contradiction| place(&row.left).or_else(|| place(&row.right));
    let apart = matches!((place(kept), place(row)), (Some(a), Some(b)) if a != b);
    let told = !claim(&row.left).sentence.is_empty();
    row.kind == Kind::Denial && kept.kind == Kind::Denial && told && !apart
}

fn sentence(side: &Side, context: &Context<'_>) -> Sentence {
    let claim: &Claim = &context.claims[side.quote as usize];
    (claim.article, claim.field, claim.sentence)
}

/// Gives a row the claims of another, those that stand with the same quote to each side; where one sentence holds both
/// quotes the parties tell.
fn take_in(kept: &mut Contradiction, mut row: Contradiction, context: &Context<'_>) {
    if explicit(&row) < explicit(kept) {
        std::mem::swap(kept, &mut row);
    }
    let quoted = [&row.left, &row.right].map(|side| sentence(side, context));
    let straight = match quoted[0] == quoted[1] {
        true => row.left.party == kept.left.party,
        false => quoted[0] == sentence(&kept.left, context),
    };
    let (left, right) = match straight {
        true => (row.left, row.right),
        false => (row.right, row.left),
    };
    let own = [kept.left.claims.clone(), kept.right.claims.clone()];
    join(&mut kept.left, left, &own[1], context);
    join(&mut kept.right, right, &own[0], context);
}

fn join(side: &mut Side, other: Side, opposed: &[u32], context: &Context<'_>) {
    let new = other
        .claims
        .into_iter()
        .filter(|claim| !opposed.contains(claim));
    side.claims.extend(new);
    side.claims.sort_unstable();
    side.claims.dedup();
    side.independent_reports = (context.count)(&side.claims);
}
