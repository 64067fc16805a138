//! Joins named times to intervals, resolves them in order, and tells how each stands to what it dates.

use jiff::civil::Date;

use crate::lexicon::dates::{Link, Part, Sense, Turn, Unit};
use crate::model::claim::DateRange;
use crate::model::parsed::Dep;
use crate::model::span::Span;

use super::calendar::plus_days;
use super::grammar::Forms;
use super::resolve::{Ground, Resolved, THIS_UNIT, resolve};
use super::tense;
use super::time::{Named, Time, Year};
use super::{DateMention, Direction, Kind};

/// The mentions of a sentence from its named times.
pub fn join(
    forms: &Forms,
    dateline: Option<Date>,
    antecedent: Option<Date>,
    named: Vec<Named>,
) -> Vec<DateMention> {
    let mut joiner = Joiner {
        forms,
        dateline,
        antecedent,
        span: None,
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while at < named.len() {
        let second = named.get(at + 1).copied();
        let pair = second.filter(|second| joiner.joins(&named[at], second));
        found.extend(match pair {
            Some(second) => joiner.interval(named[at], second),
            None => joiner.single(named[at]),
        });
        at += if pair.is_some() { 2 } else { 1 };
    }
    found
}

/// "on Friday and Saturday": two days in a row.
fn is_next_day(first: &Named, second: &Named) -> bool {
    match (first.time, second.time) {
        (Time::Weekday(day, _), Time::Weekday(next, _)) => day % 7 + 1 == next,
        _ => false,
    }
}

struct Joiner<'s> {
    forms: &'s Forms<'s>,
    dateline: Option<Date>,
    antecedent: Option<Date>,
    span: Option<DateRange>,
}

impl Joiner<'_> {
    /// "from A to B", "between A and B", "A to B", "A–B".
    fn joins(&self, first: &Named, second: &Named) -> bool {
        let scan = self.forms.scan;
        let Some((link, end)) = scan.link(first.end) else {
            return false;
        };
        if scan.past_determiner(end) != second.start && end != second.start {
            return false;
        }
        let before = self.forms.link_before(first.start);
        match link {
            Link::To | Link::Through | Link::Dash | Link::Until => true,
            Link::Into => first.part == Some(Part::Night),
            Link::And => before == Some(Link::Between) || is_next_day(first, second),
            _ => false,
        }
    }

    fn interval(&mut self, mut first: Named, second: Named) -> Option<DateMention> {
        adopt_year(&mut first.time, &second.time);
        let direction = self.direction(&first, None);
        let end = self.resolve(&second, direction)?;
        let start = self.resolve(&first, direction)?;
        let night = first.part == Some(Part::Night) && end.named.first == end.named.last;
        let named = if night {
            end.named
        } else {
            ordered(&first, start.named, end.named)?
        };
        let whole = Named {
            end: second.end,
            ..first
        };
        let resolved = Resolved {
            named,
            grain: end.grain.min(start.grain),
            rule: "date.interval",
        };
        Some(self.mention(&whole, resolved, Kind::Interval, named))
    }

    fn single(&mut self, named: Named) -> Option<DateMention> {
        let link = self.forms.link_before(named.start);
        let direction = self.direction(&named, link);
        let resolved = self.resolve(&named, direction)?;
        self.span = Some(resolved.named);
        if resolved.named.first == resolved.named.last {
            self.antecedent = Some(resolved.named.first);
        }
        let kind = self.kind(&named, link, &resolved);
        let range = self.reach(kind, direction, &resolved);
        Some(self.mention(&named, resolved, kind, range))
    }

    /// Where the tense points; a day that something is set for, is to be done by or lasts until lies ahead unless the
    /// verb itself is past.
    fn direction(&self, named: &Named, link: Option<Link>) -> Option<Direction> {
        let (tree, words, head) = (self.forms.tree, self.forms.words, self.head(named));
        let ahead = match link {
            Some(Link::Ahead) => true,
            Some(Link::For) => self.is_appointed(named),
            Some(Link::By) => !tense::is_past(tree, words, head),
            // "closed until Friday" looks ahead though it is past; a month or day of the year is read by the tense.
            Some(Link::Until) if matches!(named.time, Time::Weekday(..)) => {
                !tense::is_past_behind(tree, words, head)
            }
            Some(Link::Until) => !tense::is_past(tree, words, head),
            _ => false,
        };
        if ahead {
            return Some(Direction::Future);
        }
        tense::direction(tree, words, head)
    }

    /// "set for Monday", not "the figures for Monday" or "criticised for Monday's remarks".
    fn is_appointed(&self, named: &Named) -> bool {
        let tree = self.forms.tree;
        let head = self.head(named);
        let under = (tree.dep(head) == Dep::Pobj)
            .then(|| tree.head(head))
            .flatten();
        under
            .and_then(|preposition| tree.head(preposition))
            .is_some_and(|verb| tree.is_verb(verb))
    }

    /// The token of the mention whose head lies outside of it.
    fn head(&self, named: &Named) -> usize {
        let (first, last) = self.tokens(named);
        let tree = self.forms.tree;
        let outside = |&token: &usize| {
            tree.head(token)
                .is_none_or(|head| head < first || head > last)
        };
        (first..=last).find(outside).unwrap_or(first)
    }

    fn tokens(&self, named: &Named) -> (usize, usize) {
        let atoms = &self.forms.scan.atoms;
        (atoms[named.start].token, atoms[named.end - 1].token)
    }

    fn resolve(&self, named: &Named, direction: Option<Direction>) -> Option<Resolved> {
        resolve(
            named,
            &Ground {
                dateline: self.dateline,
                direction,
                antecedent: self.antecedent,
                span: self.span,
            },
        )
    }

    fn kind(&self, named: &Named, link: Option<Link>, resolved: &Resolved) -> Kind {
        let scan = self.forms.scan;
        let onward = scan.after(named.end, Sense::Turn(Turn::Onward)).is_some();
        let single = resolved.named.first == resolved.named.last || named.part.is_some();
        // "from today's report"
        let owns = self.forms.tree.dep(self.head(named)) == Dep::Poss;
        let plain = if single { Kind::Point } else { Kind::Interval };
        match link {
            _ if onward => Kind::Since,
            Some(Link::Since) => Kind::Since,
            Some(Link::From) if single && !owns => Kind::Since,
            Some(Link::From) if single => plain,
            Some(Link::From) if resolved.grain == Unit::Day => Kind::Interval,
            Some(Link::From) if matches!(named.time, Time::Years(first, last) if first < last) => {
                plain
            }
            Some(Link::Until | Link::By | Link::Through) => Kind::Until,
            Some(Link::Before | Link::Ahead | Link::After | Link::Than | Link::From) => {
                Kind::Reference
            }
            _ => plain,
        }
    }

    /// "since" runs to the dateline, "until" begins at it where the day lies ahead, and of "this year" a past tense
    /// means the part that is over.
    fn reach(&self, kind: Kind, direction: Option<Direction>, resolved: &Resolved) -> DateRange {
        let named = resolved.named;
        let Some(dateline) = self.dateline else {
            return named;
        };
        let begun = named.first <= dateline && dateline <= named.last;
        let running = resolved.rule == THIS_UNIT && begun;
        match (kind, direction) {
            (Kind::Since, _) => DateRange {
                first: named.first,
                last: named.last.max(dateline),
            },
            (Kind::Until, _) if dateline <= named.last => DateRange {
                first: dateline,
                last: named.last,
            },
            (_, Some(Direction::Past)) if running => DateRange {
                last: dateline,
                ..named
            },
            (_, Some(Direction::Future)) if running => DateRange {
                first: dateline,
                ..named
            },
            _ => named,
        }
    }

    fn mention(
        &self,
        named: &Named,
        resolved: Resolved,
        kind: Kind,
        range: DateRange,
    ) -> DateMention {
        let (first, last) = self.tokens(named);
        let tokens = &self.forms.tree.sentence.tokens;
        DateMention {
            span: Span {
                start: tokens[first].span.start,
                end: tokens[last].span.end,
            },
            first,
            last,
            range,
            named: resolved.named,
            grain: resolved.grain,
            kind,
            rule: resolved.rule,
        }
    }
}

/// "from May to July 2022": the year holds for both.
fn adopt_year(first: &mut Time, second: &Time) {
    let (year_of_second, month_of_second) = match *second {
        Time::Days { year, month, .. } | Time::Month { year, month, .. } => (year, month),
        _ => return,
    };
    let (year, month) = match first {
        Time::Days { year, month, .. } | Time::Month { year, month, .. } => (year, *month),
        _ => return,
    };
    if let (Year::Open, Year::Given(given)) = (*year, year_of_second) {
        *year = Year::Given(given - i16::from(month > month_of_second));
    }
}

/// The interval; where its ends were resolved to two sides of the dateline, the first is brought before the last.
fn ordered(first: &Named, start: DateRange, end: DateRange) -> Option<DateRange> {
    let back = match first.time {
        Time::Weekday(..) => plus_days(start.first, -7)?,
        _ => start.first,
    };
    let first = if start.first <= end.last {
        start.first
    } else {
        back
    };
    (first <= end.last).then_some(DateRange {
        first,
        last: end.last,
    })
}
