//! C302 and C402: a side answers, in the sentence after, with another doer or another figure.

use crate::lexicon::assertions::Effect;
use crate::model::claim::{Claim, Modality, Stance, TOLD_BEFORE};
use crate::model::contradiction::Kind;

use super::super::view::{Match, View, actors, objects, places};
use super::super::{Clash, Context, Rule, quantity};
use super::{are_two, is_next, is_of_text, steps};

/// Another doer.
pub const OTHER_DOER: Rule = Rule {
    code: "C302",
    kind: Kind::Responsibility,
    why: "one says, in the sentence after the other's word, that another side did it",
    check: other_doer,
};

/// Another figure.
pub const OTHER_FIGURE: Rule = Rule {
    code: "C402",
    kind: Kind::Quantity,
    why: "one gives, in the sentence after the other's figure, another figure for the same thing",
    check: other_figure,
};

fn other_doer(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !stand_so(left.claim, right.claim, context) || !is_other_doer(left, right) {
        return None;
    }
    let position = |view: &View<'_>| view.doer().unwrap_or("").to_owned();
    Clash::new(position(left), position(right), steps(left, right))
}

fn other_figure(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !stand_so(left.claim, right.claim, context) || places(left, right) == Match::Other {
        return None;
    }
    // One sentence counts many things, but for a figure that answers another of it.
    let quantity = right.claim.quantity.as_ref();
    let is = |rule: &str| quantity.is_some_and(|found| found.rule == rule);
    let answers = is(TOLD_BEFORE);
    if left.claim.sentence == right.claim.sentence && !answers {
        return None;
    }
    let (own, others) = quantity::rival_figures(left, right, context)?;
    Clash::new(own, others, steps(left, right))
}

fn stand_so(left: &Claim, right: &Claim, context: &Context<'_>) -> bool {
    let article = context.articles.get(left.article as usize);
    article.is_some_and(|article| {
        is_rival(left, right) && is_of_text(left, right) && is_next(left, right, article)
    })
}

/// Whether two sides state what may be two answers to one question.
pub(super) fn is_rival(told: &Claim, answer: &Claim) -> bool {
    let affirmed = |claim: &Claim| claim.stance.value == Stance::Affirm;
    let is = |claim: &Claim, modality| claim.modality.value == modality;
    let both = |modality| is(told, modality) && is(answer, modality);
    let counts = told.quantity.is_some() && answer.quantity.is_some();
    let doers = told.actor_party.is_some() && answer.actor_party.is_some();
    let rival = both(Modality::Stated) && (counts || doers) || both(Modality::Planned) && counts;
    affirmed(told) && affirmed(answer) && rival && are_two(told, answer)
}

/// Whether two deeds that may be one are laid at two doors: the same deed, or each side names the other.
fn is_other_doer(left: &View<'_>, right: &View<'_>) -> bool {
    let deed = |view: &View<'_>| view.effect == Effect::Event && view.is_of_doer();
    let of_other = |view: &View<'_>| view.actor_party != view.party;
    let each = left.actor_party == right.party && right.actor_party == left.party;
    let same = left.claim.assertion.value == right.claim.assertion.value;
    let apart = [objects(left, right), places(left, right)].contains(&Match::Other);
    let whose = matches!((left.object_party, right.object_party), (Some(a), Some(b)) if a != b);
    deed(left)
        && deed(right)
        && actors(left, right) == Match::Other
        && of_other(left)
        && of_other(right)
        && (same || each)
        && !apart
        && !whose
}
