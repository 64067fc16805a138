//! The inner loops: products of 16-bit integers summed in 32 bits, layer normalisation, and the scores of actions.
//!
//! Integer sums are exact, and floating-point steps are written in one order without fused operations, so every
//! machine and every batch gives the same numbers. What differs is only the width of the instructions.

mod portable;
#[cfg(target_arch = "x86_64")]
mod x86;

/// Columns that are computed together, and groups of them: a panel is [`GROUPS`] groups of [`LANES`] columns.
pub(crate) const LANES: usize = 8;
/// See [`LANES`].
pub(crate) const GROUPS: usize = 3;
/// Columns of a panel.
pub(crate) const PANEL: usize = LANES * GROUPS;
/// Values in a row of the encoders.
pub(crate) const WIDTH: usize = 96;
/// Hidden units of a scorer, each the greater of two pieces.
pub(crate) const HIDDEN: usize = 64;
/// Values of one token in one role: the first pieces of all units, then the second.
pub(crate) const ROLE: usize = 2 * HIDDEN;

/// A matrix.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Panels<'a> {
    /// For each panel, for each pair of inputs, the pair's weights column by column.
    pub weights: &'a [i16],
    /// Inputs of a row, even.
    pub inputs: usize,
}

/// What becomes of the sums of a panel and a row.
pub(crate) trait Finish {
    /// Takes them.
    fn store(&mut self, sums: &[i32; PANEL], row: usize, panel: usize);
}

/// Multiplies rows of `input`, which start at the offsets in `rows`, with a matrix.
pub(crate) fn multiply<F: Finish>(panels: Panels, input: &[i16], rows: &[u32], finish: &mut F) {
    #[cfg(target_arch = "x86_64")]
    return x86::multiply(panels, input, rows, finish);
    #[cfg(not(target_arch = "x86_64"))]
    multiply_with(panels, input, rows, finish, portable::sum::<4>)
}

/// Multiplies `ROWS` rows at a time, whose sums over a panel `sum` works out.
#[inline(always)]
fn multiply_with<const ROWS: usize, F: Finish>(
    panels: Panels,
    input: &[i16],
    rows: &[u32],
    finish: &mut F,
    sum: impl Fn(&[i16], [&[i16]; ROWS]) -> [[i32; PANEL]; ROWS],
) {
    for (panel, weights) in panels
        .weights
        .chunks_exact(panels.inputs * PANEL)
        .enumerate()
    {
        for (block, block_rows) in rows.chunks(ROWS).enumerate() {
            // The last block repeats its last row, whose copies are not stored.
            let last = block_rows.len() - 1;
            let mut inputs = [&input[..0]; ROWS];
            for (place, row) in inputs.iter_mut().enumerate() {
                let start = block_rows[place.min(last)] as usize;
                *row = &input[start..start + panels.inputs];
            }
            let sums = sum(weights, inputs);
            for (place, sums) in sums[..block_rows.len()].iter().enumerate() {
                finish.store(sums, block * ROWS + place, panel);
            }
        }
    }
}

/// Runs a loop with the widest instructions of this machine.
macro_rules! widest {
    ($name:ident($($argument:expr),*)) => {{
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2.
            return unsafe { x86::$name($($argument),*) };
        }
        portable::$name($($argument),*)
    }};
}

/// Gives every row mean 0 and variance 1, then scales and shifts it.
pub(crate) fn normalise(rows: &mut [f32], gain: &[f32; WIDTH], shift: &[f32; WIDTH]) {
    widest!(normalise(rows, gain, shift))
}

/// Integers for a layer's input: values times `scale`, rounded to the nearest, ties to even.
pub(crate) fn quantise(values: &[f32], scale: f32, out: &mut Vec<i16>) {
    out.resize(values.len(), 0);
    widest!(quantise(values, scale, out))
}

/// Hands on the sums that `sums` gives for every row and panel.
pub(crate) fn hand_on<F: Finish>(
    rows: usize,
    panels: usize,
    sums: impl Fn(usize, usize) -> [i32; PANEL],
    finish: &mut F,
) {
    widest!(hand_on(rows, panels, sums, finish))
}

/// The last layers of a transition system.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Upper<'a> {
    /// Added to the sum over roles.
    pub start: &'a [f32; ROLE],
    /// For each hidden unit, its weight in every action's score.
    pub weights: &'a [f32],
    /// Added to the scores; a multiple of 16 of them.
    pub bias: &'a [f32],
}

/// Scores of actions, from what a few tokens add in their roles.
pub(crate) fn score<const ROLES: usize>(
    roles: [&[f32; ROLE]; ROLES],
    upper: Upper,
    scores: &mut [f32],
) {
    widest!(score(roles, upper, scores))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Notes where sums were stored.
    #[derive(Default, PartialEq, Debug)]
    struct Notes(Vec<([i32; PANEL], usize, usize)>);

    impl Finish for Notes {
        fn store(&mut self, sums: &[i32; PANEL], row: usize, panel: usize) {
            self.0.push((*sums, row, panel));
        }
    }

    proptest! {
        #[test]
        fn fast_sums_are_the_portable_sums(
            weights in prop::collection::vec(any::<i16>(), 2 * 32 * PANEL),
            inputs in prop::collection::vec(-40i16..40, 5 * 32),
            rows in prop::collection::vec(0u32..5, 0..7),
        ) {
            let panels = Panels { weights: &weights, inputs: 32 };
            let rows: Vec<u32> = rows.into_iter().map(|row| row * 32).collect();
            let (mut fast, mut slow) = (Notes::default(), Notes::default());
            multiply(panels, &inputs, &rows, &mut fast);
            multiply_with(panels, &inputs, &rows, &mut slow, portable::sum::<2>);
            prop_assert_eq!(fast, slow);
        }

        #[test]
        fn fast_scores_are_the_portable_scores(values in prop::collection::vec(-2f32..2.0, 4 * ROLE + 65 * 80)) {
            let role = |place: usize| <&[f32; ROLE]>::try_from(&values[place * ROLE..][..ROLE]).unwrap();
            let (weights, bias) = values[4 * ROLE..].split_at(HIDDEN * 80);
            let upper = Upper { start: role(3), weights, bias };
            let (mut fast, mut slow) = ([0f32; 80], [0f32; 80]);
            score([role(0), role(1), role(2)], upper, &mut fast);
            portable::score([role(0), role(1), role(2)], upper, &mut slow);
            prop_assert_eq!(fast, slow);
        }

        #[test]
        fn fast_rows_are_the_portable_rows(values in prop::collection::vec(-3f32..3.0, 3 * WIDTH)) {
            let row = |place: usize| <&[f32; WIDTH]>::try_from(&values[place * WIDTH..][..WIDTH]).unwrap();
            let (mut fast, mut slow) = (values.clone(), values.clone());
            normalise(&mut fast, row(0), row(1));
            portable::normalise(&mut slow, row(0), row(1));
            prop_assert_eq!(fast, slow);
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
