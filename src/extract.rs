//! Parsed sentences to claims.

pub mod cue;
pub mod event;
pub mod tree;
pub mod voice;
