//! "Belmar, which a rival accused of theft, closed": the clause about Belmar, which the parser takes for two names of it.

use crate::model::parsed::{Dep, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 3..draft.len() {
        let subject = draft.head(verb);
        let pronoun = draft.head(subject);
        let noun = draft.head(pronoun);
        let participle = draft.tag(verb) == Tag::VBN
            && draft.dep(verb) == Dep::Acl
            && draft.cue_class(verb).is_some();
        let taken = draft.dep(subject) == Dep::Appos
            && draft.dep(pronoun) == Dep::Appos
            && matches!(draft.tag(pronoun), Tag::WDT | Tag::WP);
        let order = noun < pronoun && pronoun < subject && subject < verb;
        if participle && taken && order && draft.is_nominal(subject) {
            draft.sentence.tokens[verb].tag = Tag::VBD;
            draft.hang(subject, pronoun, Dep::Dep);
            draft.hang(verb, noun, Dep::Relcl);
            draft.hang(subject, verb, Dep::Nsubj);
            draft.hang(pronoun, verb, Dep::Dobj);
        }
    }
}
