//! "a pack of lies", "a collection of falsehoods": what is heaped is what somebody is told to have said, and not the heap.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::super::tree::OF;
use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for heap in 0..draft.len() {
        if let Some(verdict) = heaped(draft, heap) {
            let preposition = draft.head(verdict);
            let before: Vec<usize> = draft.kids(heap).filter(|&kid| kid < heap).collect();
            draft.put_in_place(verdict, heap);
            draft.hang(heap, verdict, Dep::Nmod);
            draft.hang(preposition, verdict, Dep::Case);
            draft.hand_over(before, verdict);
        }
    }
}

/// The word of denial under "of" behind a word for many things.
fn heaped(draft: &Draft, heap: usize) -> Option<usize> {
    let words = &draft.lexicon.words;
    if draft.pos(heap) != Pos::Noun || !words.has(Set::HeapNoun, draft.lemma(heap)) {
        return None;
    }
    let of = |&kid: &usize| draft.dep(kid) == Dep::Prep && draft.lemma(kid) == OF;
    let preposition = draft.kids(heap).find(of)?;
    let denies = |&at: &usize| {
        let entry = draft.lexicon.cues.find(draft.lemma(at), CuePart::Noun);
        entry.is_some_and(|entry| entry.class == CueClass::Deny)
    };
    draft.kid(preposition, Dep::Pobj).filter(denies)
}
