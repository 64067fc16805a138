//! Prints the levels of every denial and every word of another side in its article, in the columns of
//! `benches/replies/judged.tsv`, for whoever judges more.
//!
//! `cargo run --example reply_levels -- PATH…`: ids of the two claims, then a level a field.
#![allow(clippy::print_stdout)]

use std::io::{self, Write};
use std::path::PathBuf;

use atodds::error::Error;
use atodds::pipeline::{self, Silent};
use atodds::{config, contradict};

fn main() -> Result<(), Error> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let config = config::find(None, &paths)?;
    let run = pipeline::run(&paths, &config, &Silent)?;
    let pairs = contradict::possible_replies(&run.claims, &run.articles);
    let line = |(told, answer, steps): &(u32, u32, Vec<atodds::model::pair::Step>)| {
        let id = |claim: &u32| run.claims[*claim as usize].id.as_str();
        let levels: Vec<&str> = steps[1..].iter().map(|step| step.level).collect();
        format!("{}\t{}\t{}\n", id(told), id(answer), levels.join("\t"))
    };
    let lines: String = pairs.iter().map(line).collect();
    // A pipe that is closed early needs no word.
    let _ = io::stdout().write_all(lines.as_bytes());
    Ok(())
}
