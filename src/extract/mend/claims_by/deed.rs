//! "Reported raids by the army", "condemned the killing by rebels": who did the deed hangs on the deed, and not on the verb of
//! which the deed is the object.

use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::Draft;

pub(super) fn mend(draft: &mut Draft, verb: usize) {
    if let Some((deed, source)) = deed_by(draft, verb) {
        draft.hang(source, deed, Dep::Prep);
    }
}

/// A deed that is the object of an active verb, and the preposition right behind it before whoever did it.
fn deed_by(draft: &Draft, verb: usize) -> Option<(usize, usize)> {
    let words = &draft.lexicon.words;
    let active = draft.kid(verb, Dep::Auxpass).is_none();
    let deed = draft
        .kid(verb, Dep::Dobj)
        .filter(|&at| at > verb && active)?;
    let source = draft.kids(verb).find(|&kid| {
        let behind = matches!(draft.dep(kid), Dep::Prep | Dep::Agent) && kid == deed + 1;
        behind && words.has(Set::AgentPreposition, draft.lemma(kid))
    })?;
    let doer = draft
        .kid(source, Dep::Pobj)
        .filter(|&at| is_doer(draft, at))?;
    let known = draft.lexicon.frames.of_noun(draft.lemma(deed)).iter();
    let done = known.into_iter().any(|frame| frame.agent == Slot::By);
    (draft.pos(deed) == Pos::Noun && done && doer > source).then_some((deed, source))
}

/// Neither a time nor an amount: "by Monday", "by a third".
fn is_doer(draft: &Draft, at: usize) -> bool {
    let words = &draft.lexicon.words;
    let noun = draft.lemma(at);
    let acts = words.is_somebody(noun)
        || words.has(Set::ForceNoun, noun)
        || words.has(Set::BodyNoun, noun)
        || draft.lexicon.is_side(draft.word(at));
    acts || matches!(draft.tag(at), Tag::NNP | Tag::NNPS)
}
