//! Measures dates on a set with gold spans and values (TIMEX3 in columns: word, BIO label, value).

use std::path::Path;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::extract::date::{DateMention, find_dates_after, last_day};
use crate::extract::tree::Tree;
use crate::lexicon::dates::{DateWords, Unit};
use crate::model::claim::DateRange;
use crate::model::parsed::ParsedSentence;
use crate::model::span::Span;

/// Counts of one run; rates are computed from them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimexScore {
    /// Gold dates that name one day.
    pub days: usize,
    /// Those that were found with the right day.
    pub days_right: usize,
    /// Gold dates and times of any grain, unresolvable ones ("recently") included.
    pub gold: usize,
    /// Gold dates and times with a value of the calendar.
    pub gold_resolvable: usize,
    /// Mentions found, without those that stand on a gold duration or repetition, which are no dates.
    pub found: usize,
    /// Mentions with the right value, which is as many gold ones.
    pub right: usize,
    /// What went wrong, one line each: dateline, gold value, what was found, sentence.
    pub misses: Vec<String>,
}

impl TimexScore {
    /// Share of the gold single days that were found with the right day.
    pub fn day_accuracy(&self) -> f64 {
        ratio(self.days_right, self.days)
    }

    /// Share of the mentions that are right.
    pub fn precision(&self) -> f64 {
        ratio(self.right, self.found)
    }

    /// Share of all gold dates and times that were found with the right value.
    pub fn recall(&self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        ratio(2 * self.right, self.found + self.gold)
    }
}

/// Measures the set at `path`; `parse` turns a sentence into its tree.
///
/// # Errors
///
/// When the file cannot be read.
pub fn measure(
    path: &Path,
    words: &DateWords,
    parse: &mut dyn FnMut(&str) -> ParsedSentence,
) -> std::io::Result<TimexScore> {
    let mut score = TimexScore::default();
    let mut before = (None, None);
    for sentence in read_sentences(&std::fs::read_to_string(path)?) {
        let parsed = parse(&sentence.text);
        // A new dateline begins a new article.
        let antecedent = before.1.filter(|_| before.0 == sentence.dateline);
        let tree = Tree::new(&parsed);
        let mentions = find_dates_after(&tree, sentence.dateline, antecedent, words);
        before = (sentence.dateline, last_day(&mentions).or(antecedent));
        count(&mut score, &sentence, &mentions);
    }
    Ok(score)
}

/// A sentence with its gold.
#[derive(Debug, Default)]
pub struct GoldSentence {
    /// The words, set as in running text.
    pub text: String,
    /// Day of publication.
    pub dateline: Option<Date>,
    /// The gold expressions.
    pub times: Vec<GoldTime>,
}

/// A gold expression.
#[derive(Debug)]
pub struct GoldTime {
    /// Bytes in the sentence.
    pub span: Span,
    /// DATE, TIME, DURATION or SET.
    pub label: String,
    /// TIMEX3 value.
    pub value: String,
}

/// The sentences of a file in columns; a line `*!-DCTVALUE="…"-!*` gives the dateline of those after it.
pub fn read_sentences(text: &str) -> Vec<GoldSentence> {
    let (mut found, mut dateline) = (Vec::new(), None);
    let mut sentence = GoldSentence::default();
    for line in text.lines().chain([""]) {
        let mut columns = line.split('\t');
        let word = columns.next().unwrap_or("");
        if let Some(rest) = word.strip_prefix("*!-DCTVALUE=\"") {
            dateline = rest.split('"').next().and_then(|date| date.parse().ok());
        } else if let (Some(label), Some(value)) = (columns.next(), columns.next()) {
            sentence.push(word, label, value);
        } else if !sentence.text.is_empty() {
            sentence.dateline = dateline;
            found.push(std::mem::take(&mut sentence));
        }
    }
    found
}

impl GoldSentence {
    fn push(&mut self, word: &str, label: &str, value: &str) {
        let word = match word {
            "``" | "''" => "\"",
            other => other,
        };
        let glued = word.starts_with(['.', ',', ';', ':', '%', ')', '?', '!'])
            || word.starts_with('\'')
                && !word[1..].starts_with(|letter: char| letter.is_ascii_digit())
            || word == "n't"
            || self.text.ends_with(['(', '$'])
            || self.text.is_empty();
        if !glued {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(word);
        let span = Span::new(start, self.text.len());
        match (label.split_once('-'), self.times.last_mut()) {
            (Some(("B", label)), _) => self.times.push(GoldTime {
                span,
                label: label.to_owned(),
                value: value.to_owned(),
            }),
            (Some(("I", _)), Some(last)) => last.span.end = span.end,
            _ => {}
        }
    }
}

fn count(score: &mut TimexScore, sentence: &GoldSentence, mentions: &[DateMention]) {
    let dates = || {
        let times = sentence.times.iter();
        times.filter(|time| matches!(time.label.as_str(), "DATE" | "TIME"))
    };
    for time in dates() {
        let value = read_value(&time.value);
        let hit = mentions
            .iter()
            .find(|mention| mention.span.overlaps(time.span));
        let right = hit.is_some_and(|mention| value.is_some_and(|value| is_value(mention, value)));
        let single = value.is_some_and(|value| value.first == value.last) && time.label == "DATE";
        score.gold += 1;
        score.gold_resolvable += usize::from(value.is_some());
        score.days += usize::from(single);
        score.days_right += usize::from(single && right);
        score.right += usize::from(right);
        if !right {
            score.misses.push(miss(sentence, Some(time), hit));
        }
    }
    for mention in mentions {
        let other = sentence.times.iter().any(|time| {
            !matches!(time.label.as_str(), "DATE" | "TIME") && mention.span.overlaps(time.span)
        });
        score.found += usize::from(!other);
        if !other && !dates().any(|time| mention.span.overlaps(time.span)) {
            score.misses.push(miss(sentence, None, Some(mention)));
        }
    }
}

fn miss(sentence: &GoldSentence, time: Option<&GoldTime>, hit: Option<&DateMention>) -> String {
    let dateline = sentence
        .dateline
        .map_or(String::new(), |date| date.to_string());
    let gold = time.map_or("none".to_owned(), |time| {
        format!("{} [{}]", time.value, time.span.of(&sentence.text))
    });
    let found = hit.map_or("none".to_owned(), |mention| {
        format!(
            "{}..{} {} [{}]",
            mention.named.first,
            mention.named.last,
            mention.rule,
            mention.span.of(&sentence.text)
        )
    });
    format!("{dateline}\t{gold}\t{found}\t{}", sentence.text)
}

/// Whether the mention names these days; a part of a month or year counts as the whole, as its TIMEX3 value does.
fn is_value(mention: &DateMention, value: DateRange) -> bool {
    let whole = match mention.grain {
        Unit::Month | Unit::Year => {
            value.first <= mention.named.first
                && mention.named.last <= value.last
                && value == whole_of(mention)
        }
        _ => false,
    };
    let night = mention.grain == Unit::Day && value.first == value.last;
    mention.named == value || whole || night && mention.named.first == value.first
}

fn whole_of(mention: &DateMention) -> DateRange {
    let first = mention.named.first;
    match mention.grain {
        Unit::Year => DateRange {
            first: first.first_of_year(),
            last: first.last_of_year(),
        },
        _ => DateRange {
            first: first.first_of_month(),
            last: first.last_of_month(),
        },
    }
}

/// The days of a TIMEX3 value, `None` where it names none (`PRESENT_REF`, `P1D`, `XXXX-XX-XX`).
fn read_value(value: &str) -> Option<DateRange> {
    let value = value.split('T').next()?;
    let mut parts = value.split('-');
    let year_text = parts.next()?;
    let year: i16 = year_text.parse().ok()?;
    if year_text.len() == 3 {
        return months(year * 10, 1, year * 10 + 9, 12);
    }
    match (parts.next(), parts.next()) {
        (None, _) => months(year, 1, year, 12),
        (Some("SP"), _) => months(year, 3, year, 5),
        (Some("SU"), _) => months(year, 6, year, 8),
        (Some("FA"), _) => months(year, 9, year, 11),
        (Some("WI"), _) => months(year, 12, year + 1, 2),
        (Some(text), day) if text.starts_with('W') => week(year, text[1..].parse().ok()?, day),
        (Some(text), _) if text.starts_with('Q') => {
            let last = 3 * text[1..].parse::<i8>().ok()?;
            months(year, last - 2, year, last)
        }
        (Some(text), _) if text.starts_with('H') => {
            let last = 6 * text[1..].parse::<i8>().ok()?;
            months(year, last - 5, year, last)
        }
        (Some(month), None | Some("XX")) => {
            let month = month.parse().ok()?;
            months(year, month, year, month)
        }
        (Some(month), Some(day)) => {
            let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some(DateRange {
                first: date,
                last: date,
            })
        }
    }
}

fn months(year: i16, first: i8, last_year: i16, last: i8) -> Option<DateRange> {
    Some(DateRange {
        first: Date::new(year, first, 1).ok()?,
        last: Date::new(last_year, last, 1).ok()?.last_of_month(),
    })
}

fn week(year: i16, number: i8, part: Option<&str>) -> Option<DateRange> {
    let on = |day| {
        ISOWeekDate::new(year, number, day)
            .ok()
            .map(|date| date.date())
    };
    let first = if part == Some("WE") {
        Weekday::Saturday
    } else {
        Weekday::Monday
    };
    Some(DateRange {
        first: on(first)?,
        last: on(Weekday::Sunday)?,
    })
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
