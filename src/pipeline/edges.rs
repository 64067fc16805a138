//! Compares the claims of a run: which are likely on one matter, and which may answer each other.

use rayon::prelude::*;

use super::{Progress, across};
use crate::config::Config;
use crate::contradict::{self, Graded};
use crate::model::pair::{Candidate, Edge};
use crate::model::run::Run;
use crate::{block, cluster, score};

/// Claims that one thread takes at a time.
const CHUNK: usize = 1024;

/// What comparing the claims found.
pub(super) struct Compared {
    /// Pairs that are likely enough on one matter.
    pub(super) edges: Vec<Edge>,
    /// Denials with what each may answer in another article.
    pub(super) denials: Vec<Graded>,
    /// Pairs of two articles of which the one may be another figure for the same thing.
    pub(super) figures: Vec<Graded>,
    /// Pairs of two articles of a handful of short reports of which the one may tell the other otherwise.
    pub(super) accounts: Vec<Graded>,
    /// Pairs of two articles that may be two answers of which one is true.
    pub(super) rivals: Vec<(u32, u32)>,
    /// How many pairs were compared for the edges.
    pub(super) pairs: u64,
}

/// Compares all claims of a run that share a block and that nothing keeps apart, and those of two articles that may answer
/// each other.
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
    let (edges, pairs) = edges(&blocks.by_day(), partners, edge, progress);
    let elsewhere = contradict::Elsewhere::new(&run.claims, &run.articles);
    let least = &config.contradict;
    let denial = |claims, place| elsewhere.answer(claims, place, least.least_across);
    let figure = |left, right| elsewhere.figures(left, right, least.least_figure);
    let rival = |left, right| elsewhere.are_rivals(left, right).then_some((left, right));
    let told = block::Told::new(&run.claims, &run.articles, &config.block);
    // Each makes an index of words first, on one thread.
    let (denials, (figures, rivals)) = rayon::join(
        || across::denials(&told, &elsewhere, denial),
        || {
            rayon::join(
                || across::figures(&told, (&run.claims, &elsewhere), figure),
                || across::rivals(&told, (&run.claims, &elsewhere), rival),
            )
        },
    );
    let account = |left, right| elsewhere.accounts(left, right, least.least_account);
    let accounts = across::accounts(&told, (&run.claims, &elsewhere), account);
    Compared {
        edges,
        accounts,
        denials,
        figures,
        rivals,
        pairs,
    }
}

/// Pairs of claims that are likely enough on one matter, as `edge` tells, and how many pairs were compared.
fn edges(
    claims: &[u32],
    partners: impl Fn(u32) -> Vec<Candidate> + Sync,
    edge: impl Fn(Candidate) -> Option<Edge> + Sync,
    progress: &dyn Progress,
) -> (Vec<Edge>, u64) {
    let of_chunk = |chunk: &[u32]| {
        let (mut found, mut pairs) = (Vec::new(), 0);
        for candidate in chunk.iter().flat_map(|&claim| partners(claim)) {
            pairs += 1;
            found.extend(edge(candidate));
        }
        progress.advance(chunk.len() as u64);
        (found, pairs)
    };
    let chunks: Vec<(Vec<Edge>, u64)> = claims.par_chunks(CHUNK).map(of_chunk).collect();
    let pairs = chunks.iter().map(|(_, pairs)| pairs).sum();
    let edges = chunks.into_iter().flat_map(|(edges, _)| edges);
    (edges.collect(), pairs)
}
