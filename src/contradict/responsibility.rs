//! C3xx: two different doers of one event.

use crate::lexicon::assertions::Effect;
use crate::lexicon::kin::Kin;
use crate::model::claim::Question;
use crate::model::contradiction::Kind;

use super::ground;
use super::view::{Match, View, actors, gap, objects, places, wording};
use super::{Clash, Context, Rule};

/// Two doers.
pub const TWO_DOERS: Rule = Rule {
    code: "C301",
    kind: Kind::Responsibility,
    why: "two different sides are said to have done the same deed",
    check: two_doers,
};

fn two_doers(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let deed = |view: &View<'_>| {
        let asked = view.is_of_doer() || is_called_for(view);
        let done = asked && view.effect == Effect::Event;
        // Of a doer without a side it must at least be plain that it is people, not a weapon or a fire.
        let people = |actor| Kin::embedded().names_people(actor);
        let doer = view.actor_party.is_some() || view.actor.is_some_and(people);
        done && !view.denied && !view.is_planned() && doer
    };
    let sides = left.actor_party.is_some() || right.actor_party.is_some();
    let two = sides && deed(left) && deed(right) && actors(left, right) == Match::Other;
    if !two
        || !is_one_deed(left, right)
        || !is_charge(left, right)
        || !is_one_event(left, right, context)
    {
        return None;
    }
    let position = |view: &View<'_>| view.doer().unwrap_or("").to_owned();
    let mut steps = ground::steps(left, right);
    if is_what_befell(left, right) {
        steps.retain(|step| step.field != "object");
    }
    Clash::new(position(left), position(right), steps)
}

/// "an Israeli strike on the hospital", "the explosion at the hospital was caused by a Palestinian rocket": a thing and what
/// befell it are no two things.
fn is_what_befell(left: &View<'_>, right: &View<'_>) -> bool {
    let one = matches!(places(left, right), Match::Same | Match::Some);
    is_cause_of_deed(left, right) && one && left.is_facility() && right.is_facility()
}

/// Whether one of the two is put as the cause, and the other as a deed.
fn is_cause_of_deed(left: &View<'_>, right: &View<'_>) -> bool {
    let cause = |view: &View<'_>| view.claim.question == Question::Cause;
    cause(left) != cause(right)
}

/// Whether it tells of a deed of which nobody asks who did it until two are said to have: a meeting that was called off.
fn is_called_for(view: &View<'_>) -> bool {
    view.claim.question == Question::Occurrence && !view.is_unknown_verb()
}

/// Whether each of two articles tells of the deed as the other does, so that it is one wherever it happened: each names the
/// same thing, or the sentences share their words.
pub(super) fn is_told_alike(left: &View<'_>, right: &View<'_>) -> bool {
    let same = left.claim.assertion.value == right.claim.assertion.value;
    let told = left.claim.tells_place() && right.claim.tells_place();
    let apart = told && places(left, right) == Match::Other;
    let words = wording(left, right).is_alike();
    same && !apart && words && objects(left, right) != Match::Other
}

/// Deeds of one family, or one of them is put as the cause.
fn is_one_deed(left: &View<'_>, right: &View<'_>) -> bool {
    let called = is_called_for(left) || is_called_for(right);
    match called {
        true => left.claim.assertion.value == right.claim.assertion.value,
        false => left.family == right.family || is_cause_of_deed(left, right),
    }
}

/// One side lays at the other's door what is laid at its own, or says that it was neither: the sides are about each
/// other. Two reports of two deeds by two doers are no contradiction, however alike the deeds.
fn is_charge(left: &View<'_>, right: &View<'_>) -> bool {
    let blamed = |accuser: &View<'_>, doer: &View<'_>| {
        accuser.party.is_some() && accuser.party == doer.actor_party
    };
    let of_other = |view: &View<'_>| view.party != view.actor_party;
    blamed(left, right) && of_other(left) || blamed(right, left) && of_other(right)
}

/// Both sides of a war strike each other every day: only the same object, or the same small place without another
/// object, makes two deeds one.
fn is_one_event(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    let place = places(left, right);
    let object = objects(left, right);
    let local = place == Match::Same && left.is_local();
    let same_thing = match object {
        // People are struck every day: only at one small place are they the same.
        Match::Same | Match::Some if is_people(left) && is_people(right) => local,
        // Two articles that name no place tell of one deed only if they tell it alike.
        Match::Same | Match::Some => match place {
            Match::Missing => {
                left.claim.article == right.claim.article || wording(left, right).is_alike()
            }
            found => found != Match::Other,
        },
        Match::Missing => local && left.claim.assertion.value == right.claim.assertion.value,
        Match::Other => is_what_befell(left, right),
    };
    let other_side =
        matches!((left.object_party, right.object_party), (Some(a), Some(b)) if a != b);
    same_thing && !other_side && is_one_time(left, right, context)
}

/// Whether a deed was done to people, told by what they are only.
fn is_people(view: &View<'_>) -> bool {
    view.object
        .is_some_and(|object| Kin::embedded().names_people(object))
}

fn is_one_time(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> bool {
    match (left.event, right.event) {
        // A meeting is called off once, and a day that no text tells is that of a report.
        (Some(a), Some(b))
            if is_called_for(left)
                && is_told_alike(left, right)
                && !(left.claim.tells_day() && right.claim.tells_day()) =>
        {
            gap(a, b) <= context.settings.denial_days
        }
        (Some(a), Some(b)) => gap(a, b) <= context.settings.event_days,
        _ => true,
    }
}
