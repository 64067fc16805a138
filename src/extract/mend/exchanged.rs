//! "The army and the rebels traded accusations over the raid": the verb that the parser takes for a part of a third thing
//! beside the two.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len().saturating_sub(1) {
        if let Some((first, second)) = two_before(draft, verb) {
            turn(draft, verb, (first, second));
        }
    }
}

/// The two who exchange what stands behind the verb.
fn two_before(draft: &Draft, verb: usize) -> Option<(usize, usize)> {
    let words = &draft.lexicon.words;
    let (object, second) = (draft.head(verb), verb - 1);
    let first = draft.head(object);
    let lemma = draft.lemma(object);
    let entry = draft.lexicon.cues.find(lemma, CuePart::Noun);
    let blame = words.has(Set::ChargeNoun, lemma)
        || entry.is_some_and(|entry| entry.class == CueClass::Accuse);
    let taken = draft.dep(verb) == Dep::Amod
        && matches!(draft.tag(verb), Tag::VBN | Tag::VBD)
        && words.has(Set::TradeVerb, draft.lemma(verb));
    let third = draft.dep(object) == Dep::Conj && first < second && second < object;
    let beside = draft.is_nominal(first) && draft.is_nominal(second);
    let hangs = matches!(draft.head(second), at if at == verb || at == object);
    (blame && taken && third && beside && hangs).then_some((first, second))
}

fn turn(draft: &mut Draft, verb: usize, (first, second): (usize, usize)) {
    let object = draft.head(verb);
    let near: Vec<usize> = draft.kids(object).filter(|&kid| kid < second).collect();
    let behind: Vec<usize> = draft
        .kids(object)
        .filter(|&kid| draft.dep(kid) == Dep::Prep)
        .collect();
    draft.put_in_place(verb, first);
    let word = &mut draft.sentence.tokens[verb];
    (word.pos, word.tag) = (Pos::Verb, Tag::VBD);
    draft.hang(object, verb, Dep::Dobj);
    draft.hand_over(behind, verb);
    draft.hang(first, verb, Dep::Nsubj);
    draft.hang(second, first, Dep::Conj);
    draft.hand_over(near, second);
}
