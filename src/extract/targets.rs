//! "Shelled Goma and the Bukavu plant", "strikes on the plant and on Goma": a claim for each place that a deed was done to.

use crate::lexicon::assertions::Assertions;
use crate::model::claim::Question;
use crate::model::parsed::{Dep, Pos};

use super::anaphora::Memory;
use super::draft::Draft;
use super::event::{Event, is_place};
use super::named_place::names_of;
use super::place::{PlaceMention, place_at};
use super::reading::Reading;

/// The claims of an attack on the places that are joined to the one it is told of, where it is said whose it was.
pub(super) fn further_targets(
    reading: &Reading,
    event: &Event,
    memory: &Memory,
    mentions: &[PlaceMention],
    base: &Draft,
) -> Vec<Draft> {
    let attack = Assertions::builtin().family(&event.frame.assertion) == ATTACK;
    let done_by = base.claim.question == Question::Responsibility && base.claim.actor.is_some();
    let [first] = mentions else { return Vec::new() };
    if !attack || !done_by || first.anaphoric > 0 && !first.facility {
        return Vec::new();
    }
    let joined = joined_to(reading, first.token).into_iter();
    let places = joined.map(|at| place_at(&reading.tree, reading.lexicon(), at));
    let named = places.filter(|place| place.token != first.token);
    named
        .filter_map(|place| {
            let (name, rule) = names_of(reading, &place, memory).into_iter().next()?;
            Some(base.clone().at_place(&place, name, rule))
        })
        .collect()
}

/// The places that "and" joins to a place, or to the preposition over it.
fn joined_to(reading: &Reading, place: usize) -> Vec<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let over = tree.head(place).filter(|_| tree.dep(place) == Dep::Pobj);
    let second = over.into_iter().flat_map(|at| tree.kids(at));
    let second = second.filter(|&kid| tree.dep(kid) == Dep::Conj && tree.pos(kid) == Pos::Adp);
    let second: Vec<usize> = second.filter_map(|kid| tree.governed(kid)).collect();
    let mates = tree.conjuncts(place).into_iter().chain(second);
    mates
        .filter(|&at| at > place && is_place(tree, lexicon, at))
        .collect()
}

/// The family of attacks.
const ATTACK: &str = "strike";
