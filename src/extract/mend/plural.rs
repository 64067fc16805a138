//! "that fire exits had been chained": a plural noun that the parser took for a verb of the noun before it, where another verb
//! follows that has no subject.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for noun in 1..draft.len() {
        if let Some(verb) = verb_behind(draft, noun) {
            turn(draft, noun, verb);
        }
    }
}

/// The verb without a subject that stands beside a supposed verb right behind a bare noun.
fn verb_behind(draft: &Draft, noun: usize) -> Option<usize> {
    let before = noun - 1;
    let taken = draft.tag(noun) == Tag::VBZ
        && draft.pos(noun) == Pos::Verb
        && draft.tag(before) == Tag::NN
        && draft.head(before) == noun
        && draft.dep(before) == Dep::Nsubj;
    let bare = [Dep::Dobj, Dep::Ccomp, Dep::Xcomp, Dep::Cc, Dep::Conj]
        .into_iter()
        .all(|dep| draft.kid(noun, dep).is_none());
    let own = |at: usize| {
        let subject =
            |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl);
        draft.kids(at).any(subject)
    };
    let helped = |at: usize| {
        draft
            .kids(at)
            .any(|kid| draft.dep(kid) == Dep::Aux && draft.tag(kid) == Tag::VBD && kid > noun)
    };
    let above = draft.head(noun);
    (taken && bare && above != noun)
        .then(|| {
            draft.kids(above).find(|&kid| {
                let joined = (noun..kid).any(|at| draft.pos(at) == Pos::Punct);
                kid > noun && draft.tag(kid) == Tag::VBN && helped(kid) && !own(kid) && !joined
            })
        })
        .flatten()
}

fn turn(draft: &mut Draft, noun: usize, verb: usize) {
    let marks: Vec<usize> = draft
        .kids(noun)
        .filter(|&kid| draft.dep(kid) == Dep::Mark)
        .collect();
    draft.hand_over(marks, verb);
    draft.hang_subject(noun, verb);
    draft.make_plural(noun);
    draft.sentence.tokens[noun - 1].dep = Dep::Compound;
}
