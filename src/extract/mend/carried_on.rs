//! "The bridge was hit, he said on Monday, and the town was not attacked", "it left, he said, and had no part in it": what stands
//! behind a report between commas is told by the same person, and the parser hung it on the report.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for mate in 2..draft.len() {
        goes_on(draft, mate);
        let report = draft.head(mate);
        let Some(told) = told_before(draft, report).filter(|_| carries_on(draft, mate, report))
        else {
            continue;
        };
        let and = draft
            .kids(report)
            .find(|&kid| draft.dep(kid) == Dep::Cc && kid > report && kid < mate);
        if let Some(and) = and.filter(|&and| and > 0 && draft.word(and - 1) == COMMA) {
            draft.hang(mate, told, Dep::Conj);
            draft.hang(and, told, Dep::Cc);
        }
    }
}

/// "The army shelled the town, the mayor charged, and drowned ten": a second verb of the clause before an inserted report.
fn goes_on(draft: &mut Draft, mate: usize) {
    let report = draft.head(mate);
    let comma = |at: usize| at < draft.len() && draft.word(at) == COMMA;
    let and = mate - 1;
    let joined = draft.dep(mate) == Dep::Conj
        && report + 3 == mate
        && draft.dep(report) == Dep::Root
        && draft.says(report)
        && comma(report + 1)
        && draft.dep(and) == Dep::Cc;
    let subject = |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl);
    let told = draft.kid(report, Dep::Ccomp).filter(|&told| told < report);
    let Some(told) = told.filter(|_| joined && !draft.kids(mate).any(subject)) else {
        return;
    };
    let speaks = |kid: usize| subject(kid) && kid > told && kid < report;
    let same = draft.is_finite(mate) && draft.cue_class(mate).is_none();
    let end = told_end(draft, told, report);
    if same && draft.kids(report).any(speaks) && comma(end) && draft.pos(end + 1) != Pos::Punct {
        draft.hang(mate, told, Dep::Conj);
        draft.hang(and, told, Dep::Cc);
    }
}

/// The clause that a report behind it tells.
fn told_before(draft: &Draft, report: usize) -> Option<usize> {
    let behind = |kid: usize| kid > report && matches!(draft.dep(kid), Dep::Ccomp | Dep::Dobj);
    let alone = !draft.kids(report).any(behind);
    let said = draft.dep(report) == Dep::Root && draft.says(report) && alone;
    let told = draft
        .kid(report, Dep::Ccomp)
        .filter(|&told| told < report && said)?;
    let speaks = |kid: usize| draft.dep(kid) == Dep::Nsubj && kid > told && kid < report;
    // A quotation ends where its mark stands, and without a day or a place the parser sees who tells the rest.
    let unquoted = draft.word(told_end(draft, told, report)) == COMMA
        && draft.pos(told_end(draft, told, report) + 1) != Pos::Punct;
    let modifies = |kid: usize| kid > report && matches!(draft.dep(kid), Dep::Prep | Dep::Npadvmod);
    let between = draft.kids(report).any(speaks) && unquoted;
    (between && draft.kids(report).any(modifies)).then_some(told)
}

/// The mark behind the last word of a clause before its report.
fn told_end(draft: &Draft, told: usize, report: usize) -> usize {
    let last = (told..report).rfind(|&at| draft.is_below(at, told));
    last.unwrap_or(told) + 1
}

/// Whether a clause has a subject of its own and tells what was, and not that somebody else speaks.
fn carries_on(draft: &Draft, mate: usize, report: usize) -> bool {
    let past = |at: usize| draft.tag(at) == Tag::VBD;
    let helped = draft
        .kids(mate)
        .any(|kid| matches!(draft.dep(kid), Dep::Aux | Dep::Auxpass) && past(kid));
    // "He said on Monday, and he left": what he did, and nobody tells it.
    let own = draft.kids(mate).any(|kid| {
        let subject = matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass | Dep::Expl);
        subject && kid < mate && draft.pos(kid) != Pos::Pron
    });
    let joined = draft.dep(mate) == Dep::Conj && mate > report;
    let verb = matches!(draft.pos(mate), Pos::Verb | Pos::Aux);
    joined && verb && own && (past(mate) || helped) && draft.cue_class(mate).is_none()
}
