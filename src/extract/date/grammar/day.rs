//! Forms of a day or month: fixed words, digits, month names and weekdays.

use crate::lexicon::dates::{Link, Sense, Unit, Which};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::scan::Digits;
use super::super::time::{Time, Year};
use super::{Forms, Read};

impl Forms<'_> {
    /// Words that stand for a day by themselves.
    pub(super) fn fixed(&self, at: usize) -> Read {
        if self.is_proper_name(at) {
            return None;
        }
        let (time, end) = self.scan.find(at, |sense| match sense {
            Sense::Deictic(first, last) => Some(Time::Deictic(first, last)),
            Sense::Famous(date) => Some(Time::Famous(date)),
            Sense::Holiday(month, day) => Some(Time::Holiday {
                month,
                day,
                year: Year::Open,
                which: None,
            }),
            _ => None,
        })?;
        match time {
            // "Christmas markets" name no day, "at Christmas" and "Christmas Day" do.
            Time::Holiday { .. } if end == at + 1 && self.link_before(at).is_none() => None,
            Time::Holiday { month, day, .. } => {
                let (year, end) = self.year_of(end);
                let which = None;
                Some((
                    Time::Holiday {
                        month,
                        day,
                        year,
                        which,
                    },
                    end,
                ))
            }
            _ => Some((time, end)),
        }
    }

    /// `02/12/2025`, `2025-12-02`.
    pub(super) fn numeric(&self, at: usize) -> Read {
        if let Some(Digits::Triple(a, b, c)) = self.scan.digits(at) {
            return Some((Time::Numeric(a, b, c), at + 1));
        }
        let part = |at: usize| match self.scan.digits(at) {
            Some(Digits::Plain(value, width)) if width == 2 || width == 4 => Some(value as i16),
            _ => None,
        };
        let (year, month, day) = (part(at)?, part(at + 2)?, part(at + 4)?);
        let dashes = self.scan.after_link(at + 1, Link::Dash).is_some()
            && self.scan.after_link(at + 3, Link::Dash).is_some();
        (dashes && year > 999).then_some((Time::Numeric(year, month, day), at + 5))
    }

    /// `2 December 2025`, `2nd of December`, `12 to 18 December`.
    pub(super) fn day_month(&self, at: usize) -> Read {
        let (first, end) = self.day(at)?;
        let (last, end) = self.range_end(at, first, end).unwrap_or((first, end));
        let end = self.scan.after_link(end, Link::Of).unwrap_or(end);
        let (month, end) = self.scan.month(end)?;
        let (year, end) = self.year_of(end);
        Some((
            Time::Days {
                year,
                month,
                first,
                last,
            },
            end,
        ))
    }

    /// `December 2`, `December 12-18, 2025`, `December 2025`, `December`.
    pub(super) fn month_led(&self, at: usize) -> Read {
        let (month, after) = self.scan.month(at)?;
        if let Some((first, end)) = self.day_of(after) {
            let (last, end) = self.range_end(at, first, end).unwrap_or((first, end));
            let (year, end) = self.year_of(end);
            return Some((
                Time::Days {
                    year,
                    month,
                    first,
                    last,
                },
                end,
            ));
        }
        let (year, end) = self.year_of(after);
        let which = None;
        let bare = year == Year::Open;
        (!bare || self.is_month_name(at)).then_some((Time::Month { year, month, which }, end))
    }

    /// A day after its month, unless the number counts what follows ("In May 20 people died").
    pub(super) fn day_of(&self, at: usize) -> Option<(i8, usize)> {
        let at = self.scan.after(at, Sense::Determiner).unwrap_or(at);
        let (day, end) = self.day(at)?;
        let token = self.scan.atoms[at].token;
        let counts = self.tree.dep(token) == Dep::Nummod
            && self.tree.head(token).is_some_and(|head| {
                head > token && matches!(self.tree.tag(head), Tag::NNS | Tag::NNPS)
            });
        (!counts).then_some((day, end))
    }

    /// Day of the month in digits or as an ordinal word.
    pub(super) fn day(&self, at: usize) -> Option<(i8, usize)> {
        let (day, end) = match self.scan.digits(at) {
            Some(Digits::Plain(value, width)) if width <= 2 => (i8::try_from(value).ok()?, at + 1),
            Some(Digits::Ordinal(value)) => (value, at + 1),
            Some(_) => return None,
            None => self.scan.find(at, |sense| match sense {
                Sense::Ordinal(value) => Some(value),
                _ => None,
            })?,
        };
        (1..=31).contains(&day).then_some((day, end))
    }

    /// "on the 15th": an ordinal in digits that is read as a date.
    pub(super) fn bare_day(&self, at: usize) -> Read {
        let Some(Digits::Ordinal(number)) = self.scan.digits(at) else {
            return None;
        };
        let token = self.scan.atoms[at].token;
        let alone = self.tree.dep(token) == Dep::Pobj && self.link_before(at) == Some(Link::On);
        let dated = self.tree.label(token) == Some(EntityLabel::Date);
        (alone && dated && (1..=31).contains(&number)).then_some((Time::DayOfMonth(number), at + 1))
    }

    /// The second day of `12-18`, `12 to 18`, `12 and 13`; two days that do not follow each other are no range.
    pub(super) fn range_end(&self, from: usize, first: i8, at: usize) -> Option<(i8, usize)> {
        let (link, end) = self.scan.link(at)?;
        let between = self.link_before(from) == Some(Link::Between);
        let joins = matches!(
            link,
            Link::Dash | Link::To | Link::Through | Link::Until | Link::And | Link::Or
        );
        let end = self.scan.past_determiner(end);
        let (last, end) = self.day(end).filter(|_| joins)?;
        let next = last == first + 1 || between || !matches!(link, Link::And | Link::Or);
        let counted = self.scan.month(end).is_none() && self.counts_noun(end - 1);
        (last > first && next && !counted).then_some((last, end))
    }

    /// `Tuesday`, `Tuesday, December 2`, `Tuesday 2 December`.
    pub(super) fn weekday_led(&self, at: usize) -> Read {
        let (number, end) = self.weekday(at)?;
        let next = self.scan.after_link(end, Link::Comma).unwrap_or(end);
        let next = self.scan.past_determiner(next);
        let full = self.day_month(next).or_else(|| self.month_led(next));
        if let Some((time @ Time::Days { first, last, .. }, end)) = full
            && first == last
        {
            return Some((time, end));
        }
        if let Some((which, end)) = self.which_week(end) {
            return Some((Time::Weekday(number, Some(which)), end));
        }
        Some((Time::Weekday(number, None), end))
    }

    /// "Tuesday last week", "Friday of next week".
    pub(super) fn which_week(&self, at: usize) -> Option<(Which, usize)> {
        let at = self.scan.after_link(at, Link::Of).unwrap_or(at);
        match self.which(at)? {
            (
                Time::Units {
                    unit: Unit::Week,
                    count: 1,
                    which,
                },
                end,
            ) => Some((
                match which {
                    Which::Previous => Which::Before,
                    Which::Next => Which::After,
                    other => other,
                },
                end,
            )),
            _ => None,
        }
    }

    pub(super) fn weekday(&self, at: usize) -> Option<(i8, usize)> {
        let atom = self.scan.atoms.get(at).filter(|atom| atom.capital)?;
        let (number, end) = self.scan.find(at, |sense| match sense {
            Sense::Weekday(number) => Some(number),
            _ => None,
        })?;
        let dated = self.tree.label(atom.token) == Some(EntityLabel::Date);
        let short = atom.lower.len() <= SHORT && !dated;
        (!self.is_proper_name(at) && !short && !self.is_repeated(at)).then_some((number, end))
    }

    /// A month name alone is one only where it is read as a date or tied like one.
    pub(super) fn is_month_name(&self, at: usize) -> bool {
        let token = self.scan.atoms[at].token;
        let first_name = self.tree.dep(token) == Dep::Compound
            && self
                .tree
                .head(token)
                .is_some_and(|head| self.tree.pos(head) == Pos::Propn);
        let tied = || self.link_before(at).is_some() || self.edge_before(at);
        match self.tree.label(token) {
            _ if first_name => false,
            Some(label) => label == EntityLabel::Date,
            None => matches!(self.tree.tag(token), Tag::NNP | Tag::NNPS) && tied(),
        }
    }
}

/// Letters of a weekday that is cut short, its stop included; such words are names and verbs too.
const SHORT: usize = 5;
