//! What later news makes moot: a count that its own source revised, a place that changed hands.

use crate::lexicon::assertions::{Effect, Ground};
use crate::lexicon::kin::Kin;
use crate::model::claim::{Claim, Modality, Stance};
use crate::model::contradiction::Kind;

use super::view::{self, Match, View, places};
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
        let days = context.settings.admission_days;
        let counts = |claim: u32| counts_like(&context.claims[claim as usize], &first);
        let elsewhere = context.spoken.of_matters(party, &first, days, counts);
        let elsewhere = view::views(&elsewhere, context);
        let revises = |view: &&View<'_>| {
            let own_word = view.party == Some(party) && view.is_stated() && !view.denied;
            let mut counts = first.iter();
            own_word
                && view.said() > Some(opened)
                && view.claim.relayed_by.is_empty()
                && counts.all(|earlier| quantity::is_recount(view, earlier, context))
        };
        let all = views.iter().chain(&elsewhere);
        let found = all.filter(|view| !first.is_empty() && revises(view));
        let found = found.min_by_key(|view| (view.said(), &view.claim.id))?;
        Some((found.said(), found.index))
    };
    let found = sides.iter().filter_map(|side| recount(side));
    found.min().map(|(_, claim)| claim)
}

/// Whether a claim states a figure of what one of some others may count: the cheap part of being a recount.
fn counts_like(claim: &Claim, first: &[&View<'_>]) -> bool {
    let kin = Kin::embedded();
    let stated = claim.modality.value == Modality::Stated && claim.stance.value == Stance::Affirm;
    let Some(own) = unit(claim).filter(|_| stated) else {
        return false;
    };
    let alike =
        |other| kin.noun(own) == kin.noun(other) || kin.is_people(own) && kin.is_people(other);
    first.iter().any(|view| unit(view.claim).is_some_and(alike))
}

fn unit(claim: &Claim) -> Option<&str> {
    Some(claim.quantity.as_ref()?.value.unit.as_str())
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
        .map(|view| view.doer())
        .collect();
    // Where the row names no taker, whoever takes the place may be the one it means.
    if takers.contains(&None) {
        return None;
    }
    let changed = |view: &&View<'_>| {
        let gained = view.effect == Effect::Gain && !view.denied && !view.claim.partial;
        let other = view.actor_party.is_some() && !takers.contains(&view.actor_party);
        gained && other && places(view, first) == Match::Same && view.is_stated()
    };
    let mut there = first.place.map_or(Vec::new(), |place| {
        context.spoken.of_hold(&place.key, last.saturating_add(1))
    });
    let gains =
        |claim: &Claim| context.assertions.get(&claim.assertion.value).effect == Effect::Gain;
    there.retain(|&claim| gains(&context.claims[claim as usize]));
    let there = view::views(&there, context);
    let change = there.iter().filter(changed);
    change
        .min_by_key(|view| (view.said(), &view.claim.id))
        .map(|view| view.index)
}
