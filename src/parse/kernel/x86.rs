//! The inner loops for x86-64, in the widths that the machine offers.

use std::arch::x86_64::{
    __m256, __m256i, _mm256_add_epi32, _mm256_add_ps, _mm256_dpwssd_avx_epi32, _mm256_dpwssd_epi32,
    _mm256_loadu_ps, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_mul_ps, _mm256_set1_epi32,
    _mm256_set1_ps, _mm256_setzero_ps, _mm256_setzero_si256, _mm256_storeu_ps, _mm256_storeu_si256,
};

use super::{Finish, GROUPS, LANES, PANEL, Panels, ROLE, Upper, WIDTH, multiply_with, portable};

/// See [`super::multiply`].
pub(super) fn multiply<F: Finish>(panels: Panels, input: &[i16], rows: &[u32], finish: &mut F) {
    if is_x86_feature_detected!("avx512vnni") && is_x86_feature_detected!("avx512vl") {
        // SAFETY: the processor has what the function needs, as in the other branches.
        unsafe { multiply_avx512(panels, input, rows, finish) }
    } else if is_x86_feature_detected!("avxvnni") {
        // SAFETY: as above.
        unsafe { multiply_vnni(panels, input, rows, finish) }
    } else if is_x86_feature_detected!("avx2") {
        // SAFETY: as above.
        unsafe { multiply_avx2(panels, input, rows, finish) }
    } else {
        multiply_with(panels, input, rows, finish, portable::sum::<4>);
    }
}

/// A multiplication for a set of features, given how products of pairs are added to sums.
macro_rules! level {
    ($multiply:ident, $sum:ident, $features:literal, $rows:literal, $add:path) => {
        #[target_feature(enable = $features)]
        fn $multiply<F: Finish>(panels: Panels, input: &[i16], rows: &[u32], finish: &mut F) {
            multiply_with(panels, input, rows, finish, |weights, inputs| {
                $sum(weights, inputs)
            });
        }

        #[inline]
        #[target_feature(enable = $features)]
        fn $sum(weights: &[i16], inputs: [&[i16]; $rows]) -> [[i32; PANEL]; $rows] {
            let length = inputs[0].len();
            assert!(
                weights.len() == length * PANEL && inputs.iter().all(|input| input.len() == length)
            );
            let mut sums = [[_mm256_setzero_si256(); GROUPS]; $rows];
            let mut add = |pair: usize| {
                // SAFETY: the pair's weights, two for each column, lie within `weights`, as asserted above.
                let groups: [__m256i; GROUPS] = std::array::from_fn(|group| unsafe {
                    let start = pair * 2 * PANEL + group * 2 * LANES;
                    _mm256_loadu_si256(weights.as_ptr().add(start).cast())
                });
                for row in 0..$rows {
                    // SAFETY: both values of the pair lie within the row, as asserted above.
                    let pair = unsafe {
                        inputs[row]
                            .as_ptr()
                            .add(2 * pair)
                            .cast::<i32>()
                            .read_unaligned()
                    };
                    let values = _mm256_set1_epi32(pair);
                    for group in 0..GROUPS {
                        sums[row][group] = $add(sums[row][group], values, groups[group]);
                    }
                }
            };
            // Two pairs a turn: the turn itself costs a sixth of the time otherwise.
            let pairs = length / 2;
            for two in 0..pairs / 2 {
                add(2 * two);
                add(2 * two + 1);
            }
            if pairs % 2 == 1 {
                add(pairs - 1);
            }
            stored(sums)
        }
    };
}

// The rows of a block: as many as have room in the registers for their sums.
level!(multiply_avx2, sum_avx2, "avx2", 3, add_products);
level!(
    multiply_vnni,
    sum_vnni,
    "avx2,avxvnni",
    4,
    _mm256_dpwssd_avx_epi32
);
level!(
    multiply_avx512,
    sum_avx512,
    "avx2,avx512vl,avx512vnni",
    4,
    _mm256_dpwssd_epi32
);

#[inline]
#[target_feature(enable = "avx2")]
fn add_products(sums: __m256i, values: __m256i, weights: __m256i) -> __m256i {
    _mm256_add_epi32(sums, _mm256_madd_epi16(values, weights))
}

#[inline]
#[target_feature(enable = "avx2")]
fn stored<const ROWS: usize>(sums: [[__m256i; GROUPS]; ROWS]) -> [[i32; PANEL]; ROWS] {
    let mut out = [[0i32; PANEL]; ROWS];
    for (out, sums) in out.iter_mut().zip(sums) {
        for (out, sum) in out.chunks_exact_mut(LANES).zip(sums) {
            // SAFETY: `out` has room for eight numbers of 32 bits.
            unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast(), sum) };
        }
    }
    out
}

/// See [`super::normalise`].
#[target_feature(enable = "avx2")]
pub(super) fn normalise(rows: &mut [f32], gain: &[f32; WIDTH], shift: &[f32; WIDTH]) {
    portable::normalise(rows, gain, shift);
}

/// See [`super::quantise`].
#[target_feature(enable = "avx2")]
pub(super) fn quantise(values: &[f32], scale: f32, out: &mut [i16]) {
    portable::quantise(values, scale, out);
}

/// See [`super::hand_on`].
#[target_feature(enable = "avx2")]
pub(super) fn hand_on<F: Finish>(
    rows: usize,
    panels: usize,
    sums: impl Fn(usize, usize) -> [i32; PANEL],
    finish: &mut F,
) {
    portable::hand_on(rows, panels, sums, finish);
}

/// See [`super::score`].
#[target_feature(enable = "avx2")]
pub(super) fn score<const ROLES: usize>(
    roles: [&[f32; ROLE]; ROLES],
    upper: Upper,
    scores: &mut [f32],
) {
    let hidden = portable::hidden(roles, upper.start);
    let columns = scores.len();
    assert!(upper.weights.len() == hidden.len() * columns && upper.bias.len() == columns);
    let mut from = 0;
    // As many scores as fit the registers.
    while columns - from >= 7 * LANES {
        score_block::<7>(&hidden, upper, from, scores);
        from += 7 * LANES;
    }
    while columns - from >= LANES {
        score_block::<1>(&hidden, upper, from, scores);
        from += LANES;
    }
}

#[inline]
#[target_feature(enable = "avx2")]
fn score_block<const GROUPS: usize>(hidden: &[f32], upper: Upper, from: usize, scores: &mut [f32]) {
    let columns = scores.len();
    assert!(from + GROUPS * LANES <= columns && upper.weights.len() == hidden.len() * columns);
    let load = |values: &[f32], start: usize| -> [__m256; GROUPS] {
        // SAFETY: the block lies within the scores, the bias and every row of the weights, as asserted above.
        std::array::from_fn(|group| unsafe {
            _mm256_loadu_ps(values.as_ptr().add(start + group * LANES))
        })
    };
    let mut sums = [_mm256_setzero_ps(); GROUPS];
    for (unit, value) in hidden.iter().enumerate() {
        let value = _mm256_set1_ps(*value);
        let weights = load(upper.weights, unit * columns + from);
        for group in 0..GROUPS {
            sums[group] = _mm256_add_ps(sums[group], _mm256_mul_ps(value, weights[group]));
        }
    }
    let bias = load(upper.bias, from);
    for group in 0..GROUPS {
        let sum = _mm256_add_ps(sums[group], bias[group]);
        // SAFETY: as above.
        unsafe { _mm256_storeu_ps(scores.as_mut_ptr().add(from + group * LANES), sum) };
    }
}
