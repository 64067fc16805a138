//! A place told by what lies some way from it: "17 miles south-west of X", "north of X".

use crate::extract::event::place_heads;
use crate::extract::tree::{OF, Tree};
use crate::lexicon::Lexicon;
use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

/// The place from which a token tells a direction.
pub(super) fn far_from(tree: &Tree, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let beside = |&kid: &usize| matches!(tree.dep(kid), Dep::Advmod | Dep::Npadvmod);
    let told = tree.kids(at).filter(beside).flat_map(|kid| {
        let behind = tree.kid(kid, Dep::Appos);
        std::iter::once(kid).chain(behind)
    });
    let direction = |&word: &usize| lexicon.words.has(Set::DirectionWord, tree.lemma(word));
    let from = |word: usize| tree.under_preposition(word, OF);
    told.filter(direction)
        .filter_map(from)
        .find_map(|noun| place_heads(tree, lexicon, noun).next())
}
