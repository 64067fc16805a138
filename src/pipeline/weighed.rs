//! The pairs of a run with the steps of their weights, for whoever looks at them, judges or fits them.

use rayon::prelude::*;

use super::{blocks, scorer, with_context};
use crate::config::Config;
use crate::contradict::Weighed;
use crate::model::pair::{Candidate, Pair};
use crate::model::run::Run;
use crate::{block, cluster, contradict, copies};

/// Every denial with each word of another article that it may answer, the word first, and the steps of how likely it
/// does; for whoever fits or judges them.
pub fn possible_answers_across(run: &Run, config: &Config) -> Vec<Weighed> {
    let (claims, articles) = (&run.claims, &run.articles);
    let told = block::Told::new(claims, articles, &config.block);
    let elsewhere = contradict::Elsewhere::new(claims, articles);
    let answers = |&denial: &u32| -> Vec<Weighed> {
        let words = told.nearest(denial).into_iter();
        words
            .filter_map(|word| elsewhere.possible(word, denial, f32::MIN))
            .collect()
    };
    elsewhere
        .denials()
        .par_iter()
        .flat_map_iter(answers)
        .collect()
}

/// Every two figures of two articles that may be given for the same thing by two sides, and the steps of how likely they
/// are; for whoever fits or judges them.
pub fn possible_figures_across(run: &Run, config: &Config) -> Vec<Weighed> {
    across(run, config, |elsewhere, pair| {
        elsewhere.possible_figures(pair.left, pair.right, f32::MIN)
    })
}

/// What is found of the pairs that the blocks bring together.
fn across(
    run: &Run,
    config: &Config,
    find: impl Fn(&contradict::Elsewhere<'_>, Candidate) -> Option<Weighed> + Sync,
) -> Vec<Weighed> {
    let (claims, articles) = (&run.claims, &run.articles);
    let blocks = blocks(claims, articles, config);
    let ready = cluster::Prepared::new(claims, articles, &config.cluster);
    let elsewhere = contradict::Elsewhere::new(claims, articles);
    let answers = |&left: &u32| -> Vec<Weighed> {
        let met = blocks.partners_that(left, |right| !ready.excludes(left, right));
        let pairs = met.into_iter();
        pairs.filter_map(|pair| find(&elsewhere, pair)).collect()
    };
    let order: Vec<u32> = (0..claims.len() as u32).collect();
    order.par_iter().flat_map_iter(answers).collect()
}

/// Every row with each later admission of one of its sides, and the steps of how likely that gives the other side right; for
/// whoever fits or judges them.
pub fn possible_concessions(run: &Run, config: &Config) -> Vec<(u32, contradict::Yielded)> {
    let reports = copies::Reports::new(run.articles.len(), &run.copies);
    with_context(run, &reports, config, |context| {
        let rows = (0..).zip(&run.contradictions);
        let given = rows.flat_map(|(index, row)| {
            let given = contradict::possible_concessions(row, context, f32::MIN);
            given.into_iter().map(move |given| (index, given))
        });
        given.collect()
    })
}

/// Every pair of claims that was weighed, with the steps of its weight, in the order of the claims; for looking at.
pub fn weighed_pairs(run: &Run, config: &Config) -> Vec<Pair> {
    let blocks = blocks(&run.claims, &run.articles, config);
    let scorer = scorer(&run.claims, &run.articles);
    let claims: Vec<u32> = (0..run.claims.len() as u32).collect();
    let pairs = |&claim: &u32| -> Vec<_> {
        blocks
            .partners(claim)
            .into_iter()
            .map(|candidate| scorer.pair(candidate))
            .collect()
    };
    claims.par_iter().flat_map_iter(pairs).collect()
}
