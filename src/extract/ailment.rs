//! "Died of a heart attack", "from beatings", "as a result of torture": what took a life.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::words::Set;
use crate::model::claim::{Found, THING};
use crate::model::parsed::Pos;

use super::because::behind_result;
use super::event::Event;
use super::object::DEATH;
use super::phrase::phrase_text;
use super::reading::Reading;

/// What somebody is said to have died of, where that is nobody's deed.
pub fn ailment(reading: &Reading, event: &Event) -> Option<Found<CompactString>> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let table = Assertions::builtin();
    let dies = table.family(&event.frame.assertion) == DEATH
        && table.get(&event.frame.assertion).effect == Effect::Toll;
    let verb = Some(event.trigger).filter(|&at| dies && tree.is_verb(at))?;
    let plain = |at: usize| words.has(Set::AilmentPreposition, tree.lemma(at));
    let of = |at: usize| match plain(at) {
        true => tree.governed(at),
        false => behind_result(reading, at),
    };
    let nobody = |noun: &usize| {
        let lemma = tree.lemma(*noun);
        tree.pos(*noun) == Pos::Noun && !words.is_somebody(lemma) && !tree.is_time(*noun)
    };
    let noun = tree.prepositions(verb).filter_map(of).find(nobody)?;
    let (text, span) = phrase_text(tree, words, noun);
    Some(Found::at(text, span, THING))
}
