//! Two claims held against each other: which rule proposed them, one level a field, and the weight in bits.

/// Indices of two claims, `left < right`, and the blocking rule that proposed the pair first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Candidate {
    /// Index of one claim.
    pub left: u32,
    /// Index of the other.
    pub right: u32,
    /// Code of the blocking rule.
    pub rule: &'static str,
}

/// One step of a pair's weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The field compared (`place`, `date` …), or `prior`.
    pub field: &'static str,
    /// The named level that the two values reached.
    pub level: &'static str,
    /// Bits for (positive) or against (negative) the same matter; 0 when a value is missing.
    pub bits: f32,
}

/// A scored pair; the weight is the sum of the steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The two claims and who proposed them.
    pub candidate: Candidate,
    /// Prior and one step a field.
    pub steps: Vec<Step>,
    /// Sum of the steps in bits.
    pub weight: f32,
}

/// A pair whose weight speaks for one matter; the steps are left out because a run holds many millions of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Index of one claim.
    pub left: u32,
    /// Index of the other, greater than `left`.
    pub right: u32,
    /// Sum of the steps in bits.
    pub weight: f32,
}
