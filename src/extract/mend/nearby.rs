//! "That Alba or nearby Bera was encircled": the town behind "nearby", which the parser hangs on the adjective.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for adjective in 1..draft.len().saturating_sub(1) {
        let town = adjective + 1;
        let joined = draft.dep(adjective) == Dep::Conj && draft.tag(adjective) == Tag::JJ;
        let first = draft.head(adjective);
        let apposed = draft.dep(town) == Dep::Appos && draft.pos(town) == Pos::Propn;
        let named = draft.is_nominal(first) && draft.is_below(town, first);
        if joined && apposed && named {
            draft.hang(town, first, Dep::Conj);
            draft.hang(adjective, town, Dep::Amod);
        }
    }
}
