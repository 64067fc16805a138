//! Event classes of a public set, and the claims that stand for them (`case_classes.tsv`); for measuring only.

use super::table;

/// What a line of the list speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A label of the set.
    Class,
    /// A key of `assertions.tsv`, affirmed and not planned.
    Assertion,
    /// The question of a denied claim.
    Denied,
    /// The rule by which the actor was found.
    Rule,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseClass {
    /// The group of classes that are one to us.
    pub group: &'static str,
    /// Of several groups the one of the highest rank is the answer.
    pub rank: u8,
    /// What the key is.
    pub kind: Kind,
    /// The key.
    pub key: &'static str,
}

/// The list that is compiled in.
pub fn embedded() -> Vec<CaseClass> {
    let rows = table::rows("case_classes.tsv", include_str!("data/case_classes.tsv"));
    rows.filter_map(|row| {
        Some(CaseClass {
            group: row.column(0),
            rank: row.column(1).parse().ok()?,
            kind: kind(row.column(2))?,
            key: row.column(3),
        })
    })
    .collect()
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "class" => Kind::Class,
        "assertion" => Kind::Assertion,
        "denied" => Kind::Denied,
        "rule" => Kind::Rule,
        _ => return None,
    })
}
