//! Every integration test, one module a subject, in one binary.

mod claims;
mod cli;
mod config;
mod contradictions;
mod eval;
mod folder;
mod gate;
mod gold;
mod house;
mod parity;
mod parse;
mod parties;
mod read;
mod report;
mod segment;
