//! Article text to sentences, with byte offsets.
//!
//! The cut is cautious: where it is in doubt, two sentences stay together, since the parser finds sentence starts too.

mod abbreviations;
mod blocks;
mod boundary;
mod enclosures;

use crate::model::span::Span;

use abbreviations::Abbreviations;
use enclosures::Enclosures;

/// The sentences of a title or body, in order; together they cover everything but white space.
///
/// Blank lines, and line ends that do not look like wrapped text, always end a sentence. Closing quotation marks and
/// brackets go with their sentence, and a short quotation is never cut.
///
/// ```
/// let text = "Gen. Syrskyi denied it. \"It is false.\" he said.";
/// let found = atodds::segment::sentences(text);
/// assert_eq!(found[0].of(text), "Gen. Syrskyi denied it.");
/// assert_eq!(found[1].of(text), "\"It is false.\" he said.");
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let abbreviations = Abbreviations::embedded();
    let mut found = Vec::with_capacity(text.len() / 100 + 1);
    for block in blocks::blocks(text) {
        cut(block.start, &text[block], abbreviations, &mut found);
    }
    found
}

fn cut(offset: usize, block: &str, abbreviations: &Abbreviations, found: &mut Vec<Span>) {
    let enclosures = Enclosures::of(block);
    let mut start = 0;
    let mut place = 0;
    while let Some(stop) = boundary::next_stop(block, place) {
        if boundary::is_end(block, start, &stop, abbreviations) && !enclosures.hold(stop.end) {
            push(offset, block, start, stop.end, found);
            start = stop.end;
        }
        place = stop.end;
    }
    push(offset, block, start, block.len(), found);
}

/// Adds the part of `block` without the white space around it.
fn push(offset: usize, block: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let part = &block[start..end];
    let lead = part.len() - part.trim_start().len();
    let kept = part.trim();
    if !kept.is_empty() {
        let start = offset + start + lead;
        found.push(Span::new(start, start + kept.len()));
    }
}
