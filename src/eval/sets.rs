//! The public sets of the field, each with the metric that its literature uses.

pub mod case2021;
pub mod emergent;
pub mod polnear;
pub mod spans;
pub mod timex;
