//! Times near the dateline: weekdays, units before and after it, and counts from a day.

use jiff::civil::Date;

use crate::lexicon::dates::{Turn, Unit, Which};
use crate::model::claim::DateRange;

use super::super::Direction;
use super::super::calendar::{containing, day, plus_days, plus_months, shift, weekday};
use super::{Days, Ground, THIS_UNIT};

pub(super) fn of_weekday(number: i8, which: Option<Which>, ground: &Ground) -> Days {
    let dateline = ground.dateline?;
    let past = |from| weekday(from, number, Direction::Past);
    let future = |from| weekday(from, number, Direction::Future);
    let (date, rule) = match which {
        Some(Which::Previous | Which::Trailing) => {
            (past(plus_days(dateline, -1)?)?, "date.weekday-last")
        }
        Some(Which::Next | Which::Coming) => {
            (future(plus_days(dateline, 1)?)?, "date.weekday-next")
        }
        // "Tuesday last week", "Tuesday next week": the day in that week.
        Some(Which::Before) => (in_week(dateline, number, -7)?, "date.weekday-last"),
        Some(Which::After) => (in_week(dateline, number, 7)?, "date.weekday-next"),
        Some(Which::This) => (in_week(dateline, number, 0)?, "date.weekday-this"),
        Some(Which::Same) => return None,
        None => match ground.direction {
            Some(Direction::Future) => (future(dateline)?, "date.weekday-future"),
            _ => (past(dateline)?, "date.weekday-past"),
        },
    };
    Some((day(date), Unit::Day, rule))
}

pub(super) fn in_week(dateline: Date, number: i8, step: i64) -> Option<Date> {
    let week = containing(dateline, Unit::Week)?;
    plus_days(week.first, i64::from(number) - 1 + step)
}

pub(super) fn units(unit: Unit, count: i64, which: Which, ground: &Ground) -> Days {
    if which == Which::Same || matches!(which, Which::Before | Which::After) && unit == Unit::Day {
        return near_antecedent(unit, which, ground);
    }
    let dateline = ground.dateline?;
    match which {
        Which::Trailing => {
            let first = shift(dateline, unit, -count)?;
            let first = first.min(plus_days(dateline, -i64::from(unit != Unit::Minute))?);
            let days = DateRange {
                first,
                last: dateline,
            };
            Some((days, Unit::Day, "date.trailing"))
        }
        Which::Coming | Which::Next | Which::After if count > 1 || which == Which::Coming => {
            let days = DateRange {
                first: dateline,
                last: shift(dateline, unit, count)?,
            };
            Some((days, Unit::Day, "date.coming"))
        }
        Which::Previous | Which::Before => Some((
            containing(step_back(dateline, unit)?, unit)?,
            unit,
            "date.unit-last",
        )),
        Which::Next | Which::After | Which::Coming => Some((
            containing(step_on(dateline, unit)?, unit)?,
            unit,
            "date.unit-next",
        )),
        Which::This | Which::Same => Some((this_unit(dateline, unit, ground)?, unit, THIS_UNIT)),
    }
}

/// A day in the unit before; steps from the first of a month, so that no short month is jumped.
pub(super) fn step_back(dateline: Date, unit: Unit) -> Option<Date> {
    plus_days(containing(dateline, wider(unit))?.first, -1)
}

pub(super) fn step_on(dateline: Date, unit: Unit) -> Option<Date> {
    plus_days(containing(dateline, wider(unit))?.last, 1).and_then(|date| {
        if unit == Unit::Weekend {
            plus_days(date, 5)
        } else {
            Some(date)
        }
    })
}

pub(super) fn wider(unit: Unit) -> Unit {
    match unit {
        Unit::Weekend => Unit::Week,
        other => other,
    }
}

/// "the weekend" of a past tense is the last one that has begun.
pub(super) fn this_unit(dateline: Date, unit: Unit, ground: &Ground) -> Option<DateRange> {
    let range = containing(dateline, unit)?;
    let back = ground.direction != Some(Direction::Future) && range.first > dateline;
    if unit == Unit::Weekend && back {
        return containing(plus_days(dateline, -7)?, unit);
    }
    Some(range)
}

pub(super) fn near_antecedent(unit: Unit, which: Which, ground: &Ground) -> Days {
    let step = match which {
        Which::Before => -1,
        Which::After => 1,
        _ => 0,
    };
    let from = match (ground.antecedent, which) {
        (Some(date), _) => date,
        // "over the previous day" needs no day named before it.
        (None, Which::Before) => ground.dateline?,
        (None, _) => return None,
    };
    let days = containing(plus_days(from, step)?, unit)?;
    Some((days, unit, "date.antecedent"))
}

/// "earlier this month": from its first day to the dateline; "later this month": from there to its last.
pub(super) fn running(unit: Unit, turn: Turn, ground: &Ground) -> Days {
    let dateline = ground.dateline?;
    let whole = containing(dateline, unit)?;
    let days = match turn {
        Turn::Earlier | Turn::Ago => DateRange {
            last: dateline,
            ..whole
        },
        Turn::Later | Turn::Hence | Turn::Onward => DateRange {
            first: dateline,
            ..whole
        },
    };
    (days.first <= days.last).then_some((days, unit, "date.unit-running"))
}

/// Days and weeks are counted to the day; months and years to the month and year that they reach.
pub(super) fn counted(count: i64, unit: Unit, turn: Turn, ground: &Ground) -> Days {
    let (from, step) = match turn {
        Turn::Ago => (ground.dateline?, -count),
        Turn::Hence => (ground.dateline?, count),
        Turn::Earlier => (counted_from(unit, ground)?, -count),
        Turn::Later | Turn::Onward => (counted_from(unit, ground)?, count),
    };
    let grain = match unit {
        Unit::Month | Unit::Quarter | Unit::Half => Unit::Month,
        Unit::Year => Unit::Year,
        _ => Unit::Day,
    };
    let days = containing(shift(from, unit, step)?, grain)?;
    Some((days, grain, "date.counted"))
}

/// The day that a count starts from: for months and years also a month or year will do.
fn counted_from(unit: Unit, ground: &Ground) -> Option<Date> {
    let span = ground.span.filter(|span| {
        let whole = containing(span.first, unit);
        unit >= Unit::Month && whole.is_some_and(|whole| span.last <= whole.last)
    });
    span.map(|span| span.first).or(ground.antecedent)
}

/// "the 15th": of this month or the one beside it, whichever the tense points to.
pub(super) fn day_of_month(number: i8, ground: &Ground) -> Days {
    let dateline = ground.dateline?;
    let of = |step: i64| {
        let month = plus_months(dateline.first_of_month(), step)?;
        Date::new(month.year(), month.month(), number).ok()
    };
    let date = match ground.direction {
        Some(Direction::Future) => [of(0), of(1)]
            .into_iter()
            .flatten()
            .find(|&date| date >= dateline),
        _ => [of(0), of(-1)]
            .into_iter()
            .flatten()
            .find(|&date| date <= dateline),
    };
    Some((day(date?), Unit::Day, "date.day-of-month"))
}
