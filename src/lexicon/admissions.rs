//! Phrases by which a report shows that somebody goes back on what he had said (`admissions.tsv`).

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::table;

/// Stands for any one word in a phrase.
const ANY: &str = "*";

/// The phrases by their first word.
#[derive(Debug, Default)]
pub struct Admissions {
    phrases: FxHashMap<&'static str, Vec<Vec<&'static str>>>,
}

impl Admissions {
    /// The list that is compiled in.
    pub fn embedded() -> &'static Admissions {
        static LIST: OnceLock<Admissions> = OnceLock::new();
        LIST.get_or_init(|| {
            let mut list = Admissions::default();
            for row in table::rows("admissions.tsv", include_str!("data/admissions.tsv")) {
                let phrase = row.columns.first().copied().unwrap_or("");
                let mut words = phrase.split(' ');
                if let Some(first) = words.next() {
                    list.phrases.entry(first).or_default().push(words.collect());
                }
            }
            list
        })
    }

    /// Whether a sentence holds one of the phrases.
    ///
    /// ```
    /// use atodds::lexicon::admissions::Admissions;
    /// let list = Admissions::embedded();
    /// assert!(list.shows("The army now says that the town has fallen."));
    /// assert!(!list.shows("The army says that the town has fallen."));
    /// ```
    pub fn shows(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        let words = lower.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        (0..words.len()).any(|at| {
            let phrases = self.phrases.get(words[at]).into_iter().flatten();
            let fits = |phrase: &Vec<&str>| {
                let rest = words.get(at + 1..=at + phrase.len());
                rest.is_some_and(|rest| phrase.iter().zip(rest).all(|(a, b)| *a == ANY || a == b))
            };
            phrases.into_iter().any(fits)
        })
    }
}
