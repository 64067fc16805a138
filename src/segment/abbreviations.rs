//! The word lists that tell a full stop after an abbreviation from the end of a sentence.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// What a full stop after an abbreviation may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Never the end of a sentence.
    Never,
    /// Not the end before a number.
    Number,
    /// The end only before a word that often starts a sentence.
    Maybe,
    /// A time of day: not the end before a word of the calendar or a zone.
    Clock,
    /// No abbreviation: a word that goes on behind a time of day.
    Zone,
}

/// The lists.
pub(crate) struct Abbreviations {
    kinds: FxHashMap<&'static str, Kind>,
    starts: FxHashSet<&'static str>,
}

const ABBREVIATIONS: &str = include_str!("../lexicon/data/abbreviations.tsv");
const STARTS: &str = include_str!("../lexicon/data/sentence_starts.tsv");

/// Longer words are no abbreviations, in bytes.
const LONGEST: usize = 16;

impl Abbreviations {
    /// The lists that are compiled in.
    pub fn embedded() -> &'static Abbreviations {
        static LISTS: OnceLock<Abbreviations> = OnceLock::new();
        LISTS.get_or_init(|| Abbreviations {
            kinds: lines(ABBREVIATIONS).filter_map(read_kind).collect(),
            starts: lines(STARTS).collect(),
        })
    }

    /// What a full stop after `word` may mean; `None` for an ordinary word.
    pub fn kind(&self, word: &str) -> Option<Kind> {
        if word.len() > LONGEST {
            return None;
        }
        self.kinds.get(word.to_lowercase().as_str()).copied()
    }

    /// Whether a capitalised word often starts a sentence.
    pub fn starts(&self, word: &str) -> bool {
        word.len() <= LONGEST && self.starts.contains(word.to_lowercase().as_str())
    }
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read_kind(line: &'static str) -> Option<(&'static str, Kind)> {
    let (form, kind) = line.split_once('\t')?;
    let kind = match kind {
        "never" => Kind::Never,
        "number" => Kind::Number,
        "maybe" => Kind::Maybe,
        "clock" => Kind::Clock,
        "zone" => Kind::Zone,
        _ => return None,
    };
    Some((form, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_unique_and_lower_case() {
        for list in [ABBREVIATIONS, STARTS] {
            let forms: Vec<&str> = lines(list)
                .map(|line| line.split('\t').next().unwrap())
                .collect();
            assert!(forms.is_sorted_by(|left, right| left < right), "{forms:?}");
            assert!(
                forms
                    .iter()
                    .all(|form| *form == form.to_lowercase() && form.len() <= LONGEST)
            );
        }
    }

    #[test]
    fn every_line_has_a_known_kind() {
        assert_eq!(
            lines(ABBREVIATIONS).count(),
            Abbreviations::embedded().kinds.len()
        );
    }
}
