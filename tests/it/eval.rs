//! The measuring stick is itself measured: published scorers' examples, a perfect run, and known faults.

mod assignment;
mod coreference;
mod names;
mod sample;
