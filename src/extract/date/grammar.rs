//! The forms of a named time: one function a form, each returns what it read and where it ends.

use crate::extract::tree::Tree;
use crate::lexicon::dates::{DateWords, Link, Sense, Turn, Unit, Which};
use crate::model::parsed::{Dep, EntityLabel, Tag};

use super::scan::{Digits, Scan};
use super::time::{Time, Year};

/// Month and day of the first and of the last day of a season.
type Span = ((i8, i8), (i8, i8));

/// A form read, and where it ends.
pub type Read = Option<(Time, usize)>;

/// The forms over one sentence.
pub struct Forms<'s> {
    /// Tags, relations and entities.
    pub tree: &'s Tree<'s>,
    /// The words.
    pub scan: &'s Scan<'s>,
    /// The lexicon.
    pub words: &'s DateWords,
}

impl Forms<'_> {
    /// The longest form that begins at `at`; of equals the first.
    pub fn core(&self, at: usize) -> Read {
        let forms: [fn(&Self, usize) -> Read; 13] = [
            Self::fixed,
            Self::numeric,
            Self::day_month,
            Self::month_led,
            Self::weekday_led,
            Self::slice,
            Self::season,
            Self::which,
            Self::count,
            Self::year,
            Self::decade,
            Self::short_year,
            Self::the_unit,
        ];
        let mut best: Read = None;
        for form in forms {
            let read = form(self, at);
            if read.is_some_and(|(_, end)| best.is_none_or(|(_, longest)| end > longest)) {
                best = read;
            }
        }
        best
    }

    /// Words that stand for a day by themselves.
    fn fixed(&self, at: usize) -> Read {
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
    fn numeric(&self, at: usize) -> Read {
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
    fn day_month(&self, at: usize) -> Read {
        let (first, end) = self.day(at)?;
        let (last, end) = self.range_end(first, end).unwrap_or((first, end));
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
    fn month_led(&self, at: usize) -> Read {
        let (month, after) = self.scan.month(at)?;
        if let Some((first, end)) = self.day_of(month, after) {
            let (last, end) = self.range_end(first, end).unwrap_or((first, end));
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
    fn day_of(&self, _month: i8, at: usize) -> Option<(i8, usize)> {
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
    fn day(&self, at: usize) -> Option<(i8, usize)> {
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

    /// The second day of `12-18`, `12 to 18`, `12 and 13`; two days that do not follow each other are no range.
    fn range_end(&self, first: i8, at: usize) -> Option<(i8, usize)> {
        let (link, end) = self.scan.link(at)?;
        let joins = matches!(
            link,
            Link::Dash | Link::To | Link::Through | Link::Until | Link::And | Link::Or
        );
        let end = self.scan.past_determiner(end);
        let (last, end) = self.day(end).filter(|_| joins)?;
        let next = last == first + 1 || !matches!(link, Link::And | Link::Or);
        let counted = self.scan.month(end).is_none() && self.counts_noun(end - 1);
        (last > first && next && !counted).then_some((last, end))
    }

    fn counts_noun(&self, at: usize) -> bool {
        let token = self.scan.atoms[at].token;
        self.tree.dep(token) == Dep::Nummod
            && self.tree.head(token).is_some_and(|head| head > token)
    }

    /// `Tuesday`, `Tuesday, December 2`, `Tuesday 2 December`.
    fn weekday_led(&self, at: usize) -> Read {
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
    fn which_week(&self, at: usize) -> Option<(Which, usize)> {
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

    fn weekday(&self, at: usize) -> Option<(i8, usize)> {
        let atom = self.scan.atoms.get(at).filter(|atom| atom.capital)?;
        let (number, end) = self.scan.find(at, |sense| match sense {
            Sense::Weekday(number) => Some(number),
            _ => None,
        })?;
        let dated = self.tree.label(atom.token) == Some(EntityLabel::Date);
        let short = atom.lower.len() <= SHORT && !dated;
        (!self.is_proper_name(at) && !short && !self.is_repeated(at)).then_some((number, end))
    }

    /// "Ukraine Today", "Ash Friday": part of a name of something else.
    fn is_proper_name(&self, at: usize) -> bool {
        let label = self
            .scan
            .atoms
            .get(at)
            .and_then(|atom| self.tree.label(atom.token));
        matches!(
            label,
            Some(
                EntityLabel::Person
                    | EntityLabel::WorkOfArt
                    | EntityLabel::Facility
                    | EntityLabel::Org
                    | EntityLabel::Product
            )
        )
    }

    /// "every Friday", "on a Friday".
    fn is_repeated(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let token = self.scan.atoms[at].token;
        let indefinite = self.scan.find(before, |sense| match sense {
            Sense::Number(1) => Some(()),
            _ => None,
        });
        self.scan.after(before, Sense::Repeated).is_some()
            || indefinite.is_some() && self.tree.dep(token) == Dep::Pobj
    }

    /// `the third quarter of 2009`, `the last week of March`, `Q3 2024`.
    fn slice(&self, at: usize) -> Read {
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
        let certain = unit == Unit::Quarter || year != Year::Open;
        (certain && matches!(unit, Unit::Quarter | Unit::Half))
            .then_some((Time::Slice { unit, number, year }, end))
    }

    fn ordinal_unit(&self, at: usize) -> Option<((Unit, i8), usize)> {
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
    fn season(&self, at: usize) -> Read {
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

    fn season_name(&self, at: usize) -> Option<(Span, usize)> {
        self.scan.find(at, |sense| match sense {
            Sense::Season(from, to) => Some((from, to)),
            _ => None,
        })
    }

    /// `last week`, `the past 24 hours`, `this morning`, `next Friday`, `last June`, `the same day`.
    fn which(&self, at: usize) -> Read {
        let start = self.scan.past_determiner(at);
        let (mut which, mut end) = self.which_word(start).or_else(|| self.which_word(at))?;
        if let Some((second, after)) = self.which_word(end) {
            (which, end) = (second, after);
        }
        self.which_units(at, which, end)
            .or_else(|| self.which_named(which, end))
    }

    fn which_word(&self, at: usize) -> Option<(Which, usize)> {
        self.scan.find(at, |sense| match sense {
            Sense::Which(which) => Some(which),
            _ => None,
        })
    }

    fn which_units(&self, start: usize, which: Which, at: usize) -> Read {
        let number = self.scan.number(at);
        let (count, at) = number.unwrap_or((1, at));
        let (unit, size, end) = self.unit(at)?;
        let count = count.checked_mul(i32::from(size))?;
        let stretch = number.is_some() || unit < Unit::Day;
        let which = match which {
            Which::Previous if stretch || self.is_stretch(start, unit) => Which::Trailing,
            Which::Before if stretch => Which::Trailing,
            Which::Previous if unit == Unit::Day => return None,
            other => other,
        };
        // "the coming days": how many is not said.
        let open = number.is_none()
            && (unit < Unit::Day || self.tree.tag(self.scan.atoms[end - 1].token) == Tag::NNS);
        (!open).then_some((Time::Units { unit, count, which }, end))
    }

    /// "over the last week": the stretch up to now, where "last week" is one of the calendar.
    fn is_stretch(&self, start: usize, unit: Unit) -> bool {
        let article = self.scan.past_determiner(start) > start;
        let within = matches!(
            self.link_before(start),
            Some(Link::Over | Link::In | Link::For)
        );
        article && within && !matches!(unit, Unit::Quarter | Unit::Half | Unit::Year)
    }

    fn which_named(&self, which: Which, at: usize) -> Read {
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
            Which::This => Some((Time::Deictic(0, 0), end)),
            Which::Before => Some((Time::Deictic(-1, 0), end)),
            _ => None,
        }
    }

    /// `two days ago`, `a week earlier`, `the day before`, `24 hours later`.
    fn count(&self, at: usize) -> Read {
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

    /// `2025`, `2014–16`, `'82`.
    fn year(&self, at: usize) -> Read {
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

    fn second_year(&self, first: i16, at: usize) -> Option<(i16, usize)> {
        let last = match self.scan.digits(at)? {
            Digits::Plain(value, 4) => i16::try_from(value).ok()?,
            Digits::Plain(value, 2) => first / 100 * 100 + value as i16,
            _ => return None,
        };
        (last > first).then_some((last, at + 1))
    }

    /// `1990s`, `the 80s`.
    fn decade(&self, at: usize) -> Read {
        match self.scan.digits(at)? {
            Digits::Decade(first) => Some((Time::Years(first, first + 9), at + 1)),
            _ => None,
        }
    }

    /// `'82`.
    fn short_year(&self, at: usize) -> Read {
        self.scan.after(at, Sense::Apostrophe)?;
        let Some(Digits::Plain(value, 2)) = self.scan.digits(at + 1) else {
            return None;
        };
        let century = if value > LAST_SHORT_YEAR { 1900 } else { 2000 };
        let year = century + value as i16;
        self.link_before(at)?;
        Some((Time::Years(year, year), at + 2))
    }

    /// "the weekend", and "the day" where it is the one in question ("during the day", "to end the day").
    fn the_unit(&self, at: usize) -> Read {
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

    fn is_day_in_question(&self, at: usize, day: usize) -> bool {
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

    fn year_digits(&self, at: usize) -> Option<(i16, usize)> {
        match self.scan.digits(at)? {
            Digits::Plain(value, 4) if YEARS.contains(&value) => Some((value as i16, at + 1)),
            _ => None,
        }
    }

    /// The year behind a day, month, season or quarter: `, 2025`, `of 2025`, `of last year`, `next year`.
    fn year_of(&self, at: usize) -> (Year, usize) {
        let tied = [Link::Of, Link::In, Link::Comma]
            .into_iter()
            .find_map(|link| self.scan.after_link(at, link));
        let read = |at: usize| {
            if let Some((year, end)) = self.year_digits(at).filter(|_| !self.counts_noun(at)) {
                return Some((Year::Given(year), end));
            }
            let (which, end) = self.which_year(at)?;
            Some((Year::Which(which), end))
        };
        read(at)
            .or_else(|| tied.and_then(read))
            .unwrap_or((Year::Open, at))
    }

    fn which_year(&self, at: usize) -> Option<(Which, usize)> {
        let start = self.scan.past_determiner(at);
        let (which, end) = self
            .which_word(start)
            .or_else(|| self.which_word(at))
            .unwrap_or((Which::This, start));
        let (unit, size, after) = self.unit(end)?;
        (unit == Unit::Year && size == 1 && end > at).then_some((which, after))
    }

    /// Four digits are a year when they are read as a date or stand after a word that ties one.
    fn is_year(&self, at: usize) -> bool {
        let token = self.scan.atoms[at].token;
        if self.counts_noun(at) && !self.is_dated(token) {
            return false;
        }
        let tied = matches!(
            self.link_before(at),
            Some(Link::In | Link::Since | Link::Until | Link::Before | Link::After | Link::Over)
        );
        self.is_dated(token) || tied
    }

    /// A month name alone is one only where it is read as a date or tied like one.
    fn is_month_name(&self, at: usize) -> bool {
        let token = self.scan.atoms[at].token;
        match self.tree.label(token) {
            Some(EntityLabel::Date) => true,
            Some(_) => false,
            None => {
                matches!(self.tree.tag(token), Tag::NNP | Tag::NNPS)
                    && (self.link_before(at).is_some() || self.edge_before(at))
            }
        }
    }

    fn edge_before(&self, at: usize) -> bool {
        (1..=3)
            .any(|back| at >= back && self.scan.edge(at - back).is_some_and(|(_, end)| end == at))
    }

    fn is_dated(&self, token: usize) -> bool {
        self.tree.label(token) == Some(EntityLabel::Date)
    }

    /// The link that ends where `at` begins, an article between them passed over.
    pub fn link_before(&self, at: usize) -> Option<Link> {
        let ends = |end: usize| {
            (1..=LONGEST_LINK.min(end)).rev().find_map(|back| {
                let (link, stop) = self.scan.link(end - back)?;
                (stop == end).then_some(link)
            })
        };
        ends(at).or_else(|| {
            let before = at.checked_sub(1)?;
            self.scan.after(before, Sense::Determiner)?;
            ends(before)
        })
    }
}

/// Years that news can speak of; four digits beyond are amounts.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2100;

/// Last year of two digits that belongs to this century.
const LAST_SHORT_YEAR: i32 = 40;

/// Most words of a link.
const LONGEST_LINK: usize = 3;

/// Letters of a weekday that is cut short, its stop included; such words are names and verbs too.
const SHORT: usize = 5;
