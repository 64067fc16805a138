//! "a rumour that he had entered the embassy": the clause is what the noun tells, not one that tells which rumour.

use crate::lexicon::cues::CuePart;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for noun in 0..draft.len().saturating_sub(1) {
        let that = noun + 1;
        if draft.pos(noun) != Pos::Noun || draft.tag(that) != Tag::WDT {
            continue;
        }
        let clause = draft.head(that);
        let reports = || {
            draft
                .lexicon
                .cues
                .find(draft.lemma(noun), CuePart::Noun)
                .is_some()
        };
        let hangs = draft.dep(clause) == Dep::Relcl && draft.head(clause) == noun;
        if hangs && draft.dep(that) == Dep::Dobj && is_whole(draft, clause, that) && reports() {
            draft.sentence.tokens[that].dep = Dep::Mark;
            draft.sentence.tokens[that].tag = Tag::IN;
            draft.sentence.tokens[that].pos = Pos::Sconj;
            draft.sentence.tokens[clause].dep = Dep::Acl;
        }
    }
}

/// The clause has a subject and an object beside the word that begins it.
fn is_whole(draft: &Draft, clause: usize, that: usize) -> bool {
    let has = |dep: Dep| {
        draft
            .kids(clause)
            .any(|kid| kid != that && draft.dep(kid) == dep)
    };
    has(Dep::Nsubj) && has(Dep::Dobj)
}
