//! The pairs of a run with the steps of their weights, for whoever looks at them, judges or fits them.

use rayon::prelude::*;

use super::{across, blocks, scorer, with_context};
use crate::config::Config;
use crate::contradict::Weighed;
use crate::model::pair::Pair;
use crate::model::run::Run;
use crate::{block, contradict, copies};

/// Every denial with each word of another article that it may answer, the word first, and the steps of how likely it
/// does; for whoever fits or judges them.
pub fn possible_answers_across(run: &Run, config: &Config) -> Vec<Weighed> {
    let elsewhere = contradict::Elsewhere::new(&run.claims, &run.articles);
    let possible = |claims, place| elsewhere.possible(claims, place, f32::MIN);
    let told = block::Told::new(&run.claims, &run.articles, &config.block);
    across::denials(&told, &elsewhere, possible)
}

/// Every two figures of one article or of two that may be given for the same thing by two sides, and the steps of how likely they
/// are; for whoever fits or judges them.
pub fn possible_figures(run: &Run, config: &Config) -> Vec<Weighed> {
    let elsewhere = contradict::Elsewhere::new(&run.claims, &run.articles);
    let possible = |left, right| elsewhere.possible_figures(left, right, f32::MIN);
    let told = block::Told::new(&run.claims, &run.articles, &config.block);
    let mut found = contradict::possible_figures(&run.claims, &run.articles);
    found.extend(across::figures(&told, (&run.claims, &elsewhere), possible));
    found
}

/// Every two accounts of two articles of a handful of short reports that two sides give, and the steps of how likely they
/// exclude each other; for whoever fits or judges them.
pub fn possible_accounts_across(run: &Run, config: &Config) -> Vec<Weighed> {
    let elsewhere = contradict::Elsewhere::new(&run.claims, &run.articles);
    let possible = |left, right| elsewhere.possible_accounts(left, right, f32::MIN);
    let told = block::Told::new(&run.claims, &run.articles, &config.block);
    across::accounts(&told, (&run.claims, &elsewhere), possible)
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
