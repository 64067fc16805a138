//! Forms of a year and of its quarters, halves and seasons.

use crate::lexicon::dates::{Link, Sense, Unit, Which};
use crate::model::parsed::{Dep, EntityLabel, Tag};

use super::super::scan::Digits;
use super::super::time::{Time, Year};
use super::{Forms, Read};

/// Month and day of the first and of the last day of a season.
type Span = ((i8, i8), (i8, i8));

impl Forms<'_> {
    /// `the third quarter of 2009`, `the last week of March`, `Q3 2024`.
    pub(super) fn slice(&self, at: usize) -> Read {
        let code = self.scan.find(at, |sense| match sense {
            Sense::Slice(unit, number) => Some((unit, number)),
            _ => None,
        });
        let ((unit, number), end) = code.or_else(|| self.ordinal_unit(at))?;
        let of = self.scan.after_link(end, Link::Of).unwrap_or(end);
        if unit == Unit::Week {
            let (month, end) = self.scan.month(of)?;
            let (year, end) = self.year_of(end);
            return Some((
                Time::WeekOf {
                    number,
                    month,
                    year,
                },
                end,
            ));
        }
        let (year, end) = self.year_of(end);
        // "the last quarter" is the one before this, as "last week" is.
        let certain = unit == Unit::Quarter && number > 0 || year != Year::Open;
        (certain && matches!(unit, Unit::Quarter | Unit::Half))
            .then_some((Time::Slice { unit, number, year }, end))
    }

    pub(super) fn ordinal_unit(&self, at: usize) -> Option<((Unit, i8), usize)> {
        let at = self.scan.past_determiner(at);
        let (number, end) = self.scan.find(at, |sense| match sense {
            Sense::Ordinal(number) => Some(number),
            _ => None,
        })?;
        let end = self.scan.after_link(end, Link::Dash).unwrap_or(end);
        let (unit, _, end) = self.unit(end)?;
        Some(((unit, number), end))
    }

    /// `spring 2022`, `this autumn`, `in the winter`.
    pub(super) fn season(&self, at: usize) -> Read {
        let ((from, to), end) = self.season_name(at)?;
        let (year, after) = self.year_of(end);
        let before = self.link_before(at);
        let placed = matches!(
            before,
            Some(Link::In | Link::Since | Link::Until | Link::By | Link::Over)
        ) || self.edge_before(at);
        let placed = placed && self.scan.after_link(end, Link::Of).is_none();
        (year != Year::Open || placed).then_some((
            Time::Season {
                from,
                to,
                year,
                which: None,
            },
            after,
        ))
    }

    pub(super) fn season_name(&self, at: usize) -> Option<(Span, usize)> {
        self.scan.find(at, |sense| match sense {
            Sense::Season(from, to) => Some((from, to)),
            _ => None,
        })
    }

    /// `2025`, `2014–16`, `'82`.
    pub(super) fn year(&self, at: usize) -> Read {
        if let Some(Digits::Years(first, last)) = self.scan.digits(at) {
            return Some((Time::Years(first, last), at + 1));
        }
        let (first, end) = self.year_digits(at)?;
        if !self.is_year(at) {
            return None;
        }
        let second = self
            .scan
            .after_link(end, Link::Dash)
            .and_then(|next| self.second_year(first, next));
        match second {
            Some((last, end)) => Some((Time::Years(first, last), end)),
            None => Some((Time::Years(first, first), end)),
        }
    }

    pub(super) fn second_year(&self, first: i16, at: usize) -> Option<(i16, usize)> {
        let last = match self.scan.digits(at)? {
            Digits::Plain(value, 4) => i16::try_from(value).ok()?,
            Digits::Plain(value, 2) => first / 100 * 100 + value as i16,
            _ => return None,
        };
        (last > first).then_some((last, at + 1))
    }

    /// `1990s`, `the 80s`.
    pub(super) fn decade(&self, at: usize) -> Read {
        let Some(Digits::Decade(first, width)) = self.scan.digits(at) else {
            return None;
        };
        // "in their 20s" is an age; a decade of two digits has its article and is read as a date.
        let token = self.scan.atoms[at].token;
        let article = at > 0 && self.tree.tag(self.scan.atoms[at - 1].token) == Tag::DT;
        let mate = at > 1 && matches!(self.scan.digits(at - 2), Some(Digits::Decade(..)));
        if width == 2 && !((article || mate) && self.is_dated(token)) {
            return None;
        }
        let length = if first % 100 == 0 && first < 2000 {
            100
        } else {
            10
        };
        Some((Time::Years(first, first + length - 1), at + 1))
    }

    /// `'82`.
    pub(super) fn short_year(&self, at: usize) -> Read {
        self.scan.after(at, Sense::Apostrophe)?;
        let Some(Digits::Plain(value, 2)) = self.scan.digits(at + 1) else {
            return None;
        };
        let century = if value > LAST_SHORT_YEAR { 1900 } else { 2000 };
        let year = century + value as i16;
        self.link_before(at)?;
        Some((Time::Years(year, year), at + 2))
    }

    pub(super) fn year_digits(&self, at: usize) -> Option<(i16, usize)> {
        match self.scan.digits(at)? {
            Digits::Plain(value, 4) if YEARS.contains(&value) => Some((value as i16, at + 1)),
            _ => None,
        }
    }

    /// The year behind a day, month, season or quarter: `, 2025`, `of 2025`, `of last year`, `next year`.
    pub(super) fn year_of(&self, at: usize) -> (Year, usize) {
        let tied = [Link::Of, Link::In, Link::Comma]
            .into_iter()
            .find_map(|link| self.scan.after_link(at, link));
        let read = |at: usize| {
            if let Some((year, end)) = self.year_digits(at) {
                return Some((Year::Given(year), end));
            }
            let (which, end) = self.which_year(at)?;
            Some((Year::Which(which), end))
        };
        read(at)
            .or_else(|| tied.and_then(read))
            .unwrap_or((Year::Open, at))
    }

    pub(super) fn which_year(&self, at: usize) -> Option<(Which, usize)> {
        let start = self.scan.past_determiner(at);
        let (which, end) = self
            .which_word(start)
            .or_else(|| self.which_word(at))
            .unwrap_or((Which::This, start));
        let (unit, size, after) = self.unit(end)?;
        (unit == Unit::Year && size == 1 && end > at).then_some((which, after))
    }

    /// Four digits are a year when they are read as a date or stand after a word that ties one.
    pub(super) fn is_year(&self, at: usize) -> bool {
        let token = self.scan.atoms[at].token;
        if self.is_of_event(token) {
            return true;
        }
        if self.counts_noun(at) && !self.is_dated(token) || self.is_numbered(at) {
            return false;
        }
        let tied = matches!(
            self.link_before(at),
            Some(Link::In | Link::Since | Link::Until | Link::Before | Link::After | Link::Over)
        );
        // "from 2009 to 2011"
        let joined = at >= 2
            && matches!(
                self.link_before(at),
                Some(Link::To | Link::Through | Link::And)
            )
            && self.year_digits(at - 2).is_some();
        self.is_dated(token) || tied || joined
    }

    /// "the 1967 war": so many wars would stand in the plural.
    fn is_of_event(&self, token: usize) -> bool {
        let tree = self.tree;
        let event = (tree.dep(token) == Dep::Nummod)
            .then(|| tree.head(token))
            .flatten();
        let label = tree.label(token) == Some(EntityLabel::Event);
        let article = token > 0 && tree.tag(token - 1) == Tag::DT;
        event.is_some_and(|at| label && article && at == token + 1 && tree.tag(at) == Tag::NN)
    }

    /// "Height 1840", "Resolution 1701": the number is the last word of a name.
    fn is_numbered(&self, at: usize) -> bool {
        let noun = at.checked_sub(1);
        noun.is_some_and(|noun| self.scan.after(noun, Sense::Numbered) == Some(at))
    }
}

/// Years that news can speak of; four digits beyond are amounts.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2100;

/// Last year of two digits that belongs to this century.
const LAST_SHORT_YEAR: i32 = 40;
