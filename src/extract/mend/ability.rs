//! "Had no reason to shell the clinic", "the motive to kill him": what one has reason to do describes the reason as it does in
//! "no plan to do it", and not by a clause that has the reason for its subject.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 2..draft.len() {
        let noun = draft.head(verb);
        let infinitive = draft.dep(verb) == Dep::Relcl
            && draft.tag(verb) == Tag::VB
            && draft.kids(verb).any(|kid| draft.tag(kid) == Tag::TO);
        let own = |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
        let ability = draft.lexicon.words.has(Set::AbilityNoun, draft.lemma(noun));
        // "There was no way to wreck it": nobody is told whose way it would be.
        let doer = draft.kid(draft.head(noun), Dep::Nsubj).is_some();
        if infinitive && ability && doer && noun < verb && !draft.kids(verb).any(own) {
            draft.sentence.tokens[verb].dep = Dep::Acl;
        }
    }
}
