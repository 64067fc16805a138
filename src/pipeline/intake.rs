//! The files below the paths of a run to its articles, and what was left out of them.

use std::path::PathBuf;
use std::time::Instant;

use rayon::prelude::*;

use super::{FileRead, Memory, Progress};
use crate::config::Config;
use crate::error::Error;
use crate::model::article::{Article, Skipped};
use crate::model::run::Run;
use crate::read;

/// Reads every file below `paths` into the run.
///
/// # Errors
/// None of the paths exists.
pub(super) fn read_all(
    paths: &[PathBuf],
    config: &Config,
    memory: &dyn Memory,
    progress: &dyn Progress,
    run: &mut Run,
) -> Result<Vec<FileRead>, Error> {
    let start = Instant::now();
    one_exists(paths)?;
    let (inputs, skipped) = read::walk(paths, &config.read);
    progress.begin("reading", inputs.len() as u64);
    let loaded: Vec<(Vec<Article>, FileRead)> = inputs
        .par_iter()
        .map(|input| {
            let loaded = read_file(input, config, memory);
            progress.advance(1);
            loaded
        })
        .collect();
    progress.end();
    let files = take_up(loaded, skipped, run);
    run.counts.push(("files", inputs.len() as u64));
    run.counts.push(("articles", run.articles.len() as u64));
    run.counts.push(("skipped", run.skipped.len() as u64));
    run.timings.push(("read", start.elapsed()));
    Ok(files)
}

/// Whether there is anything to read at all.
fn one_exists(paths: &[PathBuf]) -> Result<(), Error> {
    if paths.iter().any(|path| path.exists()) {
        return Ok(());
    }
    let missing = |path: &PathBuf| format!("{} does not exist", path.display());
    Err(Error::NothingToRead {
        paths: paths.iter().map(missing).collect(),
    })
}

/// Hands articles and what was left out to the run; gives the files they are of.
fn take_up(
    loaded: Vec<(Vec<Article>, FileRead)>,
    mut skipped: Vec<Skipped>,
    run: &mut Run,
) -> Vec<FileRead> {
    let mut files = Vec::with_capacity(loaded.len());
    for (articles, file) in loaded {
        run.articles.extend(articles);
        skipped.extend_from_slice(&file.skipped);
        files.push(file);
    }
    skipped.sort();
    run.skipped = skipped;
    files
}

/// One file, from memory where it is known.
fn read_file(
    input: &read::Input,
    config: &Config,
    memory: &dyn Memory,
) -> (Vec<Article>, FileRead) {
    let useful = memory.is_of_use();
    let digest = useful.then(|| read::digest(input)).flatten();
    let known = digest.and_then(|digest| memory.file(input, &digest));
    let (articles, skipped) = known.unwrap_or_else(|| read::load(input, &config.read));
    let file = FileRead {
        shown: input.shown.clone(),
        digest,
        articles: articles.len() as u32,
        skipped,
    };
    (articles, file)
}
