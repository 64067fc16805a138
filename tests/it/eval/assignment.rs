//! The assignment is as good as the best that trying every one finds.

use atodds::eval::assign::assign;
use proptest::prelude::*;

/// The greatest sum over all one-to-one assignments, by trying them.
fn best(weights: &[Vec<f64>], used: u32) -> f64 {
    let Some((row, rest)) = weights.split_first() else {
        return 0.0;
    };
    let free = row
        .iter()
        .enumerate()
        .filter(|(column, _)| used & (1 << column) == 0);
    let taken = free.map(|(column, weight)| weight + best(rest, used | 1 << column));
    taken.fold(best(rest, used), f64::max)
}

fn sum(weights: &[Vec<f64>]) -> f64 {
    let found = assign(weights);
    let mut columns: Vec<usize> = found.iter().flatten().copied().collect();
    columns.sort();
    columns.dedup();
    assert_eq!(
        columns.len(),
        found.iter().flatten().count(),
        "a column is given twice"
    );
    found
        .iter()
        .enumerate()
        .filter_map(|(row, column)| Some(weights[row][(*column)?]))
        .sum()
}

proptest! {
    #[test]
    fn equals_exhaustive_search(rows in 0usize..5, columns in 1usize..5, seed in prop::collection::vec(0u8..9, 16)) {
        let row = |at: usize| (0..columns).map(|column| f64::from(seed[at * columns % 12 + column])).collect();
        let weights: Vec<Vec<f64>> = (0..rows).map(row).collect();
        prop_assert!((sum(&weights) - best(&weights, 0)).abs() < 1e-9);
    }
}

#[test]
fn gives_no_column_of_weight_zero() {
    assert_eq!(assign(&[vec![0.0, 2.0], vec![0.0, 1.0]]), [Some(1), None]);
    assert_eq!(assign(&[]), []);
    assert_eq!(assign(&[vec![]]), [None]);
}
