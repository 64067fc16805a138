//! "received no warning", "there was no rout": the deed that a noun names under a verb that says little.

use crate::lexicon::kin::Kin;
use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::reading::Reading;

/// A deed told by a noun.
#[derive(Debug, Clone, Copy)]
pub struct NounDeed {
    /// The verb whose deed it is.
    pub verb: &'static str,
    /// Head token of the doer.
    pub doer: Option<usize>,
    /// Head token of whom it was done to.
    pub target: Option<usize>,
}

/// The deed of a clause whose verb only carries it; `None` for any other clause.
pub fn noun_deed(reading: &Reading, root: usize) -> Option<NounDeed> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let there = tree.kid(root, Dep::Expl).is_some();
    let noun = if there {
        tree.kid(root, Dep::Attr)
    } else {
        tree.kid(root, Dep::Dobj)
            .or_else(|| tree.kid(root, Dep::Nsubjpass))
    }?;
    let verb = Kin::embedded().deed(tree.lemma(noun))?;
    let below = |set: Set| {
        [root, noun]
            .into_iter()
            .flat_map(|at| tree.prepositions(at))
            .find(|&kid| words.has(set, tree.lemma(kid)))
            .and_then(|kid| tree.governed(kid))
    };
    let subject = tree.subject(root).filter(|&at| at != noun);
    let lemma = tree.lemma(root);
    if words.has(Set::HavingVerb, lemma) {
        let doer = below(Set::SourcePreposition);
        return Some(NounDeed {
            verb,
            doer,
            target: subject,
        });
    }
    let carries = there || words.has(Set::GivingVerb, lemma) || words.has(Set::LightVerb, lemma);
    let doer = if tree.is_passive(root) {
        tree.agent(root)
    } else {
        subject.filter(|_| !there)
    };
    carries.then(|| NounDeed {
        verb,
        doer,
        target: tree
            .kid(root, Dep::Dative)
            .filter(|&at| tree.is_nominal(at))
            .or_else(|| below(Set::GoalPreposition)),
    })
}
