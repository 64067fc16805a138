//! "Is set to close", "is likely to win", "is unwilling to leave": words under which a deed is to come, may come or will not.

use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Tag};

use crate::extract::tree::Tree;

/// What such a word makes of the infinitive below it: its modality, and whether it is turned to its opposite.
pub(super) fn prospect(
    tree: &Tree,
    words: &WordSets,
    at: usize,
    below: usize,
) -> Option<(Modality, bool)> {
    let to = tree
        .kids(below)
        .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::TO);
    if !to || !matches!(tree.dep(below), Dep::Xcomp | Dep::Ccomp) || !is_state(tree, at) {
        return None;
    }
    let is = |set: Set| words.has(set, tree.lemma(at));
    let found = [
        (Set::ProspectWord, Modality::Planned, false),
        (Set::ReluctantWord, Modality::Planned, true),
        (Set::LikelyWord, Modality::Possible, false),
        (Set::UnlikelyWord, Modality::Possible, true),
    ];
    let listed = found.into_iter().find(|&(set, ..)| is(set));
    listed.map(|(_, modality, turned)| (modality, turned))
}

/// Whether a copula tells no more than that a deed below it is to come or may come.
pub(in crate::extract) fn is_only_prospect(tree: &Tree, words: &WordSets, copula: usize) -> bool {
    let predicate = tree.kid(copula, Dep::Acomp);
    predicate.is_some_and(|at| {
        let mut below = tree.kids(at).chain(tree.kids(copula));
        below.any(|kid| kid > at && prospect(tree, words, at, kid).is_some())
    })
}

/// An adjective or a participle, also one that a headline leaves without its copula ("Firm set to close plant"), but no verb
/// that is done to something.
fn is_state(tree: &Tree, at: usize) -> bool {
    match tree.tag(at) {
        Tag::JJ | Tag::IN | Tag::RB => true,
        Tag::VBN | Tag::VBD => tree.kid(at, Dep::Dobj).is_none(),
        _ => false,
    }
}
