//! "Dr Sahu, since transferred, denies it": the subject is that of the verb, and not of what is told aside; "was the last man
//! off": what stands behind a copula is what it says, and no second subject.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for token in 0..draft.len() {
        lend_subject(draft, token);
        turn_attribute(draft, token);
    }
}

/// A participle between commas that took the subject from the verb behind it.
fn lend_subject(draft: &mut Draft, participle: usize) {
    let verb = draft.head(participle);
    let before = draft.tag(participle) == Tag::VBN
        && draft.dep(participle) == Dep::Advcl
        && participle < verb
        && draft.is_finite(verb);
    let subject = |at: usize| draft.kids(at).find(|&kid| draft.dep(kid) == Dep::Nsubj);
    let Some(taken) = subject(participle).filter(|&at| before && at < participle) else {
        return;
    };
    let comma = |at: usize| at < draft.len() && draft.word(at) == COMMA;
    let first = draft
        .kids(participle)
        .filter(|&kid| kid > taken && kid < participle)
        .min();
    let opens = first.is_some_and(|first| first > 0 && comma(first - 1));
    let closes = (participle + 1..verb).any(comma);
    if opens && closes && subject(verb).is_none() {
        draft.hang(taken, verb, Dep::Nsubj);
    }
}

/// "The skipper 'was the last man off'": of two subjects the one behind the copula is its attribute.
fn turn_attribute(draft: &mut Draft, copula: usize) {
    if draft.pos(copula) != Pos::Aux || draft.kid(copula, Dep::Expl).is_some() {
        return;
    }
    let subjects: Vec<usize> = draft
        .kids(copula)
        .filter(|&kid| draft.dep(kid) == Dep::Nsubj && draft.is_nominal(kid))
        .collect();
    let bare = [Dep::Attr, Dep::Acomp, Dep::Oprd]
        .into_iter()
        .all(|dep| draft.kid(copula, dep).is_none());
    if let [subject, told] = subjects[..]
        && bare
        && subject < copula
        && told > copula
    {
        draft.sentence.tokens[told].dep = Dep::Attr;
    }
}
