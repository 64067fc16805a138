//! "The president ordered soldiers to fire": a verb that the parser takes for an adjective of those who are ordered.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len() {
        let noun = draft.head(verb);
        let adjective = draft.dep(verb) == Dep::Amod && draft.tag(verb) == Tag::VBN && noun > verb;
        let doer = draft.kid(verb, Dep::Nsubj).filter(|&at| at < verb);
        if !adjective || doer.is_none() {
            continue;
        }
        let task = draft.head(noun);
        let told = draft.tag(task) == Tag::VB && draft.dep(noun) == Dep::Nsubj && task > noun;
        if told {
            draft.put_in_place(verb, task);
            draft.hang(task, verb, Dep::Xcomp);
            draft.hang(noun, verb, Dep::Dobj);
            draft.sentence.tokens[verb].tag = Tag::VBD;
            draft.sentence.tokens[verb].pos = Pos::Verb;
        }
    }
}
