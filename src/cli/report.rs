//! `atodds report`: articles in, reports out.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::exit::Exit;
use super::news;
use super::progress::Bar;
use super::tracked::{self, Job, News, StoreArgs};
use crate::config::{self, Config};
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
    #[command(flatten)]
    store: StoreArgs,
    /// Put the store aside, read everything anew and keep the verdicts: the way back from a damaged store.
    #[arg(long, conflicts_with = "no_store")]
    rebuild: bool,
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
    let run = match args.stage {
        Some(stage) => intermediate(args, &config, stage)?,
        None => reports(args, &config)?,
    };
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

fn intermediate(args: &Args, config: &Config, stage: Stage) -> Result<Run, Error> {
    let mut run = pipeline::run(&args.paths, config, &Bar::new())?;
    if matches!(stage, Stage::Pairs) {
        run.pairs = pipeline::weighed_pairs(&run, config);
    }
    super::print(&table(&run, stage))?;
    Ok(run)
}

fn reports(args: &Args, config: &Config) -> Result<Run, Error> {
    // A path that is not there is told before a store is made beside it.
    let readable = args.paths.iter().any(|path| path.exists());
    let store = readable.then(|| args.store.path(&args.paths)).flatten();
    let (run, news) = match store {
        None => {
            let run = pipeline::run(&args.paths, config, &Bar::new())?;
            report::write(&run, config, &args.out)?;
            (run, None)
        }
        Some(path) => {
            let job = Job {
                paths: &args.paths,
                out: &args.out,
                config,
            };
            let mut store = tracked::open(&path, args.rebuild)?;
            let (run, news) = tracked::run(&job, &mut store)?;
            (run, Some(news))
        }
    };
    super::print(summary(&run, news.as_ref(), &args.out).as_bytes())?;
    Ok(run)
}

fn table(run: &Run, stage: Stage) -> Vec<u8> {
    match stage {
        Stage::Sentences => report::sentences(run),
        Stage::Claims => report::claims(run),
        Stage::Pairs => report::pairs(run),
    }
}

/// What the person sees when it is done.
pub(super) fn summary(run: &Run, news: Option<&News>, out: &Path) -> String {
    let mut text = format!(
        "{}, {}, {}, {}, {} -> {}\n",
        many(run.articles.len(), "article"),
        stories(run.stories.len()),
        many(run.claims.len(), "claim"),
        many(run.clusters.len(), "cluster"),
        many(run.contradictions.len(), "contradiction"),
        out.display(),
    );
    if !run.skipped.is_empty() {
        let file = out.join("skipped.csv");
        text += &format!(
            "{} left out, reasons in {}\n",
            many(run.skipped.len(), "input"),
            file.display()
        );
    }
    if let Some(news) = news {
        let sheet = out.join("changes.csv");
        text += &news::text(news, &sheet.display().to_string());
    }
    text
}

fn stories(count: usize) -> String {
    match count {
        1 => "1 story".to_owned(),
        _ => format!("{count} stories"),
    }
}

/// `1 article`, `2 articles`.
fn many(count: usize, thing: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{ending}")
}
