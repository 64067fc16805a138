//! "On 'inhumane' Moscow", "of 'weak' ministers": an adjective in quotation marks that the parser takes for the noun.

use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for adjective in 2..draft.len().saturating_sub(2) {
        let noun = adjective + 2;
        let quoted =
            draft.pos(adjective - 1) == Pos::Punct && draft.pos(adjective + 1) == Pos::Punct;
        let taken = draft.pos(adjective) == Pos::Adj
            && matches!(draft.dep(adjective), Dep::Pobj | Dep::Dobj)
            && draft.head(adjective) < adjective;
        let free =
            matches!(draft.pos(noun), Pos::Noun | Pos::Propn) && !draft.is_below(adjective, noun);
        let named = (noun..draft.len())
            .take_while(|&at| matches!(draft.pos(at), Pos::Noun | Pos::Propn))
            .last();
        let Some(named) = named.filter(|_| quoted && taken && free) else {
            continue;
        };
        let (head, dep) = (draft.head(adjective), draft.dep(adjective));
        draft.hang(named, head, dep);
        draft.hang(adjective, named, Dep::Amod);
    }
}
