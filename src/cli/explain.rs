//! `atodds explain`: why a claim, a pair, a cluster, a story or a contradiction is what it is, asked of the store or of the articles.

use std::path::PathBuf;

use clap::ValueEnum;

use super::exit::Exit;
use super::progress::Bar;
use crate::config;
use crate::error::Error;
use crate::explain::{Explainer, Explanation, Subject, find, write};
use crate::page::Page;
use crate::pipeline;
use crate::store::{self, Store};

/// Arguments of `atodds explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Ids from the reports, or their first five letters or more; two ids of claims ask about the two together.
    #[arg(value_name = "ID", required = true)]
    ids: Vec<String>,
    /// Folders and files to read, as given to `report`.
    #[arg(long = "in", value_name = "PATH", default_value = "corpus", num_args = 1..)]
    paths: Vec<PathBuf>,
    /// Store to ask; without it that beside the first PATH is asked, and the articles are read anew where there is none.
    #[arg(long, value_name = "FILE", conflicts_with = "no_store")]
    store: Option<PathBuf>,
    /// Read the articles anew even though a store knows them.
    #[arg(long)]
    no_store: bool,
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

impl Args {
    /// The store to ask: what it holds is what the reports tell of, whatever became of the articles since.
    fn stored(&self) -> Option<PathBuf> {
        if self.no_store {
            return None;
        }
        let beside = || Some(store::beside(&self.paths)).filter(|path| path.is_file());
        self.store.clone().or_else(beside)
    }
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let config = config::find(args.config.as_deref(), &args.paths)?;
    let run = match args.stored() {
        Some(path) => Store::open_existing(&path)?.load()?,
        None => pipeline::run(&args.paths, &config, &Bar::new())?,
    };
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
