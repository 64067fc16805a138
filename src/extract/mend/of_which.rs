//! "Faces nine charges, all of which he denies": what the clause is about is the charges, as in "which he denies".

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::super::tree::OF;
use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for all in 2..draft.len().saturating_sub(2) {
        let (of, which) = (all + 1, all + 2);
        let words = &draft.lexicon.words;
        let counts = [Set::QuantifierPronoun, Set::PluralQuantifier];
        let counts = counts
            .into_iter()
            .any(|set| words.has(set, draft.lemma(all)));
        let relative = draft.lemma(of) == OF && draft.tag(which) == Tag::WDT;
        let verb = draft.head(all);
        let object = draft.dep(all) == Dep::Dobj && verb > which;
        let told = counts && relative && object && draft.word(all - 1) == COMMA;
        if told && describe(draft, verb, all - 1) {
            draft.hang(which, verb, Dep::Dobj);
            draft.hang(of, which, Dep::Dep);
            draft.hang(all, which, Dep::Det);
        }
    }
}

/// Hangs the clause on the report before the comma, which the parser may take for a sentence of its own.
fn describe(draft: &mut Draft, verb: usize, comma: usize) -> bool {
    let words = &draft.lexicon.words;
    let reports = |&at: &usize| {
        let said = words.has(Set::BackNoun, draft.lemma(at));
        said && draft.is_nominal(at) && draft.dep(at) != Dep::Compound
    };
    let report = (0..comma).rev().find(reports);
    let Some(report) = report.filter(|&at| !draft.is_below(at, verb)) else {
        return draft.dep(verb) == Dep::Relcl;
    };
    draft.hang(verb, report, Dep::Relcl);
    true
}
