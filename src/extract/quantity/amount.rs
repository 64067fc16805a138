//! Reads a number in digits, words or both: "1,500", "3.2bn", "two hundred and five", "one and a half million".

use crate::lexicon::numbers::{Bound, Link, NumberWords, Sense};

use super::spelled::from_words;
use super::words::Words;

/// A number in its place among the tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Amount {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Lowest number meant, `None` where open.
    pub low: Option<f64>,
    /// Highest number meant, `None` where open.
    pub high: Option<f64>,
    /// A measure that was written onto the digits ("50km"), as letters.
    pub glued: bool,
    /// Written in digits.
    pub digits: bool,
    /// The number has a scale of its own ("4 million").
    pub scaled: bool,
    /// A vague word ("dozens", "a couple").
    pub vague: bool,
    /// Two numbers that were joined.
    pub range: bool,
    /// A bound that stands between the number and what it counts.
    pub bound: Option<Bound>,
}

impl Amount {
    pub fn exact(start: usize, end: usize, value: f64) -> Self {
        Amount {
            start,
            end,
            low: Some(value),
            high: Some(value),
            glued: false,
            digits: false,
            scaled: false,
            vague: false,
            range: false,
            bound: None,
        }
    }
}

/// The number that begins at `at`, with a range ("20-30", "20 to 30") taken whole.
pub fn read(words: &Words, at: usize) -> Option<Amount> {
    let first = single(words, at)?;
    match range(words, &first) {
        Some(range) => Some(range),
        None => Some(first),
    }
}

/// The number that begins at `at`, without what it may be joined to.
pub fn read_single(words: &Words, at: usize) -> Option<Amount> {
    single(words, at)
}

/// Both ends of "20-30", "20 to 30", "28 or 26", "between 20 and 30"; a scale behind the last holds for both.
fn range(words: &Words, first: &Amount) -> Option<Amount> {
    if let Some(range) = joined_token(words, first) {
        return Some(range);
    }
    let between = words
        .find_before(first.start, |sense| match sense {
            Sense::Link(Link::Between | Link::From) => Some(sense),
            _ => None,
        })
        .map(|(sense, _)| sense);
    let (link, next) = words.find(first.end, |sense| match sense {
        Sense::Link(link) => Some(link),
        _ => None,
    })?;
    let joins = match link {
        Link::To | Link::Dash | Link::Or => true,
        Link::And => between == Some(Sense::Link(Link::Between)),
        _ => false,
    };
    let last = single(words, next).filter(|_| joins && (!first.vague || link == Link::To))?;
    let (low, high) = (first.low?, last.high?);
    let low = match (first.scaled, last.scaled) {
        (false, true) if low < SCALE_SHARED => low * scale_of(words, &last),
        _ => low,
    };
    let (low, high) = if link == Link::Or && high < low {
        (high, low)
    } else {
        (low, high)
    };
    (low < high && !last.vague).then_some(Amount {
        start: first.start,
        low: Some(low),
        high: Some(high),
        scaled: first.scaled || last.scaled,
        range: true,
        ..last
    })
}

/// Below this the first number of a range takes the scale of the last ("3.5-4 million").
const SCALE_SHARED: f64 = 1000.0;

/// The product of the scales at the end of a number.
fn scale_of(words: &Words, amount: &Amount) -> f64 {
    let scales = (amount.start..amount.end).filter_map(|at| scale(words, at));
    let product: f64 = scales.map(|(value, _)| value).product();
    if product == 1.0 {
        glued_digits(words, amount.start).map_or(1.0, |(_, scale)| scale)
    } else {
        product
    }
}

/// `250–400` as one token.
fn joined_token(words: &Words, amount: &Amount) -> Option<Amount> {
    let word = words.word(amount.start);
    let (left, right) = split_dash(word)?;
    let (low, high) = (digits(left)?, digits(right)?);
    (low < high).then_some(Amount {
        low: Some(low),
        high: Some(high),
        digits: true,
        range: true,
        ..*amount
    })
}

fn split_dash(word: &str) -> Option<(&str, &str)> {
    let is_dash = |letter: char| matches!(letter, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}');
    let at = word.find(is_dash).filter(|&at| at > 0)?;
    let length = word[at..].chars().next()?.len_utf8();
    Some((&word[..at], &word[at + length..]))
}

fn single(words: &Words, at: usize) -> Option<Amount> {
    let found = [
        from_digits(words, at),
        from_words(words, at),
        vague(words, at),
        bounded_one(words, at),
    ];
    found
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.end > best.end { next } else { best })
}

/// "more than a month", "almost a metre": one, for a bound and a unit leave no other reading of the article.
fn bounded_one(words: &Words, at: usize) -> Option<Amount> {
    let end = words.after(at, Sense::Article)?;
    words.find_before(at, |sense| matches!(sense, Sense::Bound(_)).then_some(()))?;
    let unit = |sense| matches!(sense, Sense::TimeUnit(_) | Sense::Measure(_)).then_some(());
    words.find(end, unit)?;
    Some(Amount::exact(at, end, 1.0))
}

fn vague(words: &Words, at: usize) -> Option<Amount> {
    let ((low, high), end) = words.find(at, |sense| match sense {
        Sense::Vague(low, high) => Some((low, high)),
        _ => None,
    })?;
    Some(Amount {
        low,
        high,
        vague: true,
        scaled: true,
        ..Amount::exact(at, end, 0.0)
    })
}

/// Digits, a scale glued to them or behind them, and "and a half".
fn from_digits(words: &Words, at: usize) -> Option<Amount> {
    let word = words.word(at).trim_start_matches(['~', '≈', '+', '>', '<']);
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let mut amount = Amount::exact(at, at + 1, 0.0);
    amount.digits = true;
    let value = match (digits(word), glued_digits(words, at)) {
        (Some(value), _) => spaced_thousands(words, &mut amount, word, value),
        (None, Some((value, scale))) => {
            amount.scaled = true;
            value * scale
        }
        (None, None) => {
            let value = glued_measure(word, words.lexicon).or_else(|| {
                let (left, right) = split_dash(word)?;
                digits(right)?;
                digits(left)
            })?;
            amount.glued = true;
            value
        }
    };
    let value = scaled(words, &mut amount, value);
    (amount.low, amount.high) = (Some(value), Some(value));
    Some(amount)
}

/// Applies the scales and the half behind a number.
pub fn scaled(words: &Words, amount: &mut Amount, mut value: f64) -> f64 {
    if let Some(end) = and_a_half(words, amount.end) {
        (value, amount.end) = (value + 0.5, end);
    }
    let next = |words: &Words, amount: &Amount| {
        scale(words, amount.end).or_else(|| short_scale(words, amount))
    };
    while let Some((scale, end)) = next(words, amount).filter(|_| !amount.glued) {
        (value, amount.end, amount.scaled) = (value * scale, end, true);
        if let Some(end) = and_a_half(words, amount.end) {
            (value, amount.end) = (value + scale / 2.0, end);
        }
    }
    value
}

fn and_a_half(words: &Words, at: usize) -> Option<usize> {
    let next = words.after_link(at, Link::And)?;
    let next = words.after(next, Sense::Article)?;
    words.after(next, Sense::Half)
}

/// A scale at `at`, also behind a hyphen ("1.2-billion").
pub fn scale(words: &Words, at: usize) -> Option<(f64, usize)> {
    let at = words.after_link(at, Link::Dash).unwrap_or(at);
    words.find(at, |sense| match sense {
        Sense::Scale(value) => Some(value),
        _ => None,
    })
}

/// "1.2 m people", "£2.5 m": letters that are a scale where money or a plural stands beside them, else a measure.
fn short_scale(words: &Words, amount: &Amount) -> Option<(f64, usize)> {
    let (value, end) = words.find(amount.end, |sense| match sense {
        Sense::GluedScale(value) => Some(value),
        _ => None,
    })?;
    let money = |sense| matches!(sense, Sense::Money(_)).then_some(());
    let paid = words.find_before(amount.start, money).is_some() || words.find(end, money).is_some();
    let fits = paid || words.is_plural(end) || words.is(end, Sense::Person);
    (amount.digits && !amount.scaled && fits).then_some((value, end))
}

/// "1 500": a group of three digits behind one to three others.
fn spaced_thousands(words: &Words, amount: &mut Amount, word: &str, value: f64) -> f64 {
    let mut value = value;
    let plain = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    while plain && value < 1e9 {
        let next = words.word(amount.end);
        if next.len() != 3 || !next.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        value = value * 1000.0 + next.parse().unwrap_or(0.0);
        amount.end += 1;
    }
    value
}

/// `1,500`, `3.2`, `12`; `None` for times, dates, versions and names with digits.
fn digits(word: &str) -> Option<f64> {
    let groups = word.split('.').next()?;
    let grouped = groups.split(',').skip(1).all(|group| group.len() == 3);
    let plain = word
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    let points = word.bytes().filter(|&byte| byte == b'.').count();
    if !plain || !grouped || points > 1 || word.ends_with([',', '.']) {
        return None;
    }
    let value: f64 = if word.contains(',') {
        word.replace(',', "").parse().ok()?
    } else {
        word.parse().ok()?
    };
    value.is_finite().then_some(value)
}

/// Value and scale of `3bn`, `1.2m`, `5k`.
fn glued_digits(words: &Words, at: usize) -> Option<(f64, f64)> {
    let word = words.word(at);
    let count = number_length(word);
    let (head, tail) = word.split_at(count);
    let value = digits(head)?;
    let senses = words.lexicon.entry(tail)?.senses();
    senses.iter().find_map(|sense| match sense {
        Sense::GluedScale(scale) | Sense::Scale(scale) => Some((value, *scale)),
        _ => None,
    })
}

/// The value of `50km`, whose letters are a measure.
fn glued_measure(word: &str, lexicon: &NumberWords) -> Option<f64> {
    let (head, tail) = word.split_at(number_length(word));
    let entry = lexicon.entry(tail)?;
    let measure = |sense: &Sense| matches!(sense, Sense::Measure(_) | Sense::Percent);
    entry.senses().iter().any(measure).then(|| digits(head))?
}

/// Bytes of the number that a word begins with.
pub fn number_length(word: &str) -> usize {
    word.bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
        .count()
}
