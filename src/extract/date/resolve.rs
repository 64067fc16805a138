//! Turns a named time into days, against the dateline, the tense and the date named before it.

use jiff::civil::Date;

use crate::lexicon::dates::{Part, Turn, Unit, Which};
use crate::model::claim::DateRange;

use super::Direction;
use super::calendar::{
    containing, day, days_between, month, months, nearest, part, plus_days, season, shift, weekday,
    year,
};
use super::time::{Named, Time, Year};

/// What a named time is resolved against.
#[derive(Debug, Clone, Copy)]
pub struct Ground {
    /// Day of publication.
    pub dateline: Option<Date>,
    /// Which way the tense points.
    pub direction: Option<Direction>,
    /// The last single day that the sentence named before.
    pub antecedent: Option<Date>,
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
    Some(Resolved {
        named: night(named, days)?,
        grain,
        rule,
    })
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

/// How many times as far a day of the year counts on the side that the tense speaks against. A tense can be misread,
/// and then a day of the coming week is likelier than one of last year.
const DAYS_AWAY: i64 = 40;

/// The same for months and longer, where the tense decides alone.
const MONTHS_AWAY: i64 = 1000;

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

fn days(said: Year, month: i8, first: i8, last: i8, ground: &Ground) -> Days {
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

fn of_month(said: Year, number: i8, which: Option<Which>, ground: &Ground) -> Days {
    let of_year = move |year| month(year, number);
    let days = yearly(&of_year, said, which, MONTHS_AWAY, ground)?;
    let rule = match said {
        Year::Given(_) => "date.month-year",
        _ => "date.month",
    };
    Some((days, Unit::Month, rule))
}

/// A span of every year: in the year that is said, or the nearest that fits.
fn yearly(
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
        Some(Which::Next | Which::After) => around().find(after),
        Some(Which::Same) => None,
    }
}

fn year_step(which: Which) -> Option<i16> {
    match which {
        Which::Previous | Which::Before => Some(-1),
        Which::This => Some(0),
        Which::Next | Which::After => Some(1),
        Which::Trailing | Which::Same => None,
    }
}

fn of_weekday(number: i8, which: Option<Which>, ground: &Ground) -> Days {
    let dateline = ground.dateline?;
    let past = |from| weekday(from, number, Direction::Past);
    let future = |from| weekday(from, number, Direction::Future);
    let (date, rule) = match which {
        Some(Which::Previous | Which::Trailing) => {
            (past(plus_days(dateline, -1)?)?, "date.weekday-last")
        }
        Some(Which::Next) => (future(plus_days(dateline, 1)?)?, "date.weekday-next"),
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

fn in_week(dateline: Date, number: i8, step: i64) -> Option<Date> {
    let week = containing(dateline, Unit::Week)?;
    plus_days(week.first, i64::from(number) - 1 + step)
}

fn units(unit: Unit, count: i64, which: Which, ground: &Ground) -> Days {
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
        Which::Next | Which::After if count > 1 => {
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
        Which::Next | Which::After => Some((
            containing(step_on(dateline, unit)?, unit)?,
            unit,
            "date.unit-next",
        )),
        Which::This | Which::Same => Some((this_unit(dateline, unit, ground)?, unit, THIS_UNIT)),
    }
}

/// A day in the unit before; steps from the first of a month, so that no short month is jumped.
fn step_back(dateline: Date, unit: Unit) -> Option<Date> {
    plus_days(containing(dateline, wider(unit))?.first, -1)
}

fn step_on(dateline: Date, unit: Unit) -> Option<Date> {
    plus_days(containing(dateline, wider(unit))?.last, 1).and_then(|date| {
        if unit == Unit::Weekend {
            plus_days(date, 5)
        } else {
            Some(date)
        }
    })
}

fn wider(unit: Unit) -> Unit {
    match unit {
        Unit::Weekend => Unit::Week,
        other => other,
    }
}

/// "the weekend" of a past tense is the last one that has begun.
fn this_unit(dateline: Date, unit: Unit, ground: &Ground) -> Option<DateRange> {
    let range = containing(dateline, unit)?;
    let back = ground.direction != Some(Direction::Future) && range.first > dateline;
    if unit == Unit::Weekend && back {
        return containing(plus_days(dateline, -7)?, unit);
    }
    Some(range)
}

fn near_antecedent(unit: Unit, which: Which, ground: &Ground) -> Days {
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
fn running(unit: Unit, turn: Turn, ground: &Ground) -> Days {
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
fn counted(count: i64, unit: Unit, turn: Turn, ground: &Ground) -> Days {
    let (from, step) = match turn {
        Turn::Ago => (ground.dateline?, -count),
        Turn::Hence => (ground.dateline?, count),
        Turn::Earlier => (ground.antecedent?, -count),
        Turn::Later | Turn::Onward => (ground.antecedent?, count),
    };
    let grain = match unit {
        Unit::Month | Unit::Quarter | Unit::Half => Unit::Month,
        Unit::Year => Unit::Year,
        _ => Unit::Day,
    };
    let days = containing(shift(from, unit, step)?, grain)?;
    Some((days, grain, "date.counted"))
}

fn slice(unit: Unit, number: i8, said: Year, ground: &Ground) -> Days {
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

fn week_of(number: i8, month_number: i8, said: Year, ground: &Ground) -> Days {
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
