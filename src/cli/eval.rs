//! `atodds eval`: how right the program is, on the sample corpus.

mod table;

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::progress::Bar;
use crate::config;
use crate::error::Error;
use crate::eval::gold::Gold;
use crate::eval::sample::evaluate;
use crate::pipeline;
use crate::report;

/// Arguments of `atodds eval`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folders and files to read.
    #[arg(value_name = "PATH", default_value = "corpus")]
    paths: Vec<PathBuf>,
    /// Folder with the gold annotation, one JSON file an episode.
    #[arg(long, value_name = "DIR", default_value = "corpus/gold")]
    gold: PathBuf,
    /// List each miss and false row with the text beside it; with a SORT (`claim`, `field.party`, `row` …) only those.
    #[arg(long, value_name = "SORT", num_args = 0..=1, default_missing_value = "", require_equals = true)]
    errors: Option<String>,
    /// Folder for accuracy.csv; made where it is missing.
    #[arg(long, value_name = "DIR", default_value = "reports")]
    out: PathBuf,
    /// Settings file; without it an atodds.toml beside the first PATH is used if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let gold = load_gold(&args.gold)?;
    let config = config::find(args.config.as_deref(), &args.paths)?;
    let run = pipeline::run(&args.paths, &config, &Bar::new())?;
    let evaluation = evaluate(&run, &gold);
    report::write_accuracy(&evaluation.measures, "accuracy.csv", &args.out)?;
    let mut text = table::measures(&evaluation.measures);
    text += &table::unplaced(&gold, &evaluation.unplaced);
    if let Some(sort) = &args.errors {
        text += &table::findings(&evaluation.findings, sort);
    }
    super::print(text.as_bytes())?;
    Ok(Exit::Done)
}

/// Reads every `.json` file of a folder, in the order of their names.
fn load_gold(folder: &Path) -> Result<Gold, Error> {
    let unreadable = |source| Error::Read {
        path: folder.to_path_buf(),
        source,
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(unreadable)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    files.sort();
    let mut gold = Gold::default();
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|source| Error::Read {
            path: file.clone(),
            source,
        })?;
        gold.add(&text).map_err(|what| Error::Gold { file, what })?;
    }
    Ok(gold)
}
