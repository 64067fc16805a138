//! Strikes of those who stop work, and no attacks: "no strike had taken place, the controllers' union said".

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;

use super::super::tree::Tree;
use super::Event;

/// Whether the word of an attack means that people stopped work: nobody is told to have been hit, and the sentence speaks of
/// those who work; "nurses launched a strike", whose very doers work.
pub(super) fn is_walkout(tree: &Tree, lexicon: &Lexicon, event: &Event) -> bool {
    let words = &lexicon.words;
    let labour = |at: usize| words.has(Set::LabourNoun, tree.lemma(at));
    let walkout = |at: usize| words.has(Set::WalkoutNoun, tree.lemma(at));
    let told = if tree.is_verb(event.trigger) {
        let object = tree.object(event.trigger);
        object.is_some_and(walkout) && event.agent.is_some_and(labour)
    } else {
        walkout(event.trigger) && (0..tree.len()).any(labour)
    };
    told && event.theme.is_none()
}
