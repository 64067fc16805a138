//! Words that stand with a place name and say what of it is meant, from `place_qualifiers.tsv`.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::model::claim::LexiconLine;

use super::list::List;

/// What a qualifying word says of the name that it stands with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sense {
    /// The whole place ("the town of Bakhmut").
    Whole,
    /// A part of it ("northern Pokrovsk").
    Part,
    /// Round about it ("the Kupiansk area").
    Near,
    /// The region of that name ("Kherson region").
    Region,
    /// A building, plant or the like that bears the name ("Kherson airport").
    Facility,
    /// A river, sea, mountain and the like that bears the name ("Oskil river").
    Natural,
    /// A quarter of a settlement that bears the name ("Saltivka neighbourhood").
    Quarter,
    /// Stands between two names of which the second holds the first ("Vovchansk in Kharkiv region").
    Within,
    /// Stands between two names of which each is meant ("the Kherson and Mykolaiv regions").
    Beside,
}

/// Where the word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Before the name.
    Before,
    /// After the name.
    After,
    /// Between two names.
    Between,
}

/// One entry of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QualifierWord {
    /// What it says.
    pub sense: Sense,
    /// The word to show and to build keys from; several words can share one (`airfield`, `air base`).
    pub canonical: CompactString,
    /// Number of words.
    pub words: usize,
    /// Where it stands in the list.
    pub line: LexiconLine,
}

/// The list, by place and word.
#[derive(Debug, Default)]
pub struct Qualifiers {
    entries: FxHashMap<(Side, CompactString), QualifierWord>,
    longest: usize,
}

impl Qualifiers {
    /// The entries of `list`; lines that name no side or sense are passed over.
    pub fn new(list: &List) -> Self {
        let mut out = Qualifiers::default();
        for row in list.rows() {
            let (Some(side), Some(sense)) = (parse_side(row.cell(0)), parse_sense(row.cell(2)))
            else {
                continue;
            };
            let word = CompactString::from(row.cell(1).to_lowercase());
            let canonical = if row.cell(3).is_empty() {
                word.clone()
            } else {
                row.cell(3).into()
            };
            let words = word.split(' ').count();
            out.longest = out.longest.max(words);
            out.entries.insert(
                (side, word),
                QualifierWord {
                    sense,
                    canonical,
                    words,
                    line: row.line,
                },
            );
        }
        out
    }

    /// The longest entry with which `words` (small letters) begin or end, as `side` says.
    pub fn find(&self, side: Side, words: &[&str]) -> Option<&QualifierWord> {
        let most = self.longest.min(words.len());
        (1..=most).rev().find_map(|count| {
            let part = match side {
                Side::After => &words[words.len() - count..],
                Side::Before | Side::Between => &words[..count],
            };
            self.entries.get(&(side, part.join(" ").into()))
        })
    }
}

fn parse_side(text: &str) -> Option<Side> {
    Some(match text {
        "before" => Side::Before,
        "after" => Side::After,
        "between" => Side::Between,
        _ => return None,
    })
}

fn parse_sense(text: &str) -> Option<Sense> {
    Some(match text {
        "whole" => Sense::Whole,
        "part" => Sense::Part,
        "near" => Sense::Near,
        "region" => Sense::Region,
        "facility" => Sense::Facility,
        "natural" => Sense::Natural,
        "quarter" => Sense::Quarter,
        "within" => Sense::Within,
        "beside" => Sense::Beside,
        _ => return None,
    })
}
