//! What tells whether two accounts of two sides in two articles are told of one thing and exclude each other.

use std::sync::LazyLock;

use crate::model::pair::Step;

use super::super::fitted::Fitted;
use super::exclusion::exclusion;
use super::rival_levels::charge;
use super::text::Between;
use super::traits::{
    Word, asserted, day, doers, field, level, named, object, place, shares, told_in,
};

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("../data/account_levels.tsv")));

/// The steps of how likely two accounts exclude each other, by the fitted table.
pub(super) fn steps(told: &Word<'_>, answer: &Word<'_>, between: Between) -> Vec<Step> {
    let (left, right) = (told.claim, answer.claim);
    let [first, second] = shares(told, answer);
    let told_of = [told_in(told, answer), told_in(answer, told)];
    let mut steps = FITTED.steps([
        ("prior", "prior"),
        ("around", between.around()),
        ("sentence", level(first.max(second))),
        ("both-sentences", level(first.min(second))),
        ("told-of", level(told_of[0].max(told_of[1]))),
        ("both-told-of", level(told_of[0].min(told_of[1]))),
        ("asserted", asserted(left, right)),
        ("object", object(left, right)),
        ("place", place(left, right)),
        ("day", day(left, right)),
        ("doers", doers(left, right)),
        ("charge", charge(told, answer)),
        ("named", named(told, answer)),
        ("field", field(left)),
        ("other-field", field(right)),
    ]);
    steps.extend(exclusion(told, answer));
    steps
}
