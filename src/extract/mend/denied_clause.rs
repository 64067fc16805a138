//! "That four guards were hurt is disputed by the owner": the clause is what is disputed, whatever the parser makes of the two
//! verbs.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    let first = (0..draft.len()).find(|&at| draft.pos(at) != Pos::Punct);
    let Some(that) = first.filter(|&at| draft.lexicon.words.has(Set::ThatMark, draft.word(at)))
    else {
        return;
    };
    let Some((verb, helper)) = judging_verb(draft, that) else {
        return;
    };
    if let Some(clause) = clause_between(draft, that, helper) {
        govern(draft, that, clause, verb);
    }
}

/// The passive verb by which somebody answers what stands before it, and its first auxiliary.
fn judging_verb(draft: &Draft, that: usize) -> Option<(usize, usize)> {
    let judges = |&verb: &usize| {
        let class = draft.cue_class(verb);
        let answers = matches!(
            class,
            Some(CueClass::Deny | CueClass::Confirm | CueClass::Doubt)
        );
        let passive = draft.tag(verb) == Tag::VBN && draft.kid(verb, Dep::Auxpass).is_some();
        passive && answers && draft.kid(verb, Dep::Agent).is_some()
    };
    let verb = (that + 1..draft.len()).find(judges)?;
    let helper = draft
        .kids(verb)
        .find(|&kid| kid < verb && matches!(draft.dep(kid), Dep::Aux | Dep::Auxpass))?;
    // "That statement was denied by the owner": no clause, and a subject of its own.
    let comma = (that..helper).any(|at| draft.pos(at) == Pos::Punct);
    (!comma).then_some((verb, helper))
}

/// The finite clause behind "that" and before the passive.
fn clause_between(draft: &Draft, that: usize, helper: usize) -> Option<usize> {
    let subject = |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass) && kid > that;
    let own = |at: usize| draft.kids(at).any(|kid| subject(kid) && kid < at);
    let helped = |at: usize| {
        let mut kids = draft.kids(at);
        kids.any(|kid| draft.is_finite(kid) && kid < at)
    };
    (that + 2..helper).find(|&at| {
        let verb = matches!(draft.pos(at), Pos::Verb | Pos::Aux);
        verb && own(at) && (draft.is_finite(at) || helped(at))
    })
}

/// Makes the clause what the verb judges, and gives it what the parser took for the subject of the verb.
fn govern(draft: &mut Draft, that: usize, clause: usize, verb: usize) {
    if draft.is_below(verb, clause) {
        draft.put_in_place(verb, clause);
    }
    let object = draft
        .kid(verb, Dep::Nsubjpass)
        .filter(|&at| clause < at && at < verb && draft.kid(clause, Dep::Dobj).is_none());
    if let Some(object) = object {
        draft.hang(object, clause, Dep::Dobj);
    }
    let behind: Vec<usize> = draft.kids(clause).filter(|&kid| kid > verb).collect();
    draft.hang(clause, verb, Dep::Ccomp);
    draft.hand_over(behind, verb);
    draft.make_mark(that);
    draft.hang(that, clause, Dep::Mark);
}
