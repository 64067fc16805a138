//! Headlines leave out the auxiliary: "claim rejected by Tbilisi" is a passive, "Mekelle not lost" a loss of the town.

use crate::lexicon::frames::Slot;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for verb in 0..draft.len() {
        label(draft, verb);
        past(draft, verb);
        if draft.tag(verb) != Tag::VBN || draft.pos(verb) != Pos::Verb {
            continue;
        }
        let has = |dep: Dep| draft.kid(verb, dep).is_some();
        let bare = !has(Dep::Aux) && !has(Dep::Auxpass);
        if !bare {
            continue;
        }
        match draft.dep(verb) {
            Dep::Acl if draft.says(draft.head(draft.head(verb))) => told(draft, verb),
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

/// "Minister says deal reached with farmers": the participle is what is said.
fn told(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let report = draft.head(noun);
    let behind = report < noun && noun < verb && draft.is_nominal(noun);
    let content = draft.kid(report, Dep::Ccomp).is_some();
    let whole = !(verb + 1..draft.len()).any(|at| draft.is_finite(at));
    if behind && whole && !content && draft.is_finite(report) {
        draft.hang(verb, report, Dep::Ccomp);
        draft.hang(noun, verb, Dep::Nsubjpass);
    }
}

/// "Dozens of drones shot down over Odesa": headlines tell deeds in the present, so that the past of a verb that is done to
/// somebody, without whom, is a participle.
fn past(draft: &mut Draft, verb: usize) {
    let told = draft.tag(verb) == Tag::VBD && draft.pos(verb) == Pos::Verb;
    let bare = !draft.kids(verb).any(|kid| {
        matches!(
            draft.dep(kid),
            Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Aux | Dep::Auxpass | Dep::Dative
        )
    });
    if !told || !bare || draft.says(verb) {
        return;
    }
    let lemma = draft.lemma(verb);
    let frames = draft.lexicon.frames.of_verb(&lemma).iter();
    let mut frames = frames.filter(|frame| frame.needs.is_none()).peekable();
    let done_to = frames.peek().is_some()
        && frames.all(|frame| frame.agent == Slot::Subject && frame.theme == Slot::Object);
    if done_to {
        draft.sentence.tokens[verb].tag = Tag::VBN;
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
