//! "In a separate briefing Ambassador Jane Roe, who speaks for the force, turned to …", "Meanwhile Jane Roe said …": whom the
//! parser takes for a part of what stands before her, or to whose name it adds an adverb.

use crate::model::parsed::{Dep, Pos, Tag};

use super::Draft;

pub(super) fn mend(draft: &mut Draft) {
    for token in 0..draft.len() {
        behind_phrase(draft, token);
        behind_adverb(draft, token);
    }
}

/// A name that the parser joins to the common noun of a phrase in front, where the verb has nobody who acts.
fn behind_phrase(draft: &mut Draft, name: usize) {
    let preposition = draft.head(name);
    let verb = draft.head(preposition);
    let in_front = draft.dep(name) == Dep::Pobj
        && draft.pos(name) == Pos::Propn
        && draft.dep(preposition) == Dep::Prep
        && preposition < name
        && name < verb
        && draft.is_finite(verb);
    if !in_front || draft.kids(verb).any(|kid| draft.is_subject(kid)) {
        return;
    }
    let compound = |&kid: &usize| draft.dep(kid) == Dep::Compound;
    let parts: Vec<usize> = draft.kids(name).filter(compound).collect();
    let capital = |at: usize| draft.sentence.word(at).starts_with(char::is_uppercase);
    let common = |&&kid: &&usize| draft.pos(kid) == Pos::Noun && !capital(kid);
    let Some(&noun) = parts.iter().rev().find(common) else {
        return;
    };
    let described = draft
        .kids(name)
        .any(|kid| kid < noun && draft.dep(kid) == Dep::Det);
    let named = parts.iter().any(|&kid| kid > noun) && (noun + 1..=name).all(capital);
    if !described || !named {
        return;
    }
    let own: Vec<usize> = draft.kids(name).filter(|&kid| kid < noun).collect();
    draft.hang(name, verb, Dep::Nsubj);
    draft.hang(noun, preposition, Dep::Pobj);
    draft.hand_over(own, noun);
}

/// "Meanwhile Jane Roe": an adverb with the capital of the sentence.
fn behind_adverb(draft: &mut Draft, adverb: usize) {
    let name = draft.head(adverb);
    let joined = draft.dep(adverb) == Dep::Compound
        && draft.tag(adverb) == Tag::RB
        && draft.label(adverb).is_none()
        && draft.pos(name) == Pos::Propn
        && draft.label(name).is_some();
    let verb = draft.head(name);
    if joined && draft.is_subject(name) && adverb < name {
        draft.hang(adverb, verb, Dep::Advmod);
    }
}
