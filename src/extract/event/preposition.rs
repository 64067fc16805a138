//! What stands under a preposition of a frame's head word, or of the words around it.

use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel};

use super::super::tree::Tree;
use super::OF;

/// "fighting goes on in X", "a fire broke out at X": the verb that only says that what the noun names goes on.
fn carrier(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let subject = matches!(tree.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
    tree.head(noun).filter(|&verb| {
        subject && !tree.is_verb(noun) && lexicon.words.has(Set::AspectVerb, tree.lemma(verb))
    })
}

pub(super) fn preposition_slot(
    tree: &Tree,
    lexicon: &Lexicon,
    token: usize,
    needed: Option<usize>,
    preposition: &str,
) -> Option<usize> {
    let clause = needed.and_then(|needed| {
        tree.kids(needed)
            .find(|&kid| matches!(tree.dep(kid), Dep::Acl | Dep::Relcl))
    });
    let carrier = carrier(tree, lexicon, token);
    let places = [
        Some(token),
        needed,
        tree.kid(token, Dep::Dobj),
        clause,
        carrier,
    ];
    let below = places
        .into_iter()
        .flatten()
        .find_map(|at| tree.under_preposition(at, preposition))
        .filter(|&noun| !is_time(tree, noun));
    let holder = needed
        .filter(|_| preposition == OF && below.is_none())
        .and_then(|at| tree.possessor(at).or_else(|| tree.nationality(at)));
    below.or(holder)
}

/// "a strike on Sunday".
fn is_time(tree: &Tree, noun: usize) -> bool {
    matches!(
        tree.label(noun),
        Some(EntityLabel::Date | EntityLabel::Time)
    )
}
