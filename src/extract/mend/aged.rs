//! "From the balcony of the palace, Jane Roe, 61, told a crowd": a name with an age behind it that the parser hung on the noun
//! before.

use crate::model::parsed::{Dep, Pos};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for name in 1..draft.len().saturating_sub(4) {
        if let Some(verb) = verb_behind(draft, name) {
            draft.hang(name, verb, Dep::Nsubj);
        }
    }
}

/// The verb without a subject behind a name, a comma, an age and a comma.
fn verb_behind(draft: &Draft, name: usize) -> Option<usize> {
    let (age, verb) = (name + 2, name + 4);
    let commas = [name - 1, name + 1, name + 3]
        .into_iter()
        .all(|at| draft.word(at) == COMMA);
    let named = draft.pos(name) == Pos::Propn && draft.dep(name) == Dep::Appos;
    let aged = draft.pos(age) == Pos::Num && draft.head(age) == name;
    let alone = draft.kid(verb, Dep::Nsubj).is_none() && draft.kid(verb, Dep::Nsubjpass).is_none();
    (commas && named && aged && alone && draft.is_finite(verb)).then_some(verb)
}
