//! Quotations that run over several sentences: which sentences stand inside one, and whose words they are.

use crate::model::span::{Span, TextField};

/// A sentence as text.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The text that the span counts in.
    pub field: TextField,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: &'a str,
}

/// For each sentence the number of the quotation that it stands wholly inside of, or that it ends.
pub fn quotation_runs(lines: &[Line]) -> Vec<Option<u32>> {
    let mut state = Quotation::default();
    let mut end_of_last = 0;
    let mut runs = Vec::with_capacity(lines.len());
    for line in lines {
        // A quotation left open does not reach past a paragraph that does not open with a mark of its own.
        let gap = line.span.start.saturating_sub(end_of_last) > 1;
        if line.field == TextField::Title || gap && !opens(line.text) {
            state.open = false;
        }
        end_of_last = line.span.end;
        runs.push(state.take(line.text, gap));
    }
    runs
}

#[derive(Debug, Default)]
struct Quotation {
    open: bool,
    number: u32,
}

impl Quotation {
    /// Reads a sentence; gives the number of the run when its first word stands inside a quotation that began before it
    /// or that it does not leave.
    fn take(&mut self, text: &str, gap: bool) -> Option<u32> {
        let began_open = self.open && !(gap && opens(text));
        if !began_open && opens(text) {
            self.number += u32::from(!self.open);
            self.open = false;
        }
        let mut closed_inside = false;
        for mark in text
            .trim_end()
            .char_indices()
            .filter_map(|(at, mark)| kind(mark).map(|kind| (at, kind)))
        {
            let was_open = self.open;
            self.open = next_state(self.open, mark.1);
            closed_inside |= was_open && !self.open;
        }
        let whole = opens(text) && (self.open || closes_last(text));
        (began_open || whole && (self.open || closed_inside)).then_some(self.number)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    Straight,
}

fn kind(mark: char) -> Option<Mark> {
    match mark {
        '“' | '«' | '„' => Some(Mark::Open),
        '”' | '»' => Some(Mark::Close),
        '"' => Some(Mark::Straight),
        _ => None,
    }
}

fn next_state(open: bool, mark: Mark) -> bool {
    match mark {
        Mark::Open => true,
        Mark::Close => false,
        Mark::Straight => !open,
    }
}

fn opens(text: &str) -> bool {
    text.trim_start().starts_with(['“', '"', '«', '„'])
}

fn closes_last(text: &str) -> bool {
    text.trim_end().ends_with(['”', '"', '»'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(texts: &[&str]) -> Vec<Option<u32>> {
        let mut offset = 0;
        let lines: Vec<Line> = texts
            .iter()
            .map(|&text| {
                let span = Span::new(offset, offset + text.len());
                offset += text.len() + 1;
                Line {
                    field: TextField::Body,
                    span,
                    text,
                }
            })
            .collect();
        quotation_runs(&lines)
    }

    #[test]
    fn a_quotation_over_three_sentences_is_one_run() {
        let found = runs(&[
            "\"We hold it.",
            "They lie.",
            "Come and see,\" he said.",
            "It rained.",
        ]);
        assert_eq!(found, vec![Some(1), Some(1), Some(1), None]);
    }

    #[test]
    fn a_sentence_with_a_quoted_phrase_is_no_run() {
        assert_eq!(
            runs(&["He called it \"a lie\" on Monday.", "Then he left."]),
            vec![None, None]
        );
    }

    #[test]
    fn two_whole_quotations_are_two_runs() {
        assert_eq!(runs(&["“Yes.”", "“No.”"]), vec![Some(1), Some(2)]);
    }
}
