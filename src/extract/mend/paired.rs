//! "Rejects some textbooks and pushes publishers to change others": a second verb that the parser joins to the object of the
//! first one.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len() {
        let noun = draft.head(verb);
        let finite = draft.pos(verb) == Pos::Verb && matches!(draft.tag(verb), Tag::VBZ | Tag::VBD);
        let bare = [Dep::Nsubj, Dep::Nsubjpass, Dep::Expl]
            .into_iter()
            .all(|dep| draft.kid(verb, dep).is_none());
        let joined = draft.dep(verb) == Dep::Conj
            && noun < verb
            && matches!(draft.pos(noun), Pos::Noun | Pos::Propn)
            && draft.dep(noun) == Dep::Dobj;
        let first = draft.head(noun);
        let alike = draft.pos(first) == Pos::Verb && draft.tag(first) == draft.tag(verb);
        if !(finite && bare && joined && alike) {
            continue;
        }
        draft.hang(verb, first, Dep::Conj);
        let and: Vec<usize> = draft
            .kids(noun)
            .filter(|&kid| (noun..verb).contains(&kid) && draft.dep(kid) == Dep::Cc)
            .collect();
        draft.hand_over(and, first);
    }
}
