//! "Charges relating to the riot", "claims dating from May": a participle that only says what a charge is about is a
//! preposition, and tells nothing that was said.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        let words = &draft.lexicon.words;
        let relates = draft.tag(verb) == Tag::VBG
            && draft.dep(verb) == Dep::Acl
            && words.has(Set::RelatingVerb, draft.lemma(verb));
        let about = words.has(Set::BackNoun, draft.lemma(draft.head(verb)));
        let clause = draft.kid(verb, Dep::Ccomp).is_some();
        if !relates || !about || clause {
            continue;
        }
        if let Some(object) = draft.kid(verb, Dep::Dobj) {
            draft.sentence.tokens[object].dep = Dep::Pobj;
        }
        let word = &mut draft.sentence.tokens[verb];
        (word.pos, word.tag, word.dep) = (Pos::Adp, Tag::IN, Dep::Prep);
    }
}
