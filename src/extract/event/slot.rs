//! Finds the parts of an assertion: who did it and what it was done to, where the frame says that they stand.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::frames::{Frame, Slot};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel};

use super::super::tree::Tree;
use super::preposition::preposition_slot;

/// What fills a slot of a frame whose head is `token`; `None` where the sentence does not tell.
pub(super) fn slot(
    tree: &Tree,
    lexicon: &Lexicon,
    token: usize,
    needed: Option<usize>,
    slot: &Slot,
) -> Option<usize> {
    match slot {
        Slot::None | Slot::Accused => None,
        Slot::Subject if tree.is_passive(token) => tree.agent(token),
        // "Russian shelling wounded a worker": a gerund has its doer before it, as a noun has.
        Slot::Subject if tree.is_gerund_noun(token) => tree.owner(token),
        Slot::Subject => tree.subject(token),
        Slot::Object => tree.object(token).or_else(|| small_subject(tree, needed)),
        Slot::By => doer(tree, lexicon, token),
        // "his contract ran out": whose the thing is that the frame needs.
        Slot::Possessive if tree.is_verb(token) => needed.and_then(|at| tree.possessor(at)),
        Slot::Recipient => recipient(tree, token),
        Slot::Possessive => tree.possessor(token).or_else(|| doer(tree, lexicon, token)),
        Slot::Preposition(preposition) => {
            preposition_slot(tree, lexicon, token, needed, preposition)
        }
    }
}

/// "denied any part in it", "any hand in it": common words that name a deed only so.
pub(super) fn of_any<'l>(tree: &Tree, lexicon: &'l Lexicon, noun: usize) -> &'l [Frame] {
    let any = tree
        .kids(noun)
        .find(|&kid| lexicon.words.has(Set::AnyWord, tree.lemma(kid)));
    any.map_or(&[], |any| {
        let name = format!("{}_{}", tree.lemma(any), tree.lemma(noun));
        lexicon.frames.of_noun(&name)
    })
}

/// By-phrase, possessive or nationality of a noun, or the subject of the light verb that governs it.
fn doer(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let nationality = tree.nationality(noun).filter(|&name| {
        tree.label(name) != Some(EntityLabel::Gpe) || lexicon.is_party(tree.word(name))
    });
    let own = tree
        .by_phrase(noun)
        .or_else(|| tree.possessor(noun))
        .or(nationality);
    own.or_else(|| {
        let verb = tree
            .head(noun)
            .filter(|&head| tree.dep(noun) == Dep::Dobj && tree.is_verb(head))?;
        // "denied the capture of X": by no means its doer.
        let denies = lexicon
            .cues
            .find(tree.lemma(verb), CuePart::Verb)
            .is_some_and(|cue| cue.class == CueClass::Deny);
        let light = lexicon.words.has(Set::LightVerb, tree.lemma(verb)) && !denies;
        if light { tree.subject(verb) } else { None }
    })
}

/// "left five dead": the subject of the predicate that the frame needs.
fn small_subject(tree: &Tree, needed: Option<usize>) -> Option<usize> {
    needed.and_then(|needed| tree.kid(needed, Dep::Nsubj))
}

/// "gave the mayor 51 percent", "gave 51 percent to the mayor".
fn recipient(tree: &Tree, verb: usize) -> Option<usize> {
    match tree.kid(verb, Dep::Dative) {
        Some(given) => tree.governed(given).or(Some(given)),
        None => tree.under_preposition(verb, TO),
    }
}

/// The preposition before whom something is given to.
const TO: &str = "to";
