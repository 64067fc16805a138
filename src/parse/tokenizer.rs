//! Chunks to tokens: special cases, addresses, and what the cutting rules take off.

use super::address::is_address;
use super::affix::Affixes;
use super::chars::{Chars, class};
use super::file::{File, Opened};
use super::special::{Part, Phrase, Phrases, Specials};

/// A longer chunk is no word of any language: it stays one token, so that a megabyte without blanks costs nothing.
const LONGEST_CHUNK: usize = 4096;

/// The tokenizer's rules.
pub(crate) struct Tokenizer {
    chars: Chars,
    affixes: Affixes,
    specials: Specials,
    phrases: Phrases,
}

/// A token of a chunk: text, and the norm that a special case sets, or `""`.
pub(crate) type Piece<'a> = (&'a str, &'static str);

impl Tokenizer {
    /// Reads the rules, and finds which special cases the rules would take apart.
    pub fn open(file: &File) -> Opened<Self> {
        let (chars, affixes, specials) = (
            Chars::open(file)?,
            Affixes::open(file)?,
            Specials::open(file)?,
        );
        let mut tokenizer = Tokenizer {
            chars,
            affixes,
            specials,
            phrases: Phrases::new(std::iter::empty()),
        };
        let phrases: Vec<Phrase> = tokenizer
            .specials
            .chunks()
            .filter_map(|chunk| tokenizer.phrase(chunk))
            .collect();
        tokenizer.phrases = Phrases::new(phrases.into_iter());
        Ok(tokenizer)
    }

    /// The classes of characters.
    pub fn chars(&self) -> &Chars {
        &self.chars
    }

    /// Special cases to be looked for over neighbouring tokens.
    pub fn phrases(&self) -> &Phrases {
        &self.phrases
    }

    /// The tokens of a special case.
    pub fn special(&self, chunk: &str) -> &[Part] {
        self.specials.get(chunk).unwrap_or(&[])
    }

    /// Calls `found` with every chunk of the text, its place, and whether a blank that is no token follows it.
    pub fn chunks<'a>(&self, text: &'a str, mut found: impl FnMut(usize, &'a str, bool)) {
        let is_space = |char: char| self.chars.is(char, class::SPACE);
        let mut start = 0;
        let mut in_space = text.chars().next().is_some_and(is_space);
        for (place, char) in text.char_indices() {
            if is_space(char) == in_space {
                continue;
            }
            let blank = char == ' ';
            if start < place {
                found(start, &text[start..place], blank);
            }
            start = if blank { place + 1 } else { place };
            in_space = !in_space;
        }
        if start < text.len() {
            found(start, &text[start..], false);
        }
    }

    /// Calls `found` with every token of a chunk, in order.
    pub fn split<'a>(&'a self, chunk: &'a str, mut found: impl FnMut(Piece<'a>)) {
        if chunk.len() > LONGEST_CHUNK
            || self.chars.all(chunk, class::SPACE) && self.specials.get(chunk).is_none()
        {
            return found((chunk, ""));
        }
        self.cut(chunk, true, &mut found);
    }

    fn cut<'a>(&'a self, chunk: &'a str, with_specials: bool, found: &mut impl FnMut(Piece<'a>)) {
        let special = |text: &str| {
            if with_specials {
                self.specials.get(text)
            } else {
                None
            }
        };
        let mut middle = chunk;
        let mut suffixes = Vec::new();
        while !middle.is_empty() && special(middle).is_none() {
            let prefix = self.affixes.prefix(&self.chars, middle);
            let (front, rest) = middle.split_at(prefix);
            if prefix > 0 && special(rest).is_some() {
                found((front, ""));
                middle = rest;
                break;
            }
            let suffix = self.affixes.suffix(&self.chars, rest);
            let (kept, back) = middle.split_at(middle.len() - suffix);
            if suffix > 0 && special(kept).is_some() {
                suffixes.push(back);
                middle = kept;
                break;
            }
            if prefix == 0 && suffix == 0 {
                break;
            }
            if prefix > 0 {
                found((front, ""));
            }
            if suffix > 0 {
                suffixes.push(back);
            }
            middle = &middle[prefix..middle.len() - suffix];
        }
        if let Some(parts) = special(middle) {
            parts.iter().for_each(|part| found(*part));
        } else if !middle.is_empty() {
            self.cut_middle(middle, found);
        }
        suffixes
            .into_iter()
            .rev()
            .for_each(|suffix| found((suffix, "")));
    }

    /// What is left between prefixes and suffixes: one token if it is an address, else cut at the infixes.
    fn cut_middle<'a>(&'a self, middle: &'a str, found: &mut impl FnMut(Piece<'a>)) {
        if is_address(&self.chars, middle) {
            return found((middle, ""));
        }
        let mut start = 0;
        self.affixes.infixes(&self.chars, middle, |from, to| {
            // An infix at the very front does not cut.
            if from > 0 {
                if from > start {
                    found((&middle[start..from], ""));
                }
                found((&middle[from..to], ""));
                start = to;
            }
        });
        if start < middle.len() {
            found((&middle[start..], ""));
        }
    }

    /// The tokens that the rules make of a special case, if any rule applies to it.
    fn phrase(&self, chunk: &'static str) -> Option<Phrase> {
        let mut infix = false;
        self.affixes
            .infixes(&self.chars, chunk, |_, _| infix = true);
        let touched = infix
            || chunk.contains(' ')
            || self.affixes.prefix(&self.chars, chunk) > 0
            || self.affixes.suffix(&self.chars, chunk) > 0;
        let mut lengths = Vec::new();
        self.cut(chunk, false, &mut |(text, _)| lengths.push(text.len()));
        let mut rest = chunk;
        let tokens = lengths.into_iter().map(|length| {
            let (token, after) = rest.split_at(length);
            rest = after;
            token
        });
        touched.then(|| Phrase {
            chunk,
            tokens: tokens.collect(),
        })
    }
}
