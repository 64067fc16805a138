//! Quotations that run over several sentences: the sentences before and after the cue are part of what it reports.

use crate::lexicon::words::{Set, WordSets};

use super::super::tree::Tree;
use super::Attribution;
use super::next_to::{announced, closed_before};

/// The attributions of a sentence, and whether a quotation is open where it begins.
#[derive(Debug)]
pub struct Heard<'t> {
    /// The sentence.
    pub tree: &'t Tree<'t>,
    /// Whether it begins inside a quotation.
    pub open: bool,
    /// Whether it begins a paragraph.
    pub paragraph: bool,
    /// Its attributions, in tokens of the sentence.
    pub found: Vec<Attribution>,
}

/// For each sentence its attributions, counted in tokens of the whole text, their contents drawn out over the sentences
/// that one quotation spans.
pub fn drawn_out(heard: &[Heard], words: &WordSets) -> Vec<Attribution> {
    let starts: Vec<usize> = heard
        .iter()
        .scan(0, |sum, sentence| {
            let start = *sum;
            *sum += sentence.tree.len();
            Some(start)
        })
        .collect();
    let mut all = Vec::new();
    for (at, sentence) in heard.iter().enumerate() {
        let marks = marks(sentence.tree, words);
        for attribution in &sentence.found {
            let mut content: Vec<usize> = attribution
                .content
                .iter()
                .map(|token| token + starts[at])
                .collect();
            if reaches_back(sentence, attribution, &marks) {
                content.extend(before(heard, words, &starts, at));
            }
            let back = closed_before(heard, words, &starts, at, attribution);
            let goes_on = !back.is_empty() && quotes_on(heard, words, at);
            content.extend(back);
            content.extend(announced(heard, words, &starts, at, attribution));
            if goes_on || reaches_on(heard, words, at, attribution, &marks) {
                content.extend(after(heard, words, &starts, at));
            }
            content.sort_unstable();
            content.dedup();
            let placed = |tokens: &[usize]| tokens.iter().map(|token| token + starts[at]).collect();
            all.push(Attribution {
                source: placed(&attribution.source),
                cue: placed(&attribution.cue),
                content,
            });
        }
    }
    all
}

pub(super) fn marks(tree: &Tree, words: &WordSets) -> Vec<usize> {
    (0..tree.len())
        .filter(|&at| words.has(Set::DoubleQuote, tree.word(at)))
        .collect()
}

/// The sentence begins inside a quotation, and what is reported stands in that part of it.
fn reaches_back(sentence: &Heard, attribution: &Attribution, marks: &[usize]) -> bool {
    let end = marks.first().copied().unwrap_or(sentence.tree.len());
    sentence.open && attribution.content.iter().any(|&token| token < end)
}

/// The sentence ends inside a quotation that belongs to the report, or the next one is a quotation without a cue.
fn reaches_on(
    heard: &[Heard],
    words: &WordSets,
    at: usize,
    attribution: &Attribution,
    marks: &[usize],
) -> bool {
    let Some(next) = heard.get(at + 1).filter(|next| !next.paragraph) else {
        return false;
    };
    let last = marks.last().copied().unwrap_or(0);
    if next.open {
        return attribution.content.iter().any(|&token| token >= last);
    }
    let quotes = marks.iter().any(|&mark| {
        attribution
            .content
            .iter()
            .any(|&token| token + 1 == mark || mark + 1 == token)
    });
    quotes && quotes_on(heard, words, at)
}

/// The next sentence of the paragraph is a quotation without a cue.
fn quotes_on(heard: &[Heard], words: &WordSets, at: usize) -> bool {
    heard.get(at + 1).is_some_and(|next| {
        let opens = next.tree.len() > 1 && words.has(Set::DoubleQuote, next.tree.word(0));
        !next.paragraph && opens && next.found.is_empty()
    })
}

/// Tokens of the sentences before, back to where the quotation opens.
pub(super) fn before(heard: &[Heard], words: &WordSets, starts: &[usize], at: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for earlier in (0..at).rev() {
        let sentence = &heard[earlier];
        let opens = marks(sentence.tree, words).last().copied();
        let first = opens.filter(|_| !sentence.open).unwrap_or(0);
        found.extend((first..sentence.tree.len()).map(|token| token + starts[earlier]));
        if !sentence.open || sentence.paragraph {
            break;
        }
    }
    found
}

/// Tokens of the sentences after, up to where the quotation ends.
fn after(heard: &[Heard], words: &WordSets, starts: &[usize], at: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for later in at + 1..heard.len() {
        let sentence = &heard[later];
        if sentence.paragraph || !sentence.found.is_empty() && !sentence.open {
            break;
        }
        let own = marks(sentence.tree, words);
        let opening = usize::from(!sentence.open);
        let closes = own.get(opening).copied();
        let end = closes.map_or(sentence.tree.len(), |mark| mark + 1);
        found.extend((0..end).map(|token| token + starts[later]));
        if closes.is_some() {
            break;
        }
    }
    found
}
