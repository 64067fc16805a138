//! "Prosecutors in Germany allege that he laid it": a verb of report, which the parser took for a noun, with its clause behind it.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        points(draft, verb);
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

/// "…, that new intelligence points to rebels": a verb of blame in the present, taken for a plural noun.
fn points(draft: &mut Draft, verb: usize) {
    let subject = verb - 1;
    let taken = draft.tag(verb) == Tag::NNS
        && matches!(draft.dep(verb), Dep::Ccomp | Dep::Root)
        && draft.cue_class(verb).is_some()
        && draft.head(subject) == verb
        && draft.dep(subject) == Dep::Compound;
    let behind = draft.dep(verb + 1) == Dep::Prep && draft.head(verb + 1) == verb;
    let finite = draft.kids(verb).any(|kid| draft.is_finite(kid));
    if !taken || !behind || finite {
        return;
    }
    draft.sentence.tokens[verb].pos = Pos::Verb;
    draft.sentence.tokens[verb].tag = Tag::VBZ;
    draft.hang(subject, verb, Dep::Nsubj);
    let before: Vec<usize> = draft
        .kids(verb)
        .filter(|&kid| kid < subject && matches!(draft.dep(kid), Dep::Amod | Dep::Det))
        .collect();
    draft.hand_over(before, subject);
}
