//! "Dismissed the professor put forward as a judge": nobody dismisses a clause without its "that", so that the participle tells
//! who it is.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for report in 2..draft.len() {
        one_object(draft, report);
        behind_verdict(draft, report);
    }
    for participle in 2..draft.len() {
        let verb = draft.head(participle);
        let dismisses = draft.cue_class(verb) == Some(CueClass::Deny)
            && draft
                .lexicon
                .words
                .has(Set::DecliningVerb, draft.lemma(verb))
            && draft.kid(verb, Dep::Dobj).is_none();
        let bare = draft.dep(participle) == Dep::Ccomp
            && matches!(draft.tag(participle), Tag::VBN | Tag::VBD)
            && verb < participle
            && [Dep::Aux, Dep::Auxpass, Dep::Mark, Dep::Dobj]
                .into_iter()
                .all(|dep| draft.kid(participle, dep).is_none());
        let subject = [Dep::Nsubjpass, Dep::Nsubj]
            .into_iter()
            .find_map(|dep| draft.kid(participle, dep));
        let noun = |at: &usize| draft.pos(*at) == Pos::Noun && *at > verb && *at < participle;
        if let Some(noun) = subject.filter(noun).filter(|_| dismisses && bare) {
            draft.hang(noun, verb, Dep::Dobj);
            draft.hang(participle, noun, Dep::Acl);
            draft.sentence.tokens[participle].tag = Tag::VBN;
        }
    }
}

/// "dismisses Novak body double rumours": the rumours alone, of which the words before them tell.
fn one_object(draft: &mut Draft, report: usize) {
    let verb = draft.head(report);
    let object = draft.dep(report) == Dep::Dobj && draft.pos(report) == Pos::Noun && verb < report;
    let first = draft.kid(verb, Dep::Dobj).filter(|&at| at < report);
    let Some(first) = first.filter(|_| object && draft.cue_class(verb) == Some(CueClass::Deny))
    else {
        return;
    };
    let named = draft.lexicon.words.has(Set::BackNoun, draft.lemma(report));
    let next = (first + 1..report)
        .all(|at| draft.head(at) == report && matches!(draft.dep(at), Dep::Amod | Dep::Compound));
    if named && next && draft.pos(first) == Pos::Noun {
        draft.hang(first, report, Dep::Compound);
    }
}

/// "Rejected as propaganda the army's claim that …": what is rejected stands behind what it is called, and not with it.
fn behind_verdict(draft: &mut Draft, report: usize) {
    let preposition = draft.head(report);
    let verb = draft.head(preposition);
    let led = draft.dep(report) == Dep::Pobj
        && draft.dep(preposition) == Dep::Prep
        && draft
            .lexicon
            .words
            .has(Set::AsPreposition, draft.lemma(preposition))
        && draft.cue_class(verb) == Some(CueClass::Deny)
        && draft.kid(verb, Dep::Dobj).is_none();
    let verdict = draft.kid(preposition, Dep::Pobj).filter(|&at| at < report);
    if led && verdict.is_some() && draft.names_report(report) {
        draft.hang(report, verb, Dep::Dobj);
    }
}
