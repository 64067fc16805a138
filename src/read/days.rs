//! The day that a written date names, in the clock of whoever wrote it.

use jiff::civil::Date;

use crate::config::SlashDates;
use crate::lexicon::page_labels::{Label, PageLabels};

/// A run of letters and digits.
#[derive(Debug, Clone, Copy)]
struct Token<'t> {
    text: &'t str,
    start: usize,
}

impl Token<'_> {
    fn end(self) -> usize {
        self.start + self.text.len()
    }

    fn digits(self) -> Option<i32> {
        let plain = self.text.len() <= 4 && self.text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| self.text.parse().ok()).flatten()
    }

    /// A day of the month: `3`, `03`, `3rd`, and the `03T15` of a timestamp.
    fn day(self) -> Option<i32> {
        let end = self
            .text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.text.len());
        let short = (1..=2).contains(&end) && self.text[end..].len() <= 3;
        short.then(|| self.text[..end].parse().ok()).flatten()
    }

    fn year(self) -> Option<i32> {
        self.digits()
            .filter(|year| self.text.len() == 4 && YEARS.contains(year))
    }
}

/// Years that a news article can be from; other numbers of four digits are clock times or counts.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2199;

/// Words of a date value that are looked at; a date stands near its start.
const MAX_TOKENS: usize = 24;

/// Words of the longest label before a date ("Date of publication").
const MAX_LABEL: usize = 4;

/// The first date in a field's value; `None` where it holds none.
pub(super) fn find(text: &str, slash: SlashDates) -> Option<Date> {
    let tokens = tokens(text);
    (0..tokens.len())
        .find_map(|at| date_at(text, &tokens[at..], slash))
        .map(|(day, _)| day)
}

/// Whether the whole of a line is a date, with weekday and time of day if it likes.
pub(super) fn whole(text: &str, slash: SlashDates) -> Option<Date> {
    leading(text, slash)
        .filter(|(_, end)| *end == text.len())
        .map(|(day, _)| day)
}

/// A date at the very start of a text, after a label if there is one, and the byte where the text goes on.
///
/// A sentence that begins with a date is not taken for one: after a date that is no part of it, the text goes on
/// with a capital, a figure or a quotation mark.
pub(super) fn leading(text: &str, slash: SlashDates) -> Option<(Date, usize)> {
    let labels = PageLabels::get();
    let tokens = tokens(text);
    let first = tokens.first().filter(|token| token.start <= 2)?;
    let mut at = label_length(text, &tokens, first.start);
    at += usize::from(
        tokens
            .get(at)
            .is_some_and(|token| labels.weekday(token.text).is_some()),
    );
    let (day, used) = date_at(text, tokens.get(at..)?, slash)?;
    at += used;
    at += clock_length(text, &tokens[at..]);
    let end = tokens
        .get(at)
        .map_or(text.len(), |token| opening(text, token.start));
    let goes_on = text[end..].chars().next();
    goes_on
        .is_none_or(|c| !c.is_lowercase())
        .then_some((day, end))
}

/// How many words at the start are a label that announces a date.
fn label_length(text: &str, tokens: &[Token], start: usize) -> usize {
    let labels = PageLabels::get();
    let lengths = (1..=MAX_LABEL.min(tokens.len())).rev();
    let is_label = |length: &usize| {
        let label = labels.label(&text[start..tokens[length - 1].end()]);
        matches!(label, Some(Label::Date | Label::Updated))
    };
    lengths.into_iter().find(is_label).unwrap_or(0)
}

/// How many words at the start belong to a time of day.
fn clock_length(text: &str, tokens: &[Token]) -> usize {
    let clock = tokens.iter().take_while(|token| is_clock(text, **token));
    clock.count()
}

/// Whether a word beside a date belongs to a time of day.
fn is_clock(text: &str, token: Token) -> bool {
    let beside = |at: Option<char>| at == Some(':');
    let in_time = beside(text[token.end()..].chars().next())
        || beside(text[..token.start].chars().next_back());
    let is_number = token.text.bytes().all(|byte| byte.is_ascii_digit());
    let stamp =
        token.text.starts_with(|c: char| c.is_ascii_digit()) && token.text.len() <= 6 && !is_number;
    let four = is_number && token.text.len() == 4 && token.year().is_none();
    let word = PageLabels::get().is_clock(token.text) && !is_capitalised(token.text);
    word || (is_number && in_time) || four || stamp && clock_suffix(token.text)
}

/// Whether a word has a capital and small letters, as the first word of a sentence.
fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

/// Whether digits are followed by a word of the clock (`3pm`, `15h`).
fn clock_suffix(text: &str) -> bool {
    PageLabels::get().is_clock(text.trim_start_matches(|c: char| c.is_ascii_digit()))
}

/// Goes back over quotation marks and brackets that open the text after a date.
fn opening(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end_matches(['"', '“', '‘', '\'', '«', '(', '[']);
    before.len()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(char::is_alphanumeric).map(|at| rest + at) {
        let length = text[start..].find(|c: char| !c.is_alphanumeric());
        let end = length.map_or(text.len(), |length| start + length);
        tokens.push(Token {
            text: &text[start..end],
            start,
        });
        rest = end;
        if tokens.len() == MAX_TOKENS {
            break;
        }
    }
    tokens
}

/// A date that begins at the first token, and how many tokens it takes.
fn date_at(text: &str, tokens: &[Token], slash: SlashDates) -> Option<(Date, usize)> {
    let compact = tokens
        .first()
        .and_then(|token| compact(*token))
        .map(|day| (day, 1));
    compact.or_else(|| match tokens {
        [first, second, third, ..] => {
            let day = numeric(text, *first, *second, *third, slash);
            day.or_else(|| worded(*first, *second, *third))
                .map(|day| (day, 3))
        }
        _ => None,
    })
}

/// `20170405`, also with the time behind it.
fn compact(token: Token) -> Option<Date> {
    let digits = token.text.as_bytes();
    let end = digits
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(digits.len());
    if !matches!(end, 8 | 12 | 14) {
        return None;
    }
    let number = |from: usize, to: usize| token.text[from..to].parse().ok();
    date(number(0, 4)?, number(4, 6)?, number(6, 8)?)
}

/// Three numbers with one sign between them.
fn numeric(
    text: &str,
    first: Token,
    second: Token,
    third: Token,
    slash: SlashDates,
) -> Option<Date> {
    let sign = &text[first.end()..second.start];
    if !matches!(sign, "-" | "/" | ".") || &text[second.end()..third.start] != sign {
        return None;
    }
    let middle = second.digits()?;
    if let Some(year) = first.year() {
        return date(year, middle, third.day()?);
    }
    let (front, year) = (first.digits()?, third.year()?);
    let month_first = sign == "/" && slash == SlashDates::MonthFirst;
    let (month, day) = if month_first {
        (front, middle)
    } else {
        (middle, front)
    };
    date(year, month, day).or_else(|| date(year, day, month))
}

/// A month by name, before or after the day, and a year.
fn worded(first: Token, second: Token, third: Token) -> Option<Date> {
    let labels = PageLabels::get();
    let year = third.year()?;
    let before = labels.month(first.text).zip(second.day());
    let after = labels.month(second.text).zip(first.day());
    let (month, day) = before.or(after)?;
    date(year, i32::from(month), day)
}

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

/// The day in UTC of a number of seconds, or milliseconds, since 1970; `None` outside the years of news.
pub(super) fn from_unix(number: i64) -> Option<Date> {
    /// Seconds of the year 5138 and milliseconds of 1973: what is larger counts milliseconds.
    const MILLISECONDS_FROM: i64 = 100_000_000_000;
    let seconds = match number.abs() < MILLISECONDS_FROM {
        true => number,
        false => number / 1000,
    };
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(jiff::tz::TimeZone::UTC.to_datetime(time).date()).filter(|day| day.year() > 1970)
}
