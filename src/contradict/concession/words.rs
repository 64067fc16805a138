//! What a later word does to an earlier one: says the same, gives a place up, repeats it, or takes it back.

use crate::lexicon::assertions::{Effect, Ground};
use crate::model::contradiction::Kind;

use super::super::admission::{admits, is_worded_alike};
use super::super::view::{Match, View, actors, objects, places, texts};
use super::super::{Context, quantity};
use super::Sides;

/// Whether a claim gives the same answer as another, or takes back one of its party's own.
pub(super) fn says_the_same(
    kind: Kind,
    view: &View<'_>,
    answer: &View<'_>,
    own: &[&View<'_>],
    context: &Context<'_>,
) -> bool {
    let owned = admits(view, context);
    let reworded = || is_done_to_the_same(view, answer) || is_worded_alike(view, answer, context);
    let family = view.family == answer.family || owned && reworded();
    let deed = family && view.denied == answer.denied;
    // A denial that names no doer is taken back by whoever affirms the deed.
    let nameless = own.iter().all(|earlier| earlier.doer().is_none());
    // So it is by who owns to it and tells only what with ("hit by enemy fire").
    let open = view.doer().is_none() || owned && view.actor_party.is_none();
    let same_doer = actors(view, answer) == Match::Same || (nameless && open);
    match kind {
        Kind::Quantity => {
            !view.denied
                && quantity::agrees(view, answer, context)
                && quantity::is_one_count(view, answer, context)
        }
        Kind::Denial | Kind::RivalControl => {
            let extent = view.claim.partial == answer.claim.partial;
            let event = view.ground == Ground::Event && answer.ground == Ground::Event;
            let effect = view.effect == answer.effect || owned && event;
            deed && extent && effect && same_doer && is_of_that(view, answer)
        }
        // To tell of another deed of the other side is no confession; to own it is, and so is a word of admission.
        Kind::Responsibility => {
            let own_deed = owned || view.doer() == view.party;
            deed && own_deed && actors(view, answer) == Match::Same
        }
        Kind::Cause => {
            // That the ship sank says nothing of what sank it.
            let named = texts(view.actor, answer.actor).is_alike();
            deed && (named || actors(view, answer) == Match::Same)
        }
        Kind::Occurrence => deed && ends_the_same(view, answer, own, context),
        Kind::Stance => deed && view.effect == answer.effect && actors(view, answer) == Match::Same,
    }
}

/// Whether a claim tells of the same doer as an answer, and of the end of all states that its party spoke of.
fn ends_the_same(
    view: &View<'_>,
    answer: &View<'_>,
    own: &[&View<'_>],
    context: &Context<'_>,
) -> bool {
    // Who said that a thing was as before tells its end only by what that state rules out.
    let ends = |state: &View<'_>| {
        let (held, lost) = (&state.claim.assertion.value, &view.claim.assertion.value);
        state.effect != Effect::State || context.assertions.excludes(held, lost)
    };
    // Two who both say that they won say two things.
    let doer = match actors(view, answer) {
        Match::Same => true,
        Match::Other => false,
        _ => answer.actor.is_none(),
    };
    doer && own.iter().all(|state| ends(state))
}

/// Whether a claim may speak of the thing of which another does. Whoever backs or accepts something else, or does not say
/// what, says nothing of that.
fn is_of_that(view: &View<'_>, other: &View<'_>) -> bool {
    match objects(view, other) {
        Match::Other => false,
        Match::Missing => {
            let same = view.claim.assertion.value == other.claim.assertion.value;
            view.ground != Ground::Stance || same && other.object.is_none()
        }
        _ => true,
    }
}

/// Whether two claims tell of harm that one doer did to one thing in one place, whatever the words for it.
fn is_done_to_the_same(view: &View<'_>, answer: &View<'_>) -> bool {
    let harm = view.effect == Effect::Event && answer.effect == Effect::Event;
    let thing = objects(view, answer).is_alike();
    let there = places(view, answer) == Match::Same && view.is_local();
    harm && thing && there && actors(view, answer) == Match::Same
}

/// Whether a side that held a place, or denied that it fell, says that it is out of its hands: lost, left, no longer
/// held, or in those of the other.
pub(super) fn gives_up(sides: &Sides<'_, '_>, view: &View<'_>, answer: &View<'_>) -> bool {
    let control = view.ground == Ground::Control && answer.ground == Ground::Control;
    let taken = matches!(answer.effect, Effect::Gain | Effect::Hold) && !answer.denied;
    let rival = answer.doer() != Some(sides.party);
    let extent = view.claim.partial == answer.claim.partial;
    let there = places(view, answer) == Match::Same;
    let mine = view.doer().is_none_or(|doer| doer == sides.party);
    let out = match view.effect {
        Effect::Lose => mine && !view.denied,
        Effect::Hold => mine && view.denied && view.doer().is_some(),
        Effect::Gain => !view.denied && actors(view, answer) == Match::Same,
        _ => false,
    };
    control && taken && rival && extent && there && out
}

/// Whether a claim denies how many, which leaves open whether any.
pub(super) fn denies_figure(view: &View<'_>) -> bool {
    view.denied && view.claim.quantity.is_some()
}

/// Whether a party says what it said before of the same place and thing.
pub(super) fn repeats(view: &View<'_>, earlier: &View<'_>) -> bool {
    let fits = |found: Match| found != Match::Other;
    view.denied == earlier.denied
        && denies_figure(view) == denies_figure(earlier)
        && view.effect == earlier.effect
        && view.family == earlier.family
        && view.claim.partial == earlier.claim.partial
        && fits(actors(view, earlier))
        && fits(objects(view, earlier))
        && places(view, earlier) == Match::Same
}

/// Whether a party says the opposite of what it said before of the same deed, doer, place and thing.
pub(super) fn takes_back(view: &View<'_>, earlier: &View<'_>) -> bool {
    let opposite = view.denied != earlier.denied && view.is_planned() == earlier.is_planned();
    let fits = |found: Match| found != Match::Other;
    let tied = earlier.claim.back_reference.is_some();
    // Who took or holds a place is the whole matter: a side that speaks of no holder speaks of itself.
    let control = earlier.ground == Ground::Control;
    let holder = actors(view, earlier) == Match::Same || earlier.doer().is_none();
    let same_effect = view.effect == earlier.effect && holder;
    opposite
        && view.family == earlier.family
        && (!control || same_effect)
        && fits(actors(view, earlier))
        && is_of_that(view, earlier)
        && fits(places(view, earlier))
        && view.claim.partial == earlier.claim.partial
        && !(tied && view.claim.article == earlier.claim.article)
}
