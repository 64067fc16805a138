//! What later news makes moot: a count that its own source revised, a place that changed hands.

use std::collections::BTreeSet;

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::claim::TAKER;
use crate::model::contradiction::Kind;

use super::facts::is_own_word;
use super::spoken::Asked;
use super::view::{self, Match, View, places};
use super::window::Window;
use super::{Context, quantity};

/// The first claim in which a party that gave a figure in a row gives another for the same, after the row had two sides.
pub(super) fn find_recount(
    sides: [&[&View<'_>]; 2],
    views: &[View<'_>],
    context: &Context<'_>,
) -> Option<u32> {
    let opened = sides.map(|side| side.iter().filter_map(|view| view.said()).min());
    let opened = opened[0].max(opened[1])?;
    let recount = |own: &[&View<'_>]| {
        let party = own.iter().find_map(|view| view.party)?;
        let first = own.iter().copied();
        let first = first.filter(|view| view.party == Some(party) && view.said() <= Some(opened));
        let first: Vec<&View<'_>> = first.collect();
        let elsewhere = view::views(&figures(party, &first, context)?, context);
        let revises = |view: &&View<'_>| {
            let own_word = view.party == Some(party) && !view.denied && is_own_word(view.claim);
            let mut counts = first.iter();
            own_word
                && view.said() > Some(opened)
                && counts.all(|earlier| quantity::is_recount(view, earlier, context))
        };
        let found = views.iter().chain(&elsewhere).filter(revises);
        let found = found.min_by_key(|view| (view.said(), &view.claim.id))?;
        Some((found.said(), found.index))
    };
    let found = sides.iter().filter_map(|side| recount(side));
    found.min().map(|(_, claim)| claim)
}

/// What a party said in figures of the matters of some of its claims: whatever counts what each of them counts is of the
/// days near the first, or an admission that gives no day. `None` where the first gives no figure.
fn figures(party: &str, first: &[&View<'_>], context: &Context<'_>) -> Option<Vec<u32>> {
    let settings = context.settings;
    let earlier = first.first()?;
    let fate = quantity::fate_of(earlier)?;
    let near = Window::near([*earlier], settings.hold_days.max(1));
    let late = Window::near([*earlier], settings.admission_days);
    let mut found = Vec::new();
    let matters = first.iter().flat_map(|view| view.matters());
    for matter in matters.collect::<BTreeSet<_>>() {
        let said = |asked, window| context.spoken.said(party, matter, asked, window);
        let count = |ground| said(Asked::Count(ground, fate), &near);
        let counted = Ground::ALL.map(count);
        found.extend(counted.into_iter().flatten());
        let owned = said(Asked::Owned, &late);
        found.extend(owned.filter(|(_, claim)| !context.claims[*claim as usize].tells_day()));
    }
    let counts = |&claim: &u32| context.claims[claim as usize].quantity.is_some();
    let claims = found.into_iter().map(|(_, claim)| claim);
    let mut claims: Vec<u32> = claims.filter(counts).collect();
    claims.sort_unstable();
    claims.dedup();
    Some(claims)
}

/// A change of hands after both sides spoke: a party that nobody in the row says to have taken the place is stated to
/// have taken it, on a day that the sentence itself gives. The contested capture told again changes nothing.
pub(super) fn find_change(
    kind: Kind,
    [left, right]: [&[&View<'_>]; 2],
    context: &Context<'_>,
) -> Option<u32> {
    let first = left.first()?;
    let control =
        first.ground == Ground::Control && matches!(kind, Kind::Denial | Kind::RivalControl);
    if !control {
        return None;
    }
    let last_said = |side: &[&View<'_>]| side.iter().filter_map(|view| view.said()).max();
    let last = last_said(left).max(last_said(right))?;
    let both = || left.iter().chain(right);
    let takers: Vec<Option<&str>> = both()
        .filter(|view| view.effect == Effect::Gain)
        .map(|view| view.doer().filter(|_| tells_taker(view)))
        .collect();
    // Where the row names no taker, whoever takes the place may be the one it means.
    if takers.contains(&None) {
        return None;
    }
    let changed = |view: &&View<'_>| {
        let gained = view.effect == Effect::Gain && !view.denied && !view.claim.partial;
        let other = view.actor_party.is_some() && !takers.contains(&view.actor_party);
        gained
            && other
            && tells_taker(view)
            && places(view, first) == Match::Same
            && view.is_stated()
    };
    let there = first.place.map_or(Vec::new(), |place| {
        context.spoken.of_taking(&place.key, last.saturating_add(1))
    });
    let there = view::views(&there, context);
    let change = there.iter().filter(changed);
    change
        .min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}

/// Whether the text says who took the place, which else follows from who says that it was taken.
fn tells_taker(view: &View<'_>) -> bool {
    let actor = view.claim.actor.as_ref();
    actor.is_none_or(|actor| actor.rule != TAKER)
}
