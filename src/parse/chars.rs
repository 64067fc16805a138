//! Classes of characters: Python's, for word shapes, and those of the tokenizer's expressions.

use super::file::{File, Opened, broken};

/// Sets of characters, one bit each; the order is that of `build_model.py`.
pub(crate) mod class {
    /// `str.isspace`.
    pub const SPACE: u16 = 1;
    /// `str.isalpha`.
    pub const ALPHABETIC: u16 = 1 << 1;
    /// `str.isupper`.
    pub const UPPERCASE: u16 = 1 << 2;
    /// `str.isdigit`.
    pub const DIGIT: u16 = 1 << 3;
    /// Cut from the front of a chunk.
    pub const PREFIX: u16 = 1 << 4;
    /// Cut from the end of a chunk.
    pub const SUFFIX: u16 = 1 << 5;
    /// Cut out of the middle, whatever stands around it.
    pub const INFIX: u16 = 1 << 6;
    /// Letters of the scripts that the rules know.
    pub const LETTER: u16 = 1 << 7;
    /// What stands before a full stop that is cut off.
    pub const BEFORE_LAST_STOP: u16 = 1 << 8;
    /// Two of these before a full stop make it be cut off.
    pub const CAPITAL: u16 = 1 << 9;
    /// What stands before a full stop inside a chunk that is cut out.
    pub const BEFORE_STOP: u16 = 1 << 10;
    /// What stands after it.
    pub const AFTER_STOP: u16 = 1 << 11;
    /// Letters and ASCII digits: before a hyphen, colon or slash that is cut out.
    pub const WORD: u16 = 1 << 12;
    /// Letters of a top-level domain.
    pub const DOMAIN: u16 = 1 << 13;
    /// `\w` in the scheme of an address.
    pub const NAME: u16 = 1 << 14;
    /// `\d` in the port of an address.
    pub const NUMERAL: u16 = 1 << 15;
}

/// The classes of every character.
pub(crate) struct Chars {
    index: &'static [u16],
    pages: &'static [u16],
}

impl Chars {
    /// Reads the table.
    pub fn open(file: &File) -> Opened<Self> {
        let index = file.exactly::<u16>("chars.index", 0x11_0000 / 256)?;
        let pages = file.values::<u16>("chars.pages")?;
        match index.iter().max() {
            Some(&last) if pages.len() == (usize::from(last) + 1) * 256 => {
                Ok(Chars { index, pages })
            }
            _ => Err(broken(
                "chars.pages",
                "not as many pages as the index names",
            )),
        }
    }

    /// Whether `char` is in one of the classes.
    pub fn is(&self, char: char, classes: u16) -> bool {
        let code = char as usize;
        let page = usize::from(self.index[code >> 8]);
        self.pages[page << 8 | code & 0xff] & classes != 0
    }

    /// Whether every character is in one of the classes; false for the empty text.
    pub fn all(&self, text: &str, classes: u16) -> bool {
        !text.is_empty() && text.chars().all(|char| self.is(char, classes))
    }
}
