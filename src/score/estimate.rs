//! Expectation maximisation after Fellegi and Sunter: fits the shares of the level table to a run's own pairs.

use rustc_hash::FxHashMap;

use crate::lexicon::assertions::Ground;

use super::levels::{FIELDS, GROUNDS, Levels, Reached, is_reported};

/// A fitted table and how the fit went.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The fitted table.
    pub levels: Levels,
    /// Share of pairs taken for one matter, for each ground in the order control, event, stance.
    pub matches: [f64; 3],
    /// Rounds until no share moved by more than a ten-thousandth, or the limit.
    pub rounds: u32,
}

/// No share falls below this, so that a level that a small run never reaches does not decide alone.
const FLOOR: f64 = 1e-5;

/// Fits prior, `m` and `u` by expectation maximisation, starting from `start`.
///
/// `patterns` are the levels reached by all pairs of some thousand claims, or by an even sample of them: pairs that
/// blocking proposed would teach that random pairs agree on the place. `limit` bounds the rounds.
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
        matches: [0.0; 3],
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

/// Pairs at each level of each field of one ground: those on one matter, and the others.
type Sums = Vec<Vec<[f64; 2]>>;

/// One round: weigh each pattern with the old table, then count levels by those weights.
fn round(counts: &[((Ground, Reached), f64)], old: &Levels) -> (Levels, [f64; 3]) {
    let zero = || {
        FIELDS
            .iter()
            .map(|field| vec![[0.0; 2]; field.levels.len()])
            .collect::<Sums>()
    };
    let mut sums = [zero(), zero(), zero()];
    for &((ground, reached), count) in counts {
        let odds = f64::from(old.sum(ground, reached)).exp2();
        let share = odds / (1.0 + odds);
        for (levels, level) in sums[ground as usize].iter_mut().zip(reached) {
            levels[level as usize][0] += count * share;
            levels[level as usize][1] += count * (1.0 - share);
        }
    }
    let rates = GROUNDS
        .iter()
        .map(|&ground| new_rates(ground, &sums[ground as usize], old));
    // Every pair reaches the one level of the prior.
    let matches = std::array::from_fn(|ground| {
        let [same, other] = sums[ground][0][0];
        same / f64::max(same + other, 1.0)
    });
    (Levels::from_rates(rates.collect()), matches)
}

fn new_rates(ground: Ground, sums: &Sums, old: &Levels) -> Vec<Vec<(f64, f64)>> {
    let rates = |(field, sums): (usize, &Vec<[f64; 2]>)| {
        let rate = |(level, _): (usize, &[f64; 2])| new_rate(ground, field, level, sums, old);
        sums.iter().enumerate().map(rate).collect()
    };
    sums.iter().enumerate().map(rates).collect()
}

fn new_rate(
    ground: Ground,
    field: usize,
    level: usize,
    sums: &[[f64; 2]],
    old: &Levels,
) -> (f64, f64) {
    let before = old.rate(ground, field, level);
    let [same, other] = sums[level];
    if field == 0 {
        let all = same + other;
        return if all >= 1.0 {
            ((same / all).max(FLOOR), (other / all).max(FLOOR))
        } else {
            before
        };
    }
    let reported = |level: usize| is_reported(FIELDS[field].levels[level]);
    let group = |side: usize| {
        let levels = (1..sums.len()).filter(|&other| reported(other) == reported(level));
        levels.map(|other| sums[other][side]).sum::<f64>()
    };
    let fitted = level > 0 && sums.len() > 2 && group(0) >= 1.0 && group(1) >= 1.0;
    if fitted {
        ((same / group(0)).max(FLOOR), (other / group(1)).max(FLOOR))
    } else {
        before
    }
}

fn distance(left: &Levels, right: &Levels) -> f64 {
    let mut far: f64 = 0.0;
    for ground in GROUNDS {
        for (index, field) in FIELDS.iter().enumerate() {
            for level in 0..field.levels.len() {
                let (a, b) = (
                    left.rate(ground, index, level),
                    right.rate(ground, index, level),
                );
                far = far.max((a.0 - b.0).abs()).max((a.1 - b.1).abs());
            }
        }
    }
    far
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs in which place and date agree or not, drawn from known shares; all other fields are missing.
    fn patterns() -> Vec<(Ground, Reached)> {
        let pair = |place: u8, date: u8| {
            let mut reached = [0; 11];
            (reached[5], reached[6]) = (place, date);
            (Ground::Event, reached)
        };
        let (same, other) = (1, 9);
        let (day, far) = (1, 7);
        let mut all = Vec::new();
        // 400 pairs on one matter: nine in ten agree on the place, eight in ten on the day.
        for (place, date, count) in [
            (same, day, 288),
            (same, far, 72),
            (other, day, 32),
            (other, far, 8),
        ] {
            all.extend(std::iter::repeat_n(pair(place, date), count));
        }
        // 99,600 others that agree by chance, by the shares of the table.
        for (place, date, count) in [
            (same, day, 12),
            (same, far, 1_184),
            (other, day, 1_183),
            (other, far, 97_221),
        ] {
            all.extend(std::iter::repeat_n(pair(place, date), count));
        }
        all
    }

    #[test]
    fn shares_of_known_pairs_come_back() {
        let fit = estimate(patterns().into_iter(), Levels::builtin(), 200);
        let place = fit.levels.rate(Ground::Event, 5, 1).0;
        let day = fit.levels.rate(Ground::Event, 6, 1).0;
        assert!((0.8..=1.0).contains(&place), "place {place}");
        assert!((0.7..=0.95).contains(&day), "day {day}");
        assert!(
            (0.002..=0.008).contains(&fit.matches[1]),
            "matches {}",
            fit.matches[1]
        );
        assert!(fit.rounds < 200);
    }

    #[test]
    fn a_fitted_table_reads_back() {
        let fit = estimate(patterns().into_iter(), Levels::builtin(), 5);
        let (back, problems) = Levels::parse(&fit.levels.to_table());
        assert_eq!(problems, Vec::<String>::new());
        let far = distance(&back, &fit.levels);
        assert!(far < 1e-4, "{far}");
    }
}
