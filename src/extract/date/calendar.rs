//! Civil arithmetic: days, weeks, months, quarters and seasons as ranges, and the nearest that fits.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use crate::lexicon::dates::{Edge, Unit};
use crate::model::claim::DateRange;

use super::Direction;

/// One day.
pub fn day(date: Date) -> DateRange {
    DateRange {
        first: date,
        last: date,
    }
}

/// `date` moved by `count` days; `None` outside the calendar.
pub fn plus_days(date: Date, count: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(count).ok()?).ok()
}

/// `date` moved by `count` months, to the last day of a shorter month.
pub fn plus_months(date: Date, count: i64) -> Option<Date> {
    date.checked_add(Span::new().try_months(count).ok()?).ok()
}

/// Days from `left` to `right`, negative when `right` is earlier.
pub fn days_between(left: Date, right: Date) -> i64 {
    left.duration_until(right).as_hours() / 24
}

/// A whole month.
pub fn month(year: i16, month: i8) -> Option<DateRange> {
    let first = Date::new(year, month, 1).ok()?;
    Some(DateRange {
        first,
        last: first.last_of_month(),
    })
}

/// A whole year.
pub fn year(year: i16) -> Option<DateRange> {
    months(year, 1, 12)
}

/// Whole months of one year.
pub fn months(year: i16, first: i8, last: i8) -> Option<DateRange> {
    Some(DateRange {
        first: Date::new(year, first, 1).ok()?,
        last: Date::new(year, last, 1).ok()?.last_of_month(),
    })
}

/// The season that begins in `year`; one that ends before it begins runs into the next year.
pub fn season(year: i16, from: (i8, i8), to: (i8, i8)) -> Option<DateRange> {
    let next = if to < from { year + 1 } else { year };
    let first = Date::new(year, from.0, from.1).ok()?;
    let last = Date::new(next, to.0, 1).ok()?;
    // A season that is cut at the last day of February takes the leap day along.
    let ends_month = (to.0, to.1) == (2, 28);
    let last = if ends_month {
        last.last_of_month()
    } else {
        Date::new(next, to.0, to.1).ok()?
    };
    Some(DateRange { first, last })
}

/// The unit that holds `date`: its week (from Monday), month, quarter, half-year or year; a weekend is the one of
/// its week.
pub fn containing(date: Date, unit: Unit) -> Option<DateRange> {
    match unit {
        Unit::Minute | Unit::Hour | Unit::Day => Some(day(date)),
        Unit::Week => week(date),
        Unit::Weekend => {
            let sunday = week(date)?.last;
            Some(DateRange {
                first: plus_days(sunday, -1)?,
                last: sunday,
            })
        }
        Unit::Month => month(date.year(), date.month()),
        Unit::Quarter => months_of(date, 3),
        Unit::Half => months_of(date, 6),
        Unit::Year => year(date.year()),
    }
}

fn week(date: Date) -> Option<DateRange> {
    let first = plus_days(date, 1 - i64::from(date.weekday().to_monday_one_offset()))?;
    Some(DateRange {
        first,
        last: plus_days(first, 6)?,
    })
}

fn months_of(date: Date, length: i8) -> Option<DateRange> {
    let first = (date.month() - 1) / length * length + 1;
    months(date.year(), first, first + length - 1)
}

/// `date` moved by a number of units.
pub fn shift(date: Date, unit: Unit, count: i64) -> Option<Date> {
    match unit {
        Unit::Minute => Some(date),
        Unit::Hour => plus_days(date, count / 24),
        Unit::Day => plus_days(date, count),
        Unit::Week | Unit::Weekend => plus_days(date, count.checked_mul(7)?),
        Unit::Month => plus_months(date, count),
        Unit::Quarter => plus_months(date, count.checked_mul(3)?),
        Unit::Half => plus_months(date, count.checked_mul(6)?),
        Unit::Year => plus_months(date, count.checked_mul(12)?),
    }
}

/// The day of that name nearest to `date` in a direction, `date` itself included.
pub fn weekday(date: Date, number: i8, direction: Direction) -> Option<Date> {
    let wanted = Weekday::from_monday_one_offset(number).ok()?;
    let ahead = i64::from(date.weekday().until(wanted));
    match direction {
        Direction::Future => plus_days(date, ahead),
        Direction::Past | Direction::Present => {
            plus_days(date, if ahead == 0 { 0 } else { ahead - 7 })
        }
    }
}

/// Of the same span in the years around `date` the nearest; one on the side that the tense speaks against counts
/// as `wrong_side` times as far.
pub fn nearest(
    date: Date,
    wanted: Option<Direction>,
    wrong_side: i64,
    of_year: &dyn Fn(i16) -> Option<DateRange>,
) -> Option<DateRange> {
    let distance = |range: &DateRange| {
        let ahead = days_between(date, range.first);
        let behind = days_between(range.last, date);
        match wanted {
            Some(Direction::Past) if ahead > 0 => ahead * wrong_side,
            Some(Direction::Future) if behind > 0 => behind * wrong_side,
            _ => ahead.max(behind).max(0),
        }
    };
    (-1..=1)
        .filter_map(|step| of_year(date.year() + step))
        .min_by_key(distance)
}

/// The third, half or other part of a span of days.
pub fn part(range: DateRange, edge: Edge) -> Option<DateRange> {
    if let Some(months) = whole_months(range) {
        return part_of_months(range, months, edge);
    }
    let count = days_between(range.first, range.last) + 1;
    let cut = |from: i64, to: i64| {
        Some(DateRange {
            first: plus_days(range.first, from)?,
            last: plus_days(range.first, (to - 1).max(from))?,
        })
    };
    match edge {
        Edge::Start => cut(0, (count + 1) / 3),
        Edge::Middle => cut(count / 3, (2 * count + 1) / 3),
        Edge::End => cut(2 * count / 3, count),
        Edge::FirstHalf => cut(0, (count + 1) / 2),
        Edge::SecondHalf => cut(count / 2, count),
        Edge::Rest | Edge::Whole => Some(range),
    }
}

/// Number of months, where the span is made of whole ones and of at least a season.
fn whole_months(range: DateRange) -> Option<i64> {
    let whole = range.first.day() == 1 && range.last == range.last.last_of_month();
    let years = i64::from(range.last.year()) - i64::from(range.first.year());
    let months = 12 * years + i64::from(range.last.month()) - i64::from(range.first.month()) + 1;
    (whole && months >= 3).then_some(months)
}

/// A season, quarter or year is parted by its months.
fn part_of_months(range: DateRange, months: i64, edge: Edge) -> Option<DateRange> {
    let (from, to) = match edge {
        Edge::Start => (0, months / 3),
        Edge::Middle => (months / 3, 2 * months / 3),
        Edge::End => (2 * months / 3, months),
        Edge::FirstHalf => (0, (months + 1) / 2),
        Edge::SecondHalf => (months / 2, months),
        Edge::Rest | Edge::Whole => (0, months),
    };
    Some(DateRange {
        first: plus_months(range.first, from)?,
        last: plus_months(range.first, to - 1)?.last_of_month(),
    })
}
