//! Near-duplicate texts and independent reports.
