//! Which assertion the noun of an answer names ("denied both captures", "rejected the figure").

use compact_str::{CompactString, format_compact};

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::super::reading::Reading;
use super::{FIGURE, POINTS_BACK, VAGUE};

/// The pointer's mark, with the assertion that its noun names; a noun of accusation can mean any deed laid to the denier.
pub(super) fn pointer_key(reading: &Reading, noun: Option<usize>) -> CompactString {
    let named = noun.map_or("", |noun| named_by(reading, noun));
    format_compact!("{POINTS_BACK}{named}")
}

/// "denied both captures", "the figure", "the accusation": what a noun names.
fn named_by<'r>(reading: &'r Reading, noun: usize) -> &'r str {
    if let Some(deed) = claimed_deed(reading, noun) {
        return deed;
    }
    let (lemma, lexicon) = (reading.tree.lemma(noun), reading.lexicon());
    if lexicon.words.has(Set::FigureNoun, lemma) {
        return FIGURE;
    }
    if is_charge(reading, noun) {
        return VAGUE;
    }
    // "dismissed talk of chained doors": no talks.
    let singular = reading.tree.tag(noun) == Tag::NN;
    if singular && lexicon.words.has(Set::SingularReport, lemma) {
        return "";
    }
    let frames = lexicon.frames.of_noun(lemma);
    let bare = frames.iter().find(|frame| frame.needs.is_none());
    let frame = bare.or(frames.first());
    frame.map_or("", |frame| frame.assertion.as_str())
}

/// "the accusation", "the charges, which he denies": a word for what somebody is charged with.
pub(super) fn is_charge(reading: &Reading, noun: usize) -> bool {
    let named = described(reading, noun).unwrap_or(noun);
    let lemma = reading.tree.lemma(named);
    reading.lexicon().words.has(Set::ChargeNoun, lemma)
}

/// "corruption claims, which he denies": the deed that stands before the word of report.
fn claimed_deed<'r>(reading: &'r Reading, noun: usize) -> Option<&'r str> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let report = described(reading, noun).unwrap_or(noun);
    let said = [Set::BackNoun, Set::ChargeNoun].iter();
    let mut said = said.filter(|&&set| lexicon.words.has(set, tree.lemma(report)));
    said.next()?;
    let mut before = tree
        .kids(report)
        .filter(|&kid| tree.dep(kid) == Dep::Compound);
    let deed = before.find_map(|kid| {
        let mut frames = lexicon.frames.of_noun(tree.lemma(kid)).iter();
        frames.find(|frame| frame.needs.is_none())
    });
    deed.map(|frame| frame.assertion.as_str())
}

/// "claims, which he denies": the noun that a relative pronoun stands for.
fn described(reading: &Reading, pronoun: usize) -> Option<usize> {
    let tree = &reading.tree;
    let relative = matches!(tree.tag(pronoun), Tag::WDT | Tag::WP);
    let verb = tree.head(pronoun).filter(|_| relative)?;
    tree.head(verb).filter(|_| tree.dep(verb) == Dep::Relcl)
}
