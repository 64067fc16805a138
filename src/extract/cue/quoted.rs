//! "\"It is a lie. The guns fell silent in May,\" said Jane Roe": every sentence of a quotation is the word of whoever is named for
//! one of them.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::Pos;

use super::super::tree::Tree;
use super::Cue;
use super::account::from_account;

/// The rule of a sentence of a quotation of which another sentence is reported.
pub const SAME_QUOTATION: &str = "speaker.same-quotation";

/// Gives the sentences of quotations that nobody reports to the one who reports others of them.
pub(super) fn quoted_sentences(tree: &Tree, words: &WordSets, found: &mut Vec<Cue>) {
    let quotations = quotations(tree, words);
    let inside = |at: usize| {
        quotations
            .iter()
            .any(|&(first, last)| first < at && at < last)
    };
    let says = |cue: &&Cue| {
        // "… Who did it, if not they?" he asked.
        let asks = cue.class == CueClass::Neutral && tree.is_verb(cue.token);
        let report = matches!(cue.class, CueClass::Say | CueClass::Confirm) || asks;
        let quotes = cue.contents.iter().any(|&at| inside(at));
        report && !cue.nominal && !cue.undecided && !inside(cue.token) && quotes
    };
    let reports: Vec<Option<usize>> = found.iter().filter(says).map(|cue| cue.speaker).collect();
    let Some(&Some(speaker)) = reports.first() else {
        return;
    };
    if inside(speaker) || reports.iter().any(|&other| other != Some(speaker)) {
        return;
    }
    let told = |at: usize| {
        let mut outside = found.iter().filter(|cue| !inside(cue.token));
        outside.any(|cue| cue.contents.contains(&at) || cue.token == at)
    };
    // The parser may hang a sentence on the mark that opens the quotation.
    let mark = |at: usize| words.has(Set::DoubleQuote, tree.word(at));
    let top = |at: usize| match tree.head(at) {
        None => true,
        Some(above) => mark(above) && tree.head(above).is_none(),
    };
    let roots: Vec<usize> = (0..tree.len())
        .filter(|&at| top(at) && inside(at) && !told(at))
        .filter(|&at| tree.is_verb(at) || matches!(tree.pos(at), Pos::Noun | Pos::Adj | Pos::Aux))
        .collect();
    for root in roots {
        let mark = quotations
            .iter()
            .find(|(first, last)| (first..last).contains(&&root));
        let mark = mark.map_or(root, |&(first, _)| first);
        let same = |cue: &&mut Cue| cue.rule == SAME_QUOTATION && cue.token == mark;
        match found.iter_mut().find(same) {
            Some(cue) => cue.contents.push(root),
            None => found.push(from_account(mark, speaker, root, SAME_QUOTATION)),
        }
    }
}

/// The pairs of double marks of a sentence, the first and the last mark of each.
fn quotations(tree: &Tree, words: &WordSets) -> Vec<(usize, usize)> {
    let marks: Vec<usize> = (0..tree.len())
        .filter(|&at| words.has(Set::DoubleQuote, tree.word(at)))
        .collect();
    let pairs = marks.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|_| marks.len().is_multiple_of(2)).collect()
}
