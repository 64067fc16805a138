//! Walks a sentence for figures: reads the number, its bound and unit, and what it counts.

use compact_str::CompactString;

use crate::extract::tree::Tree;
use crate::lexicon::numbers::{Link, Sense};
use crate::model::span::Span;

use super::Figure;
use super::amount::{self, Amount};
use super::bound;
use super::counted::BARE;
use super::share::PERCENT;
use super::words::Words;

/// Finds the figures of one sentence.
pub struct Finder<'s> {
    /// Tags, relations and entities.
    pub tree: &'s Tree<'s>,
    /// The words.
    pub words: &'s Words<'s>,
}

/// A figure before its bound.
pub struct Draft {
    /// First token.
    pub start: usize,
    /// One past the last token, unit included.
    pub end: usize,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// Unit.
    pub unit: CompactString,
    /// Counted noun.
    pub counted: Option<usize>,
    /// In per cent.
    pub share: bool,
    /// The whole.
    pub of: Option<usize>,
    /// Code of the rule.
    pub rule: &'static str,
}

impl Finder<'_> {
    /// All figures, in order and not overlapping.
    pub fn all(&self) -> Vec<Figure> {
        let (mut found, mut at): (Vec<Figure>, usize) = (Vec::new(), 0);
        while at < self.tree.len() {
            if let Some(end) = self.words.after(at, Sense::Never) {
                at = end;
                continue;
            }
            let (figure, end) = self.figure(at, &found);
            // "all of $ two": a sign of money belongs to one figure.
            let free = |figure: &Figure| found.last().is_none_or(|last| figure.first > last.last);
            found.extend(figure.filter(free));
            at = end.max(at + 1);
        }
        found
    }

    /// The figure at a token, if one begins there, and where to read on.
    fn figure(&self, at: usize, before: &[Figure]) -> (Option<Figure>, usize) {
        if let Some(share) = self.share(at) {
            let end = share.end;
            return (Some(self.finish(share, None)), end);
        }
        if let Some(times) = self.times(at) {
            return (Some(self.finish(times, None)), at + 1);
        }
        let Some(mut amount) = amount::read(self.words, at) else {
            return (None, at + 1);
        };
        if amount.range && self.is_change(&amount) {
            amount = amount::read_single(self.words, at).unwrap_or(amount);
        }
        bound::take_after(self.words, &mut amount);
        if self.is_refused(&amount) {
            return (None, amount.end);
        }
        match self.draft(&amount, before) {
            Some(draft) => {
                let end = draft.end;
                (Some(self.finish(draft, Some(&amount))), end)
            }
            None => (None, amount.end),
        }
    }

    /// "climbed from 12 to 15", "rose by 40 to 1,240": two figures, where "a range from 12 to 15" and "from 12 to 15
    /// people" are one.
    fn is_change(&self, amount: &Amount) -> bool {
        let led = self.words.find_before(amount.start, |sense| match sense {
            Sense::Link(Link::From | Link::By) => Some(()),
            _ => None,
        });
        let Some((_, start)) = led else { return false };
        let over = start.checked_sub(1);
        let ranged = over.is_some_and(|noun| self.words.is(noun, Sense::RangeNoun));
        !ranged
            && self.money(amount).is_none()
            && self.percent(amount).is_none()
            && self.measure(amount).is_none()
            && self.noun_from(amount.end).is_none()
    }

    /// "twice".
    fn times(&self, at: usize) -> Option<Draft> {
        let (value, end) = self.words.find(at, |sense| match sense {
            Sense::Times(value) => Some(value),
            _ => None,
        })?;
        let as_adverb = self
            .tree
            .head(at)
            .is_some_and(|head| self.tree.is_verb(head));
        as_adverb.then(|| Draft {
            start: at,
            end,
            low: Some(value),
            high: Some(value),
            unit: TIMES.into(),
            counted: None,
            share: false,
            of: None,
            rule: "figure.times",
        })
    }

    fn draft(&self, amount: &Amount, before: &[Figure]) -> Option<Draft> {
        let plain = |end, unit: CompactString, rule| Draft {
            start: amount.start,
            end,
            low: amount.low,
            high: amount.high,
            unit,
            counted: None,
            share: false,
            of: None,
            rule,
        };
        if let Some((unit, start, end)) = self.money(amount) {
            return Some(Draft {
                start,
                ..plain(end, unit, MONEY_RULE)
            });
        }
        if let Some(end) = self.percent(amount) {
            let whole = self.whole(end, amount.start);
            return Some(Draft {
                counted: whole,
                of: whole,
                share: true,
                ..plain(end, PERCENT.into(), PERCENT_RULE)
            });
        }
        if let Some((unit, end, rule)) = self.measure(amount) {
            return Some(plain(end, unit, rule));
        }
        let mut draft = plain(amount.end, CompactString::default(), "figure.counted");
        self.count(amount, before, &mut draft).then_some(draft)
    }

    /// Currency sign in front, or currency behind, and the tokens that both take.
    fn money(&self, amount: &Amount) -> Option<(CompactString, usize, usize)> {
        let currency = |sense| match sense {
            Sense::Money(unit) => Some(unit),
            _ => None,
        };
        let name = |unit| self.words.lexicon.unit(unit).clone();
        if let Some((unit, start)) = self.words.find_before(amount.start, currency) {
            return Some((name(unit), start, amount.end));
        }
        let next = self.words.after_link(amount.end, Link::Dash);
        let behind = |sense| match sense {
            Sense::ScaledMoney(unit) if amount.scaled => Some(unit),
            other => currency(other),
        };
        let (unit, end) = self.words.find(next.unwrap_or(amount.end), behind)?;
        Some((name(unit), amount.start, end))
    }

    fn percent(&self, amount: &Amount) -> Option<usize> {
        let last = self.words.word(amount.end - 1);
        if amount.glued && last.ends_with(PERCENT) {
            return Some(amount.end);
        }
        self.words.after(amount.end, Sense::Percent)
    }

    /// A unit of measure or time behind the number.
    fn measure(&self, amount: &Amount) -> Option<(CompactString, usize, &'static str)> {
        let name = |unit| self.words.lexicon.unit(unit).clone();
        if amount.glued {
            let word = self.words.word(amount.end - 1);
            let letters = &word[amount::number_length(word)..];
            let senses = self.words.lexicon.entry(letters)?.senses();
            return senses.iter().find_map(|sense| match sense {
                Sense::Measure(unit) => Some((name(*unit), amount.end, "figure.measure")),
                _ => None,
            });
        }
        let (unit, end) = self.words.find(amount.end, |sense| match sense {
            Sense::Measure(unit) | Sense::Unit(unit) => Some((unit, "figure.measure")),
            Sense::ShortMeasure(unit) if amount.digits => Some((unit, "figure.measure")),
            Sense::TimeUnit(unit) => Some((unit, "figure.time")),
            _ => None,
        })?;
        Some((name(unit.0), end, unit.1))
    }

    /// The noun of an "of" that follows: what the number is a part of.
    pub fn whole(&self, end: usize, start: usize) -> Option<usize> {
        let next = self
            .words
            .after_link(end, Link::OutOf)
            .or_else(|| self.words.after_link(end, Link::Of))?;
        let governed = (end..next).find_map(|preposition| self.tree.governed(preposition));
        governed
            .filter(|&noun| noun > start)
            .or_else(|| self.noun_from(next))
    }

    /// Applies the bound and finds the token that stands for the figure.
    fn finish(&self, draft: Draft, amount: Option<&Amount>) -> Figure {
        let from = Amount {
            start: draft.start,
            end: draft.end,
            low: draft.low,
            high: draft.high,
            ..amount.copied().unwrap_or_default()
        };
        let (bound, first, end) = bound::bound_of(self.words, &from, draft.end);
        let (low, high) = bound::apply(bound, draft.low, draft.high);
        // "the toll has passed 400".
        let passed = bound.is_none() && draft.rule == BARE && bound::is_passed(self.tree, first);
        let high = high.filter(|_| !passed);
        let tokens = &self.tree.sentence.tokens;
        let last = end - 1;
        Figure {
            span: Span {
                start: tokens[first].span.start,
                end: tokens[last].span.end,
            },
            first,
            last,
            low,
            high,
            approximate: bound.is_some_and(|bound| bound.approximate),
            head: self.head(draft.start, draft.end, draft.counted),
            unit: draft.unit,
            counted: draft.counted,
            share: draft.share,
            of: draft.of,
            rule: draft.rule,
        }
    }
}

/// Rule of a sum of money.
pub const MONEY_RULE: &str = "figure.money";

/// Rule of a share that is told in per cent.
pub const PERCENT_RULE: &str = "figure.percent";

/// Unit of how often.
pub const TIMES: &str = "time";
