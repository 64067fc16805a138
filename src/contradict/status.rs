//! Where a contradiction stands: a later word of the same cluster concedes or supersedes it.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::{Contradiction, Kind, Status};

use super::view::{Match, View, actors, objects, places, texts};
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
    let conceded = |own: &[&View<'_>], other: &[&View<'_>], quote: u32| {
        let party = own.iter().find(|view| view.index == quote)?.party?;
        find_concession(row.kind, party, own, other, views, context)
    };
    let concession = conceded(&left, &right, row.left.quote)
        .or_else(|| conceded(&right, &left, row.right.quote));
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

/// The first claim in which a party says what `other` says, after all that it said for `own`.
fn find_concession(
    kind: Kind,
    party: &str,
    own: &[&View<'_>],
    other: &[&View<'_>],
    views: &[View<'_>],
    context: &Context<'_>,
) -> Option<u32> {
    let own: Vec<&View<'_>> = own
        .iter()
        .copied()
        .filter(|view| view.party == Some(party))
        .collect();
    if other.iter().all(|view| view.party == Some(party)) {
        return own_correction(kind, &own, other);
    }
    let later = |view: &&View<'_>| {
        view.party == Some(party)
            && view.is_stated()
            && own.iter().all(|earlier| is_later(view, earlier))
    };
    let same = |view: &&View<'_>| {
        other
            .iter()
            .any(|answer| says_the_same(kind, view, answer, &own, context))
    };
    let found = views.iter().filter(later).filter(same);
    found
        .min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}

/// A party that contradicts itself and ends with the later word has corrected itself; where it ends with a denial, it has
/// conceded nothing.
fn own_correction(kind: Kind, own: &[&View<'_>], other: &[&View<'_>]) -> Option<u32> {
    let last = own
        .iter()
        .filter(|view| other.iter().all(|earlier| is_later(view, earlier)))
        .filter(|view| !(kind == Kind::Denial && view.denied));
    last.min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}

/// Later is a later day, or a later place in the same article.
fn is_later(view: &View<'_>, earlier: &View<'_>) -> bool {
    let same_article = view.claim.article == earlier.claim.article;
    let below = view.claim.sentence.start > earlier.claim.sentence.start;
    view.said() > earlier.said() || (same_article && below)
}

/// Whether a claim gives the same answer as another, or takes back one of its party's own.
fn says_the_same(
    kind: Kind,
    view: &View<'_>,
    answer: &View<'_>,
    own: &[&View<'_>],
    context: &Context<'_>,
) -> bool {
    if kind == Kind::Denial && own.iter().any(|earlier| takes_back(view, earlier)) {
        return true;
    }
    let deed = view.family == answer.family && view.denied == answer.denied;
    // A denial that names no doer is taken back by whoever affirms the deed.
    let nameless = own.iter().all(|earlier| earlier.doer().is_none());
    let same_doer = actors(view, answer) == Match::Same || (nameless && view.doer().is_none());
    match kind {
        Kind::Quantity => !view.denied && quantity::agrees(view, answer, context),
        Kind::Denial | Kind::RivalControl => {
            let extent = view.claim.partial == answer.claim.partial;
            deed && extent && view.effect == answer.effect && same_doer
        }
        Kind::Responsibility => deed && actors(view, answer) == Match::Same,
        Kind::Cause => {
            deed && actors(view, answer) != Match::Other
                && texts(view.actor, answer.actor) != Match::Other
        }
        Kind::Occurrence => deed,
        Kind::Stance => deed && view.effect == answer.effect && actors(view, answer) == Match::Same,
    }
}

/// Whether a party says the opposite of what it said before of the same deed, doer, place and thing.
fn takes_back(view: &View<'_>, earlier: &View<'_>) -> bool {
    let opposite = view.denied != earlier.denied && view.is_planned() == earlier.is_planned();
    let fits = |found: Match| found != Match::Other;
    let tied = earlier.claim.back_reference.is_some();
    opposite
        && view.family == earlier.family
        && fits(actors(view, earlier))
        && fits(objects(view, earlier))
        && fits(places(view, earlier))
        && view.claim.partial == earlier.claim.partial
        && !(tied && view.claim.article == earlier.claim.article)
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
