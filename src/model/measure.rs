//! One figure of quality: what was measured, on what, and how it came out.

/// A figure of quality.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// What it was measured on, such as `sample` or `polnear`.
    pub set: &'static str,
    /// The part of the set, such as an episode or a class; `all` for the whole.
    pub part: String,
    /// Name such as `claims.recall`; `tests/gate.toml` pins it under this name.
    pub metric: &'static str,
    /// A share from 0 to 1, except where the metric's name ends in `error` (a mean difference) or `count`.
    pub value: f64,
    /// How many were right, and out of how many; `None` for a mean such as F1.
    pub counts: Option<(u64, u64)>,
}

impl Measure {
    /// The share of `right` in `total`; 0 of 0 counts as 0.
    pub fn share(set: &'static str, metric: &'static str, right: u64, total: u64) -> Self {
        Measure {
            set,
            part: ALL.to_owned(),
            metric,
            value: if total == 0 {
                0.0
            } else {
                right as f64 / total as f64
            },
            counts: Some((right, total)),
        }
    }

    /// A value that is no plain share.
    pub fn mean(set: &'static str, metric: &'static str, value: f64) -> Self {
        Measure {
            set,
            part: ALL.to_owned(),
            metric,
            value,
            counts: None,
        }
    }

    /// The same for a part of the set.
    pub fn of(mut self, part: &str) -> Self {
        self.part = part.to_owned();
        self
    }
}

/// The part that is the whole set.
pub const ALL: &str = "all";

/// Harmonic mean of precision and recall; 0 where both are.
pub fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 {
        0.0
    } else {
        2.0 * precision * recall / (precision + recall)
    }
}
