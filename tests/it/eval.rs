//! The measuring stick is itself measured: published scorers' examples, a perfect run, and known faults.

#![allow(clippy::unwrap_used, reason = "a broken fixture should stop the test")]

mod assignment;
mod coreference;
mod names;
mod sample;
