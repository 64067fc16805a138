//! "Is adamant that no waste was dumped", "was sure the bridge had held": whoever is sure of it says so.

use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Tag};

use super::super::tree::Tree;
use super::account::from_account;
use super::{Cue, is_hypothetical, is_negated};

pub(super) fn assured(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let lemma = tree.lemma(token);
    let listed =
        words.has(Set::AssuredWord, lemma) || words.has(Set::AssuredWord, tree.word(token));
    let copula = tree.head(token).filter(|&at| {
        listed
            && matches!(tree.dep(token), Dep::Acomp | Dep::Attr)
            && words.has(Set::Copula, tree.lemma(at))
    })?;
    let whole = |&at: &usize| {
        let finite = matches!(tree.tag(at), Tag::VBD | Tag::VBZ | Tag::VBP);
        let helped = tree
            .kids(at)
            .any(|kid| matches!(tree.dep(kid), Dep::Aux | Dep::Auxpass));
        tree.dep(at) == Dep::Ccomp && at > token && (finite || helped) && tree.subject(at).is_some()
    };
    let clause = tree.kids(token).chain(tree.kids(copula)).find(whole)?;
    let speaker = tree.kid(copula, Dep::Nsubj)?;
    let open = is_negated(tree, words, copula) || is_hypothetical(tree, words, copula);
    let mut cue = from_account(token, speaker, clause, "speaker.assured");
    cue.up = Some(copula);
    (!open).then_some(cue)
}
