//! C5xx: exclusive causes of one event.

use crate::lexicon::assertions::Effect;
use crate::lexicon::kin::Kin;
use crate::lexicon::likeness::{Sense, share};
use crate::model::claim::Question;
use crate::model::contradiction::Kind;

use super::ends::is_failure;
use super::gather::{Placed, find};
use super::ground;
use super::view::{Match, View, gap, objects, places, texts, wording};
use super::{Clash, Context, Rule};

/// Two causes.
pub const TWO_CAUSES: Rule = Rule {
    code: "C501",
    kind: Kind::Cause,
    why: "two different causes are given for the same event",
    check: two_causes,
};

/// Least nearness in meaning of two causes that are one ("protesters", "demonstrators").
const KINDRED: f32 = 0.75;

/// A thing is given as the cause, and a side as the doer.
pub const CAUSE_OR_DOER: Rule = Rule {
    code: "C502",
    kind: Kind::Cause,
    why: "one says that something caused the event, another that someone did it",
    check: cause_or_doer,
};

fn two_causes(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let both = is_cause(left) && is_cause(right);
    let fits = both && texts(left.actor, right.actor) == Match::Other && !are_kindred(left, right);
    clash(fits, left, right, context)
}

fn cause_or_doer(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let deed = right.claim.question != Question::Cause && right.effect == Effect::Event;
    if !deed || right.denied || right.is_planned() {
        return None;
    }
    let nobody = is_cause(left) && left.actor.is_some() && left.actor_party.is_none();
    let thing = nobody || is_mishap(left) || is_failure(left.claim);
    let weapon = |actor| Kin::embedded().is_weapon(actor);
    let by = || right.actor_party.is_some() || right.actor.is_some_and(weapon);
    let fits = thing
        && by()
        && !right.is_unknown_verb()
        && !is_mishap(right)
        && !is_by_means_of(left, right)
        && (objects(left, right) != Match::Other || HARM.contains(&right.family))
        && is_one_account(left, right);
    clash(fits, left, right, context)
}

/// Families of deeds that may bring about what befell another thing of the place: "the fire", "the plant was attacked".
const HARM: [&str; 5] = ["cause", "death", "downing", "involve", "strike"];

/// "It was caused by explosives", "a navy had a part in it": by arms, and whose they were.
fn is_by_means_of(left: &View<'_>, right: &View<'_>) -> bool {
    let arms = |actor| Kin::embedded().is_weapon(actor);
    right.family == PART && left.actor.is_some_and(arms)
}

/// Family of the assertions that somebody had a part in a deed.
const PART: &str = "involve";

/// Whether one article tells both, or two do so of one thing or in much the same words: at one place much happens.
fn is_one_account(left: &View<'_>, right: &View<'_>) -> bool {
    left.claim.article == right.claim.article
        || objects(left, right).is_alike()
        || wording(left, right).is_alike()
}

/// Whether the sentences share words, and one of them tells what became of the other's thing: "the failure of the website
/// was caused by an attack", "the website failed because of heavy traffic".
fn is_told_of(left: &View<'_>, right: &View<'_>) -> bool {
    let told = tells_thing_of(right, left) || tells_thing_of(left, right);
    let elsewhere = left.claim.article != right.claim.article;
    elsewhere && told && wording(left, right).is_alike()
}

/// "the failure of the website": whether a sentence names the other's thing, in a word that stands for the same.
fn tells_thing_of(view: &View<'_>, other: &View<'_>) -> bool {
    let kin = Kin::embedded();
    let thing = other.object.and_then(|object| object.rsplit(' ').next());
    thing.is_some_and(|thing| {
        let mut words = view.claim.words.iter();
        words.any(|word| kin.noun(word) == kin.noun(thing))
    })
}

/// "A fault caused the blaze at the refinery", "the rebels attacked the refinery": one text tells what befell the thing and
/// who harmed it.
fn is_mishap_at(left: &View<'_>, right: &View<'_>) -> bool {
    let one_text = left.claim.article == right.claim.article;
    let befell = |object| Kin::embedded().is_mishap(object);
    let mishap = is_cause(left) && left.object.is_some_and(befell);
    let harm = !is_cause(right) && HARM.contains(&right.family);
    one_text && mishap && harm && tells_thing_of(left, right)
}

/// Bits that make up for the other word, and as many as one thing is worth.
const TOLD_OF: f32 = 5.0;

/// Whether two causes are one in other words.
fn are_kindred(left: &View<'_>, right: &View<'_>) -> bool {
    let (own, other) = (senses_of(left.actor), senses_of(right.actor));
    // A rocket is near a missile in meaning, and each the other's rival.
    let arms = |view: &View<'_>| {
        view.actor
            .is_some_and(|actor| Kin::embedded().is_weapon(actor))
    };
    if arms(left) || arms(right) {
        return false;
    }
    share(&own, &other).max(share(&other, &own)) >= KINDRED
}

fn senses_of(cause: Option<&str>) -> Vec<Sense<'_>> {
    let words = cause.unwrap_or("").split_whitespace();
    words.map(Sense::of).collect()
}

/// Whether the two speakers of a row named one cause when they first spoke: then each tells a part of one course of
/// events. One that comes round to the other's cause later concedes.
pub fn agreed(clashes: &[Placed<'_>], views: &[View<'_>]) -> bool {
    let Some((clash, _)) = clashes.first() else {
        return false;
    };
    let parties = [clash.left, clash.right].map(|claim| find(views, claim).party);
    let (left, right) = (
        first_causes(parties[0], views),
        first_causes(parties[1], views),
    );
    let same = |view: &&View<'_>| {
        right
            .iter()
            .any(|other| texts(view.actor, other.actor) == Match::Same)
    };
    parties[0] != parties[1] && left.iter().any(same)
}

/// The causes that a speaker gave on the first day on which it gave any.
fn first_causes<'a, 'b>(party: Option<&str>, views: &'b [View<'a>]) -> Vec<&'b View<'a>> {
    let own = views
        .iter()
        .filter(|view| is_cause(view) && view.party == party);
    let all: Vec<&View<'_>> = own.collect();
    let first = all.iter().filter_map(|view| view.said()).min();
    all.into_iter()
        .filter(|view| view.said() == first)
        .collect()
}

/// Whether a claim lays an event to what happens by itself.
fn is_mishap(view: &View<'_>) -> bool {
    let event = view.effect == Effect::Event && !view.denied && !view.is_planned();
    event
        && view
            .actor
            .is_some_and(|actor| Kin::embedded().is_mishap(actor))
}

fn is_cause(view: &View<'_>) -> bool {
    view.claim.question == Question::Cause && !view.denied || is_of_death(view)
}

/// "died of typhoid": what took a life is told with the death.
pub(super) fn is_of_death(view: &View<'_>) -> bool {
    let died = view.effect == Effect::Toll && view.family == DEATH;
    let people = |actor| Kin::embedded().names_people(actor);
    died && !view.denied
        && view.actor_party.is_none()
        && view.actor.is_some_and(|actor| !people(actor))
}

/// Family of the assertions that somebody died or lives.
pub(super) const DEATH: &str = "death";

fn clash(fits: bool, left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !fits {
        return None;
    }
    let object = objects(left, right);
    // The fire that was caused, and the plant that was attacked: at one place they are one event.
    let event = is_cause(left) != is_cause(right) && places(left, right) == Match::Same;
    let told_of =
        object == Match::Other && is_cause(left) && is_cause(right) && is_told_of(left, right);
    // "he had died of heart failure", "he had died of torture": one text hardly tells of two of whom it gives no name.
    let of_one = object == Match::Missing
        && is_of_death(left)
        && is_of_death(right)
        && left.claim.article == right.claim.article;
    let at_thing = is_mishap_at(left, right);
    let same = object.is_alike()
        || told_of
        || at_thing
        || of_one
        || (object == Match::Missing || event) && left.is_local();
    // A place that is lent by the article may be that of another event.
    let told = left.claim.tells_place() && right.claim.tells_place();
    let there = !told || places(left, right) != Match::Other;
    let then = match (left.event, right.event) {
        // A day that no text tells is that of a report, and of a cause people go on speaking.
        (Some(a), Some(b)) if !left.claim.tells_day() || !right.claim.tells_day() => {
            gap(a, b) <= context.settings.hold_days
        }
        (Some(a), Some(b)) => gap(a, b) <= context.settings.event_days,
        _ => true,
    };
    if !(same && there && then) {
        return None;
    }
    // Each speaker has its own account of what happened, in whatever words.
    let position = |view: &View<'_>| view.party.unwrap_or("").to_owned();
    let mut steps = ground::steps(left, right);
    if told_of || at_thing {
        steps.push(ground::step("object", "told-of", TOLD_OF));
    }
    Clash::new(position(left), position(right), steps)
}
