//! C607: a side tells otherwise, in another article, what another side has told, where hardly anything else is told.
//!
//! Two accounts without a denial are held against each other only in a handful of short reports: there a reader pastes two
//! or three texts because they are at odds. Where more is told, most accounts that are as near tell of two matters.

use crate::lexicon::assertions::Assertions;
use crate::model::claim::{Claim, Modality, Stance};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::super::admission::has_cue;
use super::super::ends::{are_named_apart, are_of_two_owners};
use super::super::person::tells_own_deed;
use super::super::view::View;
use super::super::{Clash, Context, Rule, denial};
use super::exclusion::excluded;
use super::rival::{NO_COMMENT, tells_the_same};
use super::text::Between;
use super::traits::{WEEK, Word, asserted, object};
use super::whose::name_two_places;
use super::{account_levels, are_two};

/// Another account in another article.
pub const OTHER_ACCOUNT_ELSEWHERE: Rule = Rule {
    code: "C607",
    kind: Kind::Occurrence,
    why: "one tells otherwise, in another article, what the other has told, where hardly anything else is told",
    check: other_account_elsewhere,
};

fn other_account_elsewhere(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Clash> {
    let (told, answer) = (left.claim, right.claim);
    let between = context.texts.between(told, answer);
    if !may_be(told, answer, between) || !are_two(told, answer) {
        return None;
    }
    let position = |view: &View<'_>| denial::position(view, view);
    Clash::new(
        position(left),
        position(right),
        weight(left, right, context),
    )
}

/// The bits of how likely a row of [`OTHER_ACCOUNT_ELSEWHERE`] is right.
pub(in super::super) fn weight(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Vec<Step> {
    let between = context.texts.between(left.claim, right.claim);
    account_levels::steps(&Word::of(left.claim), &Word::of(right.claim), between)
}

/// Whether a claim states something as fact, and owns to nothing.
pub(super) fn is_account(claim: &Claim) -> bool {
    let silent = Assertions::builtin().family(&claim.assertion.value) == NO_COMMENT;
    claim.stance.value == Stance::Affirm
        && claim.modality.value == Modality::Stated
        && !silent
        && !has_cue(claim)
}

/// Whether two claims of two short reports are accounts that do not say one thing.
pub(super) fn may_be(told: &Claim, answer: &Claim, between: Between) -> bool {
    told.article != answer.article
        && between.at_length
        && between.is_within(WEEK)
        && between.is_handful()
        && is_account(told)
        && is_account(answer)
        && !tells_the_same(told, answer)
        && !(counts(told, answer) && excluded(told, answer).is_none())
        && !are_two_deeds(told, answer)
        && !are_in_two_lands(told, answer)
        && !name_two_places(told, answer)
}

/// "exports to Norway", "exports to Chad": things, by the names behind them.
fn are_two_things(told: &Claim, answer: &Claim) -> bool {
    let things = thing(told).zip(thing(answer));
    things.is_some_and(|(own, other)| are_named_apart(own, other))
}

/// Who or what does it, unless it is a side.
fn thing(claim: &Claim) -> Option<&str> {
    let thing = claim.actor.as_ref().filter(|_| claim.actor_party.is_none());
    thing.map(|thing| thing.value.as_str())
}

/// Two figures are held against each other by rules of their own, and one disputes a deed only where both cannot be so.
fn counts(told: &Claim, answer: &Claim) -> bool {
    told.quantity.is_some() || answer.quantity.is_some()
}

/// A hospital in Gaza and one in Beirut, each named by its own text.
fn are_in_two_lands(told: &Claim, answer: &Claim) -> bool {
    matches!((country_told(told), country_told(answer)), (Some(a), Some(b)) if a != b)
}

/// The country of the place that the text names itself.
fn country_told(claim: &Claim) -> Option<&str> {
    let place = claim.place.as_ref().filter(|_| claim.tells_place())?;
    place.value.country.as_deref()
}

/// The same done to two things, a meeting and an exchange of prisoners that were called off, or what is said of the things
/// of two owners, the profit of one firm and that of another; or the same that each of two did.
fn are_two_deeds(told: &Claim, answer: &Claim) -> bool {
    let same = asserted(told, answer) == "same";
    let own = tells_own_deed(told) && tells_own_deed(answer);
    same && (own || object(told, answer) == "other")
        || are_of_two_owners(told, answer)
        || are_two_things(told, answer)
}
