//! Whether a doer is an armed body or a state, so that it can hold and leave places.

use crate::lexicon::Lexicon;
use crate::lexicon::frames::{Frame, Slot};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::super::tree::Tree;
use super::name_text;

/// Whether the doer is an armed body or a state.
pub(super) fn is_force(tree: &Tree, lexicon: &Lexicon, agent: usize) -> bool {
    let teller = told_of_self(tree, agent);
    is_troops(tree, lexicon, agent)
        || teller.is_some_and(|teller| teller != agent && is_force(tree, lexicon, teller))
        || lexicon.is_party(name_text(tree, agent))
        || matches!(
            tree.label(agent),
            Some(EntityLabel::Gpe | EntityLabel::Norp)
        )
        || lexicon.is_party(tree.word(agent))
}

/// "the rebels say they have left", "the militia denies that it has left": whoever tells of themselves.
fn told_of_self(tree: &Tree, pronoun: usize) -> Option<usize> {
    let verb = tree
        .head(pronoun)
        .filter(|_| tree.pos(pronoun) == Pos::Pron)?;
    let report = tree.head(verb).filter(|_| tree.dep(verb) == Dep::Ccomp)?;
    let teller = tree.kid(report, Dep::Nsubj)?;
    (tree.pos(teller) != Pos::Pron).then_some(teller)
}

/// "the soldiers", and "our men", "the general's men", who are somebody's in arms.
pub(super) fn is_troops(tree: &Tree, lexicon: &Lexicon, agent: usize) -> bool {
    let lemma = tree.lemma(agent);
    let men = || lexicon.words.has(Set::MenNoun, lemma) && tree.possessor(agent).is_some();
    lexicon.words.has(Set::ForceNoun, lemma) || men()
}

/// "the rebels were driven out of the town", "the offensive pushed the rebels out of it": whom it is done to is armed.
pub(super) fn moves_force(tree: &Tree, lexicon: &Lexicon, frame: &Frame, token: usize) -> bool {
    let from = matches!(frame.theme, Slot::Preposition(_));
    let moved = tree.object(token).filter(|_| from && tree.is_verb(token));
    moved.is_some_and(|moved| is_force(tree, lexicon, moved))
}
