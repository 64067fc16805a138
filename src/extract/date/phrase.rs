//! Walks a sentence and reads each named time with the edge or part of the day that goes with it.

use crate::lexicon::dates::{Edge, Link, Part, Sense, Turn, Unit, Which};

use super::grammar::Forms;
use super::scan::Scan;
use super::time::{Frame, Named, Time};

/// Reads the named times of one sentence.
pub struct Reader<'s> {
    forms: &'s Forms<'s>,
    scan: &'s Scan<'s>,
}

impl<'s> Reader<'s> {
    /// A reader of a scanned sentence.
    pub fn new(forms: &'s Forms<'s>) -> Self {
        Reader {
            forms,
            scan: forms.scan,
        }
    }

    /// All named times, in order and not overlapping.
    pub fn all(&self) -> Vec<Named> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at < self.scan.len() {
            let named = self.named(at);
            let never = self.scan.after(at, Sense::Never);
            let end = named.map_or(at + 1, |named| named.end);
            match never {
                Some(stop) if stop >= end => at = stop,
                _ => {
                    found.extend(named);
                    at = end;
                }
            }
        }
        found
    }

    /// The forms that the sentence is read with.
    fn named(&self, at: usize) -> Option<Named> {
        [
            self.part_led(at),
            self.edge_led(at),
            self.turn_led(at),
            self.framed(at),
            self.current_end(at),
            self.plain(at),
        ]
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.end > best.end { next } else { best })
    }

    fn plain(&self, at: usize) -> Option<Named> {
        let (time, end) = self.forms.core(at)?;
        Some(self.with_part(at, time, end))
    }

    /// "Friday night", "yesterday evening".
    fn with_part(&self, start: usize, time: Time, end: usize) -> Named {
        let part = time.is_day().then(|| self.part(end)).flatten();
        Named {
            start,
            end: part.map_or(end, |(_, end)| end),
            time,
            edge: None,
            frame: None,
            part: part.map(|(part, _)| part),
            by_morning: false,
        }
    }

    fn part(&self, at: usize) -> Option<(Part, usize)> {
        self.scan.find(at, |sense| match sense {
            Sense::Part(part) => Some(part),
            _ => None,
        })
    }

    /// "the night of 2 December", "the early hours of Sunday", "overnight into Tuesday", "the night from Saturday to
    /// Sunday".
    fn part_led(&self, at: usize) -> Option<Named> {
        let (part, end) = self.part(self.scan.past_determiner(at))?;
        let link = self.scan.link(end);
        let (into, next) = match link {
            Some((Link::Into | Link::To, next)) => (true, next),
            Some((Link::Of | Link::On | Link::From | Link::Between | Link::In, next)) => {
                (false, next)
            }
            _ => (false, end),
        };
        let next = self.scan.past_determiner(next);
        let first = self.plain(next).filter(|named| named.time.is_day())?;
        let second = self.second_day(part, first.end);
        let last = second.unwrap_or(first);
        Some(Named {
            start: at,
            part: Some(part),
            by_morning: into || second.is_some(),
            ..last
        })
    }

    /// "(night) from Saturday to Sunday", "Saturday-Sunday (night)".
    fn second_day(&self, part: Part, at: usize) -> Option<Named> {
        let (link, next) = self.scan.link(at)?;
        let joins = matches!(link, Link::To | Link::Into | Link::Dash | Link::And);
        let night = part == Part::Night && joins;
        let named = self
            .plain(self.scan.past_determiner(next))
            .filter(|_| night)?;
        named.time.is_day().then_some(named)
    }

    /// "early June", "the end of November", "late on Tuesday", "mid-May", "the rest of the year".
    fn edge_led(&self, at: usize) -> Option<Named> {
        let start = self.scan.past_determiner(at);
        let (edge, end) = self.scan.edge(start)?;
        let inner = self
            .plain(end)
            .or_else(|| self.plain(self.scan.past_determiner(end)))
            .or_else(|| self.current(end))?;
        let of_day = matches!(
            inner.time,
            Time::Units {
                unit: Unit::Day,
                count: 1,
                which: Which::This
            }
        );
        let edge = (!inner.time.is_day()).then_some(edge);
        Some(Named {
            start: at,
            edge,
            time: if of_day { Time::TheDay } else { inner.time },
            ..inner
        })
    }

    /// "(the end of) the year": the one that is now.
    fn current(&self, at: usize) -> Option<Named> {
        let start = self.scan.past_determiner(at);
        let (unit, size, end) = self.forms.unit(start).filter(|_| start > at)?;
        let whole = size == 1 && unit >= Unit::Day && self.scan.number(at).is_none();
        whole.then_some(Named {
            start: at,
            end,
            time: Time::Units {
                unit,
                count: 1,
                which: Which::This,
            },
            edge: None,
            frame: None,
            part: None,
            by_morning: false,
        })
    }

    /// "earlier this month", "later in the year", "earlier on Monday".
    fn turn_led(&self, at: usize) -> Option<Named> {
        let (turn, end) = self.scan.find(at, |sense| match sense {
            Sense::Turn(turn @ (Turn::Earlier | Turn::Later)) => Some(turn),
            _ => None,
        })?;
        // "after a week" ties a time, it does not place one within another.
        if self.scan.link(at).is_some() {
            return None;
        }
        let next = [Link::In, Link::On]
            .into_iter()
            .find_map(|link| self.scan.after_link(end, link))
            .unwrap_or(end);
        let inner = self.plain(next).or_else(|| self.current(next))?;
        let time = match inner.time {
            Time::Units {
                unit,
                count: 1,
                which: Which::This,
            } if unit > Unit::Day => Time::Running(unit, turn),
            Time::Units {
                unit: Unit::Day, ..
            } => Time::TheDay,
            time if time.is_day() => time,
            Time::Month { .. } | Time::Years(..) => inner.time,
            _ => return None,
        };
        Some(Named {
            start: at,
            time,
            ..inner
        })
    }

    /// "year's end": the end of the unit that is now.
    fn current_end(&self, at: usize) -> Option<Named> {
        let (unit, end) = self.scan.find(at, |sense| match sense {
            Sense::CurrentEnd(unit) => Some(unit),
            _ => None,
        })?;
        let time = Time::Units {
            unit,
            count: 1,
            which: Which::This,
        };
        let named = self.with_part(at, time, end);
        Some(Named {
            edge: Some(Edge::End),
            ..named
        })
    }

    /// "the 24 hours to Tuesday", "the week of Dec. 8", "the first nine months of 2025".
    fn framed(&self, at: usize) -> Option<Named> {
        let start = self.scan.past_determiner(at);
        let ordinal = self.scan.find(start, |sense| match sense {
            Sense::Ordinal(number @ (1 | -1)) => Some(number),
            _ => None,
        });
        let number_at = ordinal.map_or(start, |(_, end)| end);
        let number = self.scan.number(number_at);
        let (unit, size, end) = self.forms.unit(number.map_or(number_at, |(_, end)| end))?;
        let count = number
            .map_or(1, |(count, _)| count)
            .checked_mul(i32::from(size))?;
        let (link, next) = self.scan.link(end)?;
        let inner = self
            .plain(self.scan.past_determiner(next))
            .or_else(|| self.plain(next))
            .or_else(|| self.current(next))?;
        let day = inner.time.is_day();
        let frame = match (link, ordinal) {
            (Link::To, None) if day => Frame::UpTo(count, unit),
            (Link::Of, None) if day && matches!(unit, Unit::Week | Unit::Weekend) => {
                Frame::Around(unit)
            }
            (Link::Of, Some((1, _))) if !day && number.is_some() => Frame::Opening(count, unit),
            (Link::Of, Some((_, _))) if !day && number.is_some() => Frame::Closing(count, unit),
            _ => return None,
        };
        Some(Named {
            start: at,
            frame: Some(frame),
            ..inner
        })
    }
}
