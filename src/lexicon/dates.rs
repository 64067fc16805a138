//! Words of time (`dates.tsv`): what each form can mean where a date is read.

use compact_str::{CompactString, ToCompactString};
use rustc_hash::FxHashMap;

use super::table;

mod sense;

pub use sense::{Edge, Link, Part, Sense, Turn, Unit, Which};

/// The meanings of forms that begin with one word.
#[derive(Debug, Default)]
pub struct Entry {
    single: Vec<Sense>,
    /// Further words and meaning, longest first.
    longer: Vec<(Box<[CompactString]>, Sense)>,
}

impl Entry {
    /// Meanings of the word alone.
    pub fn senses(&self) -> &[Sense] {
        &self.single
    }

    /// Meanings of the word with those that follow it, longest first.
    pub fn phrases(&self) -> impl Iterator<Item = (&[CompactString], Sense)> {
        self.longer.iter().map(|(rest, sense)| (&**rest, *sense))
    }
}

/// Every form, by its first word in lower case.
#[derive(Debug, Default)]
pub struct DateWords {
    entries: FxHashMap<CompactString, Entry>,
}

impl DateWords {
    /// Reads the list that is compiled in.
    pub fn embedded() -> Self {
        let mut words = DateWords::default();
        for row in table::rows("dates.tsv", include_str!("data/dates.tsv")) {
            if let Some(sense) = sense::read_sense(row.column(0), row.column(2)) {
                words.add(row.columns.get(1).copied().unwrap_or(""), sense);
            }
        }
        for entry in words.entries.values_mut() {
            entry
                .longer
                .sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        words
    }

    fn add(&mut self, form: &str, sense: Sense) {
        let mut parts = form.split(' ').map(CompactString::from);
        let Some(first) = parts.next() else { return };
        let rest: Box<[CompactString]> = parts.collect();
        let entry = self.entries.entry(first).or_default();
        if rest.is_empty() {
            entry.single.push(sense);
        } else {
            entry.longer.push((rest, sense));
        }
    }

    /// What begins with `word` (lower case).
    pub fn entry(&self, word: &str) -> Option<&Entry> {
        self.entries.get(word)
    }

    /// Whether `word` (lower case) alone has the meaning.
    pub fn has(&self, word: &str, sense: Sense) -> bool {
        self.entry(word)
            .is_some_and(|entry| entry.single.contains(&sense))
    }
}

/// Lower-case copy that needs no heap for words of usual length.
pub(crate) fn lower(word: &str) -> CompactString {
    if word.is_ascii() {
        let mut word = CompactString::from(word);
        word.make_ascii_lowercase();
        word
    } else {
        word.to_lowercase().to_compact_string()
    }
}

#[cfg(test)]
mod tests {
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
