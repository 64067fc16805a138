//! Expectation maximisation after Fellegi and Sunter: fits the shares of the level table to a run's own pairs.

use rustc_hash::FxHashMap;

use crate::lexicon::assertions::Ground;

use super::levels::{FIELDS, Levels, Reached, TABLES, is_reported, table_of};

/// A fitted table and how the fit went.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The fitted table.
    pub levels: Levels,
    /// Share of pairs taken for one matter, for each of [`TABLES`].
    pub matches: [f64; TABLES.len()],
    /// Rounds until no share moved by more than a ten-thousandth, or the limit.
    pub rounds: u32,
}

/// No share falls below this, so that a level that a small run never reaches does not decide alone.
const FLOOR: f64 = 1e-4;

/// Fits `m` to the pairs by expectation maximisation, starting from `start`; `u` stays as it is, since blocked pairs say
/// nothing of random ones. `patterns` are the levels that pairs reached; `limit` bounds the rounds.
pub fn estimate(
    patterns: impl Iterator<Item = (Ground, Reached)>,
    start: &Levels,
    limit: u32,
) -> Estimate {
    let mut counts: FxHashMap<(Ground, Reached), f64> = FxHashMap::default();
    for pattern in patterns {
        *counts.entry(pattern).or_default() += 1.0;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(pattern, _)| *pattern);
    let mut fit = Estimate {
        levels: start.clone(),
        matches: [0.0; TABLES.len()],
        rounds: 0,
    };
    while fit.rounds < limit {
        let next = round(&counts, &fit.levels);
        let moved = distance(&fit.levels, &next.0);
        fit = Estimate {
            levels: next.0,
            matches: next.1,
            rounds: fit.rounds + 1,
        };
        if moved < 1e-4 {
            break;
        }
    }
    fit
}

/// One round: weigh each pattern with the old table, then count levels by those weights.
fn round(counts: &[((Ground, Reached), f64)], old: &Levels) -> (Levels, [f64; TABLES.len()]) {
    let zero = || {
        FIELDS
            .iter()
            .map(|field| vec![0.0; field.levels.len()])
            .collect::<Vec<Vec<f64>>>()
    };
    let mut sums: Vec<Vec<Vec<f64>>> = (0..TABLES.len()).map(|_| zero()).collect();
    let (mut matched, mut all) = ([0.0; TABLES.len()], [0.0; TABLES.len()]);
    for &((ground, reached), count) in counts {
        let odds = f64::from(old.sum(ground, reached)).exp2();
        let share = count * odds / (1.0 + odds);
        let table = table_of(ground, reached);
        matched[table] += share;
        all[table] += count;
        for (levels, level) in sums[table].iter_mut().zip(reached) {
            levels[level as usize] += share;
        }
    }
    let rates = (0..TABLES.len()).map(|table| new_rates(table, &sums[table], old));
    let shares = std::array::from_fn(|table| matched[table] / f64::max(all[table], 1.0));
    (Levels::from_rates(rates.collect()), shares)
}

fn new_rates(table: usize, sums: &[Vec<f64>], old: &Levels) -> Vec<Vec<(f64, f64)>> {
    let rates = |(field, sums): (usize, &Vec<f64>)| {
        let reported = |level: usize| is_reported(FIELDS[field].levels[level]);
        let group = |level: usize| {
            let same = (1..sums.len()).filter(|&other| reported(other) == reported(level));
            same.map(|other| sums[other]).sum::<f64>()
        };
        let rate = |(level, sum): (usize, &f64)| {
            let (m, u) = old.rate(table, field, level);
            let fitted = level > 0 && sums.len() > 2 && group(level) >= 1.0;
            (
                if fitted {
                    (sum / group(level)).max(FLOOR)
                } else {
                    m
                },
                u,
            )
        };
        sums.iter().enumerate().map(rate).collect()
    };
    sums.iter().enumerate().map(rates).collect()
}

fn distance(left: &Levels, right: &Levels) -> f64 {
    let mut far: f64 = 0.0;
    for table in 0..TABLES.len() {
        for (index, field) in FIELDS.iter().enumerate() {
            for level in 0..field.levels.len() {
                far = far.max(
                    (left.rate(table, index, level).0 - right.rate(table, index, level).0).abs(),
                );
            }
        }
    }
    far
}
