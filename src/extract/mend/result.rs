//! "Left 30 people injured", "shot dead two guards": how a deed left those whom it met, which the parser takes for a part of
//! their name.

use crate::lexicon::frames::Frame;
use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        if draft.pos(verb) != Pos::Verb {
            continue;
        }
        if let Some(result) = result(draft, verb) {
            draft.hang(result, verb, Dep::Oprd);
        }
    }
}

/// The participle right behind the object, or the adjective right behind the verb and before a number, that a frame of the
/// verb needs beside it.
fn result(draft: &Draft, verb: usize) -> Option<usize> {
    let frames = draft.lexicon.frames.of_verb(draft.lemma(verb));
    let object = draft.kid(verb, Dep::Dobj).filter(|_| !frames.is_empty())?;
    let is_result = |&kid: &usize| match draft.dep(kid) {
        Dep::Acl => kid == object + 1 && draft.kids(kid).next().is_none(),
        Dep::Amod => kid == verb + 1 && draft.kids(object).any(|at| is_number(draft, kid, at)),
        _ => false,
    };
    let needs = |kid: &usize| {
        let word = draft.lemma(*kid);
        let spelled = draft.word(*kid);
        let fits = |frame: &Frame| frame.needs_word(word) || frame.needs_word(spelled);
        frames.iter().any(fits)
    };
    draft.kids(object).filter(is_result).find(needs)
}

/// A number or an article of the object behind the adjective: "dead two guards" is no kind of guards.
fn is_number(draft: &Draft, adjective: usize, at: usize) -> bool {
    at == adjective + 1 && matches!(draft.dep(at), Dep::Nummod | Dep::Det | Dep::Poss)
}
