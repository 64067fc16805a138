//! Whether a denial can be of what another affirms: the same doer, deed, thing and time, and nothing left open.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::claim::Question;

use super::super::Context;
use super::super::view::{Match, View, actors, objects, places, wording};

/// Days by which a denial may come before what it denies: night, time zones, a claim reported late.
const EARLY_DAYS: i32 = 1;

/// The same doer as far as told; a cause must be told, as to deny one cause leaves all others, and so must be whose stance
/// it is.
pub(super) fn is_same_doer(left: &View<'_>, right: &View<'_>) -> bool {
    let found = actors(left, right);
    let cause = left.claim.question == Question::Cause || right.claim.question == Question::Cause;
    let with = left.effect == Effect::Talk && is_with_the_other(left, right);
    let told = cause || left.ground == Ground::Stance;
    (found != Match::Other || with) && !(told && found == Match::Missing)
}

/// Who talks with whom is told from either side.
fn is_with_the_other(left: &View<'_>, right: &View<'_>) -> bool {
    let with = |one: &View<'_>, other: &View<'_>| matches!((one.object, other.doer()), (Some(object), Some(doer)) if object.eq_ignore_ascii_case(doer));
    with(left, right) || with(right, left)
}

/// Two articles tell of one deed only where more than its kind, doer and day is the same: a day has many deeds.
pub(super) fn is_anchored(left: &View<'_>, right: &View<'_>) -> bool {
    left.claim.article == right.claim.article
        || left.is_local() && places(left, right).is_alike()
        || objects(left, right).is_alike()
        || wording(left, right).is_alike()
        || is_said_of_one_thing(left, right)
}

/// "Prisoners were aboard", "there were no prisoners on that plane": what a state is told of is the matter, and no doer.
fn is_said_of_one_thing(left: &View<'_>, right: &View<'_>) -> bool {
    let told = |view: &View<'_>| view.effect == Effect::State && view.actor.is_some();
    told(left) && told(right) && left.object.is_none() && actors(left, right).is_alike()
}

/// Who means to do what another says not to mean.
pub(super) fn is_plan_of_another(left: &View<'_>, right: &View<'_>) -> bool {
    left.is_planned() && actors(left, right) != Match::Same
}

/// A plan is not a deed.
pub(super) fn is_same_kind_of_deed(left: &View<'_>, right: &View<'_>) -> bool {
    left.is_planned() == right.is_planned()
}

/// The whole may be denied while a part is conceded.
pub(super) fn is_part_of_denied(left: &View<'_>, right: &View<'_>) -> bool {
    let part = |view: &View<'_>| view.claim.partial || view.effect == Effect::Part;
    part(left) && !part(right)
}

pub(super) fn whose(left: &View<'_>, right: &View<'_>) -> Match {
    match (left.object_party, right.object_party) {
        (Some(a), Some(b)) if a == b => Match::Same,
        (Some(_), Some(_)) => Match::Other,
        _ => Match::Missing,
    }
}

/// A verb that no frame knows needs its object, and in two articles more than that ("no evidence", "a problem"); any deed
/// needs more than the doer in common.
pub(super) fn shares_matter(left: &View<'_>, right: &View<'_>) -> bool {
    let object = objects(left, right);
    let tied = right.claim.back_reference.is_some() && actors(left, right) == Match::Same;
    let alike = wording(left, right).is_alike();
    let worded = || (alike || tied) && object != Match::Other;
    let near = left.claim.article == right.claim.article || left.is_local() || alike;
    let same_thing = near && object.is_alike();
    let known = !left.is_unknown_verb() || same_thing || worded();
    let apart = object == Match::Other && left.ground == Ground::Stance;
    known && !apart
}

/// A toll that names no doer leaves open who did it, so it is not denied by whoever denies having done it.
pub(super) fn is_toll_without_doer(left: &View<'_>, right: &View<'_>) -> bool {
    left.effect == Effect::Toll && left.doer().is_none() && right.effect != Effect::Toll
        || left.claim.question == Question::Quantity
            && left.doer().is_none()
            && right.doer().is_some()
            && left.family != right.family
}

/// To deny having done a deed leaves open that it was done: it is no answer to an outlet that names no doer, nor to a
/// charge against nobody; and to deny that a third has done it is none to who names no side.
pub(super) fn leaves_doer_open(left: &View<'_>, right: &View<'_>) -> bool {
    let deed = matches!(left.effect, Effect::Event | Effect::Sham) && left.doer().is_none();
    let charge = left.family == right.family && is_charge(left) && is_charge(right);
    let nameless = left.effect == Effect::Event && left.actor_party.is_none();
    let third = matches!((right.actor_party, right.party), (Some(a), Some(b)) if a != b);
    deed && right.doer().is_some() && (left.party.is_none() || charge) || nameless && third
}

/// Who denies a capture without naming a doer does not deny what it holds itself.
pub(super) fn is_own_hold(left: &View<'_>, right: &View<'_>) -> bool {
    let own = left.doer().is_some() && left.doer() == right.party;
    left.ground == Ground::Control && right.doer().is_none() && own
}

/// Whether a claim lays a deed at someone's door without telling the deed.
fn is_charge(view: &View<'_>) -> bool {
    view.claim.question == Question::Responsibility && view.object.is_none() && view.place.is_none()
}

/// A denial answers what was said before it, for some weeks.
pub(super) fn is_timely(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let (Some((first, last)), Some(when)) = (left.when(), right.when()) else {
        return true;
    };
    // A capture is told again, and its denial answers the first report as well.
    let first = left.since.map_or(first, |since| first.min(since));
    let (early, late) = (first - when.1, when.0 - last);
    early <= EARLY_DAYS && late <= context.settings.denial_days
}

/// How the doers stand to each other; what is only said not to be ("there was no rout") is no doer.
pub(super) fn doers(left: &View<'_>, right: &View<'_>) -> Match {
    let is_thing = |view: &View<'_>| {
        let last = view.actor.and_then(|actor| actor.split(' ').next_back());
        view.is_unknown_verb()
            && view.actor_party.is_none()
            && last.is_some()
            && last == view.object
    };
    match is_thing(left) || is_thing(right) {
        true => Match::Missing,
        false => actors(left, right),
    }
}
