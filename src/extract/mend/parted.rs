//! "The bank was ready to pay and Norway denies it": a name that the parser joins to the clause before it and not to its verb;
//! "rejected what it called a deal": the noun that is rejected, hung on the word of naming.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len() {
        named(draft, verb);
        rejoin(draft, verb);
    }
}

/// A whole clause before a verb of answer is no subject of it, where a name stands between.
fn rejoin(draft: &mut Draft, verb: usize) {
    let answers = draft.cue_class(verb).is_some() && draft.is_finite(verb);
    let clause = draft
        .kid(verb, Dep::Csubj)
        .filter(|&at| answers && at < verb);
    let Some(clause) = clause.filter(|&at| draft.is_finite(at)) else {
        return;
    };
    let name = verb - 1;
    let joined = draft.pos(name) == Pos::Propn
        && draft.dep(name) == Dep::Conj
        && draft.is_below(name, clause);
    let mate = draft.head(name);
    let and = (mate..name).find(|&at| draft.dep(at) == Dep::Cc && draft.head(at) == mate);
    let Some(and) = and.filter(|_| joined) else {
        return;
    };
    draft.put_in_place(clause, verb);
    draft.hang(verb, clause, Dep::Conj);
    draft.hang(name, verb, Dep::Nsubj);
    draft.hang(and, clause, Dep::Cc);
    let first: Vec<usize> = draft.kids(verb).filter(|&kid| kid < clause).collect();
    draft.hand_over(first, clause);
}

/// "what it called a deal" under a verb of answer: the deal is answered.
fn named(draft: &mut Draft, naming: usize) {
    let verb = draft.head(naming);
    let told = draft.dep(naming) == Dep::Ccomp && verb < naming;
    let what = draft
        .kids(naming)
        .any(|kid| matches!(draft.tag(kid), Tag::WP) && draft.dep(kid) == Dep::Dobj);
    let names = draft
        .lexicon
        .words
        .has(Set::NamingVerb, draft.lemma(naming));
    let answers = matches!(
        draft.cue_class(verb),
        Some(CueClass::Deny | CueClass::Accuse)
    );
    let thing = draft.kids(naming).find(|&kid| {
        kid > naming && matches!(draft.dep(kid), Dep::Oprd | Dep::Dobj) && draft.is_nominal(kid)
    });
    if let Some(thing) = thing.filter(|_| told && what && names && answers) {
        draft.hang(thing, verb, Dep::Dobj);
        draft.hang(naming, thing, Dep::Relcl);
    }
}
