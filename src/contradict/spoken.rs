//! What each party said of what, so that who looks for a later word of a party need not read all that it ever said.
//!
//! Everything stands in one list, sorted by what was said of what and then by day, so that a question costs as much as
//! its answer however hot the place is.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::claim::{Claim, Stance};

use super::Context;
use super::admission::{Owning, is_admission, owning};
use super::facts::{Fact, is_own_word};
use super::quantity::fate_in;
use super::window::Window;

/// What a claim speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Matter<'a> {
    /// A place, by its key.
    Place(&'a str),
    /// A thing that something is done to.
    Thing(&'a str),
}

/// What a party said of a matter as fact and in its own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Asked<'a> {
    /// Claims of a ground and a family of assertions.
    Told(Ground, &'a str),
    /// Whatever it said of who holds a place.
    Hold,
    /// Figures of what befell the counted.
    Count(Ground, &'a str),
    /// Admissions.
    Owned,
}

/// A claim under one of its keys, with the first and the last day that it speaks of, or else that of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    key: u64,
    first: i32,
    last: i32,
    claim: u32,
}

/// Where the entries of one key stand, and the days from the first to the last day of the longest.
#[derive(Debug, Clone)]
struct List {
    range: Range<usize>,
    longest: i32,
}

/// The claims of each party by what they say of what.
#[derive(Debug, Default)]
pub(crate) struct Spoken {
    entries: Vec<Entry>,
    lists: FxHashMap<u64, List>,
    /// What a party said of a place, by the day on which it was said: key, day and claim.
    again: Vec<(u64, i32, u32)>,
    /// Signs of admission, by the first word of the party and the day on which it was said.
    owned: Vec<(u64, i32, u32)>,
}

impl Spoken {
    /// Reads the claims once; what has no day is left out.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let mut spoken = Spoken::default();
        for (index, (claim, fact)) in (0..).zip(context.claims.iter().zip(&context.facts)) {
            if let Some(days) = fact.when() {
                spoken.enter(index, claim, fact, days, context);
            }
        }
        spoken.entries.sort_unstable();
        spoken.entries.shrink_to_fit();
        spoken.again.sort_unstable();
        spoken.owned = owned(context);
        spoken.owned.sort_unstable();
        spoken.lists = lists(&spoken.entries);
        spoken
    }

    fn enter(
        &mut self,
        index: u32,
        claim: &Claim,
        fact: &Fact<'_>,
        (first, last): (i32, i32),
        context: &Context<'_>,
    ) {
        let mut enter = |key: u64| {
            self.entries.push(Entry {
                key,
                first,
                last,
                claim: index,
            });
        };
        let place = claim.place.as_ref().map(|place| place.value.key.as_str());
        let ground = Ground::of(claim.question);
        let takes = ground == Ground::Control && fact.effect == Effect::Gain;
        if let Some(place) = place.filter(|_| takes && claim.tells_day()) {
            enter(taken(place));
        }
        let Some(party) = claim.party_name() else {
            return;
        };
        let object = claim.object.as_ref().map(|object| object.value.as_str());
        let matters = [place.map(Matter::Place), object.map(Matter::Thing)];
        if is_own_word(claim) {
            for matter in matters.into_iter().flatten() {
                enter(key(party, matter, Asked::Told(ground, fact.family)));
                if ground == Ground::Control {
                    enter(key(party, matter, Asked::Hold));
                }
                if let Some(counted) = &claim.quantity {
                    let fate = fate_in(&counted.value, fact.family);
                    enter(key(party, matter, Asked::Count(ground, fate)));
                }
                if is_admission(index, context) {
                    enter(key(party, matter, Asked::Owned));
                }
            }
        }
        if let (Some(place), Some(published)) = (place, fact.published) {
            let denied = claim.stance.value == Stance::Deny;
            let key = again(party, place, fact.family, denied);
            self.again.push((key, published, index));
        }
    }

    /// What a party said of a matter and of days within a window, with those days; a claim may come twice.
    pub(super) fn said(
        &self,
        party: &str,
        matter: Matter<'_>,
        asked: Asked<'_>,
        window: &Window,
    ) -> impl Iterator<Item = ((i32, i32), u32)> {
        let list = self.lists.get(&key(party, matter, asked));
        let found = list.map(|list| (&self.entries[list.range.clone()], list.longest));
        found.into_iter().flat_map(move |(entries, longest)| {
            window.ranges().flat_map(move |(from, to)| {
                let earliest = from.saturating_sub(longest);
                let start = entries.partition_point(|entry| entry.first < earliest);
                let until = entries[start..]
                    .iter()
                    .take_while(move |entry| entry.first <= to);
                until
                    .filter(move |entry| entry.last >= from)
                    .map(|entry| ((entry.first, entry.last), entry.claim))
            })
        })
    }

    /// Who took a place, by its key, on a day that the text itself gives, whoever says so; from a day on, ascending.
    pub(super) fn of_taking(&self, place: &str, from: i32) -> Vec<u32> {
        let list = self.lists.get(&taken(place));
        let entries = list.map_or(&[][..], |list| &self.entries[list.range.clone()]);
        let start = entries.partition_point(|entry| entry.first < from);
        let mut found: Vec<u32> = entries[start..].iter().map(|entry| entry.claim).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What a party, by its whole name or by the beginning of it, said with a sign of admission in articles of some days,
    /// the first and the last given.
    pub(super) fn owned(
        &self,
        party: &str,
        (first, last): (i32, i32),
    ) -> impl Iterator<Item = u32> {
        let key = hash(first_word(party));
        let start = self
            .owned
            .partition_point(|entry| (entry.0, entry.1) < (key, first));
        let until = self.owned[start..].iter();
        let until = until.take_while(move |entry| entry.0 == key && entry.1 <= last);
        until.map(|entry| entry.2)
    }

    /// What a party affirmed or denied of a place, by its key, in a family of assertions and in articles of a day and
    /// later, the latest first.
    pub(super) fn since(
        &self,
        party: &str,
        place: &str,
        (family, denied): (&str, bool),
        day: i32,
    ) -> impl Iterator<Item = u32> {
        let key = again(party, place, family, denied);
        let start = self
            .again
            .partition_point(|entry| (entry.0, entry.1) < (key, day));
        let end = self.again.partition_point(|entry| entry.0 <= key);
        self.again[start..end].iter().rev().map(|entry| entry.2)
    }
}

/// Whatever a party said in its own name with a sign of admission, in articles of a known day.
fn owned(context: &Context<'_>) -> Vec<(u64, i32, u32)> {
    let claims = (0..).zip(context.claims.iter().zip(&context.facts));
    let owned = claims.filter_map(|(index, (claim, fact))| {
        let (party, published) = (claim.party_name()?, fact.published?);
        let shows = is_own_word(claim) && owning(index, context) > Owning::No;
        shows.then(|| (hash(first_word(party)), published, index))
    });
    owned.collect()
}

fn first_word(party: &str) -> &str {
    party.split(' ').next().unwrap_or(party)
}

fn lists(entries: &[Entry]) -> FxHashMap<u64, List> {
    let mut lists = FxHashMap::default();
    let mut start = 0;
    for one in entries.chunk_by(|a, b| a.key == b.key) {
        let lengths = one
            .iter()
            .map(|entry| entry.last.saturating_sub(entry.first));
        let list = List {
            range: start..start + one.len(),
            longest: lengths.max().unwrap_or(0),
        };
        start = list.range.end;
        lists.insert(one[0].key, list);
    }
    lists
}

fn key(party: &str, matter: Matter<'_>, asked: Asked<'_>) -> u64 {
    hash((party, matter, asked))
}

fn taken(place: &str) -> u64 {
    hash(("taken", place))
}

fn again(party: &str, place: &str, family: &str, denied: bool) -> u64 {
    hash((party, place, family, denied))
}

fn hash(parts: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    parts.hash(&mut hasher);
    hasher.finish()
}
