//! A run that the store remembers: only what is new is read, and the person hears what changed.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::progress::Bar;
use crate::config::Config;
use crate::error::Error;
use crate::model::change::Change;
use crate::model::run::Run;
use crate::pipeline;
use crate::report;
use crate::review;
use crate::store::{self, Rebuilt, Store};

/// Where the store lies.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct StoreArgs {
    /// Store in which the run is remembered [default: beside the first PATH, corpus/ has corpus.atodds.sqlite].
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,
    /// Remember nothing: read everything anew, and do not say what changed.
    #[arg(long, conflicts_with = "store")]
    no_store: bool,
}

impl StoreArgs {
    /// The store's file for some paths; `None` where nothing is to be remembered, or where none can be made beside them.
    pub(super) fn path(&self, paths: &[PathBuf]) -> Option<PathBuf> {
        if self.no_store {
            return None;
        }
        if let Some(path) = &self.store {
            return Some(path.clone());
        }
        let path = store::beside(paths);
        match File::create_new(&path) {
            Ok(_) => Some(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Some(path),
            Err(error) => {
                let why = format!("no store can be made at {} ({error})", path.display());
                super::warn(&format!(
                    "{why}: nothing is remembered; `--store FILE` names another place"
                ));
                None
            }
        }
    }
}

/// What a run is about.
pub(super) struct Job<'a> {
    /// Folders and files to read.
    pub paths: &'a [PathBuf],
    /// Folder for the reports.
    pub out: &'a Path,
    /// The settings.
    pub config: &'a Config,
}

/// What changed, and since when.
pub(super) struct News {
    /// The store's file.
    pub store: PathBuf,
    /// When the run before was; `None` for the first.
    pub since: Option<String>,
    /// What changed since.
    pub changes: Vec<Change>,
}

/// Opens the store, or puts the old one aside and makes it anew; says what became of the old one.
pub(super) fn open(path: &Path, rebuild: bool) -> Result<Store, Error> {
    if !rebuild {
        return Store::open(path);
    }
    let (store, rebuilt) = Store::rebuild(path)?;
    super::warn(&tell(&rebuilt));
    Ok(store)
}

fn tell(rebuilt: &Rebuilt) -> String {
    let Some(aside) = &rebuilt.aside else {
        return "there was no store to make anew".into();
    };
    let mut text = format!(
        "the old store lies in {}; {} verdicts were carried over",
        aside.display(),
        rebuilt.carried
    );
    if let Some(copy) = &rebuilt.verdicts {
        text += &format!(" (a copy in {})", copy.display());
    }
    if !rebuilt.history {
        text += "; its history of runs could not be read";
    }
    text
}

/// Reads what is new, saves the run, writes the reports: the store and the reports change together or not at all.
pub(super) fn run(job: &Job<'_>, store: &mut Store) -> Result<(Run, News), Error> {
    let _lock = store.lock(|| {
        super::warn("another atodds is writing to the store; waiting until it is done");
    })?;
    let since = store.last_run()?;
    let recall = store.recall(job.config)?;
    let verdicts = review::verdicts(store)?;
    let (run, files) =
        pipeline::run_obeying(&verdicts, job.paths, job.config, &recall, &Bar::new())?;
    drop(recall);
    let (staged, changes) = store.save_with(&run, &files, job.config, |changes| {
        let staged = report::stage(&run, job.config, Some(changes), job.out)?;
        Ok((staged, changes.to_vec()))
    })?;
    staged.publish()?;
    store.set_published()?;
    let news = News {
        store: store.path().to_path_buf(),
        since,
        changes,
    };
    Ok((run, news))
}
