//! What tells whether two figures of two articles are given for the same thing of the same event.

use std::sync::LazyLock;

use crate::lexicon::kin::Kin;
use crate::model::claim::Claim;
use crate::model::pair::Step;

use super::super::fitted::Fitted;
use super::super::quantity::COUNT;
use super::figure::{self, figure_of};
use super::text::Between;
use super::traits::{NEXT_DAYS, WEEK, Word, doers, level, place, shares, side};

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("../data/figure_levels.tsv")));

/// The steps of how likely two figures are given for the same thing, by the fitted table.
pub(super) fn steps(told: &Word<'_>, answer: &Word<'_>, between: Between) -> Vec<Step> {
    let (left, right) = (told.claim, answer.claim);
    let [first, second] = shares(told, answer);
    FITTED.steps([
        ("prior", "prior"),
        ("interval", interval(between)),
        ("around", between.around()),
        ("fate", fate(left, right)),
        ("unit", unit(left, right)),
        ("counted", counted(left)),
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
    let both = figure_of(left).zip(figure_of(right));
    both.and_then(|(a, b)| figure::unit(a, b))
        .unwrap_or("other")
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

/// How far the days lie apart, and whether the text tells both of them.
fn day(left: &Claim, right: &Claim) -> &'static str {
    let (Some(a), Some(b)) = (&left.dates, &right.dates) else {
        return "missing";
    };
    let told = left.tells_day() && right.tells_day();
    match (a.value.gap_days(b.value), told) {
        (0, true) => "same",
        (0, false) => "same-untold",
        (1..=3, true) => "near",
        (1..=3, false) => "near-untold",
        (_, true) => "other",
        (_, false) => "other-untold",
    }
}

fn voices(left: &Claim, right: &Claim) -> &'static str {
    match (side(left), side(right)) {
        ("party", "party") => "parties",
        ("name", "name") => "names",
        _ => "party-and-name",
    }
}
