//! The order of the work, and the only room with rayon.

use std::path::PathBuf;
use std::time::Instant;

use rayon::prelude::*;

mod across;
mod article;
mod edges;
mod intake;
mod judge;
mod memory;
mod rooms;
mod stories;
mod together;
mod weighed;

use crate::config::Config;
use crate::error::Error;
use crate::model::article::Article;
use crate::model::run::Run;
use crate::model::verdict::Verdict;

pub use article::{ArticleClaims, Tools, batch_claims, claims_of, terms_of};
pub use judge::{judge, relate};
pub use memory::{Blank, FileRead, Loaded, Memory};
pub use rooms::{blocks, scorer, with_context};
pub use stories::stories;
pub use weighed::{
    possible_accounts_across, possible_answers_across, possible_concessions, possible_figures,
    weighed_pairs,
};

use intake::read_all;

/// Articles that one thread takes at a time: enough sentences for the parser's matrix products, few enough to share out.
const BATCH: usize = 8;

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
/// None of the paths exists, or the user's word lists cannot be used.
pub fn run(paths: &[PathBuf], config: &Config, progress: &dyn Progress) -> Result<Run, Error> {
    run_with(paths, config, &Blank, progress).map(|(run, _)| run)
}

/// The same, but what `memory` knows is neither read nor parsed; gives the files of the run besides.
///
/// Pairs, clusters and contradictions are made anew from all claims: that costs a few hundredths of the parsing, less
/// than fetching the weights of old pairs would, and so a run depends on nothing but its articles.
///
/// # Errors
/// As [`run`].
pub fn run_with(
    paths: &[PathBuf],
    config: &Config,
    memory: &dyn Memory,
    progress: &dyn Progress,
) -> Result<(Run, Vec<FileRead>), Error> {
    run_obeying(&[], paths, config, memory, progress)
}

/// The same, with reviewers' verdicts obeyed; what became of each stands in [`Run::fates`].
///
/// # Errors
/// As [`run`].
pub fn run_obeying(
    verdicts: &[Verdict],
    paths: &[PathBuf],
    config: &Config,
    memory: &dyn Memory,
    progress: &dyn Progress,
) -> Result<(Run, Vec<FileRead>), Error> {
    let mut run = Run::default();
    let files = read_all(paths, config, memory, progress, &mut run)?;
    draw_claims(config, memory, progress, &mut run)?;
    stories::tell(&mut run, config);
    judge(verdicts, config, progress, &mut run);
    Ok((run, files))
}

/// The articles below `paths`, ordered by key, and what was left out; nothing is drawn from them.
///
/// # Errors
/// None of the paths exists.
pub fn read(paths: &[PathBuf], config: &Config, progress: &dyn Progress) -> Result<Run, Error> {
    let mut run = Run::default();
    read_all(paths, config, &Blank, progress, &mut run)?;
    Ok(run)
}

/// The same over articles that are at hand; they keep their order.
///
/// # Errors
/// The user's word lists cannot be used.
pub fn run_articles(
    articles: Vec<Article>,
    config: &Config,
    progress: &dyn Progress,
) -> Result<Run, Error> {
    let mut run = draw(articles, config, progress)?;
    stories::tell(&mut run, config);
    relate(&mut run, config, progress);
    Ok(run)
}

/// The claims of articles that are at hand, with nothing brought together yet.
///
/// # Errors
/// The user's word lists cannot be used.
pub fn draw(
    articles: Vec<Article>,
    config: &Config,
    progress: &dyn Progress,
) -> Result<Run, Error> {
    let mut run = Run {
        articles,
        ..Run::default()
    };
    draw_claims(config, &Blank, progress, &mut run)?;
    Ok(run)
}

/// Sentences, trees and claims of every article, in the order of the articles.
fn draw_claims(
    config: &Config,
    memory: &dyn Memory,
    progress: &dyn Progress,
    run: &mut Run,
) -> Result<(), Error> {
    let start = Instant::now();
    let mut drawn: Vec<Option<ArticleClaims>> = (0u32..)
        .zip(&run.articles)
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(index, article)| memory.claims(index, article))
        .collect();
    let new: Vec<(u32, &Article)> = (0u32..)
        .zip(&run.articles)
        .filter(|(index, _)| drawn[*index as usize].is_none())
        .collect();
    run.counts.push(("read anew", new.len() as u64));
    for (index, claims) in parse(&new, config, progress)? {
        drawn[index as usize] = Some(claims);
    }
    for drawn in drawn.into_iter().flatten() {
        run.sentences.extend(drawn.sentences);
        run.claims.extend(drawn.claims);
    }
    let parsed = run
        .sentences
        .iter()
        .filter(|sentence| sentence.parsed)
        .count();
    run.counts.push(("sentences", run.sentences.len() as u64));
    run.counts.push(("parsed", parsed as u64));
    run.counts.push(("claims", run.claims.len() as u64));
    run.timings.push(("extract", start.elapsed()));
    Ok(())
}

/// Sentences and claims of some articles, given with their indices in the run.
fn parse(
    articles: &[(u32, &Article)],
    config: &Config,
    progress: &dyn Progress,
) -> Result<Vec<(u32, ArticleClaims)>, Error> {
    if articles.is_empty() {
        return Ok(Vec::new());
    }
    let tools = Tools::configured(config)?;
    progress.begin("extracting", articles.len() as u64);
    let batch = |batch: &[(u32, &Article)]| {
        let drawn = article::batch(batch, &tools);
        progress.advance(batch.len() as u64);
        let indices = batch.iter().map(|(index, _)| *index);
        indices.zip(drawn).collect::<Vec<_>>()
    };
    let drawn = articles.par_chunks(BATCH).flat_map_iter(batch).collect();
    progress.end();
    Ok(drawn)
}
