//! Weights to clusters.
