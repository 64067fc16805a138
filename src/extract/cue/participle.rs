//! "The accusation that he had fled was fabricated": the participle of a passive that judges a report as an adjective does.

use crate::lexicon::cues::{CueClass, CueEntry, CuePart, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::Tree;
use super::{Cue, is_negated};

/// The report that a participle judges as untrue, and the line of the list; `None` where it judges none.
///
/// "was fabricated by the police" tells who did it: a deed.
pub fn judged_as_made_up(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
) -> Option<(usize, CueEntry)> {
    let participle = tree.pos(token) == Pos::Verb && tree.tag(token) == Tag::VBN;
    let subject = tree.kid(token, Dep::Nsubjpass).filter(|_| participle)?;
    let lemma = tree.lemma(subject);
    let report = words.has(Set::BackNoun, lemma) || cues.find(lemma, CuePart::Noun).is_some();
    let exhibit = words.has(Set::ExhibitNoun, lemma);
    let entry = cues.find(&tree.word(token).to_lowercase(), CuePart::Adjective)?;
    let judges = entry.class == CueClass::Deny && report && !exhibit;
    (judges && tree.agent(token).is_none()).then_some((subject, *entry))
}

pub(super) fn participle_cue(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
) -> Option<Cue> {
    let (subject, entry) = judged_as_made_up(tree, cues, words, token)?;
    Some(Cue {
        token,
        class: CueClass::Deny,
        modality: entry.modality,
        line: entry.line,
        speaker: None,
        contents: vec![subject],
        up: Some(token),
        accused: None,
        undecided: is_negated(tree, words, token),
        nominal: true,
        charges: false,
        rule: "speaker.predicate",
    })
}
