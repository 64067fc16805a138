//! "Denied a plot and insisted ministers were not involved": a second word of report that the parser took for a participle before
//! the subject of what it reports.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len().saturating_sub(1) {
        part(draft, verb);
        let Some((told, first)) = clause_and_report(draft, verb) else {
            continue;
        };
        draft.hang(verb, first, Dep::Conj);
        draft.hang(told, verb, Dep::Ccomp);
        draft.hang(verb - 1, first, Dep::Cc);
        let word = &mut draft.sentence.tokens[verb];
        (word.pos, word.tag) = (Pos::Verb, Tag::VBD);
    }
}

/// "denied any plot and insisted ministers were not involved": the parser may join the ministers to the plot, and leave their clause
/// without a subject.
fn part(draft: &mut Draft, verb: usize) {
    let subject = draft.head(verb);
    let joined = draft.dep(verb) == Dep::Amod
        && draft.tag(verb) == Tag::VBN
        && draft.dep(subject) == Dep::Conj
        && draft.dep(verb - 1) == Dep::Cc
        && verb < subject
        && draft.says(verb);
    let behind = subject + 1;
    if !joined || behind >= draft.len() {
        return;
    }
    let told = draft.head(behind);
    let helped = matches!(draft.dep(behind), Dep::Aux | Dep::Auxpass) && told > behind;
    let alone = [Dep::Nsubj, Dep::Nsubjpass]
        .into_iter()
        .all(|dep| draft.kid(told, dep).is_none());
    if helped && alone && draft.dep(told) == Dep::Conj {
        let passive = draft.dep(behind) == Dep::Auxpass;
        let dep = if passive { Dep::Nsubjpass } else { Dep::Nsubj };
        draft.hang(subject, told, dep);
    }
}

/// The clause that the participle reports, and the report before it that it is joined to.
fn clause_and_report(draft: &Draft, verb: usize) -> Option<(usize, usize)> {
    let subject = draft.head(verb);
    let told = draft.head(subject);
    let words = &draft.lexicon.words;
    let describes = draft.dep(verb) == Dep::Amod && draft.tag(verb) == Tag::VBN && verb < subject;
    // "and alleged victims were paid": victims that are called so.
    let reports = draft.says(verb) && !words.has(Set::PossibleWord, draft.word(verb));
    let begins = matches!(draft.dep(subject), Dep::Nsubj | Dep::Nsubjpass)
        && draft.dep(told) == Dep::Conj
        && draft.dep(verb - 1) == Dep::Cc;
    if !(describes && reports && begins) {
        return None;
    }
    let above = std::iter::successors(Some(told), |&at| {
        Some(draft.head(at)).filter(|&head| head != at)
    });
    let mut reporting = above.skip(1).filter(|&at| at < verb && draft.is_finite(at));
    let first = reporting.find(|&at| draft.cue_class(at).is_some())?;
    draft.kid(first, Dep::Nsubj).map(|_| (told, first))
}
