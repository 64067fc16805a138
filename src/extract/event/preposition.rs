//! What stands under a preposition of a frame's head word, or of the words around it.

use crate::lexicon::Lexicon;
use crate::lexicon::parties::RoleKind;
use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::super::tree::{OF, Tree};

/// "fighting goes on in X", "a fire broke out at X": the verb that only says that what the noun names goes on.
fn carrier(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let subject = matches!(tree.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
    let there = |verb: usize| tree.dep(noun) == Dep::Attr && tree.kid(verb, Dep::Expl).is_some();
    tree.head(noun).filter(|&verb| {
        let goes_on = subject && lexicon.words.has(Set::AspectVerb, tree.lemma(verb));
        !tree.is_verb(noun) && (goes_on || there(verb))
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
    // "there are no troops in X": the parser hangs the place on either.
    let there = tree
        .kid(token, Dep::Attr)
        .filter(|_| tree.kid(token, Dep::Expl).is_some());
    let places = [
        Some(token),
        needed,
        tree.kid(token, Dep::Dobj),
        there,
        clause,
        carrier,
    ];
    let below = places
        .into_iter()
        .flatten()
        .find_map(|at| tree.under_preposition(at, preposition))
        .filter(|&noun| !tree.is_time(noun));
    let holder = needed
        .filter(|_| preposition == OF && below.is_none())
        .and_then(|at| tree.owner(at).or_else(|| force_before(tree, lexicon, at)));
    below.or(holder)
}

/// "in rebel hands", "under government control": the armed body or the government that a noun before the word names.
fn force_before(tree: &Tree, lexicon: &Lexicon, noun: usize) -> Option<usize> {
    let rules = |at: usize| {
        let role = lexicon.parties.role_of(tree.word(at));
        role.is_some_and(|role| matches!(role.kind, RoleKind::Body | RoleKind::Group))
    };
    tree.kids(noun).find(|&kid| {
        matches!(tree.dep(kid), Dep::Compound | Dep::Amod | Dep::Nmod)
            && (lexicon.words.has(Set::ForceNoun, tree.lemma(kid)) || rules(kid))
    })
}
