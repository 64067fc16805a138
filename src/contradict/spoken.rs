//! What each party said of what, so that who looks for a later word of a party need not read all that it ever said.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::lexicon::assertions::Ground;
use crate::model::article::Article;
use crate::model::claim::{Claim, DateRange, Found, day_number};

use super::view::{View, gap};

/// The claims of each party by the place and by the thing that they speak of.
#[derive(Debug, Default)]
pub(crate) struct Spoken<'a> {
    by_place: FxHashMap<(&'a str, &'a str), Words>,
    by_object: FxHashMap<(&'a str, &'a str), Words>,
    /// Who holds, took or lost a place on a day that the text itself gives, whoever says so.
    by_hold: FxHashMap<&'a str, Words>,
}

/// What one party said of one thing.
#[derive(Debug, Default)]
struct Words {
    /// First and last day that a claim speaks of, or else that of publication, and the claim; ascending.
    said: Vec<(i32, i32, u32)>,
    /// Days from the first to the last day of the longest.
    longest: i32,
}

impl<'a> Spoken<'a> {
    /// Reads the claims once; what has no day is left out.
    pub(super) fn new(claims: &'a [Claim], articles: &[Article]) -> Self {
        let mut spoken = Spoken::default();
        for (index, claim) in (0..).zip(claims) {
            let Some((first, last)) = days(claim, articles) else {
                continue;
            };
            let place = claim.place.as_ref().map(|place| place.value.key.as_str());
            let hold = claim.tells_day() && Ground::of(claim.question) == Ground::Control;
            if let Some(place) = place.filter(|_| hold) {
                let words = spoken.by_hold.entry(place).or_default();
                words.said.push((first, last, index));
            }
            let Some(party) = claim.party_name() else {
                continue;
            };
            let object = claim.object.as_ref().map(text);
            let of = [
                (&mut spoken.by_place, place),
                (&mut spoken.by_object, object),
            ];
            for (list, key) in of {
                if let Some(key) = key {
                    let words = list.entry((party, key)).or_default();
                    words.said.push((first, last, index));
                }
            }
        }
        let lists = spoken.by_place.values_mut();
        lists
            .chain(spoken.by_object.values_mut())
            .chain(spoken.by_hold.values_mut())
            .for_each(Words::sort);
        spoken
    }

    /// What anybody said of who holds a place, by its key, from a day on, with the day told; ascending.
    pub(super) fn of_hold(&self, place: &str, from: i32) -> Vec<u32> {
        let said = self.by_hold.get(place).map_or(&[][..], |words| &words.said);
        let start = said.partition_point(|(first, _, _)| *first < from);
        sorted(said[start..].iter().map(|&(_, _, claim)| claim).collect())
    }

    /// What a party said of the place of one of some claims and of days near theirs, as far as wanted; ascending.
    pub(super) fn of_places(
        &self,
        party: &str,
        of: &[&View<'_>],
        days: i32,
        wanted: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        let mut found = Vec::new();
        for view in of {
            let words = self.at_place(party, view);
            found.extend(near(words, view, days).filter(|&claim| wanted(claim)));
        }
        sorted(found)
    }

    /// What a party said of the place or of the thing of one of some claims and of days near theirs, as far as wanted;
    /// ascending.
    pub(super) fn of_matters(
        &self,
        party: &str,
        of: &[&View<'_>],
        days: i32,
        wanted: impl Fn(u32) -> bool,
    ) -> Vec<u32> {
        let mut found = Vec::new();
        for view in of {
            let thing = view
                .object
                .and_then(|key| self.by_object.get(&(party, key)));
            for words in [self.at_place(party, view), thing] {
                found.extend(near(words, view, days).filter(|&claim| wanted(claim)));
            }
        }
        sorted(found)
    }

    fn at_place<'s>(&'s self, party: &'s str, view: &View<'s>) -> Option<&'s Words> {
        let place = view.place?;
        self.by_place.get(&(party, place.key.as_str()))
    }
}

impl Words {
    fn sort(&mut self) {
        self.said.sort_unstable();
        let lengths = self.said.iter().map(|(first, last, _)| last - first);
        self.longest = lengths.max().unwrap_or(0);
    }

    /// The claims that speak of days at most so far from a range.
    fn near(&self, range: (i32, i32), days: i32) -> impl Iterator<Item = u32> {
        let (from, to) = (range.0 - days - self.longest, range.1 + days);
        let start = self.said.partition_point(|(first, _, _)| *first < from);
        let until = self.said[start..]
            .iter()
            .take_while(move |said| said.0 <= to);
        until
            .filter(move |&&(first, last, _)| gap((first, last), range) <= days)
            .map(|&(_, _, claim)| claim)
    }
}

/// Of some words those that speak of days near a claim's.
fn near<'w>(
    words: Option<&'w Words>,
    view: &View<'_>,
    days: i32,
) -> impl Iterator<Item = u32> + use<'w> {
    let words = words.zip(view.when());
    words
        .into_iter()
        .flat_map(move |(words, range)| words.near(range, days))
}

fn days(claim: &Claim, articles: &[Article]) -> Option<(i32, i32)> {
    let told = claim.dates.as_ref().map(|dates| dates.value);
    let published = || articles.get(claim.article as usize)?.published;
    let range = told.or_else(|| {
        let day = published()?;
        Some(DateRange {
            first: day,
            last: day,
        })
    })?;
    Some((day_number(range.first), day_number(range.last)))
}

fn sorted(mut claims: Vec<u32>) -> Vec<u32> {
    claims.sort_unstable();
    claims.dedup();
    claims
}

fn text(found: &Found<CompactString>) -> &str {
    &found.value
}
