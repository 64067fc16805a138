//! Which claims of other articles a denial or a figure may answer: those near in days that share most words with it.
//!
//! Denials and figures are a few claims in ten, so they can be held against more than the neighbours of a block: all that
//! share a word with one are looked through, and the nearest by the rarity of what they share are kept, whatever question
//! they answer.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::keys::{self, UNDATED};
use super::{Settings, table};
use crate::lexicon::likeness::Sense;
use crate::model::article::Article;
use crate::model::claim::{Claim, Stance, day_number};

/// The affirmed claims of a run under each word of their sentences.
pub struct Told<'a> {
    claims: &'a [Claim],
    /// Day of publication of each claim, or [`UNDATED`].
    days: Vec<i32>,
    /// Order of the ids, which settles ties.
    ranks: Vec<u32>,
    lists: FxHashMap<&'a str, List>,
    settings: &'a Settings,
}

/// The claims that bear one word.
#[derive(Default)]
struct List {
    /// Rarity of the word in the language, in thousandths of a bit.
    rarity: u32,
    /// By day of publication.
    claims: Vec<u32>,
}

impl<'a> Told<'a> {
    /// Notes the words of all affirmed claims; `articles` give the days.
    pub fn new(claims: &'a [Claim], articles: &[Article], settings: &'a Settings) -> Self {
        Told::of(claims, articles, settings, |_| true)
    }

    /// The same of the claims that `is_asked` holds of.
    pub fn of(
        claims: &'a [Claim],
        articles: &[Article],
        settings: &'a Settings,
        is_asked: impl Fn(&Claim) -> bool,
    ) -> Self {
        let published = |claim: &Claim| articles.get(claim.article as usize)?.published;
        let day = |claim: &Claim| published(claim).map_or(UNDATED, day_number);
        let days: Vec<i32> = claims.iter().map(day).collect();
        Told {
            lists: lists(claims, &days, settings.common_word, is_asked),
            ranks: keys::ranks(claims),
            claims,
            days,
            settings,
        }
    }

    /// The claims of other articles that share most words with the sentence of a claim, the nearest first.
    pub fn nearest(&self, asked: u32) -> Vec<u32> {
        let claim = &self.claims[asked as usize];
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for list in claim
            .words
            .iter()
            .filter_map(|word| self.lists.get(word.as_str()))
        {
            for told in self.near(list, self.days[asked as usize]) {
                *shared.entry(told).or_default() += list.rarity;
            }
        }
        let elsewhere =
            |&(told, _): &(u32, u32)| self.claims[told as usize].article != claim.article;
        let mut found: Vec<(u32, u32)> = shared.into_iter().filter(elsewhere).collect();
        found.sort_unstable_by_key(|&(told, rarity)| (Reverse(rarity), self.ranks[told as usize]));
        found.truncate(self.settings.answered);
        found.into_iter().map(|(told, _)| told).collect()
    }

    /// How many claims a denial is held against at most.
    pub fn most(&self) -> usize {
        self.settings.answered
    }

    /// Those of a list that were published near a day; undated ones are near to all.
    fn near<'l>(&self, list: &'l List, day: i32) -> impl Iterator<Item = u32> + use<'l, 'a> {
        let window = self.settings.answered_days;
        let dated = list
            .claims
            .partition_point(|&told| self.days[told as usize] != UNDATED);
        let (mut first, mut last) = (0, dated);
        if day != UNDATED {
            first = list
                .claims
                .partition_point(|&told| self.days[told as usize] < day - window);
            let is_before = |&told: &u32| !is_beyond(self.days[told as usize], day, window);
            last = list.claims[..dated].partition_point(is_before);
        }
        let (near, undated) = (&list.claims[first.min(last)..last], &list.claims[dated..]);
        near.iter().chain(undated).copied()
    }
}

fn is_beyond(told: i32, day: i32, window: i32) -> bool {
    told > day && !table::is_near(told, day, window)
}

/// A word that more claims bear than `common` brings nothing together.
fn lists<'a>(
    claims: &'a [Claim],
    days: &[i32],
    common: u32,
    is_asked: impl Fn(&Claim) -> bool,
) -> FxHashMap<&'a str, List> {
    let mut lists: FxHashMap<&str, List> = FxHashMap::default();
    for (index, claim) in (0..).zip(claims) {
        if claim.stance.value == Stance::Affirm && is_asked(claim) {
            for word in &claim.words {
                lists.entry(word.as_str()).or_default().claims.push(index);
            }
        }
    }
    lists.retain(|_, list| list.claims.len() <= common as usize);
    for (word, list) in &mut lists {
        list.rarity = (Sense::of(word).weight * 1000.0).round() as u32;
        list.claims.sort_by_key(|&told| days[told as usize]);
    }
    lists
}
