//! C403: two sides give, each in an article of its own, two figures for the same thing, told in much the same words.

use crate::lexicon::kin::Kin;
use crate::model::claim::{Claim, Quantity};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::super::view::{Match, View, places};
use super::super::{Clash, Context, Rule, quantity};
use super::rival::is_rival;
use super::text::Between;
use super::traits::Word;
use super::{are_two, figure_levels};

/// Another figure in another article.
pub const OTHER_FIGURE_ELSEWHERE: Rule = Rule {
    code: "C403",
    kind: Kind::Quantity,
    why: "one gives, in another article and in much the same words, another figure for the same thing",
    check: other_figure_elsewhere,
};

fn other_figure_elsewhere(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Clash> {
    let (told, answer) = (left.claim, right.claim);
    let between = context.texts.between(told, answer);
    let apart = are_elsewhere(left, right) || told.partial != answer.partial;
    if apart || !may_be(told, answer, between) || !are_two(told, answer) {
        return None;
    }
    let (own, others) = quantity::rival_counts(left, right, context)?;
    Clash::new(own, others, weight(left, right, context))
}

/// The bits of how likely a row of [`OTHER_FIGURE_ELSEWHERE`] is right.
pub(in super::super) fn weight(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Vec<Step> {
    let between = context.texts.between(left.claim, right.claim);
    figure_levels::steps(&Word::of(left.claim), &Word::of(right.claim), between)
}

/// Whether two claims of two articles told at length state two figures that do not meet for what goes by one name, or for
/// people of two kinds.
pub(super) fn may_be(told: &Claim, answer: &Claim, between: Between) -> bool {
    let (Some(a), Some(b)) = (figure_of(told), figure_of(answer)) else {
        return false;
    };
    told.article != answer.article
        && between.at_length
        && between.is_near()
        && is_rival(told, answer)
        && unit(a, b).is_some()
        && !quantity::meets(a, b, EXACT)
}

/// No figure is so large that it is taken for a round one.
const EXACT: f64 = f64::INFINITY;

/// The figure of a claim.
pub(super) fn figure_of(claim: &Claim) -> Option<&Quantity> {
    claim.quantity.as_ref().map(|found| &found.value)
}

/// Whether what is counted goes by one name ("same"), or is people of two kinds ("people"); `None` for two things.
pub(super) fn unit(a: &Quantity, b: &Quantity) -> Option<&'static str> {
    let kin = Kin::embedded();
    if kin.noun(&a.unit) == kin.noun(&b.unit) {
        return Some("same");
    }
    (kin.is_people(&a.unit) && kin.is_people(&b.unit)).then_some("people")
}

/// Whether both texts name a place and it is not one. A place that the article lends may be that of something else.
fn are_elsewhere(left: &View<'_>, right: &View<'_>) -> bool {
    let told = left.claim.tells_place() && right.claim.tells_place();
    told && places(left, right) == Match::Other
}
