//! "Is set to close", "is likely to win", "considers leaving", "on the verge of defeat": words under which a deed is to come,
//! may come or will not.

use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Pos, Tag};

use crate::extract::tree::Tree;

/// A list of words, what they make of the deed below them, and whether they turn it to its opposite.
type Listed = (Set, Modality, bool);

/// "likely to win", "set to close".
const STATES: [Listed; 4] = [
    (Set::ProspectWord, Modality::Planned, false),
    (Set::ReluctantWord, Modality::Planned, true),
    (Set::LikelyWord, Modality::Possible, false),
    (Set::UnlikelyWord, Modality::Possible, true),
];
/// "considers closing", "agreed to close", "talked of closing".
const VERBS: [Listed; 3] = [
    (Set::ContemplatingVerb, Modality::Planned, false),
    (Set::SeemingVerb, Modality::Possible, false),
    (Set::ResistingVerb, Modality::Planned, true),
];
/// "on the verge of closing".
const NOUNS: [Listed; 1] = [(Set::VergeNoun, Modality::Planned, false)];
/// "close to closing".
const NEAR: [Listed; 1] = [(Set::CloseWord, Modality::Planned, false)];

/// What the word at `at` makes of the infinitive or gerund below it: its modality, and whether it is turned to its opposite.
pub(super) fn prospect(
    tree: &Tree,
    words: &WordSets,
    at: usize,
    below: usize,
) -> Option<(Modality, bool)> {
    let listed = |sets: &[Listed]| {
        let found = sets
            .iter()
            .find(|(set, ..)| words.has(*set, tree.lemma(at)));
        found.map(|&(_, modality, turned)| (modality, turned))
    };
    let clause = matches!(tree.dep(below), Dep::Xcomp | Dep::Ccomp);
    let to = tree
        .kids(below)
        .any(|kid| tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::TO);
    let infinitive = clause && to;
    if infinitive && is_state(tree, at) {
        return listed(&STATES).or_else(|| listed(&VERBS));
    }
    let gerund = clause && tree.tag(below) == Tag::VBG;
    // "rejected a book for being too long": the book is, and nothing that is only thought of.
    let of_gerund = is_of_gerund(tree, below) && tree.kid(at, Dep::Dobj).is_none();
    match tree.pos(at) {
        Pos::Verb if infinitive || gerund || of_gerund => listed(&VERBS),
        Pos::Noun if of_gerund => listed(&NOUNS),
        Pos::Adj | Pos::Adv if of_gerund => listed(&NEAR),
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
