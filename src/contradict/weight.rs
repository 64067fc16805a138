//! The weight of a row in bits: how likely it is that its two sides do contradict each other, by traits fitted on judged rows.
//!
//! The table `data/row_levels.tsv` was fitted on rows that readers judged one by one (`benches/rows`); a sum of 0 means as
//! likely right as wrong. Rows below [`Settings::least_weight`](super::Settings) are left out, and
//! those of short items below [`Settings::least_in_items`](super::Settings), which is more. A denial in the article of
//! what it denies, one in another article in other words, and another account right behind are weighed by the tables of
//! [`super::reply`] instead. Age, which says nothing of
//! that, only ranks: recent before old.

use std::sync::LazyLock;

use crate::model::contradiction::{Contradiction, Side};
use crate::model::pair::Step;

use super::fitted::Fitted;
use super::ground::step;
use super::reply;
use super::view::{View, views};
use super::{Context, denial};

mod traits;

use traits::{is_sure_charge, row_steps};

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("data/row_levels.tsv")));

/// Fields that rank a row and say nothing of whether it is right.
const RANKING: [&str; 2] = ["age", "parties"];

/// Days in which a row loses half a bit, and the most that age can cost.
const AGE_DAYS: f32 = 60.0;
const MOST_AGE_BITS: f32 = 2.0;

/// Bits of a party against its own word: it is listed, but last.
const OWN_WORD_BITS: f32 = -3.0;

/// By which table a row is weighed.
enum Scale {
    /// A denial in the article of what it denies, whatever rule found it.
    Reply,
    /// Another account right behind the first.
    Rival,
    /// A denial in another article of what it denies, in other words.
    Across,
    /// Two figures told in much the same words, in two articles or apart in one.
    Figure,
    /// Two accounts of two articles of a handful of short reports.
    Account,
    /// Any other row.
    Row,
}

impl Scale {
    /// Least bits of a row that is listed.
    fn least(&self, context: &Context<'_>) -> f32 {
        match self {
            Scale::Reply => context.settings.least_reply,
            Scale::Across => context.settings.least_across,
            Scale::Figure => context.settings.least_figure,
            Scale::Account => context.settings.least_account,
            Scale::Rival => context.settings.least_rival,
            Scale::Row => context.settings.least_weight,
        }
    }
}

fn scale(left: &View<'_>, right: &View<'_>, code: &str) -> Scale {
    if reply::may_answer(left.claim, right.claim) {
        Scale::Reply
    } else if code == reply::REPLIED_ELSEWHERE.code {
        Scale::Across
    } else if reply::is_of_figures(code) {
        Scale::Figure
    } else if code == reply::OTHER_ACCOUNT_ELSEWHERE.code {
        Scale::Account
    } else if code == reply::OTHER_ACCOUNT.code {
        Scale::Rival
    } else {
        Scale::Row
    }
}

/// The steps whose sum is the weight.
pub fn steps(row: &Contradiction, context: &Context<'_>) -> Vec<Step> {
    weigh(row, context).0
}

/// The steps of a row that is likely enough right to be listed, whatever only ranks it; `None` for any other.
pub fn listed(row: &Contradiction, context: &Context<'_>) -> Option<Vec<Step>> {
    let (steps, least) = weigh(row, context);
    let counted = steps.iter().filter(|step| !RANKING.contains(&step.field));
    let enough = counted.map(|step| step.bits).sum::<f32>() >= least;
    enough.then_some(steps)
}

/// The steps of a row, and the least bits that it must be worth to be listed.
fn weigh(row: &Contradiction, context: &Context<'_>) -> (Vec<Step>, f32) {
    let quotes = views(&[row.left.quote, row.right.quote], context);
    let (left, right) = (&quotes[0], &quotes[1]);
    let reports = [
        reports(&row.left, "left-reports"),
        reports(&row.right, "right-reports"),
    ];
    let (mut steps, scale) = weigh_pair(left, right, row.code, reports, context);
    steps.push(age(left, right, context));
    steps.push(own_word(row, context));
    (
        steps,
        least_listed(&scale, (left, right), row.code, context),
    )
}

/// The steps that say how likely a row of two quotes is right; `reports` count in rows that no rule of answers weighs.
fn weigh_pair(
    left: &View<'_>,
    right: &View<'_>,
    code: &'static str,
    reports: [Step; 2],
    context: &Context<'_>,
) -> (Vec<Step>, Scale) {
    let mut scale = scale(left, right, code);
    let mut steps = pair_steps(left, right, code, context);
    if matches!(scale, Scale::Row) {
        steps.extend(reports);
        if sum(&steps) < scale.least(context)
            && let Some(told) = told_in_words(left, right, context)
        {
            (steps, scale) = told;
        }
    }
    (steps, scale)
}

/// The steps of a row that two claims would make by themselves by a rule, and the least bits that such a row must be
/// worth.
pub(super) fn of_pair(
    pair: (u32, u32),
    code: &'static str,
    context: &Context<'_>,
) -> (Vec<Step>, f32) {
    let quotes = views(&[pair.0, pair.1], context);
    let (left, right) = (&quotes[0], &quotes[1]);
    let alone = ["left-reports", "right-reports"].map(|field| FITTED.step(field, ONE_REPORT));
    let (steps, scale) = weigh_pair(left, right, code, alone, context);
    (steps, least_listed(&scale, (left, right), code, context))
}

/// The least bits of a row of two quotes that is listed.
fn least_listed(
    scale: &Scale,
    (left, right): (&View<'_>, &View<'_>),
    code: &'static str,
    context: &Context<'_>,
) -> f32 {
    let least = scale.least(context);
    let charge = matches!(scale, Scale::Row) && is_sure_charge(left, right, code);
    let in_items = match charge {
        true => context.settings.least_charge_in_items,
        false => context.settings.least_in_items,
    };
    let item = |view: &View<'_>| context.texts.is_item(view.claim.article);
    match item(left) || item(right) {
        true => least.max(in_items),
        false => least,
    }
}

/// What is too light by the table of judged rows may be told in so much the same words that a rule of answers would list it:
/// that a stricter rule found it first takes nothing from it.
fn told_in_words(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<(Vec<Step>, Scale)> {
    let rules = [
        &reply::REPLIED_ELSEWHERE,
        &reply::OTHER_FIGURE_ELSEWHERE,
        &reply::OTHER_FIGURE_BESIDE,
        &reply::OTHER_ACCOUNT_ELSEWHERE,
    ];
    // Each of these rules has its weight for its ground.
    let mut weighed = rules.into_iter().filter_map(|rule| {
        let clash = (rule.check)(left, right, context)?;
        Some((clash.steps, scale(left, right, rule.code)))
    });
    weighed.find(|(steps, scale)| sum(steps) >= scale.least(context))
}

fn sum(steps: &[Step]) -> f32 {
    steps.iter().map(|step| step.bits).sum()
}

/// Bits of what two claims that clash by a rule show by themselves.
pub fn pair_bits(
    left: &View<'_>,
    right: &View<'_>,
    code: &'static str,
    context: &Context<'_>,
) -> f32 {
    sum(&pair_steps(left, right, code, context))
}

/// Bits of a denial by whoever is charged with the very deed, which the table of answers does not tell from a deed that
/// only has its doer in common.
const OWN_DEED: f32 = 1.0;

fn own_deed(left: &View<'_>, right: &View<'_>, code: &str) -> Option<Step> {
    let strict = [denial::SAME.code, denial::KINDRED.code].contains(&code);
    (strict && denial::is_by_accused(left, right)).then(|| step("rule", "own-deed", OWN_DEED))
}

fn pair_steps(
    left: &View<'_>,
    right: &View<'_>,
    code: &'static str,
    context: &Context<'_>,
) -> Vec<Step> {
    match scale(left, right, code) {
        Scale::Reply => {
            let mut steps = reply::weight(left, right, context).unwrap_or_default();
            steps.extend(own_deed(left, right, code));
            steps
        }
        Scale::Across => reply::across_weight(left, right, context).unwrap_or_default(),
        Scale::Figure => reply::figure_weight(left, right, context).unwrap_or_default(),
        Scale::Account => reply::account_weight(left, right, context),
        Scale::Rival => reply::rival_weight(left, right, context).unwrap_or_default(),
        Scale::Row => row_steps(left, right, code),
    }
}

/// The level of a side that one report alone tells of.
const ONE_REPORT: &str = "one";

fn reports(side: &Side, field: &'static str) -> Step {
    let level = match side.independent_reports {
        ..=1 => ONE_REPORT,
        _ => "several",
    };
    FITTED.step(field, level)
}

fn age(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Step {
    let latest = left.said().max(right.said());
    match (latest, context.newest) {
        (Some(latest), Some(newest)) => {
            let days = (newest - latest).max(0) as f32;
            let bits = (0.5 * days / AGE_DAYS).min(MOST_AGE_BITS);
            step("age", if bits < 0.5 { "recent" } else { "older" }, -bits)
        }
        _ => step("age", "missing", 0.0),
    }
}

fn own_word(row: &Contradiction, context: &Context<'_>) -> Step {
    if super::is_self(row, context.claims) {
        step("parties", "own-word", OWN_WORD_BITS)
    } else {
        step("parties", "opposed", 0.0)
    }
}
