//! C106: a denial answers, in another article, what another side was quoted as saying, in whatever words.

use crate::config::Contradict as Settings;
use crate::model::article::Article;
use crate::model::claim::{Claim, day_number};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::super::view::View;
use super::super::{Clash, Context, Rule, denial};
use super::across_levels::{self, Between};
use super::rival::is_told_at_length;
use super::{Graded, Weighed, are_two, is_denied};

/// A denial in another article.
pub const REPLIED_ELSEWHERE: Rule = Rule {
    code: "C106",
    kind: Kind::Denial,
    why: "one denies, in another article, what the other has been quoted as saying",
    check: replied_elsewhere,
};

fn replied_elsewhere(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !may_answer_elsewhere(left.claim, right.claim, context.articles) {
        return None;
    }
    Clash::new(
        denial::position(left, left),
        denial::position(right, left),
        weight(left, right, context)?,
    )
}

/// The bits of how likely a row of [`REPLIED_ELSEWHERE`] is right. `None` without the articles.
pub(in super::super) fn weight(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Vec<Step>> {
    steps(left.claim, right.claim, context.articles, f32::MIN)
}

fn steps(told: &Claim, answer: &Claim, articles: &[Article], least: f32) -> Option<Vec<Step>> {
    let at_length = |claim: &Claim| {
        let article = articles.get(claim.article as usize);
        article.is_some_and(is_told_at_length)
    };
    let between = Between {
        days: days_between(told, answer, articles),
        at_length: at_length(told) && at_length(answer),
    };
    across_levels::steps(told, answer, between, least)
}

/// Days from the article of the word to that of the denial. `None` where one is not dated.
fn days_between(told: &Claim, answer: &Claim, articles: &[Article]) -> Option<i32> {
    let day = |claim: &Claim| {
        let article = articles.get(claim.article as usize)?;
        article.published.map(day_number)
    };
    Some(day(answer)? - day(told)?)
}

/// Most days between the articles of a word and of its denial: later ones have others in between.
const MOST_DAYS: i32 = 14;

/// Whether a denial may answer a word of another article: two sides speak within some days, of a deed or of a plan.
fn may_answer_elsewhere(told: &Claim, answer: &Claim, articles: &[Article]) -> bool {
    is_denied(told, answer)
        && told.article != answer.article
        && days_between(told, answer, articles).is_none_or(|days| days.abs() <= MOST_DAYS)
        && are_two(told, answer)
}

/// The word first and its likely denial behind it, with the steps of how likely the one answers the other, for two claims
/// in either order; `None` where neither may answer the other, or where that is worth less than `least` bits.
pub fn possible_across(
    (left, right): (u32, u32),
    claims: &[Claim],
    articles: &[Article],
    least: f32,
) -> Option<Weighed> {
    let claim = |index: u32| &claims[index as usize];
    let answers = |told, answer| may_answer_elsewhere(claim(told), claim(answer), articles);
    let (told, answer) = if answers(left, right) {
        (left, right)
    } else if answers(right, left) {
        (right, left)
    } else {
        return None;
    };
    let steps = steps(claim(told), claim(answer), articles, least)?;
    let bits: f32 = steps.iter().map(|step| step.bits).sum();
    (bits >= least).then_some((told, answer, steps))
}

/// The same as bits alone, for a run of many pairs.
pub fn answer_across(
    pair: (u32, u32),
    claims: &[Claim],
    articles: &[Article],
    least: f32,
) -> Option<Graded> {
    possible_across(pair, claims, articles, least).map(|weighed| super::graded(&weighed))
}

/// Of the possible answers of [`answer_across`] that are worth the least bits that are set, the likeliest word for each
/// denial.
pub fn answers_across(
    possible: Vec<Graded>,
    claims: &[Claim],
    settings: &Settings,
) -> Vec<(u32, u32)> {
    super::answered(possible, claims, settings.least_across)
}
