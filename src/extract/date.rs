//! Finds the dates of a sentence and resolves them to days against the dateline.

use jiff::civil::Date;

use crate::extract::tree::Tree;
use crate::lexicon::dates::{DateWords, Unit};
use crate::model::claim::DateRange;
use crate::model::span::Span;

mod attach;
mod calendar;
mod grammar;
mod join;
mod phrase;
mod resolve;
mod scan;
mod tense;
mod time;

pub use attach::{date_of, date_of_event, hangs_on, report_date_of};

/// Which way from the dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Behind it, or on it.
    Past,
    /// Ahead of it, or on it.
    Future,
    /// A present tense: a day near to it on either side.
    Present,
}

/// How a date stands to what it dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// On that day.
    Point,
    /// Within, or all through, these days.
    Interval,
    /// From the named day to the dateline.
    Since,
    /// Up to the named day ("until 1 June", "by Friday").
    Until,
    /// The day only serves to place another ("before Friday", "from the previous year").
    Reference,
}

/// Words that name a time.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// Bytes in the article's field.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// Last token, inclusive.
    pub last: usize,
    /// The days that the event can lie on.
    pub range: DateRange,
    /// The days that the words name; `range` reaches farther for [`Kind::Since`] and [`Kind::Until`].
    pub named: DateRange,
    /// Unit of the calendar that the words name; a part of a month counts as the month.
    pub grain: Unit,
    /// How the date stands to what it dates.
    pub kind: Kind,
    /// Stable code of the rule, such as `date.weekday-past`.
    pub rule: &'static str,
}

/// The dates of a sentence, in order and not overlapping.
///
/// Without a `dateline` only dates are found that need none. What cannot be resolved to days is left out: "recently",
/// "for eight months", "every Friday".
pub fn find_dates(tree: &Tree, dateline: Option<Date>, words: &DateWords) -> Vec<DateMention> {
    find_dates_after(tree, dateline, None, words)
}

/// As [`find_dates`], with the last single day that the sentences before named, which "the same day" points to.
pub fn find_dates_after(
    tree: &Tree,
    dateline: Option<Date>,
    antecedent: Option<Date>,
    words: &DateWords,
) -> Vec<DateMention> {
    let Some(scan) = scan::Scan::new(tree, words) else {
        return Vec::new();
    };
    let forms = grammar::Forms {
        tree,
        scan: &scan,
        words,
    };
    let named = phrase::Reader::new(&forms).all();
    join::join(&forms, dateline, antecedent, named)
}

/// The last single day that the mentions name, for the sentences after.
pub fn last_day(mentions: &[DateMention]) -> Option<Date> {
    mentions.iter().rev().find_map(single_day)
}

/// The one day that a mention names.
pub fn single_day(mention: &DateMention) -> Option<Date> {
    let single = mention.named.first == mention.named.last
        && !matches!(mention.kind, Kind::Since | Kind::Until);
    single.then_some(mention.named.first)
}
