//! Quotations in the sentence of a cue: what stands between marks beside it, or is partly said by it, is said as a whole.

use std::ops::Range;

use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Pos, Tag};

use super::super::tree::Tree;

/// What stands between quotation marks, the marks left out; `open` tells whether the sentence begins inside a quotation.
pub(super) fn quotations(tree: &Tree, words: &WordSets, open: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = open.then_some(0);
    for at in (0..tree.len()).filter(|&at| words.has(Set::DoubleQuote, tree.word(at))) {
        match start.take() {
            Some(first) => found.push(first..at),
            None => start = Some(at + 1),
        }
    }
    found.extend(start.map(|first| first..tree.len()));
    found.retain(|part| !part.is_empty());
    found
}

/// The quotations that border on a report of these words ("…", he said; he said on Monday: "…").
pub(super) fn beside(
    tree: &Tree,
    parts: &[Range<usize>],
    token: usize,
    block: &[usize],
) -> Vec<Range<usize>> {
    let (Some(&first), Some(&last)) = (block.iter().min(), block.iter().max()) else {
        return Vec::new();
    };
    // "'…,' he said, meaning the mayor": the second word reports what stands behind it.
    let near = |at: usize| {
        block.contains(&at) || is_mark(tree, at) || at > token && tree.is_below(at, token)
    };
    let borders = |part: &&Range<usize>| {
        part.end <= first && ends_before(tree, part, first) && (first..token).all(near)
            || part.start > last && begins_behind(tree, part, token, last)
    };
    parts.iter().filter(borders).cloned().collect()
}

/// Only marks stand between the quotation and the report, a stop or a comma among them.
fn ends_before(tree: &Tree, part: &Range<usize>, first: usize) -> bool {
    let between = part.end.saturating_sub(1)..first;
    let apart = between.clone().any(|at| is_pause(tree, at));
    apart && (part.end..first).all(|at| is_mark(tree, at))
}

/// A comma or a colon opens the quotation, and all before it hangs on the report.
fn begins_behind(tree: &Tree, part: &Range<usize>, token: usize, last: usize) -> bool {
    let Some(pause) = part.start.checked_sub(2).filter(|&at| at > last) else {
        return false;
    };
    let own = |at: usize| is_mark(tree, at) || tree.is_below(at, token);
    is_pause(tree, pause) && (last + 1..pause).all(own)
}

fn is_pause(tree: &Tree, at: usize) -> bool {
    matches!(tree.tag(at), Tag::Comma | Tag::Colon | Tag::Stop)
}

fn is_mark(tree: &Tree, at: usize) -> bool {
    matches!(tree.pos(at), Pos::Punct | Pos::Space | Pos::Sym)
}

/// Adds what is quoted beside the report, and the rest of each quotation of which a part is said.
pub(super) fn filled(
    parts: &[Range<usize>],
    beside: &[Range<usize>],
    block: &[usize],
    mut content: Vec<usize>,
) -> Vec<usize> {
    let apart = |part: &&Range<usize>| !block.iter().any(|at| part.contains(at));
    let touched: Vec<usize> = parts
        .iter()
        .filter(apart)
        .filter(|part| content.iter().any(|at| part.contains(at)))
        .cloned()
        .flatten()
        .collect();
    content.extend(touched);
    content.extend(beside.iter().cloned().flatten());
    content.sort_unstable();
    content.dedup();
    content
}
