//! "That the army shelled the market is a lie, the minister said", "That soldiers came is pure invention": a clause with
//! "that" in front is the subject of what is said of it, and its object is its own.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    let Some(that) = (0..draft.len()).find(|&at| draft.pos(at) != Pos::Punct) else {
        return;
    };
    if draft.lexicon.words.has(Set::ThatMark, draft.word(that)) {
        with_stolen_object(draft, that);
        taken_for_determiner(draft, that);
    }
}

/// "That the army shelled the market is a lie": the parser takes the market for what is a lie.
fn with_stolen_object(draft: &mut Draft, that: usize) {
    let verb = draft.head(that);
    let clause = draft.dep(that) == Dep::Mark && !draft.says(verb);
    let Some(judged) = copula_behind(draft, verb, Dep::Ccomp).filter(|_| clause) else {
        return;
    };
    let Some(object) = draft.kid(judged, Dep::Nsubj) else {
        return;
    };
    if verb < object && object < judged && draft.kid(verb, Dep::Dobj).is_none() {
        draft.hang(object, verb, Dep::Dobj);
        lift(draft, verb, judged);
    }
}

/// "That soldiers came through its streets is pure invention": the parser takes "that" for one that points.
fn taken_for_determiner(draft: &mut Draft, that: usize) {
    let noun = draft.head(that);
    let many = draft.dep(that) == Dep::Det && matches!(draft.tag(noun), Tag::NNS | Tag::NNPS);
    let verb = draft.head(noun);
    let acts = matches!(draft.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
    let Some(judged) = copula_behind(draft, verb, Dep::Conj).filter(|_| many && acts) else {
        return;
    };
    let joined = (verb..judged).any(|at| draft.dep(at) == Dep::Cc && draft.head(at) == verb);
    if !joined && draft.kid(judged, Dep::Nsubj).is_none() {
        draft.hang(that, verb, Dep::Mark);
        draft.sentence.tokens[that].tag = Tag::IN;
        lift(draft, verb, judged);
    }
}

/// The finite copula that hangs on a verb before it.
fn copula_behind(draft: &Draft, verb: usize, dep: Dep) -> Option<usize> {
    let copula = |at: usize| draft.lexicon.words.has(Set::Copula, draft.lemma(at));
    draft
        .kids(verb)
        .find(|&kid| kid > verb && draft.dep(kid) == dep && draft.is_finite(kid) && copula(kid))
}

/// Puts what is said of the clause above it.
fn lift(draft: &mut Draft, verb: usize, judged: usize) {
    draft.put_in_place(judged, verb);
    draft.hang(verb, judged, Dep::Csubj);
}
