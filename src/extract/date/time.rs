//! What words of time say, before a dateline turns it into days.

use jiff::civil::Date;

use crate::lexicon::dates::{Edge, Part, Turn, Unit, Which};

/// The year of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// Not said.
    Open,
    /// In digits.
    Given(i16),
    /// "of last year".
    Which(Which),
}

/// A named time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Time {
    /// A day that everyone means.
    Famous(Date),
    /// "yesterday": first and last day from the dateline.
    Deictic(i16, i16),
    /// "(late in) the day": the one in question, or the dateline.
    TheDay,
    /// "02/12/2025": values as they stand.
    Numeric(i16, i16, i16),
    /// Days of a month.
    Days {
        /// Year.
        year: Year,
        /// Month.
        month: i8,
        /// First day.
        first: i8,
        /// Last day.
        last: i8,
    },
    /// A month; `which` for "last June".
    Month {
        /// Year.
        year: Year,
        /// Month.
        month: i8,
        /// Which of them.
        which: Option<Which>,
    },
    /// Years, both ends inclusive.
    Years(i16, i16),
    /// "the 15th": a day of the month at hand.
    DayOfMonth(i8),
    /// A weekday.
    Weekday(i8, Option<Which>),
    /// "this week", "the past 24 hours".
    Units {
        /// Unit.
        unit: Unit,
        /// How many.
        count: i32,
        /// Which of them.
        which: Which,
    },
    /// "earlier this week", "later this year".
    Running(Unit, Turn),
    /// "two days ago".
    Count {
        /// How many.
        count: i32,
        /// Unit.
        unit: Unit,
        /// From where, and which way.
        turn: Turn,
    },
    /// A season.
    Season {
        /// Month and day of its first day.
        from: (i8, i8),
        /// Month and day of its last day.
        to: (i8, i8),
        /// Year.
        year: Year,
        /// Which of them.
        which: Option<Which>,
    },
    /// A quarter or half of a year, -1 for the last.
    Slice {
        /// Quarter or half.
        unit: Unit,
        /// Number.
        number: i8,
        /// Year.
        year: Year,
    },
    /// A week of a month, -1 for the last.
    WeekOf {
        /// Number.
        number: i8,
        /// Month.
        month: i8,
        /// Year.
        year: Year,
    },
    /// A day of every year.
    Holiday {
        /// Month.
        month: i8,
        /// Day.
        day: i8,
        /// Year.
        year: Year,
        /// Which of them.
        which: Option<Which>,
    },
}

impl Time {
    /// Whether it names a day, so that a part of the day may stand beside it.
    pub fn is_day(&self) -> bool {
        match self {
            Time::Famous(_)
            | Time::TheDay
            | Time::Numeric(..)
            | Time::Weekday(..)
            | Time::Holiday { .. } => true,
            Time::Days { .. } | Time::DayOfMonth(_) | Time::Deictic(..) => true,
            Time::Units { unit, .. } | Time::Count { unit, .. } => *unit == Unit::Day,
            _ => false,
        }
    }
}

/// A span that is measured or chosen by the time in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Frame {
    /// "the 24 hours to Tuesday": so many units up to it.
    UpTo(i32, Unit),
    /// "the week of Dec. 8": the unit that holds it.
    Around(Unit),
    /// "the first nine months of 2025", or the last ones: so many units of it.
    Opening(i32, Unit),
    /// The same from its end.
    Closing(i32, Unit),
}

/// A named time in its place among the atoms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Named {
    /// First atom.
    pub start: usize,
    /// One past the last atom.
    pub end: usize,
    /// The time.
    pub time: Time,
    /// The part of it that is meant.
    pub edge: Option<Edge>,
    /// The span around it.
    pub frame: Option<Frame>,
    /// The part of the day.
    pub part: Option<Part>,
    /// A night that is named by its morning ("in the night to Sunday").
    pub by_morning: bool,
}
