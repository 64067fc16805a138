//! "Is set to close", "is likely to win", "considers leaving", "on the verge of defeat": words under which a deed is to come,
//! may come or will not.

use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Pos, Tag};

use crate::extract::tree::Tree;

/// The words, what they make of the deed below them, and whether they turn it to its opposite.
const STATES: [(Set, Modality, bool); 4] = [
    (Set::ProspectWord, Modality::Planned, false),
    (Set::ReluctantWord, Modality::Planned, true),
    (Set::LikelyWord, Modality::Possible, false),
    (Set::UnlikelyWord, Modality::Possible, true),
];
const VERBS: [(Set, Modality, bool); 3] = [
    (Set::ContemplatingVerb, Modality::Planned, false),
    (Set::SeemingVerb, Modality::Possible, false),
    (Set::ResistingVerb, Modality::Planned, true),
];

/// What the word at `at` makes of the infinitive or gerund below it: its modality, and whether it is turned to its opposite.
pub(super) fn prospect(
    tree: &Tree,
    words: &WordSets,
    at: usize,
    below: usize,
) -> Option<(Modality, bool)> {
    let listed = |sets: &[(Set, Modality, bool)]| {
        let found = sets
            .iter()
            .find(|(set, ..)| words.has(*set, tree.lemma(at)));
        found.map(|&(_, modality, turned)| (modality, turned))
    };
    let clause = matches!(tree.dep(below), Dep::Xcomp | Dep::Ccomp);
    let to = tree
        .kids(below)
        .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::TO);
    let gerund = clause && tree.tag(below) == Tag::VBG;
    // "had appeared to have fled": told of what was done.
    if clause && to && is_state(tree, at) {
        return listed(&STATES).or_else(|| listed(&VERBS));
    }
    let contemplated = clause && to || gerund || is_of_gerund(tree, below);
    match tree.pos(at) {
        Pos::Verb if contemplated => listed(&VERBS),
        Pos::Noun if is_of_gerund(tree, below) => {
            let verge = words.has(Set::VergeNoun, tree.lemma(at));
            verge.then_some((Modality::Planned, false))
        }
        Pos::Adj | Pos::Adv if is_of_gerund(tree, below) => {
            let close = words.has(Set::CloseWord, tree.lemma(at));
            close.then_some((Modality::Planned, false))
        }
        _ => None,
    }
}

/// "of closing", "to closing", "on closing": a preposition with a gerund that has no subject of its own.
fn is_of_gerund(tree: &Tree, below: usize) -> bool {
    let gerund = tree.kid(below, Dep::Pcomp);
    tree.dep(below) == Dep::Prep && gerund.is_some_and(|at| tree.tag(at) == Tag::VBG)
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
