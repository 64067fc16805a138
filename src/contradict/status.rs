//! Where a contradiction stands: a later word of the same cluster concedes or supersedes it.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::{Contradiction, Kind, Status};

use super::view::{Match, View, actors};
use super::{Context, quantity};

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
    let concession = find_concession(row.kind, &left, &right, views, context)
        .or_else(|| find_concession(row.kind, &right, &left, views, context));
    if let Some(claim) = concession {
        return (Status::Conceded, Some(claim));
    }
    match find_change(row.kind, &left, &right, views) {
        Some(claim) => (Status::Superseded, Some(claim)),
        None => (Status::Open, None),
    }
}

fn last_said(side: &[&View<'_>]) -> Option<i32> {
    side.iter().filter_map(|view| view.said()).max()
}

/// The first claim in which the party of `own` says what `other` says, after all that it said for `own`.
fn find_concession(
    kind: Kind,
    own: &[&View<'_>],
    other: &[&View<'_>],
    views: &[View<'_>],
    context: &Context<'_>,
) -> Option<u32> {
    let party = own.first()?.party?;
    if other.first()?.party == Some(party) {
        return None;
    }
    let last = last_said(own)?;
    let later = views
        .iter()
        .filter(|view| view.party == Some(party) && view.said() > Some(last) && view.is_stated());
    let same = later.filter(|view| {
        other
            .iter()
            .any(|answer| says_the_same(kind, view, answer, context))
    });
    same.min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}

/// Whether a claim gives the same answer as another.
fn says_the_same(kind: Kind, view: &View<'_>, answer: &View<'_>, context: &Context<'_>) -> bool {
    let deed = view.family == answer.family && view.denied == answer.denied;
    match kind {
        Kind::Quantity => !view.denied && quantity::agrees(view, answer, context),
        Kind::Denial | Kind::RivalControl => {
            let extent = view.claim.partial == answer.claim.partial;
            deed && extent && view.effect == answer.effect && actors(view, answer) == Match::Same
        }
        Kind::Responsibility | Kind::Cause => deed && actors(view, answer) == Match::Same,
        Kind::Occurrence => deed,
        Kind::Stance => deed && view.effect == answer.effect && actors(view, answer) == Match::Same,
    }
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
