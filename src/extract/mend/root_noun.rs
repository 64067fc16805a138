//! "Prosecutors in Germany allege that he laid it": a verb of report, which the parser took for a noun, with its clause behind it.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        let noun = draft.tag(verb) == Tag::NN && draft.head(verb) == verb;
        let taken = noun && draft.says(verb) && !draft.dep(verb - 1).eq(&Dep::Det);
        let marked = |clause: usize| {
            let mark = draft.kid(clause, Dep::Mark);
            draft.dep(clause) == Dep::Ccomp && mark == Some(verb + 1)
        };
        let told = draft.kids(verb).any(marked);
        let subject = draft.kid(verb, Dep::Nsubj).filter(|&at| at < verb);
        if !taken || !told || subject.is_none() {
            continue;
        }
        draft.sentence.tokens[verb].pos = Pos::Verb;
        draft.sentence.tokens[verb].tag = Tag::VBP;
        let name = verb - 1;
        let glued = draft.head(name) == verb && draft.dep(name) == Dep::Compound && name > 0;
        if glued && draft.dep(name - 1) == Dep::Prep && draft.kid(name - 1, Dep::Pobj).is_none() {
            draft.hang(name, name - 1, Dep::Pobj);
        }
    }
}
