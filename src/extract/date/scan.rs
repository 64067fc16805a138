//! A sentence as the date grammar reads it: words in lower case with their senses, numbers, and numeric dates.

use compact_str::CompactString;

use crate::extract::tree::Tree;
use crate::lexicon::dates::{DateWords, Edge, Entry, Link, Sense};
use crate::lexicon::forms::lower;
use crate::model::parsed::Pos;

/// What the digits of a word say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// `12`, `2025`; value and number of digits.
    Plain(i32, u8),
    /// `2nd`.
    Ordinal(i8),
    /// `02/12/2025`, `2.12.2025`, `7/8/07`; values as they stand.
    Triple(i16, i16, i16),
    /// `2022/23`; first and last year.
    Years(i16, i16),
    /// `1990s`, `80s`; first year and number of digits.
    Decade(i16, u8),
}

/// A word, or a part of one that a dash divides.
#[derive(Debug)]
pub struct Atom<'w> {
    /// Its token.
    pub token: usize,
    /// Lower-case form.
    pub lower: CompactString,
    /// What the lexicon has for forms that begin with it.
    pub entry: Option<&'w Entry>,
    /// Its digits.
    pub digits: Option<Digits>,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// The atoms of a sentence.
#[derive(Debug)]
pub struct Scan<'w> {
    /// In order; blanks are left out.
    pub atoms: Vec<Atom<'w>>,
}

impl<'w> Scan<'w> {
    /// Reads a sentence; `None` when nothing in it can be a date.
    pub fn new(tree: &Tree, words: &'w DateWords) -> Option<Self> {
        let mut atoms = Vec::with_capacity(tree.len() + 4);
        let mut promising = false;
        for token in (0..tree.len()).filter(|&token| tree.pos(token) != Pos::Space) {
            push_word(&mut atoms, tree.word(token), token, words);
            promising = promising || atoms.last().is_some_and(is_promising);
        }
        promising.then_some(Scan { atoms })
    }

    /// Number of atoms.
    pub fn len(&self) -> usize {
        self.atoms.len()
    }

    /// The longest form at `at` with a sense that `pick` takes, and where it ends.
    pub fn find<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<(T, usize)> {
        let entry = self.atoms.get(at)?.entry?;
        let phrase = entry.phrases().find_map(|(rest, sense)| {
            let end = at + 1 + rest.len();
            let here = self.atoms.get(at + 1..end)?;
            let same = here
                .iter()
                .zip(rest)
                .all(|(atom, word)| atom.lower == *word);
            same.then(|| pick(sense))?.map(|value| (value, end))
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

    /// The link at `at`, and where it ends.
    pub fn link(&self, at: usize) -> Option<(Link, usize)> {
        self.find(at, |sense| match sense {
            Sense::Link(link) => Some(link),
            _ => None,
        })
    }

    /// Where the link at `at` ends, if it is this one.
    pub fn after_link(&self, at: usize, link: Link) -> Option<usize> {
        self.after(at, Sense::Link(link))
    }

    /// `at`, or past an article or possessive there.
    pub fn past_determiner(&self, at: usize) -> usize {
        self.after(at, Sense::Determiner).unwrap_or(at)
    }

    /// Digits at `at`.
    pub fn digits(&self, at: usize) -> Option<Digits> {
        self.atoms.get(at)?.digits
    }

    /// Month name at `at`; it needs its capital.
    pub fn month(&self, at: usize) -> Option<(i8, usize)> {
        if !self.atoms.get(at)?.capital {
            return None;
        }
        self.find(at, |sense| match sense {
            Sense::Month(month) => Some(month),
            _ => None,
        })
    }

    /// A number in digits or words at `at`.
    pub fn number(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(Digits::Plain(value, _)) = self.digits(at) {
            return Some((value, at + 1));
        }
        self.find(at, |sense| match sense {
            Sense::Number(value) => Some(i32::from(value)),
            _ => None,
        })
    }

    /// Part of a span that the form at `at` names.
    pub fn edge(&self, at: usize) -> Option<(Edge, usize)> {
        self.find(at, |sense| match sense {
            Sense::Edge(edge) => Some(edge),
            _ => None,
        })
    }
}

fn push_word<'w>(atoms: &mut Vec<Atom<'w>>, word: &str, token: usize, words: &'w DateWords) {
    match split_at_dash(word, words) {
        Some((left, dash, right)) => {
            push_atom(atoms, left, token, words);
            push_atom(atoms, dash, token, words);
            push_word(atoms, right, token, words);
        }
        None => push_atom(atoms, word, token, words),
    }
}

fn push_atom<'w>(atoms: &mut Vec<Atom<'w>>, word: &str, token: usize, words: &'w DateWords) {
    let lower = lower(word);
    let entry = words.entry(&lower);
    atoms.push(Atom {
        token,
        entry,
        digits: read_digits(word, words),
        capital: word.chars().next().is_some_and(char::is_uppercase),
        lower,
    });
}

/// `12–18`, `mid-2011`, `mid–May`: what stands on both sides of the dash, where the left side can belong to a date.
fn split_at_dash<'t>(word: &'t str, words: &DateWords) -> Option<(&'t str, &'t str, &'t str)> {
    let at = word.find(is_dash).filter(|&at| at > 0)?;
    let dash = word[at..].chars().next()?.len_utf8();
    let (left, right) = (&word[..at], &word[at + dash..]);
    let digits = left.bytes().all(|byte| byte.is_ascii_digit());
    let known = || words.entry(&lower(left)).is_some();
    (!right.is_empty() && (digits || known())).then(|| (left, &word[at..at + dash], right))
}

/// Dashes of ranges: hyphen, non-breaking hyphen, figure, en and em dash, minus.
fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

fn read_digits(word: &str, words: &DateWords) -> Option<Digits> {
    if !word.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let count = word.bytes().take_while(u8::is_ascii_digit).count();
    let (head, tail) = word.split_at(count);
    if count > 8 {
        return None;
    }
    let value: i32 = head.parse().ok()?;
    if tail.is_empty() {
        return Some(Digits::Plain(value, count as u8));
    }
    read_tail(word, value, count, &lower(tail), words)
}

fn read_tail(
    word: &str,
    value: i32,
    count: usize,
    tail: &str,
    words: &DateWords,
) -> Option<Digits> {
    if words.has(tail, Sense::OrdinalSuffix) {
        return i8::try_from(value).ok().map(Digits::Ordinal);
    }
    if tail == DECADE_ENDING && value % 10 == 0 {
        return match count {
            4 => Some(Digits::Decade(i16::try_from(value).ok()?, 4)),
            // A decade of two digits is one of the last century from the twenties on.
            2 if value >= 20 => Some(Digits::Decade(1900 + value as i16, 2)),
            _ => None,
        };
    }
    if let Some(years) = season_years(word) {
        return Some(years);
    }
    let mut parts = word.split(['/', '.']).map(date_part);
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
    // A version number has the same shape; a year has two digits or four.
    let dated = [first.1, third.1].into_iter().any(|width| width == 4)
        || third.1 == 2 && parts.next().is_none();
    dated.then_some(Digits::Triple(first.0, second.0, third.0))
}

/// `2022/23`, `2022/2023`: two years in a row.
fn season_years(word: &str) -> Option<Digits> {
    let (first, second) = word.split_once('/')?;
    let (first, last) = (date_part(first)?, date_part(second)?);
    let follows = match last.1 {
        2 => (first.0 + 1) % 100 == last.0,
        4 => first.0 + 1 == last.0,
        _ => false,
    };
    (first.1 == 4 && follows).then_some(Digits::Years(first.0, first.0 + 1))
}

/// Value and number of digits.
fn date_part(part: &str) -> Option<(i16, usize)> {
    Some((part.parse().ok()?, part.len()))
}

/// The plural ending that makes a decade of a year in digits.
const DECADE_ENDING: &str = "s";

fn is_promising(atom: &Atom) -> bool {
    let core = |sense: &Sense| {
        matches!(
            sense,
            Sense::Month(_)
                | Sense::Weekday(_)
                | Sense::Unit(..)
                | Sense::Deictic(..)
                | Sense::Season(..)
                | Sense::Part(_)
                | Sense::Holiday(..)
                | Sense::Famous(_)
        )
    };
    let year = match atom.digits {
        Some(Digits::Plain(_, width)) => width == 4,
        Some(Digits::Ordinal(_)) | None => false,
        Some(_) => true,
    };
    year || atom.entry.is_some_and(|entry| {
        entry.senses().iter().any(core) || entry.phrases().any(|(_, sense)| core(&sense))
    })
}
