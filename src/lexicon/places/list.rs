//! A hand-written list: lines of tab-separated cells under a header block, and a user's overlay of it.

use crate::model::claim::LexiconLine;

/// A list and the overlay that was laid on it.
#[derive(Debug, Clone, Default)]
pub struct List {
    rows: Vec<Row>,
}

/// One line of a list.
#[derive(Debug, Clone)]
pub struct Row {
    text: String,
    /// Where it stands.
    pub line: LexiconLine,
}

impl Row {
    /// The cell at `index`, `""` where the line is shorter.
    pub fn cell(&self, index: usize) -> &str {
        self.text.split('\t').nth(index).unwrap_or("")
    }

    /// The parts of the cell at `index`, parted by `|`.
    pub fn parts(&self, index: usize) -> impl Iterator<Item = &str> {
        self.cell(index).split('|').filter(|part| !part.is_empty())
    }
}

impl List {
    /// The lines of `text`; comments and empty lines are passed over.
    pub fn parse(file: &'static str, text: &str) -> Self {
        let mut list = List::default();
        list.add(file, text);
        list
    }

    /// Lays a user's list on this one: a line is added, a line that begins with `-` strikes every line that begins with the same cells.
    pub fn overlay(&mut self, file: &'static str, text: &str) {
        for struck in text.lines().filter_map(|line| line.strip_prefix('-')) {
            let struck = struck.trim_end();
            self.rows
                .retain(|row| !begins_with_cells(&row.text, struck));
        }
        self.add(file, text);
    }

    /// The lines in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }

    fn add(&mut self, file: &'static str, text: &str) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (index, line) in text.lines().enumerate() {
            if !line.trim().is_empty() && !line.starts_with(['#', '-']) {
                self.rows.push(Row {
                    text: line.trim_end_matches(['\r', '\n']).to_owned(),
                    line: LexiconLine {
                        file,
                        line: index as u32 + 1,
                    },
                });
            }
        }
    }
}

fn begins_with_cells(line: &str, cells: &str) -> bool {
    !cells.is_empty()
        && line
            .strip_prefix(cells)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('\t'))
}
