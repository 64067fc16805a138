//! Every integration test, one module a subject, in one binary.

// Functions that tests share may unwrap and print as tests may; clippy sees only `#[test]` functions as tests.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

mod claims;
mod cli;
mod config;
mod contradictions;
mod eval;
mod folder;
mod house;
mod parties;
mod read;
mod report;
mod segment;
