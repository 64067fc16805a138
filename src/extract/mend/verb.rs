//! "Army rejects blame", "Ministry slams report": the verb of denial that the parser took for a noun, before a noun of
//! report that it took for the verb.

use crate::lexicon::cues::{CueClass, CuePart};
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        turn(draft, verb);
    }
}

fn turn(draft: &mut Draft, verb: usize) {
    let object = verb + 1;
    let taken = draft.tag(verb) == Tag::NNS
        && draft.head(verb) == object
        && draft.dep(verb) == Dep::Nsubj
        && draft.pos(object) == Pos::Verb
        && draft.kid(object, Dep::Dobj).is_none();
    if !taken || !answers(draft, verb) || !names_report(draft, object) {
        return;
    }
    let Some(subject) = (0..verb)
        .rev()
        .find(|&at| draft.head(at) == verb && draft.is_nominal(at))
    else {
        return;
    };
    let (head, dep) = (draft.head(object), draft.dep(object));
    draft.make_verb(verb);
    if head == object {
        draft.make_root(verb);
    } else {
        draft.make_root(verb);
        draft.hang(verb, head, dep);
    }
    let word = &mut draft.sentence.tokens[object];
    (word.pos, word.tag) = (Pos::Noun, Tag::NN);
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < subject).collect();
    draft.hang(object, verb, Dep::Dobj);
    draft.hang(subject, verb, Dep::Nsubj);
    for kid in before {
        let dep = draft.dep(kid);
        draft.hang(kid, subject, dep);
    }
}

/// A verb that denies or blames, by the form without its ending.
fn answers(draft: &Draft, token: usize) -> bool {
    let entry = draft.lexicon.cues.find(&draft.lemma(token), CuePart::Verb);
    entry.is_some_and(|entry| matches!(entry.class, CueClass::Deny | CueClass::Accuse))
}

fn names_report(draft: &Draft, token: usize) -> bool {
    let lemma = draft.lemma(token);
    draft.lexicon.cues.find(&lemma, CuePart::Noun).is_some()
}
