//! What the tokenizer cuts from a chunk: prefixes, suffixes and infixes, as spaCy's English expressions do.

use super::chars::{Chars, class};
use super::file::{File, Opened};

/// The tokenizer's cutting rules.
pub(crate) struct Affixes {
    /// Units and currencies that are cut off after a digit, such as `km` and `US$`.
    after_digit: Vec<&'static str>,
}

/// Prefixes of more than one character.
const LONG_PREFIXES: [&str; 3] = ["US$", "C$", "A$"];
/// Suffixes of more than one character.
const LONG_SUFFIXES: [&str; 5] = ["'s", "'S", "’s", "’S", "……"];
/// The alternatives between word and letter, in the order in which they are tried.
const HYPHENS: [&str; 7] = ["-", "–", "—", "--", "---", "——", "~"];

impl Affixes {
    /// Reads units and currencies.
    pub fn open(file: &File) -> Opened<Self> {
        let mut after_digit = file.cursor("units")?.list(|cursor| cursor.text())?;
        after_digit.extend(file.cursor("currencies")?.list(|cursor| cursor.text())?);
        // The longest suffix wins, so the longest is tried first.
        after_digit.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
        Ok(Affixes { after_digit })
    }

    /// Bytes of the prefix to cut, 0 for none.
    pub fn prefix(&self, chars: &Chars, text: &str) -> usize {
        let Some(first) = text.chars().next() else {
            return 0;
        };
        if chars.is(first, class::PREFIX) {
            return first.len_utf8();
        }
        match first {
            '+' => usize::from(!text[1..].starts_with(|next: char| next.is_ascii_digit())),
            '.' => dots(text.bytes()),
            'U' | 'C' | 'A' => LONG_PREFIXES
                .iter()
                .find(|prefix| text.starts_with(**prefix))
                .map_or(0, |p| p.len()),
            _ => 0,
        }
    }

    /// Bytes of the suffix to cut, 0 for none.
    pub fn suffix(&self, chars: &Chars, text: &str) -> usize {
        let Some(last) = text.chars().next_back() else {
            return 0;
        };
        let single = self.plain_suffix(chars, text, last);
        single.max(self.unit(text))
    }

    fn plain_suffix(&self, chars: &Chars, text: &str, last: char) -> usize {
        if let Some(long) = LONG_SUFFIXES.iter().find(|suffix| text.ends_with(**suffix)) {
            return long.len();
        }
        let before = &text[..text.len() - last.len_utf8()];
        let cut = match last {
            '—' | '–' => true,
            '+' => before.ends_with(|char: char| char.is_ascii_digit()),
            '.' => match dots(text.bytes().rev()) {
                0 => self.last_stop(chars, before),
                run => return run,
            },
            _ => chars.is(last, class::SUFFIX),
        };
        if cut { last.len_utf8() } else { 0 }
    }

    /// Whether a single full stop after `before` is cut off.
    fn last_stop(&self, chars: &Chars, before: &str) -> bool {
        let mut back = before.chars().rev();
        let Some(last) = back.next() else {
            return false;
        };
        let previous = back.next();
        chars.is(last, class::BEFORE_LAST_STOP)
            || previous == Some('°') && "FfCcKk".contains(last)
            || chars.is(last, class::CAPITAL)
                && previous.is_some_and(|char| chars.is(char, class::CAPITAL))
    }

    fn unit(&self, text: &str) -> usize {
        let follows_digit = |unit: &&&str| {
            text.strip_suffix(**unit)
                .is_some_and(|rest| rest.ends_with(|char: char| char.is_ascii_digit()))
        };
        self.after_digit
            .iter()
            .find(follows_digit)
            .map_or(0, |unit| unit.len())
    }

    /// Calls `found` with start and end, in bytes, of every infix.
    pub fn infixes(&self, chars: &Chars, text: &str, mut found: impl FnMut(usize, usize)) {
        let mut before = None;
        let mut start = 0;
        while let Some(char) = text[start..].chars().next() {
            let length = infix_at(chars, before, char, &text[start..]);
            let step = if length == 0 { char.len_utf8() } else { length };
            if length > 0 {
                found(start, start + length);
            }
            start += step;
            before = text[..start].chars().next_back();
        }
    }
}

/// Bytes of the infix that starts with `char` at the front of `rest`, 0 for none.
fn infix_at(chars: &Chars, before: Option<char>, char: char, rest: &str) -> usize {
    let after = |bytes: usize| rest[bytes..].chars().next();
    let next_is =
        |bytes: usize, classes: u16| after(bytes).is_some_and(|next| chars.is(next, classes));
    let back_is = |classes: u16| before.is_some_and(|back| chars.is(back, classes));
    if chars.is(char, class::INFIX) {
        return char.len_utf8();
    }
    let run = if char == '.' { dots(rest.bytes()) } else { 0 };
    if run > 0 {
        return run;
    }
    let between_digits = "+-*^".contains(char)
        && before.is_some_and(|back| back.is_ascii_digit())
        && after(1).is_some_and(|next| next.is_ascii_digit() || next == '-');
    let single = between_digits
        || char == '.' && back_is(class::BEFORE_STOP) && next_is(1, class::AFTER_STOP)
        || char == ',' && back_is(class::LETTER) && next_is(1, class::LETTER);
    if single {
        return 1;
    }
    if !back_is(class::WORD) {
        return 0;
    }
    if ":<>=/".contains(char) {
        return usize::from(next_is(1, class::LETTER));
    }
    let hyphen = HYPHENS
        .iter()
        .find(|hyphen| rest.starts_with(**hyphen) && next_is(hyphen.len(), class::LETTER));
    hyphen.map_or(0, |hyphen| hyphen.len())
}

/// Length of the run of full stops at the front if there are at least two, else 0.
fn dots(bytes: impl Iterator<Item = u8>) -> usize {
    let run = bytes.take_while(|byte| *byte == b'.').count();
    if run > 1 { run } else { 0 }
}
