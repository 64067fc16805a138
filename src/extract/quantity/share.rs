//! Shares of a whole: "two thirds of the city", "half the drones", "all of them", "none of the missiles".

use crate::lexicon::numbers::{Link, Sense};
use crate::model::parsed::{Dep, Pos, Tag};

use super::amount;
use super::find::{Draft, Finder};

impl Finder<'_> {
    /// A share word with its whole, at `at`.
    pub fn share(&self, at: usize) -> Option<Draft> {
        self.fraction(at)
            .or_else(|| self.one_in_five(at))
            .or_else(|| self.share_word(at))
    }

    /// "two-thirds", "four fifths", "a quarter"; a bare quarter needs its whole, for it is also one of the year.
    fn fraction(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let (count, next) = match words.after(at, Sense::Article) {
            Some(next) => (1.0, next),
            None => {
                let number = |sense| match sense {
                    Sense::Number(value) if value > 0.0 => Some(value),
                    _ => None,
                };
                words.find(at, number)?
            }
        };
        let next = words.after_link(next, Link::Dash).unwrap_or(next);
        let (parts, end) = words.find(next, |sense| match sense {
            Sense::Fraction(parts) => Some(parts),
            _ => None,
        })?;
        let whole = self.whole(end, at);
        let certain = whole.is_some() || count > 1.0 || self.is_equated(end - 1);
        let percent = 100.0 * count / parts;
        (certain && count < parts).then(|| Draft {
            start: at,
            end,
            low: Some(percent),
            high: Some(percent),
            unit: PERCENT.into(),
            counted: whole,
            share: true,
            of: whole,
            rule: "figure.fraction",
        })
    }

    /// "it was barely a third".
    fn is_equated(&self, parts: usize) -> bool {
        let verb = self
            .tree
            .head(parts)
            .filter(|_| self.tree.dep(parts) == Dep::Attr);
        let subject = verb.and_then(|verb| self.tree.kid(verb, Dep::Nsubj));
        subject.is_some_and(|subject| self.tree.pos(subject) == Pos::Pron)
    }

    /// "one in five (voters)", "nine out of ten".
    fn one_in_five(&self, at: usize) -> Option<Draft> {
        let words = self.words;
        let part = amount::read_single(words, at)?;
        let out_of = words.after_link(part.end, Link::OutOf);
        let next = words.after_link(part.end, Link::In).or(out_of)?;
        let whole = amount::read_single(words, next)?;
        // "33 out of 41 missiles" are counted.
        let told = out_of.is_none() || !whole.digits && whole.low == Some(TEN);
        let (count, parts) = (part.low?, whole.low?);
        let timed = words.find(whole.end, |sense| {
            matches!(sense, Sense::TimeUnit(_)).then_some(())
        });
        let small = count < parts && parts <= 100.0 && !part.vague && !whole.vague;
        let noun = self.noun_from(whole.end);
        let percent = 100.0 * count / parts;
        (small && told && timed.is_none()).then(|| Draft {
            start: at,
            end: whole.end,
            low: Some(percent),
            high: Some(percent),
            unit: PERCENT.into(),
            counted: noun,
            share: true,
            of: noun,
            rule: "figure.fraction",
        })
    }

    fn share_word(&self, at: usize) -> Option<Draft> {
        let ((low, high), end) = self.words.find(at, |sense| match sense {
            Sense::Share(low, high) => Some((low, high)),
            _ => None,
        })?;
        let whole = self
            .whole(end, at)
            .or_else(|| self.determined(at).filter(|_| end == at + 1))?;
        Some(Draft {
            start: at,
            end,
            low,
            high,
            unit: PERCENT.into(),
            counted: Some(whole),
            share: true,
            of: Some(whole),
            rule: "figure.share",
        })
    }

    /// "half the drones", "all drones": the plural or definite noun that the word stands before.
    fn determined(&self, at: usize) -> Option<usize> {
        let noun = self.tree.head(at).filter(|&head| head > at)?;
        let before = matches!(self.tree.dep(at), Dep::Predet | Dep::Det | Dep::Amod);
        let definite = self
            .tree
            .kids(noun)
            .any(|kid| kid > at && matches!(self.tree.dep(kid), Dep::Det | Dep::Poss));
        let plural = matches!(self.tree.tag(noun), Tag::NNS | Tag::NNPS);
        let number = self
            .tree
            .kids(noun)
            .any(|kid| self.tree.dep(kid) == Dep::Nummod);
        (before && (definite || plural) && !number).then_some(noun)
    }
}

/// The whole of which so many "out of ten" are a share.
const TEN: f64 = 10.0;

/// Unit of a share.
pub const PERCENT: &str = "%";
