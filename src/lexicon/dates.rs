//! Words of time (`dates.tsv`): what each form can mean where a date is read.

use super::forms::{self, Forms};
use super::overlay::{Overlay, list_rows};
use super::table::Fault;

mod sense;

pub use sense::{Edge, Link, Part, Sense, Turn, Unit, Which};

/// What forms that begin with one word can mean.
pub type Entry = forms::Entry<Sense>;

/// Every form, by its first word in lower case.
#[derive(Debug)]
pub struct DateWords {
    forms: Forms<Sense>,
}

impl DateWords {
    /// Reads the list that is compiled in.
    pub fn embedded() -> Self {
        DateWords::read(&Overlay::default(), &mut Vec::new())
    }

    /// The same with a user's lines laid over it; lines that do not fit are noted in `faults`.
    pub fn read(overlay: &Overlay, faults: &mut Vec<Fault>) -> Self {
        let rows = list_rows!(overlay, "dates.tsv").into_iter();
        DateWords {
            forms: Forms::new(rows.filter_map(|row| {
                let sense = sense::read_sense(row.column(0), row.column(2));
                let read = sense.zip(row.columns.get(1).copied());
                if read.is_none() {
                    faults.push(row.fault("no meaning of the header, or the word is missing"));
                }
                read.map(|(sense, form)| (form, sense))
            })),
        }
    }

    /// What begins with `word` (lower case).
    pub fn entry(&self, word: &str) -> Option<&Entry> {
        self.forms.entry(word)
    }

    /// Whether `word` (lower case) alone has the meaning.
    pub fn has(&self, word: &str, sense: Sense) -> bool {
        self.entry(word)
            .is_some_and(|entry| entry.senses().contains(&sense))
    }
}

#[cfg(test)]
mod tests {
    use super::super::table;
    use super::*;

    #[test]
    fn every_line_is_read_sorted_and_unique() {
        let text = include_str!("data/dates.tsv");
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        for row in table::rows("dates.tsv", text) {
            assert!(
                sense::read_sense(row.column(0), row.column(2)).is_some(),
                "line {}",
                row.line.line
            );
        }
    }

    #[test]
    fn a_form_of_several_words_is_found_by_its_first() {
        let words = DateWords::embedded();
        let entry = words.entry("last").unwrap();
        assert!(
            entry
                .phrases()
                .any(|(rest, sense)| rest == ["night"] && sense == Sense::Deictic(-1, 0))
        );
        assert!(words.has("monday", Sense::Weekday(1)));
    }
}
