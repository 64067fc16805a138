//! The rooms behind a run, set up as the run set them up, for it and for every view that asks them again.

use std::sync::OnceLock;

use rayon::prelude::*;

use crate::config::Config;
use crate::lexicon::assertions::Assertions;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::run::Run;
use crate::{block, contradict, copies, score};

/// Weighs pairs of claims by the tables that are compiled in.
pub fn scorer<'a>(claims: &'a [Claim], articles: &'a [Article]) -> score::Scorer<'a> {
    score::Scorer::new(
        claims,
        articles,
        Assertions::builtin(),
        score::Levels::builtin(),
    )
}

/// Hands the rules' view of a run to `ask`; `reports` are the run's.
pub fn with_context<T>(
    run: &Run,
    reports: &copies::Reports,
    config: &Config,
    ask: impl FnOnce(&contradict::Context<'_>) -> T,
) -> T {
    let count = |chosen: &[u32]| reports.count(chosen, &run.claims);
    let told = OnceLock::new();
    let told = || told.get_or_init(|| block::Told::new(&run.claims, &run.articles, &config.block));
    let words = OnceLock::new();
    let place = |word, denial| {
        let words: &block::Words<'_, '_> = words.get_or_init(|| told().words(|_| true));
        words.place(word, denial)
    };
    let context = contradict::Context::new(
        &run.claims,
        &run.articles,
        Assertions::builtin(),
        &config.contradict,
        &count,
        &place,
    );
    ask(&context)
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
