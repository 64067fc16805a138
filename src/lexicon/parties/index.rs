//! Finds the longest listed name at a word, with case where the list has capitals, and names spelled in another way.

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
    /// Capitals of its words, two bits a word from the lowest.
    caps: u32,
    /// The form before it in the list that has the same words.
    same_words: Option<u32>,
    /// The form before it in the list that sounds alike.
    same_sound: Option<u32>,
}

/// Names have fewer words than their capitals have room for.
const MOST_WORDS: usize = 16;

/// All forms by their folded words.
#[derive(Debug, Default)]
pub(super) struct FormIndex {
    listed: Vec<Listed>,
    by_key: FxHashMap<CompactString, u32>,
    by_sound: FxHashMap<CompactString, u32>,
    longest_from: FxHashMap<CompactString, u8>,
}

impl FormIndex {
    /// Adds a form of entry `entry`; one that people spell freely is also found by its sound.
    pub fn add(&mut self, entry: u32, form: Form, freely_spelled: bool) {
        let words = split_words(&form.written);
        let Some(first) = words.first().filter(|_| words.len() <= MOST_WORDS) else {
            return;
        };
        let longest = self.longest_from.entry(first.key.clone()).or_default();
        *longest = (*longest).max(words.len() as u8);
        let number = self.listed.len() as u32;
        let key = joined(&words);
        let same_sound = if freely_spelled && is_name(&words) {
            self.by_sound.insert(sound(&key), number)
        } else {
            None
        };
        let same_words = self.by_key.insert(key, number);
        self.listed.push(Listed {
            entry,
            form,
            caps: packed(&words),
            same_words,
            same_sound,
        });
    }

    /// How many words the longest name at `at` takes, and the forms that it can be, in the order of the lists.
    pub fn longest(&self, words: &[Word], at: usize) -> Option<(usize, Vec<&Listed>)> {
        let first = words.get(at)?;
        let most = *self.longest_from.get(&first.key)? as usize;
        let most = most.min(words.len() - at);
        (1..=most).rev().find_map(|length| {
            let stretch = &words[at..at + length];
            let last = self.by_key.get(&joined(stretch)).copied();
            let mut fitting = self.chain(last, |listed| listed.same_words);
            fitting.retain(|listed| listed.fits(stretch));
            (!fitting.is_empty()).then_some((length, fitting))
        })
    }

    /// The forms that `words` spell in another way, when they are names in capitals.
    pub fn sounding(&self, words: &[Word]) -> Vec<&Listed> {
        let named = is_name(words);
        let last = if named {
            self.by_sound.get(&sound(&joined(words))).copied()
        } else {
            None
        };
        self.chain(last, |listed| listed.same_sound)
    }

    /// The forms of entry `entry`, in the order of the list.
    pub fn of_entry(&self, entry: u32) -> impl Iterator<Item = &Form> {
        let from = self.listed.partition_point(|l| l.entry < entry);
        let own = self.listed[from..]
            .iter()
            .take_while(move |l| l.entry == entry);
        own.map(|l| &l.form)
    }

    fn chain(&self, last: Option<u32>, before: impl Fn(&Listed) -> Option<u32>) -> Vec<&Listed> {
        let listed = |number: u32| &self.listed[number as usize];
        let numbers = std::iter::successors(last, |&number| before(listed(number)));
        let mut found: Vec<&Listed> = numbers.map(listed).collect();
        found.reverse();
        found
    }
}

impl Listed {
    /// A capital in the list asks for one in the text; a word all in capitals asks for the same, so that "US" is not "us".
    fn fits(&self, words: &[Word]) -> bool {
        let mut caps = self.caps;
        words.iter().all(|word| {
            let asked = caps & 3;
            caps >>= 2;
            bits(word.caps) >= asked
        })
    }
}

fn packed(words: &[Word]) -> u32 {
    words
        .iter()
        .rev()
        .fold(0, |caps, word| caps << 2 | bits(word.caps))
}

fn bits(caps: Caps) -> u32 {
    match caps {
        Caps::Lower => 0,
        Caps::Title => 1,
        Caps::Upper => 2,
    }
}

/// Fewest letters of a lone name whose other spellings are taken for it; shorter ones meet by chance.
const LONG_NAME: usize = 7;

/// Names of two words, or one long word, all with a capital in front.
fn is_name(words: &[Word]) -> bool {
    let capital = words.iter().all(|word| word.caps == Caps::Title);
    capital
        && match words {
            [] => false,
            [one] => one.key.len() >= LONG_NAME,
            _ => true,
        }
}
