//! Whether two figures are those of one event, as far as place, thing and wording tell.

use crate::lexicon::kin::Kin;

use super::super::view::{Match, View, actors, objects, places, wording};
use super::{counts_people, figure, is_one_surname, is_share};

/// Whether two figures may be counted at one scene.
pub(super) fn is_one_scene(left: &View<'_>, right: &View<'_>) -> bool {
    let place = places(left, right);
    // In a whole region or country people die in many events of a day.
    let local = left.is_local() || !counts_people(left);
    let one_text = left.claim.article == right.claim.article;
    let there = match place {
        Match::Same if local && (one_text || is_placed(left) && is_placed(right)) => true,
        Match::Same if local && share_cause(left, right) => true,
        Match::Same | Match::Missing => is_told_alike(left, right),
        _ => false,
    };
    there && !are_other_things(left, right) && left.claim.partial == right.claim.partial
}

/// Other things were counted; a bare number ("181 died") is none.
fn are_other_things(left: &View<'_>, right: &View<'_>) -> bool {
    let thing = |view: &View<'_>| {
        view.object
            .is_some_and(|object| object.contains(char::is_alphabetic))
    };
    objects(left, right) == Match::Other && thing(left) && thing(right)
}

/// Whether the sentence itself gives the place of people counted: one that is lent to it may be that of another event.
fn is_placed(view: &View<'_>) -> bool {
    !counts_people(view) || view.claim.tells_place()
}

/// Whether both tell of a strike, a fire or the like by the same word.
fn share_cause(left: &View<'_>, right: &View<'_>) -> bool {
    let kin = Kin::embedded();
    let cause = |word: &str| kin.is_weapon(word) || kin.is_mishap(word);
    let (own, other) = (&left.claim.words, &right.claim.words);
    own.iter()
        .any(|word| cause(word) && other.binary_search(word).is_ok())
}

/// Without a place, only a thing in common, or whose it is ("he received 51 percent"), makes two figures those of one event;
/// people are the dead of any event, so there some kind of them must be told, and the wording be alike too.
fn is_told_alike(left: &View<'_>, right: &View<'_>) -> bool {
    let worded = match wording(left, right) {
        Match::Same => !is_anybody(left) || !is_anybody(right),
        Match::Some => left.object_party.is_some() && left.object_party == right.object_party,
        _ => false,
    };
    let things = !counts_people(left) && !counts_people(right);
    let told = left.claim.tells_day() || right.claim.tells_day();
    let thing = objects(left, right);
    let held = actors(left, right).is_alike() || is_one_surname(left.actor, right.actor);
    let owner = held && is_share(left);
    (thing != Match::Missing || owner) && (worded || things)
        || is_told_by_one_verb(left, right)
        || thing == Match::Same && told && is_owners_count(left, right)
}

/// "Has stationed 14,000 soldiers", "4,500 soldiers are stationed": one text tells by one verb that no frame knows of how
/// many of a kind.
fn is_told_by_one_verb(left: &View<'_>, right: &View<'_>) -> bool {
    let verb = left.is_unknown_verb() && left.claim.assertion.value == right.claim.assertion.value;
    let thing = matches!(objects(left, right), Match::Same | Match::Missing);
    let kind = !is_anybody(left) && !is_anybody(right);
    let alike = wording(left, right) != Match::Other;
    left.claim.article == right.claim.article && verb && thing && kind && alike
}

/// Whether people are counted and no kind of them.
pub(super) fn is_anybody(view: &View<'_>) -> bool {
    let kin = Kin::embedded();
    figure(view).is_some_and(|found| kin.noun(&found.unit) == kin.noun(PERSON))
}

/// Unit of people of no kind.
pub(super) const PERSON: &str = "person";

/// A side's own losses, as it counts them itself and as another does.
pub(super) fn is_owners_count(left: &View<'_>, right: &View<'_>) -> bool {
    let owner = |view: &View<'_>| view.object_party.is_some() && view.object_party == view.party;
    left.object_party == right.object_party && owner(left) != owner(right)
}
