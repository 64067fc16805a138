//! The figures that each side of a row gave last: where they meet, the others were earlier counts of the same.

use super::super::Context;
use super::super::gather::{Placed, find};
use super::super::view::View;
use super::{agrees, fate, figure, is_one_event, is_same_unit};

/// Whether the last figures of the two sides of a row met when it opened: then the others were earlier counts of the same.
/// Where a side comes to the other's figure later, the row stands, and that ends it.
pub fn agreed(clashes: &[Placed<'_>], views: &[View<'_>], context: &Context<'_>) -> bool {
    let Some((clash, _)) = clashes.first() else {
        return false;
    };
    let (left, right) = (find(views, clash.left), find(views, clash.right));
    if left.party == right.party {
        return false;
    }
    let opened = clashes.iter().map(|(clash, _)| {
        let said = |claim| find(views, claim).said();
        said(clash.left).max(said(clash.right))
    });
    let opened = opened.min().flatten();
    let right = last_figures(right, views, opened, context);
    let left = last_figures(left, views, opened, context);
    let meet = |view: &&View<'_>| right.iter().all(|other| agrees(view, other, context));
    !left.is_empty() && !right.is_empty() && left.iter().all(meet)
}

/// The figures for the same thing that the speaker of a claim gave last, up to a day.
fn last_figures<'a, 'b>(
    view: &View<'_>,
    views: &'b [View<'a>],
    until: Option<i32>,
    context: &Context<'_>,
) -> Vec<&'b View<'a>> {
    let same = |other: &&View<'_>| {
        let thing = match (figure(view), figure(other)) {
            (Some(a), Some(b)) => {
                is_same_unit(view, other, a, b) && fate(view, a) == fate(other, b)
            }
            _ => false,
        };
        let early = until.is_none() || other.said() <= until;
        let own = other.party == view.party && !other.denied;
        thing && early && own && is_one_event(view, other, context)
    };
    let all: Vec<&View<'_>> = views.iter().filter(same).collect();
    let last = all.iter().map(|other| other.said()).max().flatten();
    all.into_iter()
        .filter(|other| other.said() == last)
        .collect()
}
