//! Turns a named time into days, against the dateline, the tense and the date named before it.

use jiff::civil::Date;

use crate::lexicon::dates::{Part, Unit};
use crate::model::claim::DateRange;

use super::Direction;
use super::calendar::{containing, day, days_between, part, plus_days, season, shift, year};
use super::time::{Frame, Named, Time};

mod near;
mod yearly;

use near::{counted, day_of_month, of_weekday, running, units};
use yearly::{DAYS_AWAY, MONTHS_AWAY, days, of_month, slice, week_of, yearly};

/// What a named time is resolved against.
#[derive(Debug, Clone, Copy)]
pub struct Ground {
    /// Day of publication.
    pub dateline: Option<Date>,
    /// Which way the tense points.
    pub direction: Option<Direction>,
    /// The last single day that was named before.
    pub antecedent: Option<Date>,
    /// The last days of any length that the sentence named before.
    pub span: Option<DateRange>,
}

/// Days, unit and rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resolved {
    /// The days that are meant.
    pub named: DateRange,
    /// Unit that the words name.
    pub grain: Unit,
    /// Code of the rule.
    pub rule: &'static str,
}

/// Code of the rule for "this week", which only a tense narrows down.
pub const THIS_UNIT: &str = "date.unit-this";

type Days = Option<(DateRange, Unit, &'static str)>;

/// The days of a named time, `None` where ground is missing or the date does not exist.
pub fn resolve(named: &Named, ground: &Ground) -> Option<Resolved> {
    let (days, grain, rule) = of_time(&named.time, ground)?;
    let days = match named.edge {
        Some(edge) => part(days, edge)?,
        None => days,
    };
    let days = night(named, days)?;
    let (days, grain) = match named.frame {
        Some(frame) => framed(frame, days)?,
        None => (days, grain),
    };
    Some(Resolved {
        named: days,
        grain,
        rule,
    })
}

/// The span that a time measures or chooses, and its unit.
fn framed(frame: Frame, days: DateRange) -> Option<(DateRange, Unit)> {
    match frame {
        Frame::UpTo(count, unit) => {
            let begin = shift(days.last, unit, -i64::from(count))?;
            // Hours reach back into the day before; days and weeks count the last day as one of them.
            let first = plus_days(begin, i64::from(unit >= Unit::Day))?.min(days.last);
            Some((DateRange { first, ..days }, Unit::Day))
        }
        Frame::Around(unit) => Some((containing(days.first, unit)?, unit)),
        Frame::Opening(count, unit) => {
            let end = shift(days.first, unit, i64::from(count))?;
            let last = plus_days(end, -1)?.min(days.last).max(days.first);
            Some((DateRange { last, ..days }, Unit::Day))
        }
        Frame::Closing(count, unit) => {
            let begin = shift(plus_days(days.last, 1)?, unit, -i64::from(count))?;
            let first = begin.max(days.first).min(days.last);
            Some((DateRange { first, ..days }, Unit::Day))
        }
    }
}

/// A night belongs to its evening and to its morning; one that is named by its morning to that alone.
fn night(named: &Named, days: DateRange) -> Option<DateRange> {
    match named.part {
        Some(Part::Night) if named.by_morning || plus_days(days.first, 1) == Some(days.last) => {
            Some(day(days.last))
        }
        Some(Part::Night) if days.first == days.last => Some(DateRange {
            first: days.first,
            last: plus_days(days.first, 1)?,
        }),
        _ => Some(days),
    }
}

fn of_time(time: &Time, ground: &Ground) -> Days {
    match *time {
        Time::Famous(date) => Some((day(date), Unit::Day, "date.famous")),
        Time::Deictic(first, last) => deictic(first, last, ground),
        Time::TheDay => {
            let date = ground.antecedent.or(ground.dateline)?;
            Some((day(date), Unit::Day, "date.antecedent"))
        }
        Time::Numeric(a, b, c) => numeric(a, b, c, ground),
        Time::Days {
            year,
            month,
            first,
            last,
        } => days(year, month, first, last, ground),
        Time::Month { year, month, which } => of_month(year, month, which, ground),
        Time::Years(first, last) => Some((
            DateRange {
                first: year(first)?.first,
                last: year(last)?.last,
            },
            Unit::Year,
            "date.year",
        )),
        Time::DayOfMonth(number) => day_of_month(number, ground),
        Time::Weekday(number, which) => of_weekday(number, which, ground),
        Time::Units { unit, count, which } => units(unit, i64::from(count), which, ground),
        Time::Running(unit, turn) => running(unit, turn, ground),
        Time::Count { count, unit, turn } => counted(i64::from(count), unit, turn, ground),
        Time::Season {
            from,
            to,
            year,
            which,
        } => {
            let of_year = move |year| season(year, from, to);
            yearly(&of_year, year, which, MONTHS_AWAY, ground)
                .map(|days| (days, Unit::Quarter, "date.season"))
        }
        Time::Slice { unit, number, year } => slice(unit, number, year, ground),
        Time::WeekOf {
            number,
            month,
            year,
        } => week_of(number, month, year, ground),
        Time::Holiday {
            month,
            day: number,
            year,
            which,
        } => {
            let of_year = move |year| Date::new(year, month, number).ok().map(day);
            yearly(&of_year, year, which, DAYS_AWAY, ground)
                .map(|days| (days, Unit::Day, "date.holiday"))
        }
    }
}

fn deictic(first: i16, last: i16, ground: &Ground) -> Days {
    let dateline = ground.dateline?;
    let days = DateRange {
        first: plus_days(dateline, i64::from(first))?,
        last: plus_days(dateline, i64::from(last))?,
    };
    Some((days, Unit::Day, "date.deictic"))
}

/// Year first where it has four digits, else day and month in the order that is a date, or that lies nearer to the
/// dateline; `None` where both do.
fn numeric(a: i16, b: i16, c: i16, ground: &Ground) -> Days {
    let full = |year: i16, month: i16, number: i16| {
        let year = if year < 100 { 2000 + year } else { year };
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(number).ok()?).ok()
    };
    let date = if a > 999 {
        full(a, b, c)?
    } else {
        match (full(c, b, a), full(c, a, b)) {
            (Some(left), Some(right)) if left != right => nearer(left, right, ground)?,
            (left, right) => left.or(right)?,
        }
    };
    Some((day(date), Unit::Day, "date.numeric"))
}

fn nearer(left: Date, right: Date, ground: &Ground) -> Option<Date> {
    let dateline = ground.dateline?;
    let away = |date| days_between(dateline, date).abs();
    let (near, far) = if away(left) <= away(right) {
        (left, right)
    } else {
        (right, left)
    };
    (away(near) <= NEAR && away(far) > NEAR).then_some(near)
}

/// Days from the dateline within which a numeric date of unclear order is believed.
const NEAR: i64 = 14;
