//! "Accused rioter plotted to kill guards, prosecutors say": the clause that a headline tells before its word of report, where
//! the parser takes the verb for a participle that describes who acts.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for participle in 1..draft.len() {
        if let Some(report) = report_behind(draft, participle) {
            apply(draft, participle, report);
        }
    }
}

/// The word of report that closes the sentence behind a participle with something that was done, and tells nothing else.
fn report_behind(draft: &Draft, participle: usize) -> Option<usize> {
    let active = [Dep::Xcomp, Dep::Dobj, Dep::Ccomp]
        .into_iter()
        .any(|dep| draft.kid(participle, dep).is_some());
    let passive = [Dep::Agent, Dep::Auxpass, Dep::Aux]
        .into_iter()
        .any(|dep| draft.kid(participle, dep).is_some());
    let describes = draft.tag(participle) == Tag::VBN
        && draft.dep(participle) == Dep::Acl
        && draft.head(participle) + 1 == participle;
    if !describes || !active || passive {
        return None;
    }
    let report = top(draft, participle).1;
    let subject = draft.kid(report, Dep::Nsubj)?;
    let first = (0..subject).rev().find(|&at| draft.word(at) == COMMA)?;
    let plain = (first + 1..subject).all(|at| draft.is_below(at, subject));
    let closes =
        draft.says(report) && draft.is_finite(report) && draft.kid(report, Dep::Ccomp).is_none();
    let behind = participle < first && subject < report && report + 2 >= draft.len();
    (closes && behind && plain).then_some(report)
}

/// The highest word between a token and the verb around it, and that verb.
fn top(draft: &Draft, token: usize) -> (usize, usize) {
    let mut at = draft.head(token);
    while draft.head(at) != at && draft.pos(draft.head(at)) != Pos::Verb {
        at = draft.head(at);
    }
    (at, draft.head(at))
}

fn apply(draft: &mut Draft, participle: usize, report: usize) {
    let noun = draft.head(participle);
    let highest = top(draft, participle).0;
    draft.hang(participle, report, Dep::Ccomp);
    draft.hang(noun, participle, Dep::Nsubj);
    // "Accused Jan. 6 rioter": what the parser takes for the head is a part of the name.
    if highest != noun && highest != participle {
        draft.hang(highest, noun, Dep::Compound);
    }
    draft.sentence.tokens[participle].tag = Tag::VBD;
}
