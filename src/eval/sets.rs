//! The public sets of the field, each with the metric that its literature uses.

pub mod polnear;
pub mod spans;
pub mod timex;
