//! "The soldiers were the first to shoot": they shot first.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for rank in 1..draft.len() {
        if let Some((copula, verb)) = did(draft, rank) {
            apply(draft, copula, rank, verb);
        }
    }
}

/// The copula before a word of rank that is its predicate, and the infinitive behind it.
fn did(draft: &Draft, rank: usize) -> Option<(usize, usize)> {
    let word = draft.lexicon.words.has(Set::RankWord, draft.lemma(rank));
    let copula = draft.head(rank);
    let predicate = matches!(draft.dep(rank), Dep::Attr | Dep::Acomp) && copula < rank;
    let past = draft.tag(copula) == Tag::VBD && draft.pos(copula) == Pos::Aux;
    let verb = draft.kids(rank).find(|&kid| {
        let clause = matches!(draft.dep(kid), Dep::Relcl | Dep::Acl | Dep::Xcomp);
        clause && draft.tag(kid) == Tag::VB && kid > rank
    })?;
    let subject = draft.kid(copula, Dep::Nsubj).is_some();
    (word && predicate && past && subject).then_some((copula, verb))
}

fn apply(draft: &mut Draft, copula: usize, rank: usize, verb: usize) {
    let kids: Vec<usize> = draft.kids(copula).filter(|&kid| kid != rank).collect();
    draft.put_in_place(verb, copula);
    for kid in kids {
        let dep = draft.dep(kid);
        draft.hang(kid, verb, dep);
    }
    draft.hang(copula, verb, Dep::Aux);
    draft.hang(rank, verb, Dep::Advmod);
    draft.sentence.tokens[verb].tag = Tag::VBD;
}
