//! Where a sentence may end: full stops and their like, and what stands around them.

use super::abbreviations::{Abbreviations, Kind};

/// A run of stops with the closing marks behind it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop {
    /// First byte of the run.
    pub start: usize,
    /// One past its closing quotation marks and brackets.
    pub end: usize,
    /// What the run consists of.
    pub sign: Sign,
}

/// Kinds of stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// One full stop.
    Point,
    /// `!`, `?`, several stops, or an ellipsis.
    Strong,
    /// A stop of a script that writes no blank after it.
    Wide,
}

fn sign(char: char) -> Option<Sign> {
    match char {
        '.' => Some(Sign::Point),
        '!' | '?' | '…' => Some(Sign::Strong),
        '。' | '！' | '？' => Some(Sign::Wide),
        _ => None,
    }
}

fn closes(char: char) -> bool {
    matches!(char, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '}' | '›')
}

fn opens(char: char) -> bool {
    matches!(
        char,
        '"' | '\''
            | '“'
            | '‘'
            | '„'
            | '«'
            | '('
            | '['
            | '{'
            | '‹'
            | '—'
            | '–'
            | '-'
            | '*'
            | '•'
    )
}

/// The first stop at or behind `from`.
pub(crate) fn next_stop(block: &str, from: usize) -> Option<Stop> {
    let bytes = block.as_bytes();
    let mut place = from;
    loop {
        // The first bytes of all stops; what else starts with them is passed over.
        let is_lead = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | 0xe2 | 0xe3 | 0xef);
        place += bytes.get(place..)?.iter().position(is_lead)?;
        let char = block[place..].chars().next()?;
        if let Some(first) = sign(char) {
            return Some(run(block, place, first));
        }
        place += char.len_utf8();
    }
}

fn run(block: &str, start: usize, first: Sign) -> Stop {
    let mut end = start;
    let mut signs = 0;
    for char in block[start..].chars() {
        if sign(char).is_none() {
            break;
        }
        signs += 1;
        end += char.len_utf8();
    }
    let sign = if signs > 1 && first == Sign::Point {
        Sign::Strong
    } else {
        first
    };
    end += block[end..]
        .chars()
        .take_while(|char| closes(*char))
        .map(char::len_utf8)
        .sum::<usize>();
    end += footnote(&block[end..]);
    Stop { start, end, sign }
}

/// Bytes of a footnote mark such as `[12]`.
fn footnote(rest: &str) -> usize {
    let digits = rest.strip_prefix('[').map_or(0, |rest| {
        rest.bytes().take_while(u8::is_ascii_digit).count()
    });
    if digits > 0 && rest[1 + digits..].starts_with(']') {
        digits + 2
    } else {
        0
    }
}

/// Whether the sentence that began at `start` ends with the stop.
pub(crate) fn is_end(
    block: &str,
    start: usize,
    stop: &Stop,
    abbreviations: &Abbreviations,
) -> bool {
    let rest = &block[stop.end..];
    let after = rest.trim_start();
    if after.is_empty() {
        return false;
    }
    let sentence = &block[start..stop.start];
    if !sentence.contains(char::is_alphanumeric) {
        return false;
    }
    let word = last_word(sentence);
    if after.len() == rest.len() {
        return stop.sign == Sign::Wide
            || stop.end == stop.start + 1 && is_blank_forgotten(word, rest);
    }
    let next = after.trim_start_matches(opens);
    let Some(first) = next.chars().next() else {
        return false;
    };
    if first.is_lowercase() {
        return false;
    }
    if stop.sign != Sign::Point {
        return true;
    }
    if sentence.trim_start() == word && is_number_of_a_list(word) {
        return false;
    }
    ends_with_point(sentence, word, next, abbreviations)
}

/// Whether one full stop between a word and what comes next ends the sentence.
fn ends_with_point(sentence: &str, word: &str, next: &str, abbreviations: &Abbreviations) -> bool {
    let kind = abbreviations
        .kind(last_joined(word))
        .or_else(|| looks_abbreviated(word).then_some(Kind::Maybe));
    match kind {
        None | Some(Kind::Zone) => true,
        Some(Kind::Never) => false,
        Some(Kind::Clock) => {
            let whole = sentence.split_whitespace().count() > ADVERBIAL;
            starts(next, abbreviations) || whole && !goes_on(next, abbreviations)
        }
        Some(Kind::Number) => !next.starts_with(char::is_numeric),
        Some(Kind::Maybe) => starts(next, abbreviations),
    }
}

/// "Lt.-Col": the last of abbreviations that hyphens join.
fn last_joined(word: &str) -> &str {
    word.rsplit_once(".-").map_or(word, |(_, last)| last)
}

/// Whether the next word often starts a sentence.
fn starts(next: &str, abbreviations: &Abbreviations) -> bool {
    let end = next
        .find(|char: char| !char.is_alphabetic())
        .unwrap_or(next.len());
    abbreviations.starts(&next[..end])
}

/// "8 a.m. Monday", "8 a.m. Central Time": one of the next words is of the calendar or names a zone.
fn goes_on(next: &str, abbreviations: &Abbreviations) -> bool {
    let mut words = next.split(|char: char| !char.is_alphanumeric());
    let near = words
        .by_ref()
        .filter(|word| !word.is_empty())
        .take(ZONE_WORDS);
    { near }.any(|word| abbreviations.kind(word) == Some(Kind::Zone))
}

/// So many words up to a time of day only set the scene ("At about 8 a.m. Utopian guns ...").
const ADVERBIAL: usize = 5;
/// Words behind a time of day among which one names its day or zone.
const ZONE_WORDS: usize = 3;

/// The last word of a text, without opening marks.
fn last_word(text: &str) -> &str {
    let start = text
        .rfind(char::is_whitespace)
        .map_or(0, |place| place + blank_length(text, place));
    text[start..].trim_start_matches(opens)
}

fn blank_length(text: &str, place: usize) -> usize {
    text[place..].chars().next().map_or(0, char::len_utf8)
}

/// An initial, or letters with full stops between them such as `U.S`.
fn looks_abbreviated(word: &str) -> bool {
    let single = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    match word.contains('.') {
        true => word.split('.').all(single),
        false => single(word) && word.starts_with(char::is_uppercase),
    }
}

/// `1` or `a` at the start of a line, in front of an entry of a list.
fn is_number_of_a_list(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 3
        && (word.bytes().all(|byte| byte.is_ascii_digit()) || word.len() == 1)
}

/// `said.The`: a word of small letters, a full stop, and a capitalised word, without a blank.
fn is_blank_forgotten(word: &str, rest: &str) -> bool {
    let small = |word: &str| word.len() > 2 && word.chars().all(char::is_lowercase);
    let end = rest
        .find(|char: char| !char.is_alphabetic())
        .unwrap_or(rest.len());
    let follows_blank =
        rest[end..].is_empty() || rest[end..].starts_with([' ', ',', '\n', '\'', '’']);
    let mut next = rest[..end].chars();
    small(word)
        && next.next().is_some_and(char::is_uppercase)
        && follows_blank
        && next.all(char::is_lowercase)
}
