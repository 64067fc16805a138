//! "Rejects claims of officials taking bribes": what the claims tell is the clause under "of", and no claims that take bribes.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::OF;
use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for gerund in 3..draft.len() {
        if draft.tag(gerund) == Tag::VBG {
            as_clause(draft, gerund);
            as_adjective(draft, gerund);
        }
    }
}

/// "rejects claims of officials aligning with rebels": the parser makes the claims the subject of the gerund.
fn as_clause(draft: &mut Draft, gerund: usize) {
    let verb = draft.head(gerund);
    let report = draft
        .kid(gerund, Dep::Nsubj)
        .filter(|&at| draft.dep(gerund) == Dep::Ccomp && verb < at && is_report(draft, at));
    let answered = report.filter(|_| draft.cue_class(verb).is_some());
    let Some((report, of)) = answered.and_then(|at| Some((at, of_right_behind(draft, at)?))) else {
        return;
    };
    let Some(doer) = draft.kid(of, Dep::Pobj).filter(|&at| at + 1 == gerund) else {
        return;
    };
    draft.hang(report, verb, Dep::Dobj);
    draft.hang(gerund, of, Dep::Pcomp);
    draft.hang(doer, gerund, Dep::Nsubj);
}

/// "rejected claims of its police helping smugglers": the parser makes the gerund describe its own object.
fn as_adjective(draft: &mut Draft, gerund: usize) {
    let object = draft.head(gerund);
    let of = draft.head(object);
    let doer = gerund - 1;
    let described = draft.dep(gerund) == Dep::Amod && object > gerund;
    let below = draft.dep(object) == Dep::Pobj
        && draft.lemma(of) == OF
        && of < doer
        && is_report(draft, draft.head(of));
    let named = draft.head(doer) == gerund
        && draft.pos(doer) == Pos::Noun
        && matches!(draft.dep(doer), Dep::Npadvmod | Dep::Compound);
    if !(described && below && named) {
        return;
    }
    let own: Vec<usize> = draft.kids(object).filter(|&kid| kid < doer).collect();
    draft.hang(gerund, of, Dep::Pcomp);
    draft.hang(object, gerund, Dep::Dobj);
    draft.hang(doer, gerund, Dep::Nsubj);
    draft.hand_over(own, doer);
    draft.sentence.tokens[gerund].pos = Pos::Verb;
}

fn is_report(draft: &Draft, noun: usize) -> bool {
    draft.pos(noun) == Pos::Noun && draft.lexicon.words.has(Set::BackNoun, draft.lemma(noun))
}

fn of_right_behind(draft: &Draft, noun: usize) -> Option<usize> {
    let mut kids = draft.kids(noun);
    kids.find(|&kid| kid == noun + 1 && draft.lemma(kid) == OF)
}
