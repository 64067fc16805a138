//! Questions that answer themselves: "Why would we shell our own people?" denies that we did.

use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Tag};

use crate::extract::tree::Tree;

/// Whether a clause asks so that no is the only answer, and of what kind that no is: "Why would we shell it?", "How could we
/// have done it?" of what was done, "Why should we leave?" of what is to come.
pub fn rhetoric(tree: &Tree, words: &WordSets, verb: usize) -> Option<Modality> {
    let subject = tree
        .kid(verb, Dep::Nsubj)
        .or_else(|| tree.kid(verb, Dep::Nsubjpass))?;
    let asks = |set: Set| {
        tree.kids(verb).any(|kid| {
            let word = tree.dep(kid) == Dep::Advmod && tree.tag(kid) == Tag::WRB;
            word && kid < subject && words.has(set, tree.lemma(kid))
        })
    };
    // "asked why we would leave": not turned round, and a question indeed.
    let turned = |set: Set| {
        tree.kids(verb).any(|kid| {
            let modal = tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::MD;
            modal && kid + 1 < tree.len() && kid < subject && words.has(set, tree.lemma(kid))
        })
    };
    let own = words.has(Set::OwnPronoun, tree.lemma(subject));
    if asks(Set::RhetoricWord) && turned(Set::PlannedAux) {
        return Some(Modality::Stated);
    }
    if asks(Set::RhetoricWay) && turned(Set::PossibleAux) && own {
        return Some(Modality::Stated);
    }
    (asks(Set::RhetoricWord) && turned(Set::OughtAux)).then_some(Modality::Planned)
}
