//! "Among the buildings hit was a market": what stands behind the verb is what the clause is about.

use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len() {
        if let Some(subject) = subject_behind(draft, verb) {
            draft.hang(subject, verb, Dep::Nsubj);
        }
    }
}

/// The noun behind a form of "be" that a phrase begins and that has no subject before it.
fn subject_behind(draft: &Draft, verb: usize) -> Option<usize> {
    if draft.pos(verb) != Pos::Aux || !draft.is_finite(verb) {
        return None;
    }
    let begun = draft
        .kids(verb)
        .any(|kid| kid < verb && draft.dep(kid) == Dep::Prep);
    let subject = |kid: usize| {
        matches!(
            draft.dep(kid),
            Dep::Nsubj | Dep::Nsubjpass | Dep::Expl | Dep::Csubj
        )
    };
    let noun = draft
        .kid(verb, Dep::Attr)
        .filter(|&noun| noun > verb && draft.is_nominal(noun))?;
    (begun && !draft.kids(verb).any(subject)).then_some(noun)
}
