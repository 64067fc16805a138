//! Compares the claims that the blocks bring together: which are likely on one matter, and which may answer each other.

use rayon::prelude::*;

use super::Progress;
use crate::config::Config;
use crate::contradict::{self, Graded};
use crate::model::pair::{Candidate, Edge};
use crate::model::run::Run;
use crate::{block, cluster, score};

/// Claims that one thread takes at a time.
const CHUNK: usize = 1024;

/// What comparing the pairs of claims found.
pub(super) struct Compared {
    /// Pairs that are likely enough on one matter.
    pub(super) edges: Vec<Edge>,
    /// Denials with what each may answer in another article.
    pub(super) denials: Vec<Graded>,
    /// Pairs of which the one may be another figure for the same thing.
    pub(super) figures: Vec<Graded>,
    /// How many pairs were compared.
    pub(super) pairs: u64,
}

impl Compared {
    /// Nothing compared yet.
    fn none() -> Self {
        Compared {
            edges: Vec::new(),
            denials: Vec::new(),
            figures: Vec::new(),
            pairs: 0,
        }
    }

    /// Takes up what a later chunk of claims gave.
    fn add(&mut self, later: Compared) {
        self.edges.extend(later.edges);
        self.figures.extend(later.figures);
        self.pairs += later.pairs;
    }
}

/// Compares all claims of a run that share a block and that nothing keeps apart.
pub(super) fn compare(
    run: &Run,
    blocks: &block::Blocks,
    (scorer, ready): (&score::Scorer<'_>, &cluster::Prepared<'_>),
    config: &Config,
    progress: &dyn Progress,
) -> Compared {
    let partners = |claim| {
        let excludes = |other| ready.excludes(claim, other);
        blocks.partners_that(claim, |other| !excludes(other))
    };
    let edge = |candidate| scorer.edge(candidate, config.cluster.least_bits);
    let elsewhere = contradict::Elsewhere::new(&run.claims, &run.articles);
    let figure = |candidate: &Candidate| {
        let least = config.contradict.least_figure;
        elsewhere.figures(candidate.left, candidate.right, least)
    };
    let mut found = edges(&blocks.by_day(), partners, edge, figure, progress);
    found.denials = denials(run, &elsewhere, config);
    found
}

/// Every denial with each word of another article that it may answer.
fn denials(run: &Run, elsewhere: &contradict::Elsewhere<'_>, config: &Config) -> Vec<Graded> {
    let told = block::Told::new(&run.claims, &run.articles, &config.block);
    let least = config.contradict.least_across;
    let answers = |&denial: &u32| -> Vec<Graded> {
        let words = told.nearest(denial).into_iter();
        let answers = words.filter_map(|word| elsewhere.answer(word, denial, least));
        answers.collect()
    };
    let denials = elsewhere.denials();
    denials.par_iter().flat_map_iter(answers).collect()
}

/// Pairs of claims that are likely enough on one matter, as `edge` tells, those of which both may be given for one figure,
/// as `figure` tells, and how many pairs were compared.
fn edges(
    claims: &[u32],
    partners: impl Fn(u32) -> Vec<Candidate> + Sync,
    edge: impl Fn(Candidate) -> Option<Edge> + Sync,
    figure: impl Fn(&Candidate) -> Option<Graded> + Sync,
    progress: &dyn Progress,
) -> Compared {
    let of_chunk = |chunk: &[u32]| {
        let mut found = Compared::none();
        for candidate in chunk.iter().flat_map(|&claim| partners(claim)) {
            found.pairs += 1;
            found.figures.extend(figure(&candidate));
            found.edges.extend(edge(candidate));
        }
        progress.advance(chunk.len() as u64);
        found
    };
    let chunks: Vec<_> = claims.par_chunks(CHUNK).map(of_chunk).collect();
    let mut all = Compared::none();
    chunks.into_iter().for_each(|chunk| all.add(chunk));
    all
}
