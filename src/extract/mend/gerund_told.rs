//! "The monitor said shelling on Sunday hit the market": the noun in -ing right behind a word of report is the subject of what is
//! told, and nothing that whoever reports it does.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for gerund in 1..draft.len() {
        let report = draft.head(gerund);
        let behind = draft.dep(gerund) == Dep::Xcomp && report < gerund && draft.says(report);
        let bare = draft.tag(gerund) == Tag::VBG && draft.kid(gerund, Dep::Dobj).is_none();
        if !(behind && bare && draft.is_finite(report)) {
            continue;
        }
        if let Some(clause) = clause_without_subject(draft, report, gerund) {
            draft.hang(gerund, clause, Dep::Nsubj);
            let word = &mut draft.sentence.tokens[gerund];
            (word.pos, word.tag) = (Pos::Noun, Tag::NN);
        }
    }
}

/// What the report tells behind the gerund, where nothing else can be its subject.
fn clause_without_subject(draft: &Draft, report: usize, gerund: usize) -> Option<usize> {
    let told = |&kid: &usize| {
        let finite = draft.dep(kid) == Dep::Ccomp && draft.is_finite(kid);
        let subject = |at: usize| {
            matches!(
                draft.dep(at),
                Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Expl | Dep::Mark
            )
        };
        kid > gerund && finite && !draft.kids(kid).any(subject)
    };
    let clause = draft.kids(report).find(told)?;
    let between =
        (gerund + 1..clause).all(|at| draft.is_below(at, gerund) || draft.is_below(at, clause));
    between.then_some(clause)
}
