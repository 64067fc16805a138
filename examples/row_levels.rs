//! Prints the levels that each row of a run reaches, in the columns of `benches/rows/judged.tsv`, for whoever judges more.
//!
//! `cargo run --example row_levels -- PATH…`: id of the row, then a level a field.
#![allow(clippy::print_stdout)]

use std::io::{self, Write};
use std::path::PathBuf;

use atodds::config;
use atodds::error::Error;
use atodds::pipeline::{self, Silent};
use atodds::{contradict, copies};

/// The fields of `benches/rows/judged.tsv`, in its order.
const FIELDS: [&str; 14] = [
    "rule",
    "denial",
    "left-voice",
    "right-voice",
    "relay",
    "telling",
    "interval",
    "length",
    "modality",
    "question",
    "place",
    "headline",
    "left-reports",
    "right-reports",
];

fn main() -> Result<(), Error> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let config = config::find(None, &paths)?;
    let run = pipeline::run(&paths, &config, &Silent)?;
    let reports = copies::Reports::new(run.articles.len(), &run.copies);
    let lines = pipeline::with_context(&run, &reports, &config, |context| {
        let line = |row| line(&contradict::weigh(row, context));
        let rows = run.contradictions.iter();
        rows.map(|row| format!("{}\t{}\n", row.id, line(row)))
            .collect::<String>()
    });
    // A pipe that is closed early needs no word.
    let _ = io::stdout().write_all(lines.as_bytes());
    Ok(())
}

fn line(steps: &[atodds::model::pair::Step]) -> String {
    let level = |field: &&str| {
        let step = steps.iter().find(|step| step.field == *field);
        step.map_or("", |step| step.level)
    };
    FIELDS.iter().map(level).collect::<Vec<_>>().join("\t")
}
