//! What a run changed: contradictions that are new, gained voices, were settled, go on under another id, or are gone.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::model::change::{Change, Hand, Voice, What};
use crate::model::contradiction::{Contradiction, Side, Status};
use crate::model::run::Run;

use super::before::{Before, Old, OldSide};

/// What earlier runs knew of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// Nothing.
    Unknown,
    /// It was there in the last run.
    Alive,
    /// It had gone.
    Gone,
}

/// The changes from `before` to `run`, in the order of [`What`] and then of the run.
pub fn find(before: &Before, run: &Run, past: &dyn Fn(&str) -> Past) -> Vec<Change> {
    let matches = match_up(before, run);
    let mut changes = Vec::new();
    for (found, id) in run.contradictions.iter().zip(&matches) {
        match id {
            Some(id) => compare(id, &before.disputes[*id], found, run, &mut changes),
            None => open(found, past(&found.id), run, &mut changes),
        }
    }
    let kept: BTreeSet<&str> = matches.into_iter().flatten().collect();
    let gone = before
        .disputes
        .iter()
        .filter(|(id, _)| !kept.contains(id.as_str()));
    let gone: Vec<(&String, &Old)> = gone.collect();
    if !gone.is_empty() {
        let alive: FxHashSet<&str> = run.claims.iter().map(|claim| claim.id.as_str()).collect();
        changes.extend(
            gone.into_iter()
                .map(|(id, old)| farewell(id, old, run, &alive)),
        );
    }
    changes.sort_by_key(|change| change.what);
    changes
}

/// For each contradiction of the run the one before that it carries on: the one with its id, else the one of its kind
/// with which it shares most claims on both sides.
fn match_up<'b>(before: &'b Before, run: &Run) -> Vec<Option<&'b str>> {
    let same = |found: &Contradiction| {
        let entry = before.disputes.get_key_value(found.id.as_str());
        entry.map(|(id, _)| id.as_str())
    };
    let mut matches: Vec<Option<&str>> = run.contradictions.iter().map(same).collect();
    let mut taken: BTreeSet<&str> = matches.iter().copied().flatten().collect();
    for (found, slot) in run.contradictions.iter().zip(&mut matches) {
        if slot.is_some() {
            continue;
        }
        let free = before
            .disputes
            .iter()
            .filter(|(id, old)| !taken.contains(id.as_str()) && old.kind == found.kind);
        let shared = free.map(|(id, old)| (overlap(found, old, run), id.as_str()));
        let best = shared
            .filter(|(shared, _)| *shared > 0)
            .max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(a.1)));
        if let Some((_, id)) = best {
            taken.insert(id);
            *slot = Some(id);
        }
    }
    matches
}

/// Claims that both share, 0 unless some are on either side.
fn overlap(found: &Contradiction, old: &Old, run: &Run) -> usize {
    let count = |side: &Side, old: &OldSide| {
        let ids = side
            .claims
            .iter()
            .map(|&claim| &run.claims[claim as usize].id);
        ids.filter(|id| old.claims.contains(id.as_str())).count()
    };
    let sides = |left: &OldSide, right: &OldSide| {
        let (left, right) = (count(&found.left, left), count(&found.right, right));
        if left == 0 || right == 0 {
            0
        } else {
            left + right
        }
    };
    sides(&old.left, &old.right).max(sides(&old.right, &old.left))
}

fn open(found: &Contradiction, past: Past, run: &Run, changes: &mut Vec<Change>) {
    let what = match past {
        Past::Unknown => What::New,
        Past::Gone => What::Returned,
        // The store was made anew since: what it held is not known, but that it held this.
        Past::Alive => return,
    };
    // It opened when its second side spoke up.
    let first = |side: &Side| {
        let claims = side.claims.iter().copied();
        claims.min_by_key(|&claim| {
            (
                published(claim, run).is_none(),
                published(claim, run),
                claim,
            )
        })
    };
    let openers = [(Hand::Left, &found.left), (Hand::Right, &found.right)]
        .map(|(hand, side)| first(side).map(|claim| (hand, claim)));
    let later = openers.into_iter().flatten().max_by_key(|&(_, claim)| {
        (
            published(claim, run).is_none(),
            published(claim, run),
            claim,
        )
    });
    changes.push(change(
        found,
        what,
        run,
        later.map(|(hand, claim)| (Some(hand), claim)),
    ));
    if found.status != Status::Open {
        changes.push(settled(found, run));
    }
}

fn compare(id: &str, old: &Old, found: &Contradiction, run: &Run, changes: &mut Vec<Change>) {
    if found.id != id {
        changes.push(Change {
            other: Some(id.into()),
            ..change(found, What::Renamed, run, None)
        });
    }
    let mut heard: BTreeSet<&str> = old.heard.iter().map(String::as_str).collect();
    for (hand, side) in [(Hand::Left, &found.left), (Hand::Right, &found.right)] {
        for &claim in &side.claims {
            let article = run.claims[claim as usize].article;
            if heard.insert(&run.articles[article as usize].key) {
                changes.push(change(found, What::Voice, run, Some((Some(hand), claim))));
            }
        }
    }
    if found.status != old.status {
        changes.push(settled(found, run));
    }
}

/// The status as it is now, with the claim that made it so.
fn settled(found: &Contradiction, run: &Run) -> Change {
    let what = match found.status {
        Status::Open => What::Reopened,
        Status::Conceded => What::Conceded,
        Status::Superseded => What::Superseded,
        Status::Rejected => What::Rejected,
    };
    let by = found.status_claim.map(|claim| {
        let side = |side: &Side, hand| side.claims.contains(&claim).then_some(hand);
        let hand = side(&found.left, Hand::Left).or_else(|| side(&found.right, Hand::Right));
        (hand, claim)
    });
    change(found, what, run, by)
}

fn change(found: &Contradiction, what: What, run: &Run, by: Option<(Option<Hand>, u32)>) -> Change {
    let quotes = [found.left.quote, found.right.quote].map(|claim| &run.claims[claim as usize]);
    let place = quotes.into_iter().find_map(|claim| claim.place.as_ref());
    let side = |side: &Side| {
        (
            side.party.as_ref().map(ToString::to_string),
            side.position.clone(),
        )
    };
    Change {
        contradiction: found.id.clone(),
        what,
        day: by.and_then(|(_, claim)| published(claim, run)),
        kind: found.kind,
        status: found.status,
        place: place.map_or_else(String::new, |place| place.value.name.to_string()),
        left: side(&found.left),
        right: side(&found.right),
        note: found.note.clone(),
        voice: by.map(|(hand, claim)| voice(hand, claim, run)),
        other: None,
    }
}

/// The last word on a contradiction: what it was, and why it is listed no longer.
fn farewell(id: &str, old: &Old, run: &Run, alive: &FxHashSet<&str>) -> Change {
    Change {
        contradiction: id.into(),
        what: What::Gone,
        day: None,
        kind: old.kind,
        status: old.status,
        place: old.place.clone(),
        left: (old.left.party.clone(), old.left.position.clone()),
        right: (old.right.party.clone(), old.right.position.clone()),
        note: format!("{} ({})", old.note, why_gone(old, run, alive)),
        voice: None,
        other: None,
    }
}

fn why_gone(old: &Old, run: &Run, alive: &FxHashSet<&str>) -> String {
    let stands = |side: &OldSide| side.claims.iter().any(|id| alive.contains(id.as_str()));
    if !stands(&old.left) || !stands(&old.right) {
        return "an article that said so has left or was changed".to_owned();
    }
    let mut rows = run.contradictions.iter();
    match rows.find(|found| overlap(found, old, run) > 0) {
        Some(heir) => format!("told in {} now", heir.id),
        None => "read with what came since, the two are not at odds".to_owned(),
    }
}

fn voice(side: Option<Hand>, claim: u32, run: &Run) -> Voice {
    let claim = &run.claims[claim as usize];
    let article = &run.articles[claim.article as usize];
    Voice {
        side,
        party: claim.party_name().map(str::to_owned),
        outlet: article.outlet.clone(),
        article: article.key.clone(),
        claim: claim.id.clone(),
        quote: claim.sentence.of(article.text(claim.field)).to_owned(),
    }
}

fn published(claim: u32, run: &Run) -> Option<jiff::civil::Date> {
    let article = run.claims[claim as usize].article;
    run.articles[article as usize].published
}
