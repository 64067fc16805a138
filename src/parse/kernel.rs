//! The inner loops: products of 16-bit integers summed in 32 bits, and layer normalisation.
//!
//! Integer sums are exact, and floating-point steps are written in one order without fused operations, so every
//! machine and every batch gives the same numbers.

/// Columns that are computed together, and groups of them: a panel is [`GROUPS`] groups of [`LANES`] columns.
pub(crate) const LANES: usize = 8;
/// See [`LANES`].
pub(crate) const GROUPS: usize = 3;
/// Columns of a panel.
pub(crate) const PANEL: usize = LANES * GROUPS;
/// Rows that are computed together.
pub(crate) const ROWS: usize = 4;
/// Values in a row of the encoders.
pub(crate) const WIDTH: usize = 96;

/// Sums of a panel for a few rows.
type Sums = [[i32; PANEL]; ROWS];

/// What becomes of the sums of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Finish {
    /// Every column is a value.
    Columns,
    /// A value is the greatest of the three groups' columns.
    Maxout,
}

/// A matrix as panels, and what turns its sums into values.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Panels<'a> {
    /// For each panel, for each pair of inputs, the pair's weights column by column.
    pub weights: &'a [i16],
    /// Factor of each column's sum.
    pub undo: &'a [f32],
    /// Added to each column.
    pub bias: &'a [f32],
    /// Inputs of a row, even.
    pub inputs: usize,
}

/// Multiplies rows of `input`, which start at the offsets in `rows`, with a matrix.
///
/// `out` has one row of values an offset: as many as there are columns, or a third of them for maxout.
pub(crate) fn multiply(
    panels: Panels,
    input: &[i16],
    rows: &[u32],
    finish: Finish,
    out: &mut [f32],
) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has AVX2.
        return unsafe { multiply_avx2(panels, input, rows, finish, out) };
    }
    multiply_with(panels, input, rows, finish, out, sum_portable);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn multiply_avx2(panels: Panels, input: &[i16], rows: &[u32], finish: Finish, out: &mut [f32]) {
    multiply_with(panels, input, rows, finish, out, |weights, inputs| {
        sum_avx2(weights, inputs)
    });
}

#[inline(always)]
fn multiply_with(
    panels: Panels,
    input: &[i16],
    rows: &[u32],
    finish: Finish,
    out: &mut [f32],
    sum: impl Fn(&[i16], [&[i16]; ROWS]) -> Sums,
) {
    let values = if finish == Finish::Maxout {
        LANES
    } else {
        PANEL
    };
    let stride = panels.undo.len() / PANEL * values;
    let columns = panels
        .undo
        .chunks_exact(PANEL)
        .zip(panels.bias.chunks_exact(PANEL));
    let weights = panels.weights.chunks_exact(panels.inputs * PANEL);
    for (panel, (weights, (undo, bias))) in weights.zip(columns).enumerate() {
        for (block, block_rows) in rows.chunks(ROWS).enumerate() {
            // The last block repeats its last row, whose copies are not stored.
            let row = |place: usize| {
                let start = block_rows[place.min(block_rows.len() - 1)] as usize;
                &input[start..start + panels.inputs]
            };
            let sums = sum(weights, [row(0), row(1), row(2), row(3)]);
            for (place, sums) in sums[..block_rows.len()].iter().enumerate() {
                let start = (block * ROWS + place) * stride + panel * values;
                store(sums, undo, bias, finish, &mut out[start..start + values]);
            }
        }
    }
}

#[inline(always)]
fn store(sums: &[i32; PANEL], undo: &[f32], bias: &[f32], finish: Finish, out: &mut [f32]) {
    let mut values = [0f32; PANEL];
    for column in 0..PANEL {
        values[column] = sums[column] as f32 * undo[column] + bias[column];
    }
    match finish {
        Finish::Columns => out.copy_from_slice(&values),
        Finish::Maxout => {
            for lane in 0..LANES {
                let (first, second, third) =
                    (values[lane], values[LANES + lane], values[2 * LANES + lane]);
                let greater = if second > first { second } else { first };
                out[lane] = if third > greater { third } else { greater };
            }
        }
    }
}

fn sum_portable(weights: &[i16], inputs: [&[i16]; ROWS]) -> Sums {
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

#[cfg(target_arch = "x86_64")]
#[inline]
#[target_feature(enable = "avx2")]
fn sum_avx2(weights: &[i16], inputs: [&[i16]; ROWS]) -> Sums {
    use std::arch::x86_64::{
        __m256i, _mm256_add_epi32, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_set1_epi32,
        _mm256_setzero_si256, _mm256_storeu_si256,
    };
    let length = inputs[0].len();
    assert!(weights.len() == length * PANEL && inputs.iter().all(|input| input.len() == length));
    let mut sums = [[_mm256_setzero_si256(); GROUPS]; ROWS];
    for pair in 0..length / 2 {
        let start = pair * 2 * PANEL;
        // SAFETY: `start` and the two groups after it lie within `weights`, as asserted above.
        let group = |number: usize| unsafe {
            _mm256_loadu_si256(
                weights
                    .as_ptr()
                    .add(start + number * 2 * LANES)
                    .cast::<__m256i>(),
            )
        };
        let group = [group(0), group(1), group(2)];
        for row in 0..ROWS {
            // SAFETY: both values of the pair lie within the row, as asserted above.
            let values = unsafe {
                inputs[row]
                    .as_ptr()
                    .add(2 * pair)
                    .cast::<i32>()
                    .read_unaligned()
            };
            let values = _mm256_set1_epi32(values);
            for number in 0..GROUPS {
                let products = _mm256_madd_epi16(values, group[number]);
                sums[row][number] = _mm256_add_epi32(sums[row][number], products);
            }
        }
    }
    let mut out = [[0i32; PANEL]; ROWS];
    for (out, sums) in out.iter_mut().zip(sums) {
        for (out, sum) in out.chunks_exact_mut(LANES).zip(sums) {
            // SAFETY: `out` has room for eight numbers of 32 bits.
            unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast::<__m256i>(), sum) };
        }
    }
    out
}

/// Gives every row mean 0 and variance 1, then scales and shifts it.
pub(crate) fn normalise(rows: &mut [f32], gain: &[f32; WIDTH], shift: &[f32; WIDTH]) {
    for row in rows.chunks_exact_mut(WIDTH) {
        let mean = sum(row) / WIDTH as f32;
        row.iter_mut().for_each(|value| *value -= mean);
        let mut squares = [0f32; WIDTH];
        for (square, value) in squares.iter_mut().zip(row.iter()) {
            *square = value * value;
        }
        let variance = sum(&squares) / WIDTH as f32 + 1e-8;
        let factor = 1.0 / variance.sqrt();
        for (place, value) in row.iter_mut().enumerate() {
            *value = *value * factor * gain[place] + shift[place];
        }
    }
}

/// Sum of a row in a fixed order: eight partial sums, then these from first to last.
fn sum(row: &[f32]) -> f32 {
    let mut partial = [0f32; LANES];
    for values in row.chunks_exact(LANES) {
        for (sum, value) in partial.iter_mut().zip(values) {
            *sum += value;
        }
    }
    partial.iter().sum()
}

/// Integers for a layer's input: values times `scale`, rounded to the nearest, ties to even.
pub(crate) fn quantise(values: &[f32], scale: f32, out: &mut Vec<i16>) {
    // Adding 1.5 * 2^23 leaves the rounded integer in the low bits of the sum.
    const ROUND: f32 = 12_582_912.0;
    out.clear();
    out.extend(values.iter().map(|value| {
        let scaled = (value * scale).clamp(-32767.0, 32767.0) + ROUND;
        scaled.to_bits() as i16
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn fast_sums_are_the_portable_sums(
            weights in prop::collection::vec(any::<i16>(), 32 * PANEL),
            inputs in prop::collection::vec(-40i16..40, 5 * 32),
            rows in prop::collection::vec(0u32..5, 0..7),
        ) {
            let undo = [0.5; PANEL];
            let bias = [1.0; PANEL];
            let panels = Panels { weights: &weights, undo: &undo, bias: &bias, inputs: 32 };
            let rows: Vec<u32> = rows.into_iter().map(|row| row * 32).collect();
            for (finish, values) in [(Finish::Columns, PANEL), (Finish::Maxout, LANES)] {
                let mut fast = vec![0.0; rows.len() * values];
                let mut slow = fast.clone();
                multiply(panels, &inputs, &rows, finish, &mut fast);
                multiply_with(panels, &inputs, &rows, finish, &mut slow, sum_portable);
                prop_assert_eq!(fast, slow);
            }
        }

        #[test]
        fn rounding_is_to_even(value in -60000f32..60000.0) {
            let mut out = Vec::new();
            quantise(&[value], 0.5, &mut out);
            let expected = (value * 0.5).round_ties_even().clamp(-32767.0, 32767.0) as i16;
            prop_assert_eq!(out[0], expected);
        }
    }
}
