//! "Put the number of soldiers killed at 47": the number that something is put at hangs on the verb that puts it there,
//! and not on what befell those counted.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        let Some(thing) = gauged(draft, verb) else {
            continue;
        };
        let own = draft
            .kids(verb)
            .any(|kid| kid > thing && gives_number(draft, kid));
        let below = (thing + 1..draft.len())
            .find(|&at| gives_number(draft, at) && draft.is_below(at, thing));
        if let (false, Some(preposition)) = (own, below) {
            draft.hang(preposition, verb, Dep::Prep);
        }
    }
}

/// The object of a verb that puts a figure somewhere.
fn gauged(draft: &Draft, verb: usize) -> Option<usize> {
    let words = &draft.lexicon.words;
    let puts = draft.pos(verb) == Pos::Verb && words.has(Set::GaugeVerb, draft.lemma(verb));
    let object = draft.kid(verb, Dep::Dobj).filter(|_| puts)?;
    (object > verb && draft.is_nominal(object)).then_some(object)
}

/// "at 47", "at 3 percent", "at 340 million pounds": a number alone or a sum, and no place or time of so many.
fn gives_number(draft: &Draft, preposition: usize) -> bool {
    let words = &draft.lexicon.words;
    let at = words.has(Set::GaugePreposition, draft.lemma(preposition));
    let number = draft.kid(preposition, Dep::Pobj);
    let sum = |at: usize| {
        matches!(
            draft.label(at),
            Some(EntityLabel::Money | EntityLabel::Percent)
        )
    };
    at && number.is_some_and(|number| draft.pos(number) == Pos::Num || sum(number))
}
