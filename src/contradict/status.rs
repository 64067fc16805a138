//! Where a contradiction stands: a later word of the same cluster concedes or supersedes it.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::{Contradiction, Kind, Status};

use super::Context;
use super::concession::{self, Sides};
use super::view::{Match, View, places};

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
        let status = if super::is_of_state(row) {
            Status::Superseded
        } else {
            Status::Conceded
        };
        return (status, Some(claim));
    }
    match find_change(row.kind, &left, &right, views) {
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

fn last_said(side: &[&View<'_>]) -> Option<i32> {
    side.iter().filter_map(|view| view.said()).max()
}

/// A change of hands after both sides spoke: a party that nobody in the row says to have taken the place is stated to
/// have taken it, on a day that the sentence itself gives. The contested capture told again changes nothing.
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
    let both = || left.iter().chain(right);
    let takers: Vec<Option<&str>> = both()
        .filter(|view| view.effect == Effect::Gain)
        .map(|view| view.doer())
        .collect();
    let changed = |view: &&View<'_>| {
        let when = view.event.map(|(first, _)| first);
        let told = view
            .claim
            .dates
            .as_ref()
            .is_some_and(|found| found.span.is_some());
        let gained = view.effect == Effect::Gain && !view.denied && !view.claim.partial;
        let other = view.actor_party.is_some() && !takers.contains(&view.actor_party);
        // Where the row names no taker, whoever takes the place may be the one it means.
        let known = !takers.contains(&None);
        let there = places(view, first) == Match::Same;
        gained && other && known && there && told && when > Some(last) && view.is_stated()
    };
    let change = views.iter().filter(|_| control).filter(changed);
    change
        .min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}
