//! Where a contradiction stands: a later word of the same cluster concedes or supersedes it.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::{Contradiction, Kind, Status};

use super::Context;
use super::concession::{self, Sides};
use super::view::{Match, View, actors};

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
    if let Some(claim) = find_concession(row, &left, &right, views, context) {
        return (Status::Conceded, Some(claim));
    }
    match find_change(row.kind, &left, &right, views) {
        Some(claim) => (Status::Superseded, Some(claim)),
        None => (Status::Open, None),
    }
}

/// The claim in which one of the two sides gives in; words of the cluster count before words elsewhere.
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
    let sides: Vec<Sides<'_, '_>> = orders.iter().filter_map(sides).collect();
    let within = |sides| concession::find_within(sides, views, context);
    let elsewhere = |sides| concession::find_elsewhere(sides, context);
    let found = sides.iter().find_map(within);
    found.or_else(|| sides.iter().find_map(elsewhere))
}

fn last_said(side: &[&View<'_>]) -> Option<i32> {
    side.iter().filter_map(|view| view.said()).max()
}

/// A change of hands that is reported after both sides spoke: another side gained the place.
fn find_change(
    kind: Kind,
    left: &[&View<'_>],
    right: &[&View<'_>],
    views: &[View<'_>],
) -> Option<u32> {
    let first = left.first()?;
    let control =
        first.ground == Ground::Control && matches!(kind, Kind::Denial | Kind::RivalControl);
    let last = last_said(left).max(last_said(right))?;
    let changed = |view: &&View<'_>| {
        let when = view.event.map(|(first, _)| first);
        let gained = view.effect == Effect::Gain && actors(view, first) == Match::Other;
        when > Some(last) && !view.denied && view.is_stated() && gained
    };
    let change = views.iter().filter(|_| control).filter(changed);
    change
        .min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}
