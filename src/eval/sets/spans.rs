//! Spans found against spans wanted: exact matches and the share of words in common.

use crate::model::measure::f1;

/// Ascending indices of the words of a span.
pub type Words = Vec<usize>;

/// Counts over many spans, from which precision and recall follow.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Overlap {
    /// Spans found.
    pub found: u64,
    /// Spans wanted.
    pub wanted: u64,
    /// Found spans that are exactly a wanted one.
    pub exact: u64,
    /// Sum over the found spans of the share of their words in the wanted span that they answer to.
    pub covered_found: f64,
    /// Sum over the wanted spans of the share of their words in the found span that answers to them.
    pub covered_wanted: f64,
}

impl Overlap {
    /// Adds a pair that answer to each other; either may be empty when that side has none.
    pub fn add(&mut self, found: &[usize], wanted: &[usize]) {
        self.found += u64::from(!found.is_empty());
        self.wanted += u64::from(!wanted.is_empty());
        if found.is_empty() || wanted.is_empty() {
            return;
        }
        self.exact += u64::from(found == wanted);
        let shared = common(found, wanted) as f64;
        self.covered_found += shared / found.len() as f64;
        self.covered_wanted += shared / wanted.len() as f64;
    }

    /// F1 of exact matches.
    pub fn exact_f1(&self) -> f64 {
        let share = |total: u64| self.exact as f64 / total.max(1) as f64;
        f1(share(self.found), share(self.wanted))
    }

    /// F1 of the soft precision and recall of Johansson and Moschitti (2010), in words.
    pub fn overlap_f1(&self) -> f64 {
        f1(self.precision(), self.recall())
    }

    /// Mean share of a found span that is right.
    pub fn precision(&self) -> f64 {
        self.covered_found / self.found.max(1) as f64
    }

    /// Mean share of a wanted span that is found.
    pub fn recall(&self) -> f64 {
        self.covered_wanted / self.wanted.max(1) as f64
    }
}

/// How many words two ascending lists share.
pub fn common(left: &[usize], right: &[usize]) -> usize {
    left.iter()
        .filter(|word| right.binary_search(word).is_ok())
        .count()
}
