//! `atodds explain`: why a claim, a pair, a cluster or a contradiction is what it is.

use std::path::PathBuf;

use clap::ValueEnum;

use super::exit::Exit;
use super::progress::Bar;
use crate::config;
use crate::error::Error;
use crate::explain::{Explainer, Explanation, Subject, find, write};
use crate::page::Page;
use crate::pipeline;

/// Arguments of `atodds explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Ids from the reports, or their first five letters or more; two ids of claims ask about the two together.
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    /// Folders and files to read, as given to `report`.
    #[arg(long = "in", value_name = "PATH", default_value = "corpus", num_args = 1..)]
    paths: Vec<PathBuf>,
    /// Settings file; without it an atodds.toml beside the first PATH is used if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How an explanation is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: a list with one object an explanation.
    Json,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let config = config::find(args.config.as_deref(), &args.paths)?;
    let run = pipeline::run(&args.paths, &config, &Bar::new())?;
    let ids = args.ids.iter();
    let subjects: Vec<Subject> = ids.map(|id| find(&run, id)).collect::<Result<_, _>>()?;
    let explainer = Explainer::new(&run, &config);
    let explained: Vec<Explanation> = match subjects[..] {
        [Subject::Claim(left), Subject::Claim(right)] => vec![explainer.explain_pair(left, right)],
        _ => subjects
            .iter()
            .map(|&subject| explainer.explain(subject))
            .collect(),
    };
    match args.format {
        Format::Text => {
            let mut page = Page::new(super::columns());
            explained
                .iter()
                .for_each(|explained| write(explained, &mut page));
            super::print_page(page)?;
        }
        Format::Json => {
            let mut text = serde_json::to_string_pretty(&explained).unwrap_or_default();
            text.push('\n');
            super::print(text.as_bytes())?;
        }
    }
    Ok(Exit::Done)
}
