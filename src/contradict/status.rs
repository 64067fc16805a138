//! Where a contradiction stands: a later word of the same cluster concedes or supersedes it.

use crate::lexicon::parties::is_one_side;
use crate::model::contradiction::{Contradiction, Kind, Status};

use super::concession::{self, Sides};
use super::reply::{OTHER_ACCOUNT, find_yielding};
use super::view::{self, View};
use super::{Context, revision};

/// The status and the claim that made it so.
pub fn settle(
    row: &Contradiction,
    views: &[View<'_>],
    context: &Context<'_>,
) -> (Status, Option<u32>) {
    let side = |claims: &[u32]| -> Vec<&View<'_>> {
        views
            .iter()
            .filter(|view| claims.binary_search(&view.index).is_ok())
            .collect()
    };
    let (left, right) = (side(&row.left.claims), side(&row.right.claims));
    // Two accounts differ as wholes: a later word on one point of them settles nothing by itself.
    let on_one_point = row.code != OTHER_ACCOUNT.code;
    let plain = || find_concession(row, &left, &right, views, context);
    let likely = || find_likely_concession(row, &left, &right, context);
    if let Some(claim) = on_one_point.then(plain).flatten().or_else(likely) {
        let status = if super::is_of_state(row) {
            Status::Superseded
        } else {
            Status::Conceded
        };
        return (status, Some(claim));
    }
    let moot = match row.kind {
        _ if !on_one_point => None,
        Kind::Quantity => revision::find_recount([&left, &right], views, context),
        kind => revision::find_change(kind, [&left, &right], context),
    };
    match moot {
        Some(claim) => (Status::Superseded, Some(claim)),
        None => (Status::Open, None),
    }
}

/// The claim in which a side gives in: of a denial the side that denied, else either. Words of the cluster count before
/// words elsewhere.
fn find_concession(
    row: &Contradiction,
    left: &[&View<'_>],
    right: &[&View<'_>],
    views: &[View<'_>],
    context: &Context<'_>,
) -> Option<u32> {
    let [left, right] = sides(row, left, right);
    let denial = row.kind == Kind::Denial;
    let own_word = super::is_self(row, context.claims);
    let left = left.filter(|_| !denial || own_word);
    let sides: Vec<Sides<'_, '_>> = left.into_iter().chain(right).collect();
    let within = |sides| concession::find_within(sides, views, context);
    let elsewhere = |sides| concession::find_elsewhere(sides, context);
    let found = sides.iter().find_map(within);
    found.or_else(|| sides.iter().find_map(elsewhere))
}

/// An admission of a side in words that are not those of the other: the likeliest that nothing else rules out.
fn find_likely_concession(
    row: &Contradiction,
    left: &[&View<'_>],
    right: &[&View<'_>],
    context: &Context<'_>,
) -> Option<u32> {
    let sides = sides(row, left, right);
    let may_yield = |claim: u32| {
        let view = view::view(claim, context);
        let mut own = sides.iter().flatten();
        let of = |party: &str| view.party.is_some_and(|named| is_one_side(named, party));
        own.all(|side| !of(side.party) || side.may_yield(&view))
    };
    let found = find_yielding(row, context, may_yield);
    found.map(|(claim, _)| claim)
}

/// The row seen from each of its sides; `None` from one that is no party.
fn sides<'a, 'b>(
    row: &Contradiction,
    left: &'b [&'b View<'a>],
    right: &'b [&'b View<'a>],
) -> [Option<Sides<'a, 'b>>; 2] {
    let seen = |own: &'b [&'b View<'a>], other: &'b [&'b View<'a>], quote: u32| {
        let party = own.iter().find(|view| view.index == quote)?.party?;
        Some(Sides {
            kind: row.kind,
            party,
            own,
            other,
        })
    };
    [
        seen(left, right, row.left.quote),
        seen(right, left, row.right.quote),
    ]
}
