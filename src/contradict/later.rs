//! What a party said later that may give in to the other side of a row: found by matter, terms and days.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::assertions::Ground;
use crate::model::contradiction::Kind;

use super::concession::Sides;
use super::spoken::{Asked, Matter};
use super::view::View;
use super::window::Window;
use super::{Context, Settings, quantity};

/// What the party said, on the last day of its own or later, of the matter near its days and of the time of what the other
/// side said. Only an admission counts in other terms, and where it gives no day of its own, long after.
pub(super) fn candidates(sides: &Sides<'_, '_>, last: i32, context: &Context<'_>) -> Vec<u32> {
    let settings = context.settings;
    let near = settings
        .capture_days
        .max(settings.denial_days)
        .max(settings.event_days);
    let answers = |ground| {
        let others = sides.other.iter().copied();
        Window::near(others, one_time(ground, settings))
    };
    let windows = Ground::ALL.map(answers);
    let asked = questions(sides);
    let mut found = Vec::new();
    for (matter, views) in matters(sides) {
        let own_days = Window::near(views.iter().copied(), near);
        let said = |asked, window| context.spoken.said(sides.party, matter, asked, window);
        for &(ground, asked) in &asked {
            let told = said(asked, &windows[ground as usize]);
            found.extend(told.filter(|(days, _)| own_days.meets(*days)));
        }
        let late = Window::near(views.iter().copied(), settings.admission_days.max(near));
        let fits = |&(days, claim): &((i32, i32), u32)| {
            own_days.meets(days) || !context.claims[claim as usize].tells_day()
        };
        found.extend(said(Asked::Owned, &late).filter(fits));
    }
    let is_later = |&claim: &u32| context.published(claim).is_some_and(|said| said >= last);
    let claims = found.into_iter().map(|(_, claim)| claim);
    let mut claims: Vec<u32> = claims.filter(is_later).collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// The matters of both sides, each with the claims that speak of it.
fn matters<'a, 'b>(sides: &Sides<'a, 'b>) -> BTreeMap<Matter<'a>, Vec<&'b View<'a>>> {
    let mut matters: BTreeMap<Matter<'a>, Vec<&'b View<'a>>> = BTreeMap::new();
    for &view in sides.other.iter().chain(sides.own) {
        for matter in view.matters() {
            matters.entry(matter).or_default().push(view);
        }
    }
    matters
}

/// What a word without admission must be to give in to the other side, each with the ground of such words: a figure of
/// what that counts, or one of the family of what either side said, or that a place is out of its hands.
fn questions<'a>(sides: &Sides<'a, '_>) -> BTreeSet<(Ground, Asked<'a>)> {
    let asked: BTreeSet<Asked<'a>> = match sides.kind {
        Kind::Quantity => {
            let fates = sides.other.iter();
            let fates = fates.filter_map(|view| quantity::fate_of(view));
            let count = |fate| Ground::ALL.map(|ground| Asked::Count(ground, fate));
            fates.flat_map(count).collect()
        }
        _ => {
            let both = sides.other.iter().chain(sides.own);
            let told =
                |view: &&View<'a>| Ground::ALL.map(|ground| Asked::Told(ground, view.family));
            both.flat_map(told).collect()
        }
    };
    let ground = |asked| match asked {
        Asked::Told(ground, _) | Asked::Count(ground, _) => ground,
        Asked::Hold | Asked::Owned => Ground::Control,
    };
    let all = asked.into_iter().chain([Asked::Hold]);
    all.map(|asked| (ground(asked), asked)).collect()
}

/// Days that may lie between two words on one deed or hold.
pub(super) fn one_time(ground: Ground, settings: &Settings) -> i32 {
    match ground {
        Ground::Control => settings.capture_days,
        Ground::Stance => settings.denial_days,
        Ground::Event => settings.event_days,
    }
}
