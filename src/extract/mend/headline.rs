//! Headlines leave out the auxiliary: "claim rejected by Tbilisi" is a passive, "Mekelle not lost" a loss of the town.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        label(draft, verb);
        if draft.tag(verb) != Tag::VBN || draft.pos(verb) != Pos::Verb {
            continue;
        }
        let has = |dep: Dep| draft.kid(verb, dep).is_some();
        let bare = !has(Dep::Aux) && !has(Dep::Auxpass);
        if !bare {
            continue;
        }
        match draft.dep(verb) {
            Dep::Acl => raise(draft, verb),
            _ => turn_subject(draft, verb),
        }
    }
}

/// "claim rejected by Tbilisi": the participle is the sentence.
fn raise(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let is_root = draft.head(noun) == noun && draft.is_nominal(noun);
    let doer = draft.kid(verb, Dep::Agent).is_some() || draft.kid(verb, Dep::Prep).is_some();
    let alone = !(verb + 1..draft.len()).any(|at| draft.is_finite(at));
    if is_root && doer && alone && noun < verb {
        draft.make_root(verb);
        draft.hang(noun, verb, Dep::Nsubjpass);
    }
}

/// "Mekelle not lost": what was lost stands where a subject stands.
fn turn_subject(draft: &mut Draft, verb: usize) {
    let subject = draft.kid(verb, Dep::Nsubj);
    let acts = draft.kid(verb, Dep::Dobj).is_some() || draft.kid(verb, Dep::Ccomp).is_some();
    if let Some(subject) = subject.filter(|_| !acts) {
        draft.sentence.tokens[subject].dep = Dep::Nsubjpass;
    }
}

/// "Storm live: the port is shut": a word that only names the kind of page.
fn label(draft: &mut Draft, word: usize) {
    let colon = word + 1 < draft.len() && draft.word(word + 1) == COLON;
    let names = draft.lexicon.words.has(Set::TitleLabel, &draft.word(word));
    if colon && names && draft.pos(word) == Pos::Verb {
        let token = &mut draft.sentence.tokens[word];
        (token.pos, token.tag) = (Pos::Noun, Tag::NN);
    }
}

/// The sign behind a label.
const COLON: &str = ":";
