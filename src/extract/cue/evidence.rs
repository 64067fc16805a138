//! "Images show that they left": what somebody goes by, which speaks for nobody.

use crate::lexicon::cues::{CueClass, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::Tree;
use super::verb_entry;

/// "said intelligence showed that …": what somebody goes by speaks for nobody; he says so.
pub(super) fn is_evidence(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    (token, subject): (usize, usize),
) -> bool {
    let lemma = tree.lemma(subject);
    let noun = is_mute(tree, words, subject)
        && tree.dep(subject) == Dep::Nsubj
        && !words.has(Set::MeasureNoun, lemma);
    let own = tree.issuer(subject).is_some() || tree.nationality(subject).is_some();
    let above = tree
        .head(token)
        .filter(|_| noun && !own && tree.dep(token) == Dep::Ccomp);
    let told = above.and_then(|verb| verb_entry(tree, cues, verb));
    told.is_some_and(|entry| matches!(entry.class, CueClass::Say | CueClass::Confirm))
}

/// "intelligence", "images": a thing that somebody goes by, and no person, body or paper whose word it could be.
pub fn is_mute(tree: &Tree, words: &WordSets, at: usize) -> bool {
    let lemma = tree.lemma(at);
    tree.pos(at) == Pos::Noun
        && (!words.is_somebody(lemma) || words.has(Set::EvidenceNoun, lemma))
        && !words.has(Set::DocumentNoun, lemma)
}
