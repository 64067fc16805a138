//! `atodds report`: articles in, reports out.

use std::path::PathBuf;

use clap::ValueEnum;

use super::exit::Exit;
use super::progress::Bar;
use crate::config;
use crate::error::Error;
use crate::model::contradiction::Status;
use crate::model::run::Run;
use crate::pipeline;
use crate::report;

/// Arguments of `atodds report`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folders and files to read.
    #[arg(value_name = "PATH", default_value = "corpus")]
    paths: Vec<PathBuf>,
    /// Folder for the reports; made where it is missing.
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
    /// Settings file; without it an atodds.toml beside the first PATH is used if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print an intermediate table as CSV instead of writing the reports.
    #[arg(long, value_enum)]
    stage: Option<Stage>,
    /// Also list what a party says against its own earlier word.
    #[arg(long = "self")]
    own_words: bool,
    /// End with exit code 1 when an open contradiction was found.
    #[arg(long)]
    check: bool,
}

/// An intermediate table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// Every sentence, and whether it was parsed.
    Sentences,
    /// Every claim.
    Claims,
    /// Every pair of claims that was weighed, with the steps of its weight.
    Pairs,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let mut config = config::find(args.config.as_deref(), &args.paths)?;
    config.contradict.own_words |= args.own_words;
    let mut run = pipeline::run(&args.paths, &config, &Bar::new())?;
    if matches!(args.stage, Some(Stage::Pairs)) {
        run.pairs = pipeline::weighed_pairs(&run, &config);
    }
    match args.stage {
        Some(stage) => super::print(&table(&run, stage))?,
        None => {
            report::write(&run, &config, &args.out)?;
            super::print(summary(&run, args).as_bytes())?;
        }
    }
    let open = run
        .contradictions
        .iter()
        .any(|found| found.status == Status::Open);
    Ok(if args.check && open {
        Exit::Findings
    } else {
        Exit::Done
    })
}

fn table(run: &Run, stage: Stage) -> Vec<u8> {
    match stage {
        Stage::Sentences => report::sentences(run),
        Stage::Claims => report::claims(run),
        Stage::Pairs => report::pairs(run),
    }
}

/// What the person sees when it is done.
fn summary(run: &Run, args: &Args) -> String {
    let mut text = format!(
        "{} articles, {} claims, {} clusters, {} contradictions -> {}\n",
        run.articles.len(),
        run.claims.len(),
        run.clusters.len(),
        run.contradictions.len(),
        args.out.display(),
    );
    if !run.skipped.is_empty() {
        let file = args.out.join("skipped.csv");
        text += &format!(
            "{} inputs left out, reasons in {}\n",
            run.skipped.len(),
            file.display()
        );
    }
    text
}
