//! Finds the figures of a sentence: how many, of what, and of how many.

use compact_str::CompactString;

use crate::extract::tree::Tree;
use crate::lexicon::numbers::NumberWords;
use crate::model::claim::Claim;
use crate::model::span::Span;

mod amount;
mod attach;
mod bare;
mod bound;
mod counted;
mod find;
mod refuse;
mod share;
mod spelled;
mod words;

pub use attach::{figures_of, is_tallied};
pub use counted::{BARE, PERSON};
pub use find::{MONEY_RULE, PERCENT_RULE, TIMES};
pub use share::PERCENT;

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Bytes in the article's field, bound and unit included.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// Last token, inclusive.
    pub last: usize,
    /// Lower bound, inclusive; `None` where open below.
    pub low: Option<f64>,
    /// Upper bound, inclusive; `None` where open above.
    pub high: Option<f64>,
    /// The text marks the number as not exact ("about", "nearly"), so that a small difference is none.
    pub approximate: bool,
    /// What is counted: singular lemma such as `drone`, `person` for people, `%`, `USD`, `km`, `hour`; empty where the
    /// sentence does not tell.
    pub unit: CompactString,
    /// Token of the counted noun; `None` where the number stands alone.
    pub counted: Option<usize>,
    /// A part of a whole in per cent.
    pub share: bool,
    /// Token of the whole that it is a part of ("70 of 80 drones": `drones`).
    pub of: Option<usize>,
    /// Token that stands for the figure in its clause: the counted noun, or the number over it ("dozens of drones").
    pub head: usize,
    /// Stable code of the rule, such as `figure.counted`.
    pub rule: &'static str,
}

impl Figure {
    /// Puts this number in the place of the claim's own, which counts the same thing.
    pub(super) fn replace_in(&self, claim: &mut Claim) {
        if let Some(quantity) = claim.quantity.as_mut() {
            (quantity.value.low, quantity.value.high) = (self.low, self.high);
            quantity.span = Some(self.span);
        }
    }
}

/// The figures of a sentence, in order and not overlapping.
///
/// Ages, dates, times of day, ordinals and numbers in names ("Article 5", "Su-27", "152-mm") are none.
pub fn find_figures(tree: &Tree, lexicon: &NumberWords) -> Vec<Figure> {
    match words::Words::new(tree, lexicon) {
        Some(words) => find::Finder {
            tree,
            words: &words,
        }
        .all(),
        None => Vec::new(),
    }
}
