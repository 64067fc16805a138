//! "Debris of a drone set a unit alight, the crew said": a verb in the past that the parser takes for a participle of the noun
//! before it, where the clause that is told has no other verb.

use crate::model::parsed::{Dep, Pos, Tag};

use super::{COMMA, Draft};

pub(super) fn mend(draft: &mut Draft) {
    for noun in 0..draft.len() {
        let report = draft.head(noun);
        let loose = matches!(draft.dep(noun), Dep::Npadvmod | Dep::Dep | Dep::Ccomp);
        if !loose || draft.pos(noun) != Pos::Noun || report <= noun || !draft.says(report) {
            continue;
        }
        if let Some(verb) = told_by(draft, noun, report) {
            draft.sentence.tokens[verb].tag = Tag::VBD;
            draft.hang(verb, report, Dep::Ccomp);
            draft.hang(noun, verb, Dep::Nsubj);
        }
    }
}

/// The participle with an object below the noun, where the speaker of the report stands behind a comma.
fn told_by(draft: &Draft, noun: usize, report: usize) -> Option<usize> {
    let speaker = draft.kid(report, Dep::Nsubj).filter(|&at| at > noun)?;
    let own = |&at: &usize| draft.is_below(at, noun);
    let comma = (noun..speaker).any(|at| draft.word(at) == COMMA);
    let finite = (noun..speaker).filter(own).any(|at| draft.is_finite(at));
    let verb = (noun + 1..speaker).filter(own).find(|&at| {
        draft.tag(at) == Tag::VBN && draft.dep(at) == Dep::Acl && draft.kid(at, Dep::Dobj).is_some()
    });
    verb.filter(|_| comma && !finite)
}
