//! C403 and C404: two sides give two figures for the same thing, in two articles or in one, told in much the same words.

use crate::lexicon::kin::Kin;
use crate::model::claim::{Claim, Quantity};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::super::view::{Match, View, places};
use super::super::{Clash, Context, Rule, quantity};
use super::rival::is_rival;
use super::text::Between;
use super::traits::Word;
use super::{Talk, Weighed, are_two_or_bodies, figure_levels};
use figure_levels::Apart;

/// Another figure in another article.
pub const OTHER_FIGURE_ELSEWHERE: Rule = Rule {
    code: "C403",
    kind: Kind::Quantity,
    why: "one gives, in another article and in much the same words, another figure for the same thing",
    check: other_figure_elsewhere,
};

/// Another figure in the same article.
pub const OTHER_FIGURE_BESIDE: Rule = Rule {
    code: "C404",
    kind: Kind::Quantity,
    why: "one gives, elsewhere in the article, another figure for the same thing",
    check: other_figure_beside,
};

/// Whether a rule is one of those whose bits [`weight`] gives.
pub(in super::super) fn is_of_figures(code: &str) -> bool {
    [OTHER_FIGURE_ELSEWHERE.code, OTHER_FIGURE_BESIDE.code].contains(&code)
}

fn other_figure_elsewhere(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Clash> {
    let between = context.texts.between(left.claim, right.claim);
    let may_be = may_be(left.claim, right.claim, between);
    may_be.then(|| clash(left, right, context)).flatten()
}

fn other_figure_beside(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let at_length = context.texts.is_at_length(left.claim.article);
    let may_be = at_length && may_stand_beside(left.claim, right.claim);
    may_be.then(|| clash(left, right, context)).flatten()
}

fn clash(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (told, answer) = (left.claim, right.claim);
    let apart = are_elsewhere(left, right) || told.partial != answer.partial;
    if apart || !are_two_or_bodies(told, answer) {
        return None;
    }
    let (own, others) = quantity::rival_counts(left, right, context)?;
    Clash::new(own, others, weight(left, right, context)?)
}

/// The bits of how likely a row of [`OTHER_FIGURE_ELSEWHERE`] or [`OTHER_FIGURE_BESIDE`] is right. `None` without their
/// article.
pub(in super::super) fn weight(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Vec<Step>> {
    // A row names its sides by name, and the table asks which stands behind which.
    let (told, answer) = in_order(left.claim, right.claim);
    let apart = match told.article == answer.article {
        true => Apart::of(told, answer, context.articles.get(told.article as usize)?),
        false => Apart::Articles(context.texts.between(told, answer)),
    };
    Some(figure_levels::steps(
        &Word::of(told),
        &Word::of(answer),
        apart,
    ))
}

/// Two claims in the order of the text.
fn in_order<'c>(left: &'c Claim, right: &'c Claim) -> (&'c Claim, &'c Claim) {
    let at = |claim: &Claim| (claim.field, claim.sentence.start);
    match left.article == right.article && at(right) < at(left) {
        true => (right, left),
        false => (left, right),
    }
}

/// Every two figures of one article that two sides may give for the same thing, in the order of the text.
pub(super) fn possible(talk: &Talk<'_>) -> Vec<Weighed> {
    let mut pairs = Vec::new();
    if !talk.at_length {
        return pairs;
    }
    let counts = |(_, word): &&(u32, Word<'_>)| word.claim.quantity.is_some();
    let figures: Vec<&(u32, Word<'_>)> = talk.words.iter().filter(counts).collect();
    for (place, (left, told)) in figures.iter().enumerate() {
        let behind = figures[place + 1..].iter();
        let rival = behind.filter(|(_, answer)| may_stand_beside(told.claim, answer.claim));
        pairs.extend(rival.map(|(right, answer)| {
            let apart = Apart::of(told.claim, answer.claim, talk.article);
            (*left, *right, figure_levels::steps(told, answer, apart))
        }));
    }
    pairs
}

/// Whether two claims of one article state two figures that do not meet for what goes by one name, or for people of two
/// kinds.
fn may_stand_beside(told: &Claim, answer: &Claim) -> bool {
    told.article == answer.article && !told.sentence.is_empty() && are_figures_of_one(told, answer)
}

/// Whether two claims of two articles told at length state two figures that do not meet for what goes by one name, or for
/// people of two kinds.
pub(super) fn may_be(told: &Claim, answer: &Claim, between: Between) -> bool {
    told.article != answer.article
        && between.at_length
        && between.is_near()
        && are_figures_of_one(told, answer)
}

/// Whether two sides state two figures that do not meet for what goes by one name, or for people of two kinds.
fn are_figures_of_one(told: &Claim, answer: &Claim) -> bool {
    let (Some(a), Some(b)) = (figure_of(told), figure_of(answer)) else {
        return false;
    };
    is_rival(told, answer)
        && unit(told, answer).is_some()
        && !are_of_two_fates(told, answer)
        && !is_share_of_third(told, answer)
        && !quantity::meets(a, b, EXACT)
}

/// No figure is so large that it is taken for a round one.
const EXACT: f64 = f64::INFINITY;

/// The figure of a claim.
pub(super) fn figure_of(claim: &Claim) -> Option<&Quantity> {
    claim.quantity.as_ref().map(|found| &found.value)
}

/// Whether what is counted goes by one name ("same"), or is people of two kinds ("people"); `None` for two things.
pub(super) fn unit(told: &Claim, answer: &Claim) -> Option<&'static str> {
    let (a, b) = (figure_of(told)?, figure_of(answer)?);
    let kin = Kin::embedded();
    // "the number that it lost rose to 13", "spoke twice": bare numbers are of one thing only where the same is told of it.
    let bare = a.unit.is_empty() && b.unit.is_empty();
    if kin.noun(&a.unit) == kin.noun(&b.unit) {
        let alike = !bare || kin.fate(fate_told(told)) == kin.fate(fate_told(answer));
        return alike.then_some("same");
    }
    let people = kin.is_people(&a.unit) && kin.is_people(&b.unit);
    let owner = |claim: &Claim| claim.object_party.as_ref().map(|party| party.value.clone());
    let one_side = told.article == answer.article && owner(told) == owner(answer);
    // "20 died", "192 soldiers were killed": far apart, they are the dead of two sides.
    let near = a
        .low
        .zip(b.low)
        .is_some_and(|(a, b)| a.max(b) <= NEAR * a.min(b));
    match people && one_side && near && quantity::are_more_than_all(a, b) {
        true => Some("same"),
        false => people.then_some("people"),
    }
}

/// Times that a count of people of a kind may be that of all people.
const NEAR: f64 = 2.0;

/// "20 died", "27 are missing": of people, and neither is only a number; or "31 died, and 94 were injured", in one sentence.
fn are_of_two_fates(told: &Claim, answer: &Claim) -> bool {
    let kin = Kin::embedded();
    let (own, other) = (fate_told(told), fate_told(answer));
    let bare = own == quantity::COUNT || other == quantity::COUNT;
    let people = kin.befalls_people(own) && kin.befalls_people(other);
    let one_sentence = told.article == answer.article
        && told.field == answer.field
        && told.sentence == answer.sentence;
    (people || one_sentence) && !bare && kin.fate(own) != kin.fate(other)
}

/// "396 sailors were taken off", "a tug rescued 54": of all, those to whom somebody else saw than the two who give the figures.
fn is_share_of_third(told: &Claim, answer: &Claim) -> bool {
    let low = |claim: &Claim| figure_of(claim).and_then(|figure| figure.low);
    let (less, more) = match low(told) < low(answer) {
        true => (told, answer),
        false => (answer, told),
    };
    let third = less.actor_party.as_ref().filter(|_| more.doer().is_none());
    third.is_some_and(|third| {
        let giver = |claim: &Claim| {
            claim
                .party
                .as_ref()
                .is_some_and(|party| party.value == third.value)
        };
        !giver(less) && !giver(more)
    })
}

/// What befell those whom a figure counts ("20 died"), or what is asserted where the figure does not say.
pub(super) fn fate_told(claim: &Claim) -> &str {
    let befell = figure_of(claim).and_then(|figure| figure.of.as_deref());
    befell.unwrap_or(&claim.assertion.value)
}

/// Whether both texts name a place and it is not one. A place that the article lends may be that of something else.
pub(super) fn are_elsewhere(left: &View<'_>, right: &View<'_>) -> bool {
    let told = left.claim.tells_place() && right.claim.tells_place();
    told && places(left, right) == Match::Other
}
