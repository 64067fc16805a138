//! A sentence as the number grammar reads it: words in lower case with their senses.

use compact_str::CompactString;

use crate::extract::tree::Tree;
use crate::lexicon::forms::lower;
use crate::lexicon::numbers::{Entry, Link, NumberWords, Sense};
use crate::model::parsed::{Dep, Tag};

/// The words of a sentence, one a token.
pub struct Words<'w> {
    tree: &'w Tree<'w>,
    /// The list that they were looked up in.
    pub lexicon: &'w NumberWords,
    lower: Vec<CompactString>,
    entries: Vec<Option<&'w Entry>>,
}

impl<'w> Words<'w> {
    /// Reads a sentence; `None` when nothing in it can be a figure.
    pub fn new(tree: &'w Tree<'w>, lexicon: &'w NumberWords) -> Option<Self> {
        let lower: Vec<CompactString> = (0..tree.len())
            .map(|token| lower(tree.word(token)))
            .collect();
        // "handed over 40 prisoners": the particle belongs to the verb, and bounds no number.
        let particle = |at: usize| {
            tree.dep(at) == Dep::Prt && at + 1 < tree.len() && tree.tag(at + 1) == Tag::CD
        };
        let entries: Vec<Option<&Entry>> = lower
            .iter()
            .enumerate()
            .map(|(at, word)| lexicon.entry(word).filter(|_| !particle(at)))
            .collect();
        let promising = lower
            .iter()
            .zip(&entries)
            .any(|(word, entry)| has_digit(word) || entry.is_some_and(is_promising));
        promising.then_some(Words {
            tree,
            lexicon,
            lower,
            entries,
        })
    }

    /// Lower-case word, `""` past the end.
    pub fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", CompactString::as_str)
    }

    /// The longest form at `at` with a sense that `pick` takes, and where it ends.
    pub fn find<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<(T, usize)> {
        let entry = (*self.entries.get(at)?)?;
        let phrase = entry.phrases().find_map(|(rest, sense)| {
            let end = at + 1 + rest.len();
            (self.lower.get(at + 1..end)? == rest)
                .then(|| pick(sense))?
                .map(|value| (value, end))
        });
        phrase.or_else(|| {
            let mut senses = entry.senses().iter();
            senses
                .find_map(|&sense| pick(sense))
                .map(|value| (value, at + 1))
        })
    }

    /// Where the form at `at` ends, if it has the sense.
    pub fn after(&self, at: usize, sense: Sense) -> Option<usize> {
        self.find(at, |found| (found == sense).then_some(()))
            .map(|(_, end)| end)
    }

    /// Whether the word at `at` has the sense.
    pub fn is(&self, at: usize, sense: Sense) -> bool {
        self.after(at, sense).is_some()
    }

    /// Whether the word at `at` is a plural noun.
    pub fn is_plural(&self, at: usize) -> bool {
        at < self.tree.len() && matches!(self.tree.tag(at), Tag::NNS | Tag::NNPS)
    }

    /// Where the joint at `at` ends, if it is this one.
    pub fn after_link(&self, at: usize, link: Link) -> Option<usize> {
        self.after(at, Sense::Link(link))
    }

    /// The longest form that ends where `end` begins with a sense that `pick` takes, and where it begins.
    pub fn find_before<T>(
        &self,
        end: usize,
        pick: impl Fn(Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        (1..=LONGEST.min(end)).rev().find_map(|back| {
            let start = end - back;
            let entry = (*self.entries.get(start)?)?;
            if back == 1 {
                let found = entry.senses().iter().find_map(|&sense| pick(sense));
                return found.map(|value| (value, start));
            }
            let rest = self.lower.get(start + 1..end)?;
            let mut phrases = entry.phrases().filter(|(words, _)| *words == rest);
            phrases
                .find_map(|(_, sense)| pick(sense))
                .map(|value| (value, start))
        })
    }
}

/// Most words of a form that is looked up backwards.
const LONGEST: usize = 4;

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_promising(entry: &Entry) -> bool {
    let numeric = |sense: Sense| {
        matches!(
            sense,
            Sense::Number(_)
                | Sense::Scale(_)
                | Sense::Vague(..)
                | Sense::Share(..)
                | Sense::Times(_)
                | Sense::Half
        )
    };
    entry.senses().iter().any(|&sense| numeric(sense))
        || entry.phrases().any(|(_, sense)| numeric(sense))
}
