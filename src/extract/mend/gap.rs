//! "Twelve were dead and 30 others wounded": the second clause leaves out its auxiliary; ", which the rebels denied" behind
//! a report speaks of the clause before it.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 0..draft.len() {
        gapped(draft, token);
        counted_twice(draft, token);
        relative(draft, token);
    }
}

/// A counted noun that is joined to a clause, with a participle that says what became of it.
fn gapped(draft: &mut Draft, noun: usize) {
    let clause = draft.head(noun);
    let joined = draft.dep(noun) == Dep::Conj
        && matches!(draft.pos(clause), Pos::Verb | Pos::Aux)
        && draft.is_nominal(noun)
        && draft.kid(noun, Dep::Nummod).is_some();
    if !joined {
        return;
    }
    if let Some(participle) = draft.bare_participle(noun) {
        draft.make_root(participle);
        draft.hang(noun, participle, Dep::Nsubjpass);
        draft.hang(participle, clause, Dep::Conj);
    }
}

/// "ten dead and 37 injured": a bare number with a participle behind "and" is counted like the number before it, and no
/// clause of its own.
fn counted_twice(draft: &mut Draft, participle: usize) {
    let bare = draft.tag(participle) == Tag::VBN
        && draft.dep(participle) == Dep::Conj
        && [Dep::Aux, Dep::Auxpass, Dep::Dobj]
            .into_iter()
            .all(|dep| draft.kid(participle, dep).is_none());
    let number = draft.kids(participle).find(|&kid| {
        kid + 1 == participle
            && draft.tag(kid) == Tag::CD
            && matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass)
    });
    let Some(number) = number.filter(|_| bare) else {
        return;
    };
    let first = (0..number).rev().find(|&at| draft.tag(at) == Tag::CC);
    let before = first.and_then(|and| and.checked_sub(1));
    let counted =
        before.filter(|&at| draft.kid(at, Dep::Nummod).is_some() && draft.dep(at) != Dep::Nsubj);
    if let Some(counted) = counted {
        draft.hang(participle, counted, Dep::Conj);
        draft.hang(number, participle, Dep::Nummod);
        draft.sentence.tokens[participle].pos = Pos::Adj;
        draft.sentence.tokens[participle].tag = Tag::JJ;
    }
}

/// "X took the town, the general said, which the rebels denied": not what the general said.
fn relative(draft: &mut Draft, clause: usize) {
    let report = draft.head(clause);
    let inserted = draft.dep(clause) == Dep::Ccomp && draft.dep(report) == Dep::Parataxis;
    if !inserted || clause <= report {
        return;
    }
    let which = draft
        .kids(clause)
        .any(|kid| draft.tag(kid) == Tag::WDT && draft.dep(kid) == Dep::Dobj);
    if which {
        let told = draft.head(report);
        draft.hang(clause, told, Dep::Relcl);
    }
}
