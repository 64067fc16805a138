//! Every integration test, one module a subject, in one binary.

mod claims;
mod cli;
mod config;
mod contradictions;
mod dates;
mod denial;
mod eval;
mod figures;
mod folder;
mod gate;
mod gold;
mod house;
mod parity;
mod parse;
mod parsed;
mod parties;
mod read;
mod report;
mod segment;
mod soup;
mod spec_table;
mod timex;
mod whole;
