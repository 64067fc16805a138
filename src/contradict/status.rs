//! Where a contradiction stands: a later word of the same cluster concedes or supersedes it.

use crate::model::contradiction::{Contradiction, Kind, Status};

use super::concession::{self, Sides};
use super::reply::{OTHER_ACCOUNT, find_yielding};
use super::view::View;
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
    let likely = || find_yielding(row, context).map(|(claim, _)| claim);
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
    let orders = [
        (left, right, row.left.quote),
        (right, left, row.right.quote),
    ];
    let sides = |&(own, other, quote): &(_, _, u32)| {
        let own: &[&View<'_>] = own;
        let party = own.iter().find(|view| view.index == quote)?.party?;
        Some(Sides {
            kind: row.kind,
            party,
            own,
            other,
        })
    };
    let denial = row.kind == Kind::Denial;
    let own_word = super::is_self(row);
    let from = usize::from(denial && !own_word);
    let sides: Vec<Sides<'_, '_>> = orders[from..].iter().filter_map(sides).collect();
    let within = |sides| concession::find_within(sides, views, context);
    let elsewhere = |sides| concession::find_elsewhere(sides, context);
    let found = sides.iter().find_map(within);
    found.or_else(|| sides.iter().find_map(elsewhere))
}
