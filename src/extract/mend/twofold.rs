//! "Lima dodges question on port, blames Quito for delay": the first verb of a headline of two, which the parser takes for a
//! plural inside the noun behind it.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for second in 4..draft.len() {
        let object = draft.head(second);
        let joined = draft.dep(second) == Dep::Conj
            && draft.tag(second) == Tag::VBZ
            && draft.pos(second) == Pos::Verb
            && draft.word(second - 1) == COMMA
            && draft.pos(object) == Pos::Noun
            && draft.head(object) == object
            && object < second;
        let subject = draft.kid(second, Dep::Nsubj).is_some();
        if let Some(first) = first(draft, object).filter(|_| joined && !subject) {
            turn(draft, (first, second), object);
        }
    }
}

/// The plural right behind a name, inside the noun that is the root.
fn first(draft: &Draft, object: usize) -> Option<usize> {
    let inside = |at: usize| draft.head(at) == object && draft.dep(at) == Dep::Compound;
    let finite = (0..object).any(|at| draft.is_finite(at));
    (1..object).find(|&at| {
        let name = draft.pos(at - 1) == Pos::Propn
            && matches!(draft.dep(at - 1), Dep::Compound | Dep::Nsubj)
            && [at, object].contains(&draft.head(at - 1));
        draft.tag(at) == Tag::NNS && inside(at) && name && !finite
    })
}

fn turn(draft: &mut Draft, (first, second): (usize, usize), object: usize) {
    let subject = first - 1;
    let before: Vec<usize> = [first, object]
        .into_iter()
        .flat_map(|at| {
            draft
                .kids(at)
                .filter(|&kid| kid < subject)
                .collect::<Vec<_>>()
        })
        .collect();
    draft.make_root(first);
    draft.make_verb(first);
    draft.hang(object, first, Dep::Dobj);
    draft.hang(subject, first, Dep::Nsubj);
    draft.hang(second, first, Dep::Conj);
    draft.hand_over(before, subject);
}
