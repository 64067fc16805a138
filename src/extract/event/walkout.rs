//! Strikes of those who stop work, and no attacks: "no strike had taken place, the controllers' union said".

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;

use super::super::tree::Tree;
use super::Event;

/// Whether the word of an attack means that people stopped work: nobody is told to have been hit, and the sentence speaks of
/// those who work.
pub(super) fn is_walkout(tree: &Tree, lexicon: &Lexicon, event: &Event) -> bool {
    let words = &lexicon.words;
    let noun = !tree.is_verb(event.trigger);
    let walkout = noun && words.has(Set::WalkoutNoun, tree.lemma(event.trigger));
    let labour = |at: usize| words.has(Set::LabourNoun, tree.lemma(at));
    walkout && event.theme.is_none() && (0..tree.len()).any(labour)
}
