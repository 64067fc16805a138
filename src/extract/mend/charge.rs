//! "Accused the firm of dumping waste", "denied dumping waste", "attributed the outage to sabotage": what somebody is charged
//! with or denies hangs on the verb, and not on the noun beside it.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 1..draft.len() {
        gerund(draft, token);
    }
    for token in 1..draft.len() {
        charged(draft, token);
        ascribed(draft, token);
        outcome(draft, token);
    }
}

fn class(draft: &Draft, verb: usize) -> Option<CueClass> {
    draft
        .cue_class(verb)
        .filter(|_| draft.pos(verb) == Pos::Verb)
}

/// "denied dumping waste", "of dumping waste": no waste that dumps.
fn gerund(draft: &mut Draft, verb: usize) {
    let noun = draft.head(verb);
    let describes = draft.tag(verb) == Tag::VBG && draft.dep(verb) == Dep::Amod && noun > verb;
    let above = draft.head(noun);
    if !describes || above >= verb || above + 1 != verb {
        return;
    }
    let denied = draft.dep(noun) == Dep::Dobj
        && matches!(
            class(draft, above),
            Some(CueClass::Deny | CueClass::Confirm)
        );
    let charged = draft.dep(noun) == Dep::Pobj
        && draft
            .lexicon
            .words
            .has(Set::AccusePreposition, &draft.lemma(above))
        && accuser(draft, above).is_some();
    if denied || charged {
        draft.govern(verb, noun);
    }
}

/// The verb of accusation in whose object a preposition hangs.
fn accuser(draft: &Draft, preposition: usize) -> Option<usize> {
    let mut at = preposition;
    loop {
        let head = draft.head(at);
        if head == at || head > preposition {
            return None;
        }
        if class(draft, head) == Some(CueClass::Accuse) {
            return Some(head);
        }
        let within = draft.is_nominal(head) || draft.pos(head) == Pos::Adp;
        if !within {
            return None;
        }
        at = head;
    }
}

/// "accused the firm of dumping waste": the last "of" with a deed below it is the charge.
fn charged(draft: &mut Draft, preposition: usize) {
    let below = draft.dep(preposition) == Dep::Prep
        && draft.is_nominal(draft.head(preposition))
        && draft
            .lexicon
            .words
            .has(Set::AccusePreposition, &draft.lemma(preposition));
    let Some(verb) = accuser(draft, preposition).filter(|_| below) else {
        return;
    };
    let deed = draft.kid(preposition, Dep::Pcomp).is_some()
        || draft.kid(preposition, Dep::Pobj).is_some_and(|noun| {
            let lemma = draft.lemma(noun);
            let frames = !draft.lexicon.frames.of_noun(&lemma).is_empty();
            draft.pos(noun) == Pos::Noun && (frames || draft.lexicon.lemmas.deed(&lemma).is_some())
        });
    let object = draft.kid(verb, Dep::Dobj);
    let within = object.is_some_and(|object| draft.is_below(preposition, object));
    if deed && within && draft.kid(verb, Dep::Prep).is_none() {
        draft.hang(preposition, verb, Dep::Prep);
    }
}

/// "accused the rebels of shelling the market, killing 12": the deed killed them, and not whoever accuses.
fn outcome(draft: &mut Draft, verb: usize) {
    let accuser = draft.head(verb);
    let participle = draft.tag(verb) == Tag::VBG && draft.dep(verb) == Dep::Advcl;
    if !participle || class(draft, accuser) != Some(CueClass::Accuse) || draft.says(verb) {
        return;
    }
    let charge = draft
        .kids(accuser)
        .filter(|&kid| draft.dep(kid) == Dep::Prep && kid > accuser);
    let deed = { charge }.find_map(|of| draft.kid(of, Dep::Pcomp));
    if let Some(deed) = deed.filter(|&deed| deed < verb) {
        draft.hang(verb, deed, Dep::Advcl);
    }
}

/// "attributed the outage to sabotage": a noun that the parser took for an infinitive.
fn ascribed(draft: &mut Draft, noun: usize) {
    let to = noun - 1;
    let verb = draft.head(noun);
    let taken = draft.tag(noun) == Tag::VB
        && draft.tag(to) == Tag::TO
        && draft.head(to) == noun
        && draft
            .kids(noun)
            .all(|kid| kid == to || draft.pos(kid) == Pos::Punct);
    let ascribes = class(draft, verb) == Some(CueClass::Attribute);
    if taken && ascribes && draft.kid(verb, Dep::Dobj).is_some() {
        draft.hang(to, verb, Dep::Prep);
        draft.hang(noun, to, Dep::Pobj);
        let word = &mut draft.sentence.tokens[noun];
        (word.pos, word.tag) = (Pos::Noun, Tag::NN);
        let word = &mut draft.sentence.tokens[to];
        (word.pos, word.tag) = (Pos::Adp, Tag::IN);
    }
}
