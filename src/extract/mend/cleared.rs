//! "Cleared the union of any wrongdoing": what somebody is cleared of belongs to the verb, and is no part of the union.

mod causal;

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::super::tree::OF;
use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    causal::mend(draft);
    for verb in 1..draft.len() {
        turn_subject(draft, verb);
        pleads(draft, verb);
    }
    for preposition in 2..draft.len() {
        let whom = draft.head(preposition);
        let verb = draft.head(whom);
        let below = draft.lemma(preposition) == OF
            && draft.dep(preposition) == Dep::Prep
            && draft.dep(whom) == Dep::Dobj;
        let clears = draft
            .lexicon
            .words
            .has(Set::ClearingVerb, draft.lemma(verb));
        // "cleared the head of the union of fraud": the last one.
        let last = || {
            let mut later = preposition + 1..draft.len();
            !later.any(|at| draft.lemma(at) == OF && draft.is_below(at, whom))
        };
        if below && clears && last() {
            draft.hang(preposition, verb, Dep::Prep);
        }
    }
}

/// "Jane Roe cleared of stealing cars": she is cleared, in the words of a headline.
fn turn_subject(draft: &mut Draft, verb: usize) {
    let past = draft.tag(verb) == Tag::VBD
        && draft
            .lexicon
            .words
            .has(Set::ClearingVerb, draft.lemma(verb))
        && draft.kid(verb, Dep::Dobj).is_none();
    let of = draft
        .kids(verb)
        .any(|kid| kid == verb + 1 && draft.lemma(kid) == OF);
    if let Some(subject) = draft.kid(verb, Dep::Nsubj).filter(|_| past && of) {
        draft.sentence.tokens[verb].tag = Tag::VBN;
        draft.sentence.tokens[subject].dep = Dep::Nsubjpass;
    }
}

/// "will plead not guilty": the plea is what is negated.
fn pleads(draft: &mut Draft, verb: usize) {
    let words = &draft.lexicon.words;
    let plea = words.has(Set::PleaVerb, draft.lemma(verb));
    let guilt = |&kid: &usize| words.has(Set::GuiltWord, draft.lemma(kid));
    let guilty = draft.kids(verb).find(guilt).filter(|_| plea);
    if let Some(not) = guilty.and_then(|at| draft.kid(at, Dep::Neg)) {
        draft.hang(not, verb, Dep::Neg);
    }
}
