//! "Blamed exploding ammunition for the fire", "gave exploding ammunition as the cause": what is named is the ammunition, of
//! which the gerund only tells what it did.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for gerund in 1..draft.len().saturating_sub(1) {
        let verb = draft.head(gerund);
        let blames = matches!(
            draft.cue_class(verb),
            Some(CueClass::Accuse | CueClass::Attribute | CueClass::Hold)
        );
        // "blames 'pandering prosecutors' for the rise".
        let quoted = verb + 2 == gerund && draft.pos(gerund - 1) == Pos::Punct;
        let next = draft.tag(gerund) == Tag::VBG
            && draft.dep(gerund) == Dep::Xcomp
            && (verb + 1 == gerund || quoted)
            && draft.kid(verb, Dep::Dobj).is_none();
        let named = blames || names_cause(draft, gerund);
        let noun = draft.kid(gerund, Dep::Dobj).filter(|_| named && next);
        let Some(noun) = noun.filter(|&noun| is_bare(draft, gerund, noun)) else {
            continue;
        };
        let behind: Vec<usize> = [gerund, noun]
            .into_iter()
            .flat_map(|at| draft.kids(at).collect::<Vec<_>>())
            .filter(|&kid| kid > noun && draft.dep(kid) == Dep::Prep)
            .collect();
        draft.hang(noun, verb, Dep::Dobj);
        draft.hang(gerund, noun, Dep::Amod);
        draft.hand_over(behind, verb);
    }
}

/// "has given exploding ammunition as the cause": what stands behind "as" says what is meant.
fn names_cause(draft: &Draft, gerund: usize) -> bool {
    let words = &draft.lexicon.words;
    let below = [Some(gerund), draft.kid(gerund, Dep::Dobj)];
    let mut kids = below.into_iter().flatten().flat_map(|at| draft.kids(at));
    kids.any(|kid| {
        let cause = draft.kid(kid, Dep::Pobj);
        words.has(Set::AsPreposition, draft.lemma(kid))
            && cause.is_some_and(|at| words.has(Set::CauseNoun, draft.lemma(at)))
    })
}

/// The noun stands right behind, or behind its own compounds, without an article that would make it an object.
fn is_bare(draft: &Draft, gerund: usize, noun: usize) -> bool {
    (gerund + 1..=noun).all(|at| {
        at == noun || draft.head(at) == noun && matches!(draft.dep(at), Dep::Compound | Dep::Amod)
    })
}
