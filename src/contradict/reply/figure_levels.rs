//! What tells whether two figures of two sides, in two articles or in one, are given for the same thing of the same event.

use std::sync::LazyLock;

use compact_str::CompactString;

use crate::lexicon::kin::Kin;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::pair::Step;

use super::super::fitted::Fitted;
use super::super::quantity::COUNT;
use super::figure::{self, figure_of};
use super::text::Between;
use super::traits::{NEXT_DAYS, WEEK, Word, doers, level, place, shares, side, stands};

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("../data/figure_levels.tsv")));

/// How two figures stand to each other.
#[derive(Debug, Clone, Copy)]
pub(super) enum Apart {
    /// In two articles.
    Articles(Between),
    /// In one article, and where the second stands to the first.
    Here(&'static str),
}

impl Apart {
    /// In one article.
    pub(super) fn of(told: &Claim, answer: &Claim, article: &Article) -> Self {
        Apart::Here(stands(told, answer, article))
    }

    fn interval(self) -> &'static str {
        match self {
            Apart::Articles(between) => interval(between),
            Apart::Here(_) => HERE,
        }
    }

    fn around(self) -> &'static str {
        match self {
            Apart::Articles(between) => between.around(),
            Apart::Here(_) => HERE,
        }
    }

    fn stands(self) -> &'static str {
        match self {
            Apart::Articles(_) => "elsewhere",
            Apart::Here(stands) => stands,
        }
    }
}

/// The level of what is asked of two articles, for two figures of one.
const HERE: &str = "here";

/// The steps of how likely two figures are given for the same thing, by the fitted table.
pub(super) fn steps(told: &Word<'_>, answer: &Word<'_>, apart: Apart) -> Vec<Step> {
    let (left, right) = (told.claim, answer.claim);
    let [first, second] = shares(told, answer);
    FITTED.steps([
        ("prior", "prior"),
        ("interval", apart.interval()),
        ("around", apart.around()),
        ("stands", apart.stands()),
        ("times", times(left, right)),
        ("fate", fate(left, right)),
        ("unit", unit(left, right)),
        ("counted", counted(left)),
        ("whose", whose(told, answer)),
        ("place", there(left, right)),
        ("day", day(left, right)),
        ("doers", doers(left, right)),
        ("voices", voices(left, right)),
        ("sentence", level(first.max(second))),
        ("both-sentences", level(first.min(second))),
    ])
}

fn interval(between: Between) -> &'static str {
    match between.days.map(i32::abs) {
        None => "missing",
        Some(days) if days <= NEXT_DAYS => "next-days",
        Some(days) if days <= WEEK => "week",
        Some(_) => "later",
    }
}

/// Two places that are told speak against one event; one that is not says nothing.
fn there(left: &Claim, right: &Claim) -> &'static str {
    match place(left, right) {
        "other" if left.tells_place() && right.tells_place() => "other",
        "other" => "lent",
        _ => "fits",
    }
}

fn unit(left: &Claim, right: &Claim) -> &'static str {
    figure::unit(left, right).unwrap_or("other")
}

/// Least times that one figure is of another of the levels of how far apart they lie, from the farthest down.
const TIMES: [(f64, &str); 5] = [
    (40.0, "beyond"),
    (10.0, "forty"),
    (4.0, "ten"),
    (2.0, "four"),
    (1.3, "two"),
];

/// How many times the one is the other: counts of one thing seldom lie far apart.
fn times(left: &Claim, right: &Claim) -> &'static str {
    let size = |claim| {
        figure_of(claim).and_then(|found| found.low.filter(|low| *low > 0.0).or(found.high))
    };
    let Some((a, b)) = size(left).zip(size(right)) else {
        return "missing";
    };
    let times = a.max(b) / a.min(b);
    let level = TIMES.iter().find(|(least, _)| times >= *least);
    level.map_or("near", |(_, level)| level)
}

/// Whether the same befell the counted, or of one only the number is told.
fn fate(left: &Claim, right: &Claim) -> &'static str {
    let (a, b) = (befell(left), befell(right));
    let kin = Kin::embedded();
    match kin.fate(a) == kin.fate(b) {
        true => "same",
        false if a == COUNT || b == COUNT => "bare",
        false => "other",
    }
}

/// What befell the counted of a claim.
fn befell(claim: &Claim) -> &str {
    let of = figure_of(claim).and_then(|found| found.of.as_deref());
    of.unwrap_or(&claim.assertion.value)
}

fn counted(claim: &Claim) -> &'static str {
    let unit = figure_of(claim).map(|found| &found.unit);
    match unit.is_some_and(|unit| Kin::embedded().is_people(unit)) {
        true => "people",
        false => "things",
    }
}

/// Whose the counted are: each side mostly counts its own, and answers what the other says of them.
fn whose(told: &Word<'_>, answer: &Word<'_>) -> &'static str {
    let owner = |word: &Word<'_>| {
        word.claim
            .object_party
            .as_ref()
            .map(|party| party.value.clone())
    };
    let (left, right) = (owner(told), owner(answer));
    let is = |owner: &Option<CompactString>, voice: Option<&str>| owner.as_deref() == voice;
    match (&left, &right) {
        (None, None) => "untold",
        (Some(_), Some(_)) if left == right => "same",
        (Some(_), Some(_)) => "two",
        (Some(_), None) if is(&left, told.voice) => "own-once",
        (None, Some(_)) if is(&right, answer.voice) => "own-once",
        (Some(_), None) if is(&left, answer.voice) => "others-once",
        (None, Some(_)) if is(&right, told.voice) => "others-once",
        _ => "once",
    }
}

/// How far the days lie apart, and whether the text tells both of them, one or none.
fn day(left: &Claim, right: &Claim) -> &'static str {
    let (Some(a), Some(b)) = (&left.dates, &right.dates) else {
        return "missing";
    };
    let told = usize::from(left.tells_day()) + usize::from(right.tells_day());
    match (a.value.gap_days(b.value), told) {
        (0, 2) => "same",
        (0, 1) => "same-half-told",
        (0, _) => "same-untold",
        (1..=3, 2) => "near",
        (1..=3, 1) => "near-half-told",
        (1..=3, _) => "near-untold",
        (_, 2) => "other",
        (_, 1) => "other-half-told",
        (_, _) => "other-untold",
    }
}

fn voices(left: &Claim, right: &Claim) -> &'static str {
    match (side(left), side(right)) {
        ("party", "party") => "parties",
        ("name", "name") => "names",
        _ => "party-and-name",
    }
}
