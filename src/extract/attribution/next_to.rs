//! What is said stands in the sentence before ('"Out!" the crowd yelled') or, behind a colon, in the ones that follow.

use crate::lexicon::words::WordSets;
use crate::model::parsed::{Pos, Tag};

use super::super::tree::Tree;
use super::Attribution;
use super::run_on::{Heard, before, marks};

/// Tokens of the quotation that the sentence before ends with, where a report without content begins the sentence.
pub(super) fn closed_before(
    heard: &[Heard],
    words: &WordSets,
    starts: &[usize],
    at: usize,
    attribution: &Attribution,
) -> Vec<usize> {
    let sentence = &heard[at];
    let earlier = at.checked_sub(1).map(|earlier| &heard[earlier]);
    let Some(earlier) = earlier.filter(|_| !sentence.paragraph && !sentence.open) else {
        return Vec::new();
    };
    let own = marks(earlier.tree, words);
    let ends = last_word(earlier.tree).is_some_and(|last| own.last() == Some(&last));
    if !ends || !attribution.content.is_empty() || !begins(sentence.tree, attribution) {
        return Vec::new();
    }
    let opening = own.len().checked_sub(2).map(|index| own[index]);
    let start = starts[at - 1];
    let mut found: Vec<usize> = (opening.unwrap_or(0)..earlier.tree.len())
        .map(|token| token + start)
        .collect();
    if opening.is_none() && earlier.open {
        found.extend(before(heard, words, starts, at - 1));
    }
    found
}

/// Nothing but who speaks stands before the word of report.
fn begins(tree: &Tree, attribution: &Attribution) -> bool {
    let Some(&cue) = attribution.cue.first() else {
        return false;
    };
    (0..cue).all(|at| attribution.source.contains(&at) || tree.pos(at) == Pos::Punct)
        || attribution.cue.contains(&0)
}

fn last_word(tree: &Tree) -> Option<usize> {
    (0..tree.len()).rev().find(|&at| tree.pos(at) != Pos::Space)
}

/// Tokens of what a colon at the end of a report without content announces: a quotation, or else the next paragraph.
pub(super) fn announced(
    heard: &[Heard],
    words: &WordSets,
    starts: &[usize],
    at: usize,
    attribution: &Attribution,
) -> Vec<usize> {
    let tree = heard[at].tree;
    let colon = last_word(tree).is_some_and(|last| tree.tag(last) == Tag::Colon);
    if !colon || !attribution.content.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (later, sentence) in heard.iter().enumerate().skip(at + 1) {
        let first = later == at + 1;
        if sentence.paragraph && !first {
            break;
        }
        let own = marks(sentence.tree, words);
        let opens = own.first() == Some(&0);
        let closes = own.get(usize::from(first && opens)).copied();
        let quoted = sentence.open || first && opens;
        let end = closes
            .filter(|_| quoted)
            .map_or(sentence.tree.len(), |mark| mark + 1);
        found.extend((0..end).map(|token| token + starts[later]));
        if quoted && closes.is_some() {
            break;
        }
    }
    found
}
