//! Every integration test, one module a subject, in one binary.

// Functions that tests share may unwrap and print as tests may; clippy sees only `#[test]` functions as tests.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

mod acquaint;
mod attributions;
mod claims;
mod cli;
mod compare;
mod config;
mod contradictions;
mod dates;
mod denial;
mod disputed;
mod doers;
mod drawn;
mod endure;
mod eval;
mod explain;
mod figures;
mod folder;
mod frames;
mod gate;
mod gold;
mod house;
mod idioms;
mod increment;
mod near;
mod obey;
mod overlay;
mod parity;
mod parse;
mod parsed;
mod parties;
mod places;
mod read;
mod readings;
mod reference;
mod replies;
mod report;
mod review;
mod segment;
mod sides;
mod soup;
mod speakers;
mod spec_table;
mod store;
mod stories;
mod timex;
mod told_days;
mod tracker;
mod voices;
mod whole;
