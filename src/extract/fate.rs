//! What befell those whom a figure counts, where the word for it stands beside the number ("24 injured", "22 dead sailors").

use compact_str::CompactString;

use crate::lexicon::Lexicon;
use crate::lexicon::assertions::Assertions;
use crate::lexicon::words::Set;
use crate::model::parsed::{Pos, Tag};

use super::quantity::Figure;
use super::reading::Reading;

/// Families of what befalls those who are counted.
pub(super) const FATES: [&str; 6] = [
    "attend",
    "captivity",
    "death",
    "evacuate",
    "injury",
    "missing",
];

/// The assertion that the word beside a number makes of those who are counted, where the number stands alone or the word
/// before its noun: "killed twelve and injured 30" tells of its own verbs.
pub(super) fn fate_beside(reading: &Reading, figure: &Figure) -> Option<CompactString> {
    if figure.share {
        return None;
    }
    match figure.counted.filter(|&noun| noun > figure.first) {
        Some(noun) => (figure.first + 1..=noun).find_map(|at| fate_of(reading, at)),
        None => {
            let behind = past_copula(reading, figure.last + 1)?;
            fate_of(reading, behind)
        }
    }
}

/// "eight remain missing", "27 are missing": the word behind a verb that says nothing.
fn past_copula(reading: &Reading, at: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let empty = |at: usize| {
        tree.pos(at) == Pos::Aux
            || tree.is_verb(at) && words.has(Set::EmptyVerb, tree.lemma(at))
            || words.has(Set::LastingWord, tree.lemma(at))
    };
    (at..tree.len()).take(REACH).find(|&at| !empty(at))
}

/// Tokens behind a number within which its fate is told.
const REACH: usize = 3;

fn fate_of(reading: &Reading, at: usize) -> Option<CompactString> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let told = match tree.pos(at) {
        Pos::Adj | Pos::Noun => true,
        Pos::Verb => matches!(tree.tag(at), Tag::VBN | Tag::VBG | Tag::VBD),
        _ => false,
    };
    told.then(|| key_of(lexicon, tree.word(at), tree.lemma(at)))?
}

/// What a word for a fate asserts by itself.
fn key_of(lexicon: &Lexicon, word: &str, lemma: &str) -> Option<CompactString> {
    let word = word.to_lowercase();
    let nouns = [word.as_str(), lemma].map(|name| lexicon.frames.of_noun(name));
    let verbs = lexicon.frames.of_verb(lemma);
    let harm = |key: &str| FATES.contains(&Assertions::builtin().family(key));
    let all = nouns.into_iter().flatten().chain(verbs);
    let mut plain = all.filter(|frame| frame.needs.is_none());
    plain
        .find(|frame| harm(&frame.assertion))
        .map(|frame| frame.assertion.clone())
}
