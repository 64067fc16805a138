//! Prints the levels of every denial and every word of another side in its article, in the columns of
//! `benches/replies/judged.tsv`, or, with `rivals` as the first argument, those of every word and another side's right
//! behind it (`benches/replies/rivals.tsv`), or with `across` those of denials and words of two articles
//! (`benches/replies/across.tsv`), or with `figures` those of rival figures of one article or of two
//! (`benches/replies/figures.tsv`), or with `accounts` those of accounts of two articles of a handful of short reports
//! (`benches/replies/accounts.tsv`), or with `concessions` those of every row and each later admission of one of its sides
//! (`benches/replies/concessions.tsv`), for whoever judges more.
//!
//! `cargo run --example reply_levels -- [rivals | across | figures | accounts | concessions] PATH…`: ids of the two claims, or of the row and the
//! claim, then a level a field.
#![allow(clippy::print_stdout)]

use std::io::{self, Write};
use std::path::PathBuf;

use atodds::error::Error;
use atodds::model::pair::Step;
use atodds::pipeline::{self, Silent};
use atodds::{config, contradict};

/// What may be asked for instead of answers in the same article.
const KINDS: [&str; 5] = ["rivals", "across", "figures", "accounts", "concessions"];

/// Fields whose bits are reasoned.
const REASONED: [&str; 2] = ["handful", "toll"];

fn main() -> Result<(), Error> {
    let mut paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let first = paths.first().and_then(|first| first.to_str());
    let kind = first
        .filter(|first| KINDS.contains(first))
        .map(str::to_owned);
    paths.drain(..usize::from(kind.is_some()));
    let config = config::find(None, &paths)?;
    let run = pipeline::run(&paths, &config, &Silent)?;
    let claim = |claim: u32| run.claims[claim as usize].id.as_str();
    let claims = |(told, answer, steps): (u32, u32, Vec<Step>)| (claim(told), claim(answer), steps);
    let row = |(row, (given, steps)): (u32, contradict::Yielded)| {
        (
            run.contradictions[row as usize].id.as_str(),
            claim(given),
            steps,
        )
    };
    let (claimed, articles) = (&run.claims, &run.articles);
    let pairs: Vec<(&str, &str, Vec<Step>)> = match kind.as_deref() {
        Some("rivals") => contradict::possible_rivals(claimed, articles)
            .into_iter()
            .map(claims)
            .collect(),
        Some("across") => pipeline::possible_answers_across(&run, &config)
            .into_iter()
            .map(claims)
            .collect(),
        Some("figures") => pipeline::possible_figures(&run, &config)
            .into_iter()
            .map(claims)
            .collect(),
        Some("accounts") => pipeline::possible_accounts_across(&run, &config)
            .into_iter()
            .map(claims)
            .collect(),
        Some(_) => pipeline::possible_concessions(&run, &config)
            .into_iter()
            .map(row)
            .collect(),
        None => contradict::possible_replies(claimed, articles)
            .into_iter()
            .map(claims)
            .collect(),
    };
    let line = |(left, right, steps): &(&str, &str, Vec<Step>)| {
        // What two fields tell together follows from the two, and what is reasoned is not fitted.
        let fitted = |step: &&Step| !step.field.contains('&') && !REASONED.contains(&step.field);
        let own = steps[1..].iter().filter(fitted);
        let levels: Vec<&str> = own.map(|step| step.level).collect();
        format!("{left}\t{right}\t{}\n", levels.join("\t"))
    };
    let lines: String = pairs.iter().map(line).collect();
    // A pipe that is closed early needs no word.
    let _ = io::stdout().write_all(lines.as_bytes());
    Ok(())
}
