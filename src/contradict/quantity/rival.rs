//! Two figures that cannot both be true although a row of figures asks for more: told again, or in two articles.

use crate::lexicon::assertions::Effect;
use crate::lexicon::kin::Kin;
use crate::model::claim::Quantity;

use super::super::Context;
use super::super::view::{Match, View, actors, gap, objects};
use super::owner::{are_own_arms, are_own_deeds, is_loss_of_deed, is_told_as_loss};
use super::range::meets;
use super::scene::{PERSON, is_anybody};
use super::whole::are_of_two_extents;
use super::{
    fate, figure, grew, is_open, is_relayed, is_same_whose, is_share, position, tell_days,
};

/// The positions of two affirmed figures for the same thing that do not meet, told one after the other: what befell the
/// counted may be left out the second time. `None` where they may both be true.
pub(in super::super) fn rival_figures(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<(String, String)> {
    let (a, b) = (figure(left)?, figure(right)?);
    let kin = Kin::embedded();
    // "31 rebels died" and "we lost four men".
    let anybody = || {
        let people = kin.is_people(&a.unit) && is_anybody(right);
        people && is_told_as_loss(left, right, context)
    };
    // "2,000 civilians were executed", "put the civilians killed at no more than 40".
    let kind = || {
        let people = kin.is_people(&a.unit) && kin.is_people(&b.unit);
        people && objects(left, right) == Match::Same
    };
    let unit = kin.noun(&a.unit) == kin.noun(&b.unit)
        || kind()
        || anybody()
        || are_more_than_all(a, b)
        || are_own_arms(left, right, a, b);
    let fates = (fate(left, a), fate(right, b));
    let same = unit
        && (fates.0 == fates.1 || is_bare(right) || is_told_as_loss(left, right, context))
        && (is_same_whose(left, right) || is_loss_of_deed(left, right, context));
    let rival = same
        && are_at_odds(left, right, context)
        && !are_of_other_days(left, right)
        && !grew(left, right, context);
    let position = |view: &View<'_>| position(view, &a.unit, fates.0);
    rival.then(|| (position(left), position(right)))
}

/// The positions of two affirmed figures of two articles for what goes by one name, where neither grew into the other and
/// nothing tells that they are of two events; `None` where they may both be true.
pub(in super::super) fn rival_counts(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<(String, String)> {
    let (a, b) = (figure(left)?, figure(right)?);
    let whose = matches!((left.object_party, right.object_party), (Some(a), Some(b)) if a != b);
    // What two candidates got, and what two companies hold, are two things.
    let apart = is_share(left) && actors(left, right) == Match::Other;
    // Tolls and losses go on rising; what a verb of no frame tells, what was stolen and what is planned is told once.
    let taken = left.effect == Effect::Event && fate(left, a) == AFFECTED;
    let rises = !left.is_unknown_verb() && !left.is_planned() && !taken;
    let grown = rises && grew(left, right, context);
    let days = tell_days(left, right) && are_of_other_days(left, right);
    let rival = !whose && !apart && are_at_odds(left, right, context) && !days && !grown;
    let position =
        |view: &View<'_>, found: &Quantity| position(view, &found.unit, fate(view, found));
    rival.then(|| (position(left, a), position(right, b)))
}

/// "One dead", and behind it "22 dead sailors": of people of a kind more are told than of all people. The other way round
/// "12 of the dead" may be told of the 40 before.
pub(in super::super) fn are_more_than_all(all: &Quantity, kind: &Quantity) -> bool {
    let kin = Kin::embedded();
    let any = kin.noun(&all.unit) == kin.noun(PERSON);
    let of_kind = kin.is_people(&kind.unit) && kin.noun(&kind.unit) != kin.noun(PERSON);
    any && of_kind && matches!((all.high, kind.low), (Some(all), Some(kind)) if all < kind)
}

/// Whether two figures do not meet, and neither is open or one that an outlet passes on.
fn are_at_odds(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let (Some(a), Some(b)) = (figure(left), figure(right)) else {
        return false;
    };
    !is_open(left)
        && !is_open(right)
        && !are_own_deeds(left, right)
        && !are_of_two_extents(left, right)
        && !is_relayed(left, right, a, b)
        && !meets(a, b, context.settings.round_from)
}

/// Whether the text gives two days for the two.
fn are_of_other_days(left: &View<'_>, right: &View<'_>) -> bool {
    let told = [left, right].map(|view| view.claim.tells_day());
    let apart = i32::from(told != [true; 2]);
    told.contains(&true)
        && matches!((left.event, right.event), (Some(a), Some(b)) if gap(a, b) > apart)
}

/// Whether only a number is told ("put it at 300"), and not what befell the counted.
fn is_bare(view: &View<'_>) -> bool {
    figure(view).and_then(|found| found.of.as_deref()) == Some(COUNT)
}

/// What befell those whose goods or data were taken.
const AFFECTED: &str = "affected";

/// The assertion that there are so many, and no more.
pub(in super::super) const COUNT: &str = "count";
