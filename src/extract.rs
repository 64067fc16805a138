//! Parsed sentences to claims.
