//! `atodds eval`: how right the program is, on the sample corpus.

mod sets;
mod table;

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::progress::Bar;
use crate::config;
use crate::error::Error;
use crate::eval::finding::Finding;
use crate::eval::gate::{Gate, fingerprint};
use crate::eval::gold::Gold;
use crate::eval::sample::evaluate;
use crate::model::measure::Measure;
use crate::pipeline;
use crate::report;

/// Arguments of `atodds eval`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folders and files to read; with --set the files of the set.
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
    /// Measure on the files of a public set instead of the sample corpus.
    #[arg(long, value_enum, conflicts_with_all = ["gold", "bless"])]
    set: Option<sets::Set>,
    /// Raise the floors of the gate to what is measured.
    #[arg(long)]
    bless: bool,
    /// Why a floor may be lowered; noted in the gate's file.
    #[arg(long, value_name = "TEXT", requires = "bless")]
    reason: Option<String>,
    /// The gate's file.
    #[arg(long, value_name = "FILE", default_value = "tests/gate.toml")]
    gate: PathBuf,
    /// Settings file; without it an atodds.toml beside the first PATH is used if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    match args.set {
        Some(set) => on_set(args, set),
        None => on_sample(args),
    }
}

fn on_set(args: &Args, set: sets::Set) -> Result<Exit, Error> {
    let config = config::find(args.config.as_deref(), &args.paths)?;
    let (measures, findings) = sets::measure(set, &args.paths, &config)?;
    let name = format!(
        "accuracy-{}.csv",
        measures.first().map_or("set", |measure| measure.set)
    );
    report::write_accuracy(&measures, &name, &args.out)?;
    show(args, &measures, &findings)
}

fn on_sample(args: &Args) -> Result<Exit, Error> {
    let (gold, texts) = Gold::load(&args.gold)?;
    let mut config = config::find(args.config.as_deref(), &args.paths)?;
    // The gold holds disputes of a party with its own word.
    config.contradict.own_words = true;
    let run = pipeline::run(&args.paths, &config, &Bar::new())?;
    let evaluation = evaluate(&run, &gold, &config);
    report::write_accuracy(&evaluation.measures, "accuracy.csv", &args.out)?;
    let unplaced = table::unplaced(&gold, &evaluation.unplaced);
    super::print(unplaced.as_bytes())?;
    let shown = show(args, &evaluation.measures, &evaluation.findings)?;
    match args.bless {
        true => bless(args, &evaluation.measures, &fingerprint(&run, &texts)),
        false => Ok(shown),
    }
}

fn show(args: &Args, measures: &[Measure], findings: &[Finding]) -> Result<Exit, Error> {
    let mut text = table::measures(measures);
    if let Some(sort) = &args.errors {
        text += &table::findings(findings, sort);
    }
    super::print(text.as_bytes())?;
    Ok(Exit::Done)
}

/// Moves the floors, or says which figures lie below theirs.
fn bless(args: &Args, measures: &[Measure], fingerprint: &str) -> Result<Exit, Error> {
    let broken = |what: String| Error::Gold {
        file: args.gate.clone(),
        what,
    };
    let mut gate = Gate::parse(&read(&args.gate)?).map_err(broken)?;
    if let Err(drops) = gate.bless(measures, fingerprint, args.reason.as_deref()) {
        super::print(table::drops(&drops).as_bytes())?;
        return Ok(Exit::Findings);
    }
    std::fs::write(&args.gate, gate.render()).map_err(|source| Error::Write {
        path: args.gate.clone(),
        source,
    })?;
    Ok(Exit::Done)
}

fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|source| Error::Read {
        path: path.to_path_buf(),
        source,
    })
}
