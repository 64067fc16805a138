//! "Army raises flag over Alba, says 40 killed": the second verb of a headline is that of who acts in the first, and the parser
//! takes the first clause for what is said.

use crate::model::parsed::Dep;

use super::super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for verb in 3..draft.len() {
        let reports = draft.dep(verb) == Dep::Root && draft.is_finite(verb) && draft.says(verb);
        if !reports || draft.word(verb - 1) != COMMA {
            continue;
        }
        let subject = |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
        let told = |kid: usize| matches!(draft.dep(kid), Dep::Ccomp | Dep::Dobj) && kid > verb;
        let own = draft.kids(verb).any(subject);
        let tells = draft.kids(verb).any(told);
        let first = draft.kids(verb).find(|&kid| {
            let clause = draft.dep(kid) == Dep::Ccomp && kid < verb && draft.is_finite(kid);
            clause && draft.kid(kid, Dep::Nsubj).is_some_and(|at| at < kid)
        });
        if let Some(first) = first.filter(|_| tells && !own) {
            draft.make_root(first);
            draft.hang(verb, first, Dep::Conj);
        }
    }
}
