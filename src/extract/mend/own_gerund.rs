//! "The president likening the raid to a massacre and Peru accusing him of lies": the name right before the second of two
//! gerunds is its subject. "Ana Roe, writing on her channel, said …": she says so, and no writing.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len() {
        aside(draft, verb);
        let name = verb - 1;
        let reports = draft.tag(verb) == Tag::VBG
            && draft.pos(verb) == Pos::Verb
            && draft.cue_class(verb).is_some()
            && matches!(draft.dep(verb), Dep::Acl | Dep::Advcl)
            && draft.kid(verb, Dep::Nsubj).is_none();
        let joined = draft.pos(name) == Pos::Propn
            && draft.dep(name) == Dep::Conj
            && draft.head(verb) < name
            && draft.head(verb) != name;
        // "likening it to a crime and Peru accusing him".
        let first =
            (0..name).any(|at| draft.tag(at) == Tag::VBG && draft.is_below(draft.head(name), at));
        let and = draft.dep(name - 1) == Dep::Cc;
        if reports && joined && and && first {
            draft.hang(name, verb, Dep::Nsubj);
        }
    }
}

/// A gerund between commas that the parser makes the subject of the report behind it, with the speaker below.
fn aside(draft: &mut Draft, gerund: usize) {
    let report = draft.head(gerund);
    let taken = draft.tag(gerund) == Tag::VBG && draft.dep(gerund) == Dep::Nsubj && report > gerund;
    let speaker = draft
        .kid(gerund, Dep::Nsubj)
        .filter(|&at| taken && at + 2 == gerund && draft.word(at + 1) == COMMA);
    if let Some(speaker) = speaker.filter(|_| draft.cue_class(report).is_some()) {
        draft.hang(speaker, report, Dep::Nsubj);
        draft.hang(gerund, speaker, Dep::Acl);
    }
}
