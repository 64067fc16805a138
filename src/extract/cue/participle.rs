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
    let subject = tree
        .kid(token, Dep::Nsubjpass)
        .or_else(|| figure_described(tree, words, token))
        .filter(|_| participle)?;
    let lemma = tree.lemma(subject);
    let report = words.has(Set::BackNoun, lemma)
        || words.has(Set::FigureNoun, lemma)
        || cues.find(lemma, CuePart::Noun).is_some();
    let exhibit = words.has(Set::ExhibitNoun, lemma);
    let word = tree.word(token).to_lowercase();
    // "the figures were made up": judged as "made-up" ones.
    let whole = tree
        .kid(token, Dep::Prt)
        .map(|particle| format!("{word}-{}", tree.lemma(particle)));
    let entry = cues.find(whole.as_deref().unwrap_or(&word), CuePart::Adjective)?;
    let judges = entry.class == CueClass::Deny && report && !exhibit;
    (judges && tree.agent(token).is_none()).then_some((subject, *entry))
}

/// "these are made-up numbers", "these are false numbers": the noun of a figure before which a word that judges it stands,
/// where a pronoun is said to be it.
pub fn figure_described(tree: &Tree, words: &WordSets, judging: usize) -> Option<usize> {
    let noun = tree
        .head(judging)
        .filter(|_| tree.dep(judging) == Dep::Amod)?;
    let verb = tree.head(noun).filter(|_| tree.dep(noun) == Dep::Attr)?;
    let pronoun = tree
        .kid(verb, Dep::Nsubj)
        .is_some_and(|at| words.has(Set::BackNoun, tree.lemma(at)));
    (pronoun && words.has(Set::FigureNoun, tree.lemma(noun))).then_some(noun)
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
