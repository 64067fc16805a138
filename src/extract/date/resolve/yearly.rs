//! Times that come back every year: days, months, quarters and weeks of a month, in the year that is said or fits.

use jiff::civil::Date;

use crate::lexicon::dates::{Unit, Which};
use crate::model::claim::DateRange;

use super::super::Direction;
use super::super::calendar::{month, months, nearest, plus_days};
use super::super::time::Year;
use super::{Days, Ground};

/// How many times as far a day of the year counts on the side that the tense speaks against. A tense can be misread,
/// and then a day of the coming week is likelier than one of last year.
pub(super) const DAYS_AWAY: i64 = 40;

/// The same for months and longer, where the tense decides alone.
pub(super) const MONTHS_AWAY: i64 = 1000;

pub(super) fn days(said: Year, month: i8, first: i8, last: i8, ground: &Ground) -> Days {
    let of_year = move |year| {
        Some(DateRange {
            first: Date::new(year, month, first).ok()?,
            last: Date::new(year, month, last).ok()?,
        })
    };
    let days = yearly(&of_year, said, None, DAYS_AWAY, ground)?;
    let rule = match said {
        Year::Given(_) => "date.full",
        _ => "date.month-day",
    };
    Some((days, Unit::Day, rule))
}

pub(super) fn of_month(said: Year, number: i8, which: Option<Which>, ground: &Ground) -> Days {
    let of_year = move |year| month(year, number);
    let days = yearly(&of_year, said, which, MONTHS_AWAY, ground)?;
    let rule = match said {
        Year::Given(_) => "date.month-year",
        _ => "date.month",
    };
    Some((days, Unit::Month, rule))
}

/// A span of every year: in the year that is said, or the nearest that fits.
pub(super) fn yearly(
    of_year: &dyn Fn(i16) -> Option<DateRange>,
    said: Year,
    which: Option<Which>,
    wrong_side: i64,
    ground: &Ground,
) -> Option<DateRange> {
    if let Year::Given(year) = said {
        return of_year(year);
    }
    let dateline = ground.dateline?;
    if let Year::Which(which) = said {
        return of_year(dateline.year() + year_step(which)?);
    }
    let before = |range: &DateRange| range.last < dateline;
    let after = |range: &DateRange| range.first > dateline;
    let around = || (-1..=1).filter_map(|step| of_year(dateline.year() + step));
    match which {
        None => {
            let direction = ground
                .direction
                .or(Some(Direction::Past))
                .filter(|_| ground.direction.is_some() || wrong_side == MONTHS_AWAY);
            nearest(dateline, direction, wrong_side, of_year)
        }
        Some(Which::Previous | Which::Before | Which::Trailing) => around().filter(before).last(),
        Some(Which::This) => of_year(dateline.year()),
        Some(Which::Next | Which::After | Which::Coming) => around().find(after),
        Some(Which::Same) => None,
    }
}

pub(super) fn year_step(which: Which) -> Option<i16> {
    match which {
        Which::Previous | Which::Before => Some(-1),
        Which::This => Some(0),
        Which::Next | Which::After | Which::Coming => Some(1),
        Which::Trailing | Which::Same => None,
    }
}

pub(super) fn slice(unit: Unit, number: i8, said: Year, ground: &Ground) -> Days {
    let length = if unit == Unit::Half { 6 } else { 3 };
    let count = 12 / length;
    let number = if number < 0 { count } else { number };
    if number > count {
        return None;
    }
    let of_year = move |year| months(year, (number - 1) * length + 1, number * length);
    let days = match (said, ground.direction, ground.dateline) {
        // A quarter without a year is reported when it is over, unless the tense points ahead.
        (Year::Open, None | Some(Direction::Past | Direction::Present), Some(dateline)) => {
            let over = |range: &DateRange| range.last < dateline;
            let years = [dateline.year() - 1, dateline.year()];
            years.into_iter().filter_map(of_year).rfind(over)?
        }
        _ => yearly(&of_year, said, None, MONTHS_AWAY, ground)?,
    };
    Some((days, unit, "date.quarter"))
}

pub(super) fn week_of(number: i8, month_number: i8, said: Year, ground: &Ground) -> Days {
    let of_year = move |year| month(year, month_number);
    let whole = yearly(&of_year, said, None, MONTHS_AWAY, ground)?;
    let days = if number < 0 {
        DateRange {
            first: plus_days(whole.last, -6)?,
            ..whole
        }
    } else {
        let first = plus_days(whole.first, 7 * (i64::from(number) - 1))?;
        DateRange {
            first,
            last: plus_days(first, 6)?.min(whole.last),
        }
    };
    (days.first <= days.last).then_some((days, Unit::Week, "date.week-of-month"))
}
