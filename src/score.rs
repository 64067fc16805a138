//! Candidate pairs to weights in bits.
