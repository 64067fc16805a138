//! "said the midfielder Jane Roe had a licence": a noun before a name says who she is, and is no second subject.

use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for name in 1..draft.len() {
        if let Some(noun) = doubled(draft, name) {
            let early: Vec<usize> = draft.kids(noun).filter(|&kid| kid < noun).collect();
            draft.hand_over(early, name);
            draft.hang(noun, name, Dep::Compound);
        }
    }
}

/// The common noun that stands right before a name and that the parser took for a subject beside it.
fn doubled(draft: &Draft, name: usize) -> Option<usize> {
    let subject = |at: usize| matches!(draft.dep(at), Dep::Nsubj | Dep::Nsubjpass);
    if !subject(name) || draft.pos(name) != Pos::Propn {
        return None;
    }
    let first = (0..name).rev().take_while(|&at| draft.is_below(at, name));
    let noun = first.last().unwrap_or(name).checked_sub(1)?;
    let beside = subject(noun) && draft.head(noun) == draft.head(name);
    (beside && draft.pos(noun) == Pos::Noun).then_some(noun)
}
