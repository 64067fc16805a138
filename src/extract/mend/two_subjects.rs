//! "Utopia's paramilitary Free Corps said": an adjective that the parser took for a subject of its own beside the name behind
//! it.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for word in 0..draft.len().saturating_sub(1) {
        let Some(name) = name_behind(draft, word) else {
            continue;
        };
        let kids: Vec<usize> = draft.kids(word).collect();
        draft.hang(word, name, Dep::Amod);
        draft.hand_over(kids, name);
    }
}

/// The name right behind an adjective, where both are subjects of one verb.
fn name_behind(draft: &Draft, word: usize) -> Option<usize> {
    let verb = draft.head(word);
    let adjective = draft.tag(word) == Tag::JJ && draft.dep(word) == Dep::Nsubj;
    let name = (word + 1..draft.len())
        .take_while(|&at| draft.pos(at) == Pos::Propn)
        .find(|&at| draft.dep(at) == Dep::Nsubj)?;
    (adjective && draft.head(name) == verb && name < verb).then_some(name)
}
