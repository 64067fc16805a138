//! Forms that count or choose units: "last week", "the past 24 hours", "two days ago", "the weekend".

use crate::lexicon::dates::{Link, Sense, Turn, Unit, Which};
use crate::model::parsed::{Dep, Tag};

use super::super::time::{Time, Year};
use super::{Forms, Read};

impl Forms<'_> {
    /// `last week`, `the past 24 hours`, `this morning`, `next Friday`, `last June`, `the same day`.
    pub(super) fn which(&self, at: usize) -> Read {
        let start = self.scan.past_determiner(at);
        let (mut which, mut end) = self.which_word(start).or_else(|| self.which_word(at))?;
        if let Some((second, after)) = self.which_word(end) {
            (which, end) = (second, after);
        }
        self.which_units(at, which, end)
            .or_else(|| self.which_named(which, end))
    }

    pub(super) fn which_word(&self, at: usize) -> Option<(Which, usize)> {
        // "said that Friday's vote": a conjunction.
        if self.tree.tag(self.scan.atoms.get(at)?.token) == Tag::IN {
            return None;
        }
        self.scan.find(at, |sense| match sense {
            Sense::Which(which) => Some(which),
            _ => None,
        })
    }

    pub(super) fn which_units(&self, start: usize, which: Which, at: usize) -> Read {
        let number = self.scan.number(at);
        let (count, at) = number.unwrap_or((1, at));
        let (unit, size, end) = self.unit(at)?;
        let count = count.checked_mul(i32::from(size))?;
        let stretch = number.is_some() || unit < Unit::Day;
        let which = match which {
            Which::Previous if stretch || self.is_stretch(start, unit) => Which::Trailing,
            Which::Before if stretch => Which::Trailing,
            Which::Coming if number.is_none() && !self.is_stretch(start, unit) => Which::Next,
            Which::Previous if unit == Unit::Day => return None,
            Which::Next if unit == Unit::Day => Which::After,
            other => other,
        };
        // "the coming days": how many is not said.
        let open = number.is_none()
            && (unit < Unit::Day || self.tree.tag(self.scan.atoms[end - 1].token) == Tag::NNS);
        (!open).then_some((Time::Units { unit, count, which }, end))
    }

    /// "over the last week": the stretch up to now, where "last week" is one of the calendar.
    pub(super) fn is_stretch(&self, start: usize, unit: Unit) -> bool {
        let article = self.scan.past_determiner(start) > start;
        let within = matches!(
            self.link_before(start),
            Some(Link::Over | Link::In | Link::For)
        );
        article && within && !matches!(unit, Unit::Quarter | Unit::Half | Unit::Year)
    }

    pub(super) fn which_named(&self, which: Which, at: usize) -> Read {
        if let Some((number, end)) = self.weekday(at) {
            return Some((Time::Weekday(number, Some(which)), end));
        }
        if let Some((month, end)) = self.scan.month(at) {
            let year = Year::Open;
            return Some((
                Time::Month {
                    year,
                    month,
                    which: Some(which),
                },
                end,
            ));
        }
        if let Some(((from, to), end)) = self.season_name(at) {
            let year = Year::Open;
            return Some((
                Time::Season {
                    from,
                    to,
                    year,
                    which: Some(which),
                },
                end,
            ));
        }
        if let Some((
            Time::Holiday {
                month, day, year, ..
            },
            end,
        )) = self.fixed(at)
        {
            return Some((
                Time::Holiday {
                    month,
                    day,
                    year,
                    which: Some(which),
                },
                end,
            ));
        }
        let (_, end) = self.scan.find(at, |sense| match sense {
            Sense::Part(_) => Some(()),
            _ => None,
        })?;
        match which {
            // "that evening"
            Which::Same => Some((
                Time::Units {
                    unit: Unit::Day,
                    count: 1,
                    which,
                },
                end,
            )),
            Which::This => Some((Time::Deictic(0, 0), end)),
            Which::Before => Some((Time::Deictic(-1, 0), end)),
            _ => None,
        }
    }

    /// `two days ago`, `a week earlier`, `the day before`, `24 hours later`.
    pub(super) fn count(&self, at: usize) -> Read {
        let (count, next) = self
            .scan
            .number(at)
            .or_else(|| self.scan.after(at, Sense::Determiner).map(|end| (1, end)))?;
        let (unit, size, end) = self.unit(next)?;
        let (turn, after) = self.scan.find(end, |sense| match sense {
            Sense::Turn(turn) if turn != Turn::Onward => Some(turn),
            _ => None,
        })?;
        let token = self.scan.atoms[after - 1].token;
        let bare = self.tree.kids(token).all(|kid| kid < token)
            && !matches!(self.tree.dep(token), Dep::Mark | Dep::Prep);
        let count = count.checked_mul(i32::from(size))?;
        (bare || turn == Turn::Ago).then_some((Time::Count { count, unit, turn }, after))
    }

    /// A unit, how many of it the word says, and where it ends.
    pub fn unit(&self, at: usize) -> Option<(Unit, i16, usize)> {
        self.scan
            .find(at, |sense| match sense {
                Sense::Unit(unit, size) => Some((unit, size)),
                _ => None,
            })
            .map(|((unit, size), end)| (unit, size, end))
    }

    /// "the weekend", and "the day" where it is the one in question ("during the day", "to end the day").
    pub(super) fn the_unit(&self, at: usize) -> Read {
        let start = self.scan.past_determiner(at);
        let (unit, size, end) = self.unit(start).filter(|_| start > at)?;
        let time = match unit {
            Unit::Weekend => Time::Units {
                unit,
                count: 1,
                which: Which::This,
            },
            Unit::Day if self.is_day_in_question(at, start) => Time::TheDay,
            _ => return None,
        };
        let single = size == 1 && self.tree.tag(self.scan.atoms[start].token) == Tag::NN;
        single.then_some((time, end))
    }

    pub(super) fn is_day_in_question(&self, at: usize, day: usize) -> bool {
        let token = self.scan.atoms[day].token;
        let bare = self
            .tree
            .kids(token)
            .all(|kid| self.tree.dep(kid) == Dep::Det);
        let verb = self
            .tree
            .head(token)
            .filter(|_| self.tree.dep(token) == Dep::Dobj);
        let ended = verb.is_some_and(|verb| self.words.has(self.tree.lemma(verb), Sense::DayVerb));
        bare && (ended || self.link_before(at) == Some(Link::Over))
    }
}
