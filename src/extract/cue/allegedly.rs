//! "The driver allegedly hit a cyclist": told as what somebody is charged with, whoever does so.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::parsed::Dep;

use super::super::tree::Tree;
use super::Cue;

/// The adverb as a report of the verb that it stands at, by nobody who is named.
pub(super) fn allegedly(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let listed = words.has(Set::AllegingAdverb, tree.lemma(token));
    let verb = tree
        .head(token)
        .filter(|&at| listed && tree.dep(token) == Dep::Advmod && tree.is_verb(at))?;
    // "the accusations that allegedly took place": what is told of them tells nothing that they say.
    let of_report =
        tree.dep(verb) == Dep::Relcl && tree.head(verb).is_some_and(|at| tree.is_report(at));
    (!of_report).then_some(Cue {
        token,
        class: CueClass::Say,
        modality: None,
        line: LIST,
        speaker: None,
        contents: vec![verb],
        up: Some(verb),
        accused: None,
        undecided: false,
        nominal: true,
        charges: true,
        rule: "speaker.alleging-adverb",
    })
}
