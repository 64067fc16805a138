//! "Dismissed the professor put forward as a judge": nobody dismisses a clause without its "that", so that the participle tells
//! who it is.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
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
