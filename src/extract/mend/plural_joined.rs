//! "Second train derails in Ohio but carried no chemicals, firm says": a verb of a headline that the parser took for a plural noun,
//! though another verb is joined to it.

use crate::lexicon::cues::CuePart;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 1..draft.len() {
        if is_taken(draft, verb) {
            turn(draft, verb);
        }
    }
}

/// A plural behind its own noun, to which a finite verb without a subject is joined.
fn is_taken(draft: &Draft, verb: usize) -> bool {
    let subject = verb - 1;
    let plural = draft.tag(verb) == Tag::NNS && draft.pos(verb) == Pos::Noun;
    let about = draft.head(subject) == verb && draft.dep(subject) == Dep::Compound;
    let finite = |at: usize| {
        let past = matches!(draft.tag(at), Tag::VBD | Tag::VBZ);
        past && matches!(draft.pos(at), Pos::Verb | Pos::Aux)
    };
    let bare = |at: usize| {
        let subject = |kid: usize| matches!(draft.dep(kid), Dep::Nsubj | Dep::Nsubjpass);
        !draft.kids(at).any(subject)
    };
    let joined = |at: usize| draft.dep(at) == Dep::Conj && finite(at) && bare(at);
    let lemma = draft.lemma(verb);
    let lexicon = draft.lexicon;
    let known = !lexicon.frames.of_verb(lemma).is_empty()
        || lexicon.cues.find(lemma, CuePart::Verb).is_some();
    plural && about && known && draft.kids(verb).any(joined)
}

fn turn(draft: &mut Draft, verb: usize) {
    let subject = verb - 1;
    let before: Vec<usize> = draft.kids(verb).filter(|&kid| kid < subject).collect();
    let above = draft.head(verb);
    draft.make_verb(verb);
    draft.hang(subject, verb, Dep::Nsubj);
    draft.hand_over(before, subject);
    if above > verb && draft.says(above) {
        draft.hang(verb, above, Dep::Ccomp);
    }
}
