//! What is asked of the articles of a run: when each was published, whether it is told at length, and how much the others
//! tell in those days.

use std::collections::BTreeMap;

use crate::model::article::Article;
use crate::model::claim::{Claim, Stance, day_number};

use super::traits::{OF_ITEM, up_to};

/// Most days between the articles of a word and of its denial: later ones have others in between.
const MOST_DAYS: i32 = 14;

/// Most affirmed claims of other articles of the levels of how much is told around a text, from the fewest up.
const AROUND: [(u32, &str); 5] = [
    (5, "hardly"),
    (10, "little"),
    (20, "some"),
    (40, "much"),
    (80, "very-much"),
];

/// Most affirmed claims of other articles of a handful of short reports.
const HANDFUL: u32 = 20;

/// What is asked of an article.
#[derive(Debug, Clone, Copy, Default)]
struct Text {
    /// Day of publication; `None` where it is not dated.
    day: Option<i32>,
    at_length: bool,
    /// Whether it is a headline alone.
    is_empty: bool,
    /// Affirmed claims of other articles of those days.
    around: u32,
}

/// What is asked of the articles of a run.
#[derive(Debug, Default)]
pub struct Texts(Vec<Text>);

impl Texts {
    /// Looks at all articles once; `claims` are the run's.
    pub fn new(claims: &[Claim], articles: &[Article]) -> Self {
        let affirmed = affirmed(claims, articles.len());
        let days = |article: &Article| article.published.map(day_number);
        let mut by_day: BTreeMap<i32, u32> = BTreeMap::new();
        let mut undated = 0;
        for (article, count) in articles.iter().zip(&affirmed) {
            match days(article) {
                Some(day) => *by_day.entry(day).or_default() += count,
                None => undated += count,
            }
        }
        let all: u32 = by_day.values().sum();
        let text = |(article, own): (&Article, &u32)| {
            let day = days(article);
            let near: u32 = match day {
                Some(day) => {
                    let days = day.saturating_sub(MOST_DAYS)..=day.saturating_add(MOST_DAYS);
                    by_day.range(days).map(|(_, count)| count).sum()
                }
                None => all,
            };
            let around = near + undated - own;
            Text {
                day,
                at_length: is_told_at_length(article, around),
                is_empty: article.body.is_empty(),
                around,
            }
        };
        Texts(articles.iter().zip(&affirmed).map(text).collect())
    }

    /// Whether an article is told at length; `false` where there is none.
    pub(in crate::contradict) fn is_at_length(&self, article: u32) -> bool {
        let text = self.0.get(article as usize);
        text.is_some_and(|text| text.at_length)
    }

    /// Whether an article is a ticker's item or a digest of one paragraph: several matters, most of them in dispute with nobody.
    pub(in crate::contradict) fn is_item(&self, article: u32) -> bool {
        let text = self.0.get(article as usize);
        text.is_some_and(|text| !text.is_empty && !text.at_length)
    }

    /// Whether an article is one of a handful of short reports.
    pub(super) fn is_of_handful(&self, article: u32) -> bool {
        let text = self.0.get(article as usize);
        text.is_some_and(|text| text.at_length && text.around <= HANDFUL)
    }

    /// How the articles of two claims stand to each other.
    pub(super) fn between(&self, told: &Claim, answer: &Claim) -> Between {
        let [told, answer] = [told, answer].map(|claim| {
            let text = self.0.get(claim.article as usize);
            text.copied().unwrap_or_default()
        });
        let days = told.day.zip(answer.day);
        Between {
            days: days.map(|(told, answer)| answer - told),
            at_length: told.at_length && answer.at_length,
            around: told.around.min(answer.around),
        }
    }
}

/// Least bytes of a report that is told in one paragraph, some four sentences.
const REPORT: usize = 320;

/// A ticker's item, or a digest of a day, has one paragraph and puts side by side what has nothing in common: of 200 such
/// pairs that readers judged six were at odds. A report has several, however short it is. Where hardly anything else is
/// told, nobody reads a ticker, and some sentences of one paragraph are a report too.
fn is_told_at_length(article: &Article, around: u32) -> bool {
    let body = article.body.trim();
    body.contains('\n') || (around <= HANDFUL && body.len() >= REPORT)
}

/// How many claims each article affirms.
fn affirmed(claims: &[Claim], articles: usize) -> Vec<u32> {
    let mut affirmed = vec![0; articles];
    for claim in claims {
        if claim.stance.value == Stance::Affirm
            && let Some(count) = affirmed.get_mut(claim.article as usize)
        {
            *count += 1;
        }
    }
    affirmed
}

/// How two articles stand to each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Between {
    /// Days from the word's publication to the denial's; `None` where one is not dated.
    pub(super) days: Option<i32>,
    /// Whether both are told at length.
    pub(super) at_length: bool,
    /// Affirmed claims that other articles tell in the days of the one with fewer of them.
    around: u32,
}

impl Between {
    pub(super) fn is_near(&self) -> bool {
        self.is_within(MOST_DAYS)
    }

    /// Whether at most so many days lie between the articles; none where one is not dated.
    pub(super) fn is_within(&self, most: i32) -> bool {
        self.days.is_none_or(|days| days.abs() <= most)
    }

    /// Whether hardly anything else is told: some two or three short reports.
    pub(super) fn is_handful(&self) -> bool {
        self.around <= HANDFUL
    }

    /// How much else is told: the less, the likelier one answers the other.
    pub(super) fn around(&self) -> &'static str {
        if !self.at_length {
            return OF_ITEM;
        }
        up_to(&AROUND, self.around, "flood")
    }
}
