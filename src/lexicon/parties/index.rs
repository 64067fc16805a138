//! Finds the longest listed name at a word, with case where the list has capitals, and names spelled in another way.

use std::sync::OnceLock;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::entry::{Form, FormKind};
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
    /// People spell it freely.
    freely_spelled: bool,
}

/// Names have fewer words than their capitals have room for.
const MOST_WORDS: usize = 16;

/// All forms by their folded words.
#[derive(Debug, Default)]
pub(super) struct FormIndex {
    listed: Vec<Listed>,
    by_key: FxHashMap<CompactString, u32>,
    by_sound: OnceLock<Sounds>,
    longest_from: FxHashMap<CompactString, u8>,
}

/// Freely spelled forms by their sound, made when the first unknown name is met.
#[derive(Debug, Default)]
struct Sounds {
    last: FxHashMap<CompactString, u32>,
    /// The form before each that sounds alike.
    before: FxHashMap<u32, u32>,
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
        let same_words = self.by_key.insert(joined(&words), number);
        self.listed.push(Listed {
            entry,
            form,
            caps: packed(&words),
            same_words,
            freely_spelled,
        });
    }

    /// Makes room for as many forms as the lists have.
    pub fn reserve(&mut self, forms: usize) {
        self.listed.reserve(forms);
        self.by_key.reserve(forms);
        self.longest_from.reserve(forms / 2);
    }

    /// How many words the longest name at `at` takes, and the forms that it can be, in the order of the lists.
    pub fn longest(&self, words: &[Word], at: usize) -> Option<(usize, Vec<&Listed>)> {
        let first = words.get(at)?;
        let most = *self.longest_from.get(&first.key)? as usize;
        let most = most.min(words.len() - at);
        (1..=most).rev().find_map(|length| {
            let stretch = &words[at..at + length];
            let last = self.by_key.get(&joined(stretch)).copied();
            let before = |number: u32| self.listed[number as usize].same_words;
            let mut fitting = self.chain(last, before);
            fitting.retain(|listed| listed.fits(stretch));
            (!fitting.is_empty()).then_some((length, fitting))
        })
    }

    /// The forms that `words` spell in another way, when they are names in capitals.
    pub fn sounding(&self, words: &[Word]) -> Vec<&Listed> {
        if !is_name(words) {
            return Vec::new();
        }
        let sounds = self.by_sound.get_or_init(|| Sounds::of(&self.listed));
        let last = sounds.last.get(&sound(&joined(words))).copied();
        self.chain(last, |number| sounds.before.get(&number).copied())
    }

    /// The forms of entry `entry`, in the order of the list.
    pub fn of_entry(&self, entry: u32) -> impl Iterator<Item = &Form> {
        let from = self.listed.partition_point(|l| l.entry < entry);
        let own = self.listed[from..]
            .iter()
            .take_while(move |l| l.entry == entry);
        own.map(|l| &l.form)
    }

    fn chain(&self, last: Option<u32>, before: impl Fn(u32) -> Option<u32>) -> Vec<&Listed> {
        let numbers = std::iter::successors(last, |&number| before(number));
        let mut found: Vec<&Listed> = numbers.map(|n| &self.listed[n as usize]).collect();
        found.reverse();
        found
    }
}

impl Sounds {
    fn of(listed: &[Listed]) -> Sounds {
        let mut sounds = Sounds::default();
        let numbered = (0..).zip(listed).filter(|(_, form)| form.freely_spelled);
        for (number, form) in numbered {
            let words = split_words(&form.form.written);
            if !is_name(&words) {
                continue;
            }
            if let Some(before) = sounds.last.insert(sound(&joined(&words)), number) {
                sounds.before.insert(number, before);
            }
        }
        sounds
    }
}

impl Listed {
    /// A capital in the list asks for one in the text; a word all in capitals asks for the same, so that "US" is not "us".
    fn fits(&self, words: &[Word]) -> bool {
        if self.form.kind == FormKind::Demonym && words.iter().any(|word| self.is_marked(word)) {
            return false;
        }
        let mut caps = self.caps;
        words.iter().all(|word| {
            let asked = caps & 3;
            caps >>= 2;
            // "Unifil": long letters are written as a name, too.
            let lone = words.len() == 1 && word.key.len() >= LONG_LETTERS;
            bits(word.caps) >= asked || lone && word.caps == Caps::Title
        })
    }
}

impl Listed {
    /// "Germán" is a given name, and no German: letters with marks that the adjective of the list has not.
    fn is_marked(&self, word: &Word) -> bool {
        let longer = word.end - word.start > word.key.len();
        longer && word.caps == Caps::Title && self.form.written.is_ascii()
    }
}

/// Letters of an acronym that is written as a name, too, at least.
const LONG_LETTERS: usize = 5;

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
