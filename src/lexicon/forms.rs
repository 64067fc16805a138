//! Forms of one or more words with their senses, looked up by the first word.

use compact_str::{CompactString, ToCompactString};
use rustc_hash::FxHashMap;

/// The senses of forms that begin with one word.
#[derive(Debug)]
pub struct Entry<S> {
    single: Vec<S>,
    /// Further words and sense, longest first.
    longer: Vec<(Box<[CompactString]>, S)>,
}

impl<S: Copy> Entry<S> {
    /// Senses of the word alone.
    pub fn senses(&self) -> &[S] {
        &self.single
    }

    /// Senses of the word with those that follow it, longest first.
    pub fn phrases(&self) -> impl Iterator<Item = (&[CompactString], S)> {
        self.longer.iter().map(|(rest, sense)| (&**rest, *sense))
    }
}

/// Forms by their first word in lower case.
#[derive(Debug)]
pub struct Forms<S> {
    entries: FxHashMap<CompactString, Entry<S>>,
}

impl<S: Copy> Forms<S> {
    /// The table of these forms, whose words are parted by a blank.
    pub fn new<'a>(forms: impl Iterator<Item = (&'a str, S)>) -> Self {
        let mut entries: FxHashMap<CompactString, Entry<S>> = FxHashMap::default();
        for (form, sense) in forms {
            let mut parts = form.split(' ').map(CompactString::from);
            let first = parts.next().unwrap_or_default();
            let rest: Box<[CompactString]> = parts.collect();
            let entry = entries.entry(first).or_insert_with(|| Entry {
                single: Vec::new(),
                longer: Vec::new(),
            });
            if rest.is_empty() {
                entry.single.push(sense);
            } else {
                entry.longer.push((rest, sense));
            }
        }
        for entry in entries.values_mut() {
            entry
                .longer
                .sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Forms { entries }
    }

    /// What begins with `word` (lower case).
    pub fn entry(&self, word: &str) -> Option<&Entry<S>> {
        self.entries.get(word)
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
