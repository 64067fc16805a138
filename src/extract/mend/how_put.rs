//! "\"That is not correct,\" was how the spokesman put it": whoever puts it so reports what stands before.

mod quoting;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    quoting::read(draft);
    for copula in 2..draft.len().saturating_sub(3) {
        if let Some((put, told)) = parts(draft, copula) {
            draft.make_root(put);
            draft.hang(told, put, Dep::Ccomp);
            draft.hang(copula, put, Dep::Aux);
            for kid in draft.kids(copula).collect::<Vec<_>>() {
                draft.hang(kid, put, draft.dep(kid));
            }
        }
    }
}

/// The verb behind "was how", and the clause in quotation marks before.
fn parts(draft: &Draft, copula: usize) -> Option<(usize, usize)> {
    let words = &draft.lexicon.words;
    let mark = draft.word(copula - 1);
    let behind_quote = words.has(Set::DoubleQuote, mark) || words.has(Set::QuoteMark, mark);
    let how = words.has(Set::HowWord, draft.word(copula + 1));
    if !behind_quote || !how || !words.has(Set::Copula, draft.lemma(copula)) {
        return None;
    }
    let put = draft.kids(copula).find(|&kid| {
        kid > copula && draft.pos(kid) == Pos::Verb && draft.kid(kid, Dep::Nsubj).is_some()
    })?;
    let says = words.has(Set::PuttingVerb, draft.lemma(put)) || draft.says(put);
    let verb = |at: usize| matches!(draft.pos(at), Pos::Verb | Pos::Aux);
    let copulas = (0..copula).filter(|&at| verb(at) && draft.is_finite(at));
    let mut told = copulas.filter(|&at| draft.kid(at, Dep::Nsubj).is_some());
    let told = told.next()?;
    says.then_some((put, told))
}
