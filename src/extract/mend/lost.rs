//! "Lost 1,500 soldiers killed and wounded": the soldiers are what was lost, and no clause of their own.

use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tally::LOST;
use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for participle in 1..draft.len() {
        let verb = draft.head(participle);
        let bare = draft.dep(participle) == Dep::Ccomp
            && draft.tag(participle) == Tag::VBN
            && verb < participle
            && [Dep::Aux, Dep::Auxpass, Dep::Mark]
                .into_iter()
                .all(|dep| draft.kid(participle, dep).is_none());
        if !bare || !loses(draft, verb) || draft.kid(verb, Dep::Dobj).is_some() {
            continue;
        }
        let subject = [Dep::Nsubjpass, Dep::Nsubj]
            .into_iter()
            .find_map(|dep| draft.kid(participle, dep));
        let lost = |noun: &usize| draft.pos(*noun) == Pos::Noun && *noun > verb;
        if let Some(noun) = subject.filter(lost) {
            draft.hang(noun, verb, Dep::Dobj);
            draft.hang(participle, noun, Dep::Acl);
        }
    }
}

/// Whether a verb tells of losses of its subject.
fn loses(draft: &Draft, verb: usize) -> bool {
    let lemma = draft.lemma(verb);
    let mut frames = draft.lexicon.frames.of_verb(lemma).iter();
    draft.pos(verb) == Pos::Verb && frames.any(|frame| frame.assertion == LOST)
}
