//! "Sweden, whose leaders the bloc accuses of fraud": whom the clause begins with is accused, and the name behind accuses.

use crate::lexicon::cues::CueClass;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len() {
        whose(draft, verb);
    }
}

/// "whose leaders the bloc accuses of fraud": the leaders are accused, and the bloc accuses them.
fn whose(draft: &mut Draft, verb: usize) {
    let accuses = draft.dep(verb) == Dep::Relcl && draft.cue_class(verb) == Some(CueClass::Accuse);
    let whose = |at: usize| {
        draft
            .kid(at, Dep::Poss)
            .is_some_and(|kid| draft.tag(kid) == Tag::WPS)
    };
    let object = draft.kid(verb, Dep::Nsubj).filter(|&at| whose(at));
    let Some(object) = object.filter(|_| accuses && draft.kid(verb, Dep::Dobj).is_none()) else {
        return;
    };
    let named = |at: usize| matches!(draft.pos(at), Pos::Noun | Pos::Propn);
    let subject = (object + 1..verb).rev().find(|&at| named(at));
    let own = |at: usize| draft.head(at) == verb && draft.dep(at) == Dep::Nsubj;
    if let Some(subject) = subject.filter(|&at| draft.head(at) == object || own(at)) {
        draft.sentence.tokens[object].dep = Dep::Dobj;
        draft.hang(subject, verb, Dep::Nsubj);
    }
}
