//! "Lima dodges question on port, blames Quito for delay": the first verb of a headline of two, which the parser takes for a
//! plural inside the noun behind it.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for second in 4..draft.len() {
        let object = draft.head(second);
        let joined = draft.dep(second) == Dep::Conj
            && draft.tag(second) == Tag::VBZ
            && draft.pos(second) == Pos::Verb
            && draft.word(second - 1) == COMMA
            && draft.pos(object) == Pos::Noun
            && draft.head(object) == object
            && object < second;
        let subject = draft.kid(second, Dep::Nsubj).is_some();
        if let Some(first) = first(draft, object).filter(|_| joined && !subject) {
            turn(draft, (first, second), object);
        }
        swallowed(draft, second);
        named_before(draft, second);
    }
}

/// "Golfer Jane Roe rips league chief, alleges fraud": the first verb and its subject, which the parser takes for parts of the
/// noun behind them, and that one for who does the second deed.
fn swallowed(draft: &mut Draft, second: usize) {
    let root = draft.head(second) == second
        && draft.tag(second) == Tag::VBZ
        && draft.word(second - 1) == COMMA;
    let Some(object) = draft.kid(second, Dep::Nsubj).filter(|_| root) else {
        return;
    };
    // "Norda boss praises staff, denies cutting corners".
    let judges = |at: usize| {
        let listed = draft.lexicon.words.has(Set::JudgingVerb, draft.lemma(at));
        draft.tag(at) == Tag::NNS && (listed || draft.cue_class(at).is_some())
    };
    let first = (1..object).find(|&at| {
        let verb = draft.pos(at) == Pos::Verb && draft.tag(at) == Tag::VBZ;
        draft.dep(at) == Dep::Compound && (verb || judges(at))
    });
    let Some(first) = first.filter(|&at| draft.is_below(at, object)) else {
        return;
    };
    let subject = first - 1;
    let named = draft.is_nominal(subject) && draft.dep(subject) == Dep::Compound;
    if !named || draft.is_below(first, subject) {
        return;
    }
    let inside = |at: usize| draft.head(at) < first || draft.head(at) > at;
    let before: Vec<usize> = (0..subject).filter(|&at| inside(at)).collect();
    let describes: Vec<usize> = draft.kids(first).filter(|&kid| kid > first).collect();
    draft.make_root(first);
    draft.make_verb(first);
    draft.hang(second, first, Dep::Conj);
    draft.hang(object, first, Dep::Dobj);
    draft.hang(subject, first, Dep::Nsubj);
    let outside: Vec<usize> = before
        .into_iter()
        .filter(|&at| draft.head(at) > subject)
        .collect();
    draft.hand_over(outside, subject);
    draft.hand_over(describes, object);
}

/// "Roe denounces Orlo, airbrushes past": the first verb, which the parser takes for a noun with two names that does the second
/// deed.
fn named_before(draft: &mut Draft, second: usize) {
    let root = draft.head(second) == second
        && draft.tag(second) == Tag::VBZ
        && draft.word(second - 1) == COMMA;
    let Some(first) = draft.kid(second, Dep::Nsubj).filter(|&at| root && at > 0) else {
        return;
    };
    let subject = first - 1;
    let answers = draft.tag(first) == Tag::NNS && draft.cue_class(first).is_some();
    let named = draft.head(subject) == first && draft.dep(subject) == Dep::Compound;
    let object = draft
        .kids(first)
        .find(|&kid| draft.dep(kid) == Dep::Appos && first < kid && kid < second);
    if let Some(object) = object.filter(|_| answers && named) {
        turn(draft, (first, second), object);
    }
}

/// The plural right behind a name, inside the noun that is the root.
fn first(draft: &Draft, object: usize) -> Option<usize> {
    let inside =
        |at: usize| draft.head(at) == object && matches!(draft.dep(at), Dep::Compound | Dep::Nsubj);
    let finite = (0..object).any(|at| draft.is_finite(at));
    (1..object).find(|&at| {
        let name = draft.pos(at - 1) == Pos::Propn
            && matches!(draft.dep(at - 1), Dep::Compound | Dep::Nsubj)
            && [at, object].contains(&draft.head(at - 1));
        draft.tag(at) == Tag::NNS && inside(at) && name && !finite
    })
}

fn turn(draft: &mut Draft, (first, second): (usize, usize), object: usize) {
    let subject = first - 1;
    let before: Vec<usize> = [first, object]
        .into_iter()
        .flat_map(|at| {
            draft
                .kids(at)
                .filter(|&kid| kid < subject)
                .collect::<Vec<_>>()
        })
        .collect();
    draft.make_root(first);
    draft.make_verb(first);
    draft.hang(object, first, Dep::Dobj);
    draft.hang(subject, first, Dep::Nsubj);
    draft.hang(second, first, Dep::Conj);
    draft.hand_over(before, subject);
}
