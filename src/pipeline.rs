//! The order of the work, and the only file with rayon.

use std::path::PathBuf;
use std::time::Instant;

use rayon::prelude::*;

use crate::config::Config;
use crate::error::Error;
use crate::model::article::{Article, Skipped};
use crate::model::run::Run;
use crate::read;

/// Told how far a run has come; it may be called from several threads at once.
pub trait Progress: Sync {
    /// A step begins that has `total` parts.
    fn begin(&self, step: &'static str, total: u64);
    /// `parts` more are done.
    fn advance(&self, parts: u64);
    /// The step is over.
    fn end(&self);
}

/// Tells nobody.
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _step: &'static str, _total: u64) {}
    fn advance(&self, _parts: u64) {}
    fn end(&self) {}
}

/// Reads everything below `paths` and finds what is at odds in it.
///
/// # Errors
/// None of the paths exists.
pub fn run(paths: &[PathBuf], config: &Config, progress: &dyn Progress) -> Result<Run, Error> {
    let mut run = Run::default();
    read_all(paths, config, progress, &mut run)?;
    Ok(run)
}

fn read_all(
    paths: &[PathBuf],
    config: &Config,
    progress: &dyn Progress,
    run: &mut Run,
) -> Result<(), Error> {
    let start = Instant::now();
    if paths.iter().all(|path| !path.exists()) {
        let paths = paths
            .iter()
            .map(|path| format!("{} does not exist", path.display()));
        return Err(Error::NothingToRead {
            paths: paths.collect(),
        });
    }
    let (inputs, mut skipped) = read::walk(paths, &config.read);
    progress.begin("reading", inputs.len() as u64);
    let loaded: Vec<(Vec<Article>, Vec<Skipped>)> = inputs
        .par_iter()
        .map(|input| {
            let loaded = read::load(input, &config.read);
            progress.advance(1);
            loaded
        })
        .collect();
    progress.end();
    for (articles, left_out) in loaded {
        run.articles.extend(articles);
        skipped.extend(left_out);
    }
    skipped.sort();
    run.skipped = skipped;
    run.counts.push(("files", inputs.len() as u64));
    run.counts.push(("articles", run.articles.len() as u64));
    run.counts.push(("skipped", run.skipped.len() as u64));
    run.timings.push(("read", start.elapsed()));
    Ok(())
}
