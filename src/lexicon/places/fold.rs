//! Folding of place names: the exact key of a name, and the loose key under which romanisations fall together.

use any_ascii::any_ascii_char;
use compact_str::CompactString;

use super::list::List;

/// Signs that stand within a word and mean nothing: apostrophes and the signs for Arabic letters and Slavic softness.
const APOSTROPHES: &str = "'’‘ʻʼʹ`´ʾʿ″\"“”ʺ\u{2bd}\u{2c8}";

/// The words and letters that make no difference, from `fold.tsv` and `spelling.tsv`.
#[derive(Debug, Default)]
pub struct FoldRules {
    first: Vec<String>,
    any: Vec<(String, String)>,
    end: Vec<String>,
    letters: Vec<(String, String)>,
}

impl FoldRules {
    /// Rules of the two lists; lines that do not fit are passed over.
    pub fn new(fold: &List, spelling: &List) -> Self {
        let mut rules = FoldRules::default();
        for row in fold.rows() {
            let (word, becomes) = (row.cell(1).to_owned(), row.cell(2).to_owned());
            match row.cell(0) {
                "first" => rules.first.push(word + " "),
                "any" => rules.any.push((word, becomes)),
                "end" => rules.end.push(word),
                _ => {}
            }
        }
        rules.end.sort_by_key(|end| std::cmp::Reverse(end.len()));
        rules.letters = spelling
            .rows()
            .map(|row| (row.cell(0).to_owned(), row.cell(1).to_owned()))
            .collect();
        rules
    }

    /// The key under which a name is stored and looked up: letters and digits only, small, without marks.
    pub fn fold(&self, name: &str) -> CompactString {
        self.words(name).split(' ').collect()
    }

    /// The key under which spellings of one name in several romanisations are equal.
    pub fn loose(&self, name: &str) -> CompactString {
        let mut text = format!("_{}_", self.words(name).replace(' ', "_"));
        for (old, new) in &self.letters {
            if text.contains(old.as_str()) {
                text = text.replace(old, new);
            }
        }
        let mut out = CompactString::default();
        for letter in text.chars().filter(|&c| c != '_') {
            if !out.ends_with(letter) {
                out.push(letter);
            }
        }
        out
    }

    /// The words that count, small and parted by single spaces.
    fn words(&self, name: &str) -> String {
        let straight;
        let mut name = name.trim();
        if name.contains('’') {
            straight = name.replace('’', "'");
            name = &straight;
        }
        if let Some(shorter) = self
            .end
            .iter()
            .find_map(|end| name.strip_suffix(end.as_str()))
            && !shorter.is_empty()
        {
            name = shorter;
        }
        let plain = plain_words(name);
        let mut rest = plain.as_str();
        while let Some(shorter) = self
            .first
            .iter()
            .find_map(|first| rest.strip_prefix(first.as_str()))
        {
            rest = shorter;
        }
        self.respell(rest)
    }

    fn respell(&self, words: &str) -> String {
        let mut out = String::with_capacity(words.len());
        for word in words.split(' ') {
            if !out.is_empty() {
                out.push(' ');
            }
            let known = self.any.iter().find(|(old, _)| old == word);
            out.push_str(known.map_or(word, |(_, new)| new));
        }
        out
    }
}

/// Small letters without marks; whatever is no letter or digit parts words.
fn plain_words(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut parted = false;
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            push_letter(&mut out, &mut parted, letter.to_ascii_lowercase());
        } else if APOSTROPHES.contains(letter) || ('\u{300}'..'\u{370}').contains(&letter) {
        } else if is_latin(letter) {
            push_plain(&mut out, &mut parted, any_ascii_char(letter));
        } else if letter.is_alphanumeric() {
            letter
                .to_lowercase()
                .filter(|c| c.is_alphanumeric())
                .for_each(|c| push_letter(&mut out, &mut parted, c));
        } else {
            parted = true;
        }
    }
    out
}

fn push_plain(out: &mut String, parted: &mut bool, plain: &str) {
    let mut any = false;
    for letter in plain.chars().filter(char::is_ascii_alphanumeric) {
        push_letter(out, parted, letter.to_ascii_lowercase());
        any = true;
    }
    *parted |= !any;
}

fn push_letter(out: &mut String, parted: &mut bool, letter: char) {
    if std::mem::take(parted) && !out.is_empty() {
        out.push(' ');
    }
    out.push(letter);
}

/// Whether the letter table is applied: Latin letters, their marks, and the signs between them.
fn is_latin(letter: char) -> bool {
    let code = u32::from(letter);
    code < 0x300
        || (0x1E00..0x1F00).contains(&code)
        || (0x2000..0x2070).contains(&code)
        || (0x2C60..0x2C80).contains(&code)
        || (0xA720..0xA800).contains(&code)
}
