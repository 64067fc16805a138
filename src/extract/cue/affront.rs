//! "The idea that he fled is an insult": whoever takes offence at a report holds it false.

use crate::lexicon::cues::{CueClass, CueEntry, CuePart, Cues};
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::Tree;

/// What a predicate makes of what it judges: as the list says, or as a word of offence does.
pub(super) fn judgement(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    (token, part): (usize, CuePart),
) -> Option<CueEntry> {
    let listed = cues.find(tree.lemma(token), part).copied();
    listed.or_else(|| affront(tree, words, token))
}

/// What a word of offence makes of the report that it judges; an outrage that was done is no report.
fn affront(tree: &Tree, words: &WordSets, token: usize) -> Option<CueEntry> {
    let offends = words.has(Set::AffrontWord, tree.lemma(token));
    offends.then_some(CueEntry {
        class: CueClass::Deny,
        modality: None,
        line: LIST,
    })
}

/// A word for what was said or thought, with the clause that tells it ("the notion that he fled").
pub(super) fn tells_report(tree: &Tree, words: &WordSets, at: usize) -> bool {
    let lemma = tree.lemma(at);
    let named = words.has(Set::BackNoun, lemma) || words.has(Set::IdeaNoun, lemma);
    let clause = |kid: usize| {
        let told = matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp | Dep::Relcl);
        told && tree.kid(kid, Dep::Mark).is_some()
    };
    tree.pos(at) == Pos::Noun && named && tree.kids(at).any(clause)
}
