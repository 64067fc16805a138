//! Words of a phrase as the party lists compare them: folded, split at hyphens, possessive marks apart.

use compact_str::CompactString;

/// Capitals of a word as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caps {
    /// No letter, or no capital in front.
    Lower,
    /// A capital in front.
    Title,
    /// Two or more letters, all capital, or as many capitals as small letters ("DoD").
    Upper,
}

/// A word, a possessive mark, or a mark of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Folded form; a mark of punctuation stands for itself, a possessive is `'s`.
    pub key: CompactString,
    /// Capitals as written.
    pub caps: Caps,
    /// Follows the word before it without a space (`Moscow-installed`).
    pub glued: bool,
}

impl Word {
    /// Whether it is a mark of punctuation.
    pub fn is_mark(&self) -> bool {
        !self.key.starts_with(|c: char| c.is_alphanumeric()) && !self.is_possessive()
    }

    /// Whether it is a possessive mark.
    pub fn is_possessive(&self) -> bool {
        self.key == POSSESSIVE
    }
}

const POSSESSIVE: &str = "'s";

/// Short words that end in a full stop without ending a sentence are not longer than this many letters ("Gen.", "Adm.").
const LONGEST_ABBREVIATION: usize = 4;

/// Lower case, without marks on letters, apostrophes made one, full stops dropped.
pub fn fold(text: &str) -> CompactString {
    let mut folded = CompactString::default();
    text.chars().for_each(|c| fold_letter(c, &mut folded));
    folded
}

fn fold_letter(letter: char, out: &mut CompactString) {
    let plain = match letter {
        '.' => return,
        '`' => "'",
        _ if letter.is_ascii() => return out.push(letter.to_ascii_lowercase()),
        '’' | '‘' | 'ʼ' | '´' => "'",
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => {
            "a"
        }
        'æ' => "ae",
        'ç' | 'ć' | 'č' | 'Ç' | 'Č' | 'Ć' => "c",
        'ď' | 'đ' | 'Đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'È' | 'É' | 'Ê' | 'Ë' | 'ə' | 'Ə' => {
            "e"
        }
        'ğ' | 'Ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'İ' | 'Í' | 'і' => "i",
        'ł' | 'Ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' | 'Ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' | 'ō' | 'Ó' | 'Ö' | 'Ø' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' | 'Ś' | 'Š' | 'Ş' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' | 'Ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'Ú' | 'Ü' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ź' | 'ż' | 'ž' | 'Ź' | 'Ż' | 'Ž' => "z",
        _ => return letter.to_lowercase().for_each(|c| out.push(c)),
    };
    out.push_str(plain);
}

/// The words and marks of `text`, in order.
pub fn split_words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let length = match letter {
            _ if letter.is_whitespace() => letter.len_utf8(),
            _ if letter.is_alphanumeric() => word_length(&text[at..]),
            _ if is_apostrophe(letter) && follows_word(&words, at) => {
                possessive_length(&text[at..])
            }
            _ => letter.len_utf8(),
        };
        if !letter.is_whitespace() {
            push(&mut words, text, at, at + length);
        }
        at += length;
    }
    words
}

fn push(words: &mut Vec<Word>, text: &str, start: usize, end: usize) {
    let written = &text[start..end];
    let glued = words
        .last()
        .is_some_and(|w| w.end == start || glues(text, w.end, start));
    let first = written.chars().next().unwrap_or(' ');
    if is_hyphen(first)
        && words.last().is_some_and(|w| w.end == start)
        && !text[end..].starts_with(char::is_whitespace)
    {
        return;
    }
    let key = if is_apostrophe(first) {
        POSSESSIVE.into()
    } else {
        fold(written)
    };
    let key = if key.is_empty() { written.into() } else { key };
    words.push(Word {
        start,
        end,
        caps: caps_of(written),
        key,
        glued,
    });
}

/// A hyphen that was passed over joins the words on its sides.
fn glues(text: &str, end: usize, start: usize) -> bool {
    start > end && text[end..start].chars().all(is_hyphen)
}

fn caps_of(written: &str) -> Caps {
    let mut letters = written.chars().filter(|c| c.is_alphabetic()).peekable();
    if !letters.peek().is_some_and(|c| c.is_uppercase()) {
        return Caps::Lower;
    }
    let (small, count) = letters.fold((0, 0), |(small, n), c| {
        (small + usize::from(c.is_lowercase()), n + 1)
    });
    // A short word with a capital inside is an acronym, and not the verb of the same letters.
    if count > 1 && (small == 0 || count > 2 && small * 2 <= count) {
        Caps::Upper
    } else {
        Caps::Title
    }
}

/// Letters, digits, `&`, full stops and apostrophes inside; the possessive mark stays out.
fn word_length(text: &str) -> usize {
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let inside = letters
            .peek()
            .is_some_and(|(_, next)| next.is_alphanumeric());
        let digits = text[..at].ends_with(|c: char| c.is_ascii_digit());
        let part = letter.is_alphanumeric()
            || inside
                && letter == ','
                && digits
                && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
            || inside
                && (letter == '.'
                    || letter == '&'
                    || is_apostrophe(letter) && !is_mark_of_owner(&text[at..]));
        if !part {
            break;
        }
        end = at + letter.len_utf8();
    }
    let dotted = text[..end].contains('.') || text[..end].chars().count() <= LONGEST_ABBREVIATION;
    let abbreviation =
        dotted && text.starts_with(char::is_uppercase) && text[end..].starts_with('.');
    if abbreviation { end + 1 } else { end }
}

fn possessive_length(text: &str) -> usize {
    let mark = text.chars().next().map_or(0, char::len_utf8);
    if is_mark_of_owner(text) {
        mark + 1
    } else {
        mark
    }
}

/// `'s` or `’S` at the end of a word.
fn is_mark_of_owner(text: &str) -> bool {
    let mut letters = text.chars().skip(1);
    letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&'s'))
        && !letters.next().is_some_and(char::is_alphanumeric)
}

fn follows_word(words: &[Word], at: usize) -> bool {
    words.last().is_some_and(|w| w.end == at && !w.is_mark())
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '–' | '/')
}

/// The words with the letters made one that transliterations spell in several ways ("Syrskyi", "Syrsky", "Syrskii").
pub(super) fn sound(key: &str) -> CompactString {
    let mut sound = CompactString::default();
    let mut letters = key.chars().peekable();
    while let Some(letter) = letters.next() {
        let (heard, both) = heard(letter, letters.peek().copied());
        if both {
            letters.next();
        }
        if heard.is_some_and(|heard| !sound.ends_with(heard)) {
            sound.extend(heard);
        }
    }
    sound
}

/// The letter that stands for a sound in names from other scripts, and whether the next letter belongs to it.
fn heard(letter: char, next: Option<char>) -> (Option<char>, bool) {
    match (letter, next) {
        ('\'', _) => (None, false),
        ('o', Some('u' | 'o')) => (Some('u'), true),
        ('e', Some('e')) => (Some('y'), true),
        ('p', Some('h')) => (Some('f'), true),
        ('k' | 'g', Some('h')) => (Some('h'), true),
        ('c', Some('k')) => (Some('k'), true),
        ('k', Some('s')) => (Some('x'), true),
        ('i' | 'y', Some('y' | 'i' | 'j')) => (Some('y'), true),
        ('i' | 'y', Some(vowel @ ('e' | 'a' | 'u'))) => (Some(vowel), true),
        ('q', _) => (Some('k'), false),
        ('g', _) => (Some('h'), false),
        ('i' | 'j', _) => (Some('y'), false),
        ('w', _) => (Some('v'), false),
        _ => (Some(letter), false),
    }
}

/// The folded words with single spaces, as the lists are keyed.
pub(super) fn joined(words: &[Word]) -> CompactString {
    let mut key = CompactString::default();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word.key);
    }
    key
}
