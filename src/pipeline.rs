//! The order of the work, and the only room with rayon.

use std::path::PathBuf;
use std::time::Instant;

use rayon::prelude::*;

mod article;
mod judge;
mod memory;
mod rooms;
mod weighed;

use crate::config::Config;
use crate::contradict::Graded;
use crate::error::Error;
use crate::lexicon::assertions::Assertions;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::cluster::Cluster;
use crate::model::pair::{Candidate, Edge};
use crate::model::run::Run;
use crate::model::verdict::Verdict;
use crate::{block, cluster, contradict, copies, read};

pub use article::{ArticleClaims, Tools, batch_claims, claims_of, terms_of};
pub use judge::{judge, relate};
pub use memory::{Blank, FileRead, Loaded, Memory};
pub use rooms::{scorer, with_context};
pub use weighed::{
    possible_answers_across, possible_concessions, possible_figures_across, weighed_pairs,
};

/// Articles that one thread takes at a time: enough sentences for the parser's matrix products, few enough to share out.
const BATCH: usize = 8;

/// Edges and claims that one thread takes at a time.
const CHUNK: usize = 1024;

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

/// Clusters of claims with their independent reports, and the copies that those are counted by; gives the pairs that
/// weigh enough across clusters.
fn bring_together(
    run: &mut Run,
    verdicts: &cluster::Verdicts,
    config: &Config,
    progress: &dyn Progress,
) -> cluster::Loose {
    let start = Instant::now();
    progress.begin("comparing", run.claims.len() as u64);
    let (claims, articles) = (&run.claims, &run.articles);
    let scorer = || scorer(claims, articles);
    let extents = || cluster::Prepared::new(claims, articles, &config.cluster);
    let scorer_and_extents = || rayon::join(scorer, extents);
    let (blocks, (scorer, ready)) =
        rayon::join(|| blocks(claims, articles, config), scorer_and_extents);
    let partners = |claim| {
        let excludes = |other| ready.excludes(claim, other);
        blocks.partners_that(claim, |other| !excludes(other))
    };
    let edge = |candidate| scorer.edge(candidate, config.cluster.least_bits);
    let elsewhere = contradict::Elsewhere::new(claims, articles);
    let answer = |candidate: &Candidate| {
        let (left, right) = (candidate.left, candidate.right);
        let settings = &config.contradict;
        Answers {
            denial: elsewhere.answer(left, right, settings.least_across),
            figure: elsewhere.figures(left, right, settings.least_figure),
        }
    };
    let (edges, [across, figures], compared) =
        edges(&blocks.by_day(), partners, edge, answer, progress);
    drop((blocks, elsewhere));
    let weighed = start.elapsed();
    let components = cluster::components(claims.len(), edges, verdicts);
    let weigh = |left, right| scorer.weigh(left, right);
    let cut = |component| cluster::cut(component, &ready, verdicts, weigh);
    let mut clusters: Vec<Cluster> = components.par_iter().flat_map_iter(cut).collect();
    clusters.par_sort_unstable_by(|left, right| left.claims.cmp(&right.claims));
    let mut replies = replies(claims, articles, config);
    replies.extend(contradict::answers_across(
        across,
        claims,
        &config.contradict,
    ));
    replies.extend(contradict::figures_across(
        figures,
        claims,
        &config.contradict,
    ));
    let loose = cluster::loose(&components, &clusters, &replies, &ready, verdicts);
    progress.end();
    let copies = copies::find(articles, copies::Agencies::builtin(), &config.copies);
    let reports = copies::Reports::new(articles.len(), &copies);
    clusters
        .par_iter_mut()
        .for_each(|cluster| cluster.independent_reports = reports.count(&cluster.claims, claims));
    run.copies = copies;
    run.clusters = clusters;
    run.counts.push(("pairs", compared));
    run.timings.push(("weigh", weighed));
    run.timings.push(("cluster", start.elapsed() - weighed));
    loose
}

/// What answers what, article by article.
fn replies(claims: &[Claim], articles: &[Article], config: &Config) -> Vec<(u32, u32)> {
    let groups = contradict::by_article(claims);
    let answers =
        |group: &Vec<u32>| contradict::answers_within(group, claims, articles, &config.contradict);
    groups.par_iter().flat_map_iter(answers).collect()
}

/// The blocks of all rules.
pub fn blocks(claims: &[Claim], articles: &[Article], config: &Config) -> block::Blocks {
    let prepared = block::Prepared::new(claims, articles, Assertions::builtin(), &config.block);
    let tables: Vec<block::Table> = (0..block::RULES.len())
        .into_par_iter()
        .map(|rule| prepared.table(rule))
        .collect();
    prepared.join(tables)
}

/// How one of two claims of two articles may answer the other.
struct Answers {
    /// As its denial.
    denial: Option<Graded>,
    /// As another figure for the same thing.
    figure: Option<Graded>,
}

/// Pairs of claims that are likely enough on one matter, as `edge` tells, those of which the one may answer the other, as
/// `answer` tells, and how many pairs were compared.
fn edges(
    claims: &[u32],
    partners: impl Fn(u32) -> Vec<Candidate> + Sync,
    edge: impl Fn(Candidate) -> Option<Edge> + Sync,
    answer: impl Fn(&Candidate) -> Answers + Sync,
    progress: &dyn Progress,
) -> (Vec<Edge>, [Vec<Graded>; 2], u64) {
    let of_chunk = |chunk: &[u32]| {
        let (mut edges, mut answers, mut compared) = (Vec::new(), [Vec::new(), Vec::new()], 0);
        for candidate in chunk.iter().flat_map(|&claim| partners(claim)) {
            compared += 1;
            let found = answer(&candidate);
            answers[0].extend(found.denial);
            answers[1].extend(found.figure);
            edges.extend(edge(candidate));
        }
        progress.advance(chunk.len() as u64);
        (edges, answers, compared)
    };
    let chunks: Vec<_> = claims.par_chunks(CHUNK).map(of_chunk).collect();
    let mut all = (Vec::new(), [Vec::new(), Vec::new()], 0);
    for (edges, [denials, figures], compared) in chunks {
        all.0.extend(edges);
        all.1[0].extend(denials);
        all.1[1].extend(figures);
        all.2 += compared;
    }
    all
}

/// Contradictions of every cluster, the weightiest first. A party at odds with its own word is left out.
fn find_contradictions(
    run: &mut Run,
    loose: &cluster::Loose,
    config: &Config,
) -> Vec<crate::model::contradiction::Contradiction> {
    let reports = copies::Reports::new(run.articles.len(), &run.copies);
    with_context(run, &reports, config, |context| {
        let found = run
            .clusters
            .par_iter()
            .enumerate()
            .flat_map_iter(|(index, cluster)| {
                contradict::find(index as u32, cluster, loose.of(index as u32), context)
            })
            .filter(|found| config.contradict.own_words || !contradict::is_self(found));
        contradict::rank(found.collect(), context)
    })
}

fn read_all(
    paths: &[PathBuf],
    config: &Config,
    memory: &dyn Memory,
    progress: &dyn Progress,
    run: &mut Run,
) -> Result<Vec<FileRead>, Error> {
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
    let loaded: Vec<(Vec<Article>, FileRead)> = inputs
        .par_iter()
        .map(|input| {
            let loaded = read_file(input, config, memory);
            progress.advance(1);
            loaded
        })
        .collect();
    progress.end();
    let mut files = Vec::with_capacity(loaded.len());
    for (articles, file) in loaded {
        run.articles.extend(articles);
        skipped.extend_from_slice(&file.skipped);
        files.push(file);
    }
    skipped.sort();
    run.skipped = skipped;
    run.counts.push(("files", inputs.len() as u64));
    run.counts.push(("articles", run.articles.len() as u64));
    run.counts.push(("skipped", run.skipped.len() as u64));
    run.timings.push(("read", start.elapsed()));
    Ok(files)
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
