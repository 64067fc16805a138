//! "Opposition cries foul": the verb of an idiom of denial that the parser took for a plural noun.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len().saturating_sub(1) {
        let subject = verb - 1;
        let plural = draft.tag(verb) == Tag::NNS && draft.pos(verb) == Pos::Noun;
        let about = draft.is_nominal(subject) && draft.head(subject) == verb;
        if !plural || !about || !begins_idiom(draft, verb) {
            continue;
        }
        let before: Vec<usize> = draft
            .kids(verb)
            .filter(|&kid| {
                let own = matches!(
                    draft.dep(kid),
                    Dep::Det | Dep::Poss | Dep::Amod | Dep::Compound
                );
                kid < subject && own
            })
            .collect();
        draft.make_verb(verb);
        draft.hang(subject, verb, Dep::Nsubj);
        draft.hand_over(before, subject);
    }
}

/// Whether the words behind a plural are those of an idiom of that verb, which has more than one.
fn begins_idiom(draft: &Draft, verb: usize) -> bool {
    let behind: Vec<&str> = (verb + 1..draft.len()).map(|at| draft.lemma(at)).collect();
    let mut idioms = draft.lexicon.idioms.of_verb(draft.lemma(verb)).iter();
    idioms.any(|idiom| !idiom.negated && idiom.fits(&behind).is_some_and(|words| words > 0))
}
