//! atodds: claims from many news sources, the same matter brought together, and where the parties contradict each other.
//!
//! The modules stand in the order of the work; data flows one way and a stage never names another stage.

pub mod error;

pub mod cell;
pub mod model;
pub mod page;

pub mod config;
pub mod lexicon;

pub mod block;
pub mod cluster;
pub mod contradict;
pub mod copies;
pub mod extract;
pub mod obey;
pub mod parse;
pub mod read;
pub mod resolve;
pub mod score;
pub mod segment;
pub mod story;

pub mod pipeline;

pub mod store;

pub mod compare;
pub mod explain;
pub mod report;

pub mod eval;
pub mod review;

pub mod cli;
