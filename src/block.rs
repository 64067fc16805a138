//! Claims to candidate pairs.
