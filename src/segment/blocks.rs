//! Text to blocks: stretches that no sentence leaves, which are lines, or paragraphs whose lines are wrapped.

use std::ops::Range;

/// A line that was wrapped is about this wide, in bytes; shorter and longer lines are whole paragraphs.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=140;

/// The blocks of a text, without empty ones.
pub(crate) fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut paragraph: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if end == start {
            close(text, &mut paragraph, &mut blocks);
        } else {
            paragraph.push(start..end);
        }
        start += line.len();
    }
    close(text, &mut paragraph, &mut blocks);
    blocks
}

/// Moves a paragraph to the blocks: as one if its lines are wrapped, else line by line.
fn close(text: &str, lines: &mut Vec<Range<usize>>, blocks: &mut Vec<Range<usize>>) {
    let wrapped = lines.len() > 1 && are_wrapped(text, lines);
    for line in lines.drain(..) {
        match blocks.last_mut() {
            Some(last) if goes_on(text, last, &line, wrapped) => last.end = line.end,
            _ => blocks.push(line),
        }
    }
}

/// Whether a line belongs to the block before it.
fn goes_on(text: &str, block: &Range<usize>, line: &Range<usize>, wrapped: bool) -> bool {
    let (before, after) = (&text[block.clone()], text[line.clone()].trim_start());
    let blank_line = text[block.end..line.start].matches('\n').count() > 1;
    let unfinished = !before.ends_with(['.', '!', '?', ':', ';', '"', '”', '»', ')']);
    !blank_line && (wrapped || unfinished && after.starts_with(char::is_lowercase))
}

/// Whether every line but the last is so long that the next line's first word would not have fit.
fn are_wrapped(text: &str, lines: &[Range<usize>]) -> bool {
    let width = lines.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    let first_word = |line: &Range<usize>| {
        text[line.clone()]
            .split_whitespace()
            .next()
            .map_or(0, str::len)
    };
    WRAPPED.contains(&width)
        && lines
            .windows(2)
            .all(|pair| pair[0].len() + 1 + first_word(&pair[1]) > width)
}
