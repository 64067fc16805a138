//! How well two clusters agree: the mean weight of their pairs, in whole numbers.

use std::cmp::Ordering;

/// A pair speaks with at most this many bits in a mean, so that no single pair outvotes all others.
const LOUDEST_BITS: f32 = 12.0;

/// Sum of the weights between two clusters, in thousandths of a bit, and the number of pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Linkage {
    /// Sum of the bits.
    pub sum: i64,
    /// How many pairs it sums.
    pub pairs: i64,
}

impl Linkage {
    /// Which mean is greater.
    pub fn cmp_mean(self, other: Linkage) -> Ordering {
        let cross = |a: Linkage, b: Linkage| i128::from(a.sum) * i128::from(b.pairs);
        cross(self, other).cmp(&cross(other, self))
    }

    /// Both together.
    pub fn add(self, other: Linkage) -> Linkage {
        Linkage {
            sum: self.sum + other.sum,
            pairs: self.pairs + other.pairs,
        }
    }
}

/// Evenly spread members of both sides whose pairs do not exceed `most`.
pub fn sample(left: &[u32], right: &[u32], most: usize) -> (Vec<u32>, Vec<u32>) {
    if left.len() * right.len() <= most {
        return (left.to_vec(), right.to_vec());
    }
    let side = most.isqrt().max(1);
    let (small, large) = (left.len().min(right.len()), left.len().max(right.len()));
    let small = small.min(side);
    let large = large.min((most / small).max(1));
    let take = |side: &[u32], count: usize| {
        (0..count)
            .map(|index| side[index * side.len() / count])
            .collect()
    };
    if left.len() <= right.len() {
        (take(left, small), take(right, large))
    } else {
        (take(left, large), take(right, small))
    }
}

/// What a pair says in a mean.
pub fn capped(bits: f32) -> f32 {
    bits.clamp(-LOUDEST_BITS, LOUDEST_BITS)
}

/// Bits as whole numbers, whose sum no order changes.
pub fn thousandths(bits: f32) -> i64 {
    (bits * 1000.0).round() as i64
}
