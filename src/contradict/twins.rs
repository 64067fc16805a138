//! Denials that quote the same two sentences, and speak of no two places, are one row for the reader, and so is another
//! account of what any row quotes: the more explicit takes in the other.

use rustc_hash::FxHashMap;

use crate::model::claim::Claim;
use crate::model::contradiction::{Contradiction, Kind, Side};
use crate::model::span::{Span, TextField};

use super::reply::OTHER_ACCOUNT;
use super::{Context, place_of};

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

fn are_twins(kept: &Contradiction, row: &Contradiction, context: &Context<'_>) -> bool {
    let claim = |side: &Side| &context.claims[side.quote as usize];
    let places = [kept, row].map(|row| {
        let mut sides = [&row.left, &row.right].into_iter();
        sides.find_map(|side| Some(&claim(side).place.as_ref()?.value.key))
    });
    let apart = matches!(places, [Some(a), Some(b)] if a != b);
    let told = !claim(&row.left).sentence.is_empty();
    let denials = [row, kept].iter().all(|row| row.kind == Kind::Denial);
    let account = [row, kept].iter().any(|row| row.code == OTHER_ACCOUNT.code);
    (denials || account) && told && !apart
}

fn sentence(side: &Side, context: &Context<'_>) -> Sentence {
    let claim: &Claim = &context.claims[side.quote as usize];
    (claim.article, claim.field, claim.sentence)
}

/// Gives a row the claims of another, those that stand with the same quote to each side; where one sentence holds both
/// quotes the parties tell.
fn take_in(kept: &mut Contradiction, mut row: Contradiction, context: &Context<'_>) {
    if place_of(row.code) < place_of(kept.code) {
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
    join(&mut kept.left, left, &kept.right.claims, context);
    join(&mut kept.right, right, &kept.left.claims, context);
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
