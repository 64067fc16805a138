//! Reads the tab-separated form that every hand-written lexicon has, with the user's overlay laid over it.

use std::fmt;

use crate::model::claim::LexiconLine;

/// A line that does not fit the columns of its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands.
    pub line: LexiconLine,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(text, "{}:{}: {}", self.line.file, self.line.line, self.what)
    }
}

/// One line of a lexicon: where it stands, and its columns.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// File and line number.
    pub line: LexiconLine,
    /// Columns, without the line break.
    pub columns: Vec<&'a str>,
}

impl<'a> Row<'a> {
    /// Column `index`, `""` where the line is shorter or the column holds the mark for nothing, `-`.
    pub fn column(&self, index: usize) -> &'a str {
        match self.columns.get(index) {
            Some(&"-") | None => "",
            Some(text) => text,
        }
    }

    /// What is wrong with this line.
    pub fn fault(&self, what: impl Into<String>) -> Fault {
        Fault {
            line: self.line,
            what: what.into(),
        }
    }
}

/// The entries of one file; comments (`#`) and blank lines are passed over.
pub fn rows<'a>(file: &'static str, text: &'a str) -> impl Iterator<Item = Row<'a>> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(move |(index, line)| Row {
            line: LexiconLine {
                file,
                line: index as u32 + 1,
            },
            columns: line.split('\t').collect(),
        })
}

/// Lays a user's lines over a list: a line that starts with `-` strikes every line that begins with the same cells,
/// any other is added.
pub fn overlaid<'a>(base: Vec<Row<'a>>, overlay: Vec<Row<'a>>) -> Vec<Row<'a>> {
    let (struck, added): (Vec<_>, Vec<_>) = overlay.into_iter().partition(|row| {
        row.columns
            .first()
            .is_some_and(|first| first.starts_with('-') && first.len() > 1)
    });
    let is_struck = |row: &Row| struck.iter().any(|strike| strikes(strike, row));
    base.into_iter()
        .filter(|row| !is_struck(row))
        .chain(added)
        .collect()
}

fn strikes(strike: &Row, row: &Row) -> bool {
    strike.columns.len() <= row.columns.len()
        && strike
            .columns
            .iter()
            .zip(&row.columns)
            .enumerate()
            .all(|(index, (left, right))| {
                if index == 0 {
                    left.strip_prefix('-') == Some(*right)
                } else {
                    left == right
                }
            })
}
