//! Finds the longest listed name at a word, with case where the list has capitals.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::entry::Form;
use super::words::{Caps, Word, joined, sound, split_words};

/// A form and the entry that it names.
#[derive(Debug)]
pub(super) struct Listed {
    /// Number of the entry.
    pub entry: u32,
    /// The form.
    pub form: Form,
    caps: Vec<Caps>,
}

/// All forms by their folded words.
#[derive(Debug, Default)]
pub(super) struct FormIndex {
    listed: Vec<Listed>,
    by_key: FxHashMap<CompactString, Vec<u32>>,
    longest_from: FxHashMap<CompactString, u8>,
    by_sound: FxHashMap<CompactString, Vec<u32>>,
}

impl FormIndex {
    /// Adds a form of entry `entry`.
    pub fn add(&mut self, entry: u32, form: Form) {
        let words = split_words(&form.written);
        let Some(first) = words.first() else { return };
        let longest = self.longest_from.entry(first.key.clone()).or_default();
        *longest = (*longest).max(words.len().min(u8::MAX as usize) as u8);
        let number = self.listed.len() as u32;
        self.by_key.entry(joined(&words)).or_default().push(number);
        if is_spelled_freely(&words) {
            self.by_sound
                .entry(sound(&joined(&words)))
                .or_default()
                .push(number);
        }
        let caps = words.iter().map(|w| w.caps).collect();
        self.listed.push(Listed { entry, form, caps });
    }

    /// How many words the longest name at `at` takes, and the forms that it can be.
    pub fn longest(&self, words: &[Word], at: usize) -> Option<(usize, Vec<&Listed>)> {
        let first = words.get(at)?;
        let most = *self.longest_from.get(&first.key)? as usize;
        let most = most.min(words.len() - at);
        (1..=most).rev().find_map(|length| {
            let stretch = &words[at..at + length];
            let hits = self.by_key.get(&joined(stretch))?;
            let fitting = hits.iter().map(|&n| &self.listed[n as usize]);
            let fitting: Vec<&Listed> = fitting.filter(|l| l.fits(stretch)).collect();
            (!fitting.is_empty()).then_some((length, fitting))
        })
    }

    /// The forms that `words` spell in another way, when they are names in capitals.
    pub fn sounding(&self, words: &[Word]) -> Vec<&Listed> {
        if !is_spelled_freely(words) {
            return Vec::new();
        }
        let hits = self.by_sound.get(&sound(&joined(words)));
        hits.into_iter()
            .flatten()
            .map(|&n| &self.listed[n as usize])
            .collect()
    }

    /// The forms of entry `entry`, in the order of the list.
    pub fn of_entry(&self, entry: u32) -> impl Iterator<Item = &Form> {
        let from = self.listed.partition_point(|l| l.entry < entry);
        let own = self.listed[from..]
            .iter()
            .take_while(move |l| l.entry == entry);
        own.map(|l| &l.form)
    }
}

impl Listed {
    /// A capital in the list asks for one in the text. A word all in capitals asks for the same,
    /// so that "US" is not "us"; longer ones may be written as a name ("Nato").
    fn fits(&self, words: &[Word]) -> bool {
        self.caps
            .iter()
            .zip(words)
            .all(|(listed, word)| match listed {
                Caps::Lower => true,
                Caps::Title => word.caps >= Caps::Title,
                Caps::Upper => word.caps == Caps::Upper,
            })
    }
}

/// Fewest letters of a lone name whose other spellings are taken for it; shorter ones meet by chance.
const LONG_NAME: usize = 7;

/// Names of two words, or one long word, all in capitals at the front.
fn is_spelled_freely(words: &[Word]) -> bool {
    let names = words.iter().all(|w| w.caps == Caps::Title);
    names
        && match words {
            [] => false,
            [one] => one.key.len() >= LONG_NAME,
            _ => true,
        }
}
