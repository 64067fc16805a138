//! Reads a number in words: "two hundred and five", "twenty-three", "a hundred thousand".

use crate::lexicon::numbers::{Link, Sense};

use super::amount::{Amount, scale, scaled};
use super::words::Words;

/// Number words: hundreds multiply what stands before them, larger scales what has gathered.
pub fn from_words(words: &Words, at: usize) -> Option<Amount> {
    let mut state = Spelled::default();
    let mut end = at;
    while let Some(next) = state.take(words, end) {
        end = next;
    }
    let value = state.value()?;
    let mut amount = Amount::exact(at, end, value);
    amount.scaled = state.scaled;
    let value = scaled(words, &mut amount, value);
    (amount.low, amount.high) = (Some(value), Some(value));
    Some(amount)
}

/// A spelled number in the making.
#[derive(Debug, Default)]
struct Spelled {
    total: f64,
    current: Option<f64>,
    last: Option<f64>,
    scaled: bool,
}

impl Spelled {
    /// Takes the word at `at` if it goes on the number; returns where to read on.
    fn take(&mut self, words: &Words, at: usize) -> Option<usize> {
        if let Some((value, end)) = number(words, at) {
            return self.add(value).then_some(end);
        }
        if let Some((value, end)) = scale(words, at) {
            let current = self
                .current
                .filter(|_| self.last.is_some() || self.scaled)?;
            self.multiply(current, value);
            return Some(end);
        }
        self.joint(words, at)
    }

    /// A number word: one alone, or units behind tens, or both behind a hundred.
    fn add(&mut self, value: f64) -> bool {
        let fits = match self.last {
            None => true,
            Some(last) => {
                last >= 100.0 && value < 100.0 || (20.0..100.0).contains(&last) && value < 10.0
            }
        };
        if fits {
            self.current = Some(self.current.unwrap_or(0.0) + value);
            self.last = Some(value);
        }
        fits
    }

    fn multiply(&mut self, current: f64, scale: f64) {
        self.scaled = true;
        self.last = Some(scale);
        if scale < 1000.0 {
            self.current = Some(current * scale);
        } else {
            self.total += current.max(1.0) * scale;
            self.current = Some(0.0);
        }
    }

    /// "a hundred", "twenty-three", "two hundred and five".
    fn joint(&mut self, words: &Words, at: usize) -> Option<usize> {
        if self.current.is_none() {
            let next = words.after(at, Sense::Article)?;
            scale(words, next)?;
            (self.current, self.last) = (Some(1.0), Some(1.0));
            return Some(next);
        }
        let last = self.last?;
        if let Some(next) = words.after_link(at, Link::Dash) {
            let (value, _) = number(words, next)?;
            return ((20.0..100.0).contains(&last) && value < 10.0).then_some(next);
        }
        let next = words.after_link(at, Link::And)?;
        let (value, end) = number(words, next)?;
        // "a hundred and twenty thousand" goes on; "two hundred and five men" does too; "a hundred and 20" does not.
        (last >= 100.0 && value < 100.0 && end > next).then_some(next)
    }

    fn value(&self) -> Option<f64> {
        self.last?;
        self.current.map(|current| self.total + current)
    }
}

fn number(words: &Words, at: usize) -> Option<(f64, usize)> {
    words.find(at, |sense| match sense {
        Sense::Number(value) => Some(value),
        _ => None,
    })
}
