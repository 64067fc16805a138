//! Which claims of other articles a claim may be answered by: those near in days that share most words with it.
//!
//! What may answer is cheap to ask of two claims, so each can be held against more than its neighbours in a block: all that
//! share a word with it are looked through, and the nearest by the rarity of what they share are kept, whatever question
//! they answer.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::Settings;
use super::keys::{self, UNDATED};
use crate::lexicon::likeness::Sense;
use crate::model::article::Article;
use crate::model::claim::{Claim, Stance, day_number};

/// When each claim was published, and the order that settles ties: what every index of [`Words`] needs.
pub struct Told<'a> {
    claims: &'a [Claim],
    /// Day of publication of each claim, or [`UNDATED`].
    days: Vec<i32>,
    /// Order of the ids.
    ranks: Vec<u32>,
    settings: &'a Settings,
}

/// Affirmed claims of a run under each word of their sentences.
pub struct Words<'t, 'a> {
    told: &'t Told<'a>,
    lists: FxHashMap<&'a str, List>,
    /// All of them.
    all: List,
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
    /// Reads the claims; `articles` give the days.
    pub fn new(claims: &'a [Claim], articles: &[Article], settings: &'a Settings) -> Self {
        let published = |claim: &Claim| articles.get(claim.article as usize)?.published;
        let day = |claim: &Claim| published(claim).map_or(UNDATED, day_number);
        Told {
            days: claims.iter().map(day).collect(),
            ranks: keys::ranks(claims),
            claims,
            settings,
        }
    }

    /// The words of the affirmed claims that `is_asked` holds of.
    pub fn words(&self, is_asked: impl Fn(&Claim) -> bool) -> Words<'_, 'a> {
        let mut lists: FxHashMap<&str, List> = FxHashMap::default();
        let mut all = List::default();
        for (index, claim) in (0..).zip(self.claims) {
            if claim.stance.value == Stance::Affirm && is_asked(claim) {
                all.claims.push(index);
                for word in &claim.words {
                    lists.entry(word.as_str()).or_default().claims.push(index);
                }
            }
        }
        // A word that more claims bear is too common to bring anything together.
        lists.retain(|_, list| list.claims.len() <= self.settings.common_word as usize);
        for (word, list) in &mut lists {
            list.rarity = (Sense::of(word).weight * 1000.0).round() as u32;
            list.claims.sort_by_key(|&told| self.days[told as usize]);
        }
        all.claims.sort_by_key(|&told| self.days[told as usize]);
        Words {
            told: self,
            lists,
            all,
        }
    }
}

impl Words<'_, '_> {
    /// The place of `told` among [`Words::nearest`] of a claim, from 0; `None` where it is none of them.
    pub fn place(&self, told: u32, asked: u32) -> Option<u32> {
        place_among(&self.nearest(asked), told)
    }

    /// The claims of other articles that share most words with the sentence of a claim, the nearest first.
    pub fn nearest(&self, asked: u32) -> Vec<u32> {
        let Told {
            claims,
            days,
            ranks,
            settings,
        } = self.told;
        let claim = &claims[asked as usize];
        let lists = claim.words.iter();
        let lists = lists.filter_map(|word| self.lists.get(word.as_str()));
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for list in lists {
            for told in self.near(list, days[asked as usize]) {
                *shared.entry(told).or_default() += list.rarity;
            }
        }
        let elsewhere = |&(told, _): &(u32, u32)| claims[told as usize].article != claim.article;
        let mut found: Vec<(u32, u32)> = shared.into_iter().filter(elsewhere).collect();
        found.sort_unstable_by_key(|&(told, rarity)| (Reverse(rarity), ranks[told as usize]));
        found.truncate(settings.answered);
        found.into_iter().map(|(told, _)| told).collect()
    }

    /// What else other articles tell in those days, besides `nearest`: for where that is little, since two reports may tell
    /// of one thing without a word in common.
    pub fn rest(&self, asked: u32, nearest: &[u32]) -> Vec<u32> {
        let claims = self.told.claims;
        let article = claims[asked as usize].article;
        let near = self.near(&self.all, self.told.days[asked as usize]);
        near.filter(|&told| claims[told as usize].article != article && !nearest.contains(&told))
            .collect()
    }

    /// Those of a list that were published near a day; undated ones are near to all.
    fn near<'l>(&self, list: &'l List, day: i32) -> impl Iterator<Item = u32> + use<'l> {
        let window = self.told.settings.answered_days;
        let until = |last: i32| {
            let is_by_then = |&told: &u32| self.told.days[told as usize] <= last;
            list.claims.partition_point(is_by_then)
        };
        let dated = until(UNDATED - 1);
        let (first, last) = match day {
            UNDATED => (0, dated),
            day => {
                let before = day.saturating_sub(window).saturating_sub(1);
                (until(before), until(day.saturating_add(window)).min(dated))
            }
        };
        let (near, undated) = (&list.claims[first.min(last)..last], &list.claims[dated..]);
        near.iter().chain(undated).copied()
    }
}

/// The place of a claim among the nearest of another, from 0; `None` where it is none of them.
pub fn place_among(nearest: &[u32], told: u32) -> Option<u32> {
    let place = nearest.iter().position(|&near| near == told);
    place.map(|place| place as u32)
}
