//! Plain data that the rooms hand to each other: no logic beyond constructors and small look-ups, no I/O, no serde.

pub mod article;
pub mod change;
pub mod claim;
pub mod cluster;
pub mod contradiction;
pub mod id;
pub mod measure;
pub mod names;
pub mod pair;
pub mod parsed;
pub mod place;
pub mod run;
pub mod span;
pub mod story;
pub mod verdict;
