//! The forms of a named time: one function a form, each returns what it read and where it ends.

use crate::extract::tree::Tree;
use crate::lexicon::dates::{DateWords, Link, Sense};
use crate::model::parsed::{Dep, EntityLabel};

use super::scan::Scan;
use super::time::Time;

mod day;
mod unit;
mod year;

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
        let forms: [fn(&Self, usize) -> Read; 14] = [
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
            Self::bare_day,
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

    fn counts_noun(&self, at: usize) -> bool {
        let token = self.scan.atoms[at].token;
        self.tree.dep(token) == Dep::Nummod
            && self.tree.head(token).is_some_and(|head| head > token)
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

/// Most words of a link.
const LONGEST_LINK: usize = 3;
