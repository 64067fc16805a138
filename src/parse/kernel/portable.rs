//! The inner loops in plain Rust: the definition of what the faster ones must give, and the fallback.

use super::{Finish, HIDDEN, LANES, PANEL, ROLE, Upper, WIDTH};

/// Sums of a panel for a few rows.
pub(super) fn sum<const ROWS: usize>(
    weights: &[i16],
    inputs: [&[i16]; ROWS],
) -> [[i32; PANEL]; ROWS] {
    let mut sums = [[0i32; PANEL]; ROWS];
    for (pair, weights) in weights.chunks_exact(2 * PANEL).enumerate() {
        for (sums, input) in sums.iter_mut().zip(inputs) {
            let (first, second) = (i32::from(input[2 * pair]), i32::from(input[2 * pair + 1]));
            for (sum, weight) in sums.iter_mut().zip(weights.chunks_exact(2)) {
                *sum += first * i32::from(weight[0]) + second * i32::from(weight[1]);
            }
        }
    }
    sums
}

/// See [`super::normalise`].
#[inline(always)]
pub(super) fn normalise(rows: &mut [f32], gain: &[f32; WIDTH], shift: &[f32; WIDTH]) {
    for row in rows.as_chunks_mut::<WIDTH>().0 {
        let mean = total(row) / WIDTH as f32;
        row.iter_mut().for_each(|value| *value -= mean);
        let squares = row.map(|value| value * value);
        let variance = total(&squares) / WIDTH as f32 + 1e-8;
        let factor = 1.0 / variance.sqrt();
        for (place, value) in row.iter_mut().enumerate() {
            *value = *value * factor * gain[place] + shift[place];
        }
    }
}

/// Sum of a row in a fixed order: eight partial sums, then these from first to last.
#[inline(always)]
fn total(row: &[f32; WIDTH]) -> f32 {
    let mut partial = [0f32; LANES];
    for values in row.as_chunks::<LANES>().0 {
        for (sum, value) in partial.iter_mut().zip(values) {
            *sum += value;
        }
    }
    partial.iter().sum()
}

/// See [`super::hand_on`].
#[inline(always)]
pub(super) fn hand_on<F: Finish>(
    rows: usize,
    panels: usize,
    sums: impl Fn(usize, usize) -> [i32; PANEL],
    finish: &mut F,
) {
    for row in 0..rows {
        for panel in 0..panels {
            finish.store(&sums(row, panel), row, panel);
        }
    }
}

/// See [`super::quantise`].
#[inline(always)]
pub(super) fn quantise(values: &[f32], scale: f32, out: &mut [i16]) {
    // Adding 1.5 * 2^23 leaves the rounded integer in the low bits of the sum.
    const ROUND: f32 = 12_582_912.0;
    for (value, out) in values.iter().zip(out) {
        let scaled = (value * scale).clamp(-32767.0, 32767.0) + ROUND;
        *out = scaled.to_bits() as i16;
    }
}

/// The hidden units of a state.
#[inline(always)]
pub(super) fn hidden<const ROLES: usize>(
    roles: [&[f32; ROLE]; ROLES],
    start: &[f32; ROLE],
) -> [f32; HIDDEN] {
    let mut sums = [0f32; ROLE];
    for role in roles.into_iter().chain([start]) {
        sums.iter_mut()
            .zip(role)
            .for_each(|(sum, value)| *sum += value);
    }
    std::array::from_fn(|unit| {
        let (first, second) = (sums[unit], sums[HIDDEN + unit]);
        if second > first { second } else { first }
    })
}

/// See [`super::score`].
pub(super) fn score<const ROLES: usize>(
    roles: [&[f32; ROLE]; ROLES],
    upper: Upper,
    scores: &mut [f32],
) {
    scores.fill(0.0);
    let rows = upper.weights.chunks_exact(scores.len());
    for (value, weights) in hidden(roles, upper.start).iter().zip(rows) {
        scores
            .iter_mut()
            .zip(weights)
            .for_each(|(score, weight)| *score += value * weight);
    }
    scores
        .iter_mut()
        .zip(upper.bias)
        .for_each(|(score, bias)| *score += bias);
}
