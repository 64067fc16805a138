//! Every integration test, one module a subject, in one binary.

mod claims;
mod contradictions;
mod eval;
mod segment;
