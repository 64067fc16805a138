//! Word types: what the network and the rules need to know of a token's text, worked out once a type.

use std::borrow::Cow;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::chars::{Chars, class};
use super::file::{File, Opened};
use super::hash::Symbols;
use super::lemma::Lemmas;
use super::ruler::Ruler;
use super::special::Phrases;

/// Number of a word type in a [`Words`].
pub(crate) type WordId = u32;

/// How many networks look at a word: tagger and parser with and without a blank after it, and entities.
pub(crate) const VIEWS: usize = 3;
/// Row of a view that was not computed yet.
pub(crate) const NO_ROW: u32 = u32::MAX;

/// One word type.
pub(crate) struct Word {
    /// The text.
    pub text: CompactString,
    /// Numbers of norm, prefix, suffix and shape.
    pub features: [u64; 4],
    /// Whether it is white space.
    pub space: bool,
    /// The ruler's patterns that start with this word in lower case.
    pub patterns: Vec<u16>,
    /// Lower-cased text where it differs from the text.
    pub lower: CompactString,
    /// Whether a phrase of the special cases starts with it.
    pub starts_phrase: bool,
    /// Row of each view among the encoders' mixed rows.
    pub rows: [u32; VIEWS],
    /// Lemmas found so far, by [`Lemmas::key`].
    pub lemmas: Vec<(u8, CompactString)>,
}

/// What makes word types.
pub(crate) struct WordMaker {
    symbols: Symbols,
    norms: FxHashMap<u64, &'static str>,
}

impl WordMaker {
    /// Reads symbols and norms.
    pub fn open(file: &File) -> Opened<Self> {
        let norms = file
            .cursor("norms")?
            .list(|cursor| Ok((cursor.key()?, cursor.text()?)))?;
        Ok(WordMaker {
            symbols: Symbols::open(file)?,
            norms: norms.into_iter().collect(),
        })
    }

    /// The type of a token; `norm` is `""` unless a special case sets it.
    pub fn make(
        &self,
        text: &str,
        norm: &str,
        chars: &Chars,
        phrases: &Phrases,
        ruler: &Ruler,
    ) -> Word {
        let lower = CompactString::from(text.to_lowercase());
        let written = text;
        let text: &str = &straight(written);
        let typed = CompactString::from(text.to_lowercase());
        let norm = match norm {
            "" => self
                .norms
                .get(&self.symbols.number(text))
                .copied()
                .unwrap_or(&typed),
            set => set,
        };
        let prefix = text.chars().next().map_or(0, char::len_utf8);
        let suffix = text
            .char_indices()
            .rev()
            .nth(2)
            .map_or(0, |(place, _)| place);
        let features = [norm, &text[..prefix], &text[suffix..], &shape(chars, text)];
        Word {
            features: features.map(|feature| self.symbols.number(feature)),
            space: chars.all(text, class::SPACE),
            patterns: ruler.starting_with(&lower),
            starts_phrase: !phrases.starting_with(written).is_empty(),
            rows: [NO_ROW; VIEWS],
            lemmas: Vec::new(),
            text: written.into(),
            lower,
        }
    }
}

/// The text with typographic quotation marks and apostrophes as the networks met them in training: on a typewriter.
/// Where they stand as printed, "Hamas’ attack" is read as the end of a quotation. Here the parser departs from spaCy.
fn straight(text: &str) -> Cow<'_, str> {
    let mark = |letter: char| match letter {
        '‘' | '’' | '‛' | 'ʼ' => Some('\''),
        '“' | '”' | '‟' => Some('"'),
        _ => None,
    };
    if text.is_ascii() || !text.chars().any(|letter| mark(letter).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|letter| mark(letter).unwrap_or(letter))
            .collect(),
    )
}

/// The word's shape: `X`, `x` and `d` for letters and digits, no more than four of a kind in a row.
fn shape(chars: &Chars, text: &str) -> CompactString {
    if text.len() >= 100 && text.chars().nth(99).is_some() {
        return CompactString::const_new("LONG");
    }
    let mut shape = CompactString::default();
    let (mut last, mut run) = ('\0', 0);
    for char in text.chars() {
        let kind = match char {
            _ if chars.is(char, class::UPPERCASE) && chars.is(char, class::ALPHABETIC) => 'X',
            _ if chars.is(char, class::ALPHABETIC) => 'x',
            _ if chars.is(char, class::DIGIT) => 'd',
            other => other,
        };
        run = if kind == last { run + 1 } else { 0 };
        last = kind;
        if run < 4 {
            shape.push(kind);
        }
    }
    shape
}

/// The word types that a worker has met.
#[derive(Default)]
pub(crate) struct Words {
    list: Vec<Word>,
    plain: FxHashMap<CompactString, WordId>,
    with_norm: FxHashMap<(CompactString, &'static str), WordId>,
}

impl Words {
    /// How many types there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The type of that number.
    pub fn get(&self, id: WordId) -> &Word {
        &self.list[id as usize]
    }

    /// The type of that number, to note what was found out about it.
    pub fn get_mut(&mut self, id: WordId) -> &mut Word {
        &mut self.list[id as usize]
    }

    /// The type of a token, made by `make` when it is new.
    pub fn intern(
        &mut self,
        text: &str,
        norm: &'static str,
        make: impl FnOnce() -> Word,
    ) -> WordId {
        let known = match norm {
            "" => self.plain.get(text).copied(),
            _ => self.with_norm.get(&(text.into(), norm)).copied(),
        };
        if let Some(id) = known {
            return id;
        }
        let id = self.list.len() as WordId;
        self.list.push(make());
        match norm {
            "" => self.plain.insert(text.into(), id),
            _ => self.with_norm.insert((text.into(), norm), id),
        };
        id
    }

    /// The lemma of a type in a role, worked out once.
    pub fn lemma(&mut self, id: WordId, key: u8, lemmas: &Lemmas, chars: &Chars) -> CompactString {
        let word = &mut self.list[id as usize];
        if let Some((_, lemma)) = word.lemmas.iter().find(|(known, _)| *known == key) {
            return lemma.clone();
        }
        let lemma = lemmas.find(&word.text, &word.lower, key, chars);
        word.lemmas.push((key, lemma.clone()));
        lemma
    }
}
