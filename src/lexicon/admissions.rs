//! Phrases by which a report shows that somebody goes back on what he had said (`admissions.tsv`).

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::table;

/// Stands for any one word in a phrase.
const ANY: &str = "*";

/// Marks a phrase that others use as well.
const HINT: &str = "hint";

/// How plainly a sentence shows that somebody goes back on his word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// By a phrase that is said of other things as well ("by mistake").
    Hint,
    /// By one that is said of nothing else.
    Plainly,
}

/// A phrase: the words behind its first, and how plain it is.
type Phrase = (Vec<&'static str>, Shown);

/// The phrases by their first word.
#[derive(Debug, Default)]
pub struct Admissions {
    phrases: FxHashMap<&'static str, Vec<Phrase>>,
}

impl Admissions {
    /// The list that is compiled in.
    pub fn embedded() -> &'static Admissions {
        static LIST: OnceLock<Admissions> = OnceLock::new();
        LIST.get_or_init(|| {
            let mut list = Admissions::default();
            for row in table::rows("admissions.tsv", include_str!("data/admissions.tsv")) {
                let phrase = row.columns.first().copied().unwrap_or("");
                let shown = match row.columns.get(1) {
                    Some(&HINT) => Shown::Hint,
                    _ => Shown::Plainly,
                };
                let mut words = phrase.split(' ');
                if let Some(first) = words.next() {
                    let phrases = list.phrases.entry(first).or_default();
                    phrases.push((words.collect(), shown));
                }
            }
            list
        })
    }

    /// The plainest of the phrases that a sentence holds; `None` where it holds none.
    ///
    /// ```
    /// use atodds::lexicon::admissions::{Admissions, Shown};
    /// let list = Admissions::embedded();
    /// let shown = |sentence| list.shown(sentence);
    /// assert_eq!(shown("The army now says that the town has fallen."), Some(Shown::Plainly));
    /// assert_eq!(shown("The town was hit by mistake."), Some(Shown::Hint));
    /// assert_eq!(shown("The army says that the town has fallen."), None);
    /// ```
    pub fn shown(&self, sentence: &str) -> Option<Shown> {
        let lower = sentence.to_lowercase();
        let words = lower.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let at = |at: usize| {
            let phrases = self.phrases.get(words[at]).into_iter().flatten();
            let rest = &words[at + 1..];
            let found = phrases.filter(move |(phrase, _)| begins(rest, phrase));
            found.map(|(_, shown)| *shown).max()
        };
        (0..words.len()).filter_map(at).max()
    }
}

/// Whether some words begin with those of a phrase.
fn begins(words: &[&str], phrase: &[&str]) -> bool {
    let mut pairs = phrase.iter().zip(words);
    phrase.len() <= words.len() && pairs.all(|(a, b)| *a == ANY || a == b)
}
