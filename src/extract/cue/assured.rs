//! "The firm is adamant that nobody was hurt", "remains firm that …": how sure somebody is of what he says.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::Tree;
use super::{Cue, is_negated, verb_speaker};

/// The report of an adjective behind a copula, with the clause that it tells.
pub(super) fn assured_cue(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let listed = tree.pos(token) == Pos::Adj && words.has(Set::AssuredWord, tree.lemma(token));
    let copula = tree
        .head(token)
        .filter(|_| listed && tree.dep(token) == Dep::Acomp)?;
    let clause = |above: usize| {
        let mut kids = tree.kids(above);
        kids.find(|&kid| tree.dep(kid) == Dep::Ccomp && tree.is_verb(kid) && kid > token)
    };
    let content = clause(copula).or_else(|| clause(token))?;
    let that = tree.kids(content).any(|kid| tree.dep(kid) == Dep::Mark);
    let speaker = verb_speaker(tree, words, copula)?;
    (that && !is_negated(tree, words, copula)).then(|| Cue {
        token,
        class: CueClass::Say,
        modality: None,
        line: LIST,
        speaker: Some(speaker),
        contents: vec![content],
        up: Some(copula),
        accused: None,
        undecided: false,
        nominal: false,
        charges: false,
        rule: "speaker.subject",
    })
}
