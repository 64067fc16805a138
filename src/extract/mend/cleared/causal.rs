//! "Found not guilty by reason of insanity": what something is by reason of does nothing itself.

use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::super::super::tree::OF;
use super::super::Draft;

pub(in crate::extract::mend) fn mend(draft: &mut Draft) {
    for by in 0..draft.len().saturating_sub(2) {
        let noun = by + 1;
        let below = draft.dep(by) == Dep::Agent && draft.head(noun) == by;
        let causal = draft.lexicon.words.has(Set::CausalNoun, draft.word(noun));
        if below && causal && draft.lemma(noun + 1) == OF {
            draft.sentence.tokens[by].dep = Dep::Prep;
        }
    }
}
