//! Compares what is asserted by meaning, for claims that may answer each other: how much of the telling words of one the
//! other says too, in the same words or in words near in meaning.

use super::features::{ClaimFeatures, Features};

/// Levels from nearest to farthest; the first stands for claims that assert nothing telling.
pub const LEVELS: &[&str] = &["missing", "all", "most", "some", "little", "none"];

/// Least share for each level from `all` to `little`.
const SHARES: [f32; 4] = [0.8, 0.5, 0.3, 0.12];

/// The level that two claims reach: the telling words of the one that has fewer in the other's sentence, or of both in
/// each other, whichever is nearer.
pub fn level(left: &ClaimFeatures, right: &ClaimFeatures, all: &Features<'_>) -> u8 {
    let empty = |(start, end): (u32, u32)| start == end;
    if empty(left.telling) || empty(right.telling) {
        return 0;
    }
    let shares = [
        all.share(left.telling, right.words),
        all.share(right.telling, left.words),
    ];
    let mean = (shares[0] + shares[1]) / 2.0;
    let level = SHARES.iter().position(|&least| mean >= least);
    1 + level.unwrap_or(SHARES.len()) as u8
}
