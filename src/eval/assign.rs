//! The best one-to-one assignment between two lists (the Hungarian method with potentials, Kuhn 1955, Munkres 1957).

/// For each row the column that it is given, so that the sum of weights is greatest.
///
/// `weights[row][column]` must be finite and not negative, all rows of one length. A row stays `None` when it
/// is given no column or one of weight 0. Takes O(rows² · columns) steps. Of equal sums the result is one
/// fixed choice, the same on every call.
pub fn assign(weights: &[Vec<f64>]) -> Vec<Option<usize>> {
    let columns = weights.first().map_or(0, Vec::len);
    if columns == 0 {
        return vec![None; weights.len()];
    }
    let found = if weights.len() <= columns {
        narrow(weights)
    } else {
        turn_back(&narrow(&turn(weights, columns)), weights.len())
    };
    let worth = |(row, column): (usize, Option<usize>)| column.filter(|&at| weights[row][at] > 0.0);
    found.into_iter().enumerate().map(worth).collect()
}

fn turn(weights: &[Vec<f64>], columns: usize) -> Vec<Vec<f64>> {
    let column = |at: usize| weights.iter().map(|row| row[at]).collect();
    (0..columns).map(column).collect()
}

fn turn_back(rows: &[Option<usize>], length: usize) -> Vec<Option<usize>> {
    let mut back = vec![None; length];
    for (column, row) in rows.iter().enumerate() {
        if let Some(row) = row {
            back[*row] = Some(column);
        }
    }
    back
}

/// Potentials and partial matching; index 0 of rows and columns is a sentinel, real ones count from 1.
struct Search {
    row_potential: Vec<f64>,
    column_potential: Vec<f64>,
    row_of: Vec<usize>,
    came_from: Vec<usize>,
}

/// The method proper, for no more rows than columns.
fn narrow(weights: &[Vec<f64>]) -> Vec<Option<usize>> {
    let (rows, columns) = (weights.len(), weights[0].len());
    let mut search = Search {
        row_potential: vec![0.0; rows + 1],
        column_potential: vec![0.0; columns + 1],
        row_of: vec![0; columns + 1],
        came_from: vec![0; columns + 1],
    };
    for row in 1..=rows {
        let end = search.grow(weights, row);
        search.flip(end);
    }
    let mut found = vec![None; rows];
    for column in 1..=columns {
        if let Some(row) = search.row_of[column].checked_sub(1) {
            found[row] = Some(column - 1);
        }
    }
    found
}

impl Search {
    /// Grows a tree of tight edges from `row` until it reaches a free column, which is returned.
    fn grow(&mut self, weights: &[Vec<f64>], row: usize) -> usize {
        let columns = self.row_of.len();
        let mut slack = vec![f64::INFINITY; columns];
        let mut used = vec![false; columns];
        self.row_of[0] = row;
        let mut at = 0;
        while self.row_of[at] != 0 {
            used[at] = true;
            let row = self.row_of[at];
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for column in (1..columns).filter(|&column| !used[column]) {
                let cost = -weights[row - 1][column - 1]
                    - self.row_potential[row]
                    - self.column_potential[column];
                if cost < slack[column] {
                    (slack[column], self.came_from[column]) = (cost, at);
                }
                if slack[column] < delta {
                    (delta, next) = (slack[column], column);
                }
            }
            self.shift(&used, &mut slack, delta);
            at = next;
        }
        at
    }

    fn shift(&mut self, used: &[bool], slack: &mut [f64], delta: f64) {
        for (column, &used) in used.iter().enumerate() {
            if used {
                self.row_potential[self.row_of[column]] += delta;
                self.column_potential[column] -= delta;
            } else {
                slack[column] -= delta;
            }
        }
    }

    /// Gives each column on the path to `end` the row of the column before it.
    fn flip(&mut self, end: usize) {
        let mut at = end;
        while at != 0 {
            let before = self.came_from[at];
            self.row_of[at] = self.row_of[before];
            at = before;
        }
    }
}
