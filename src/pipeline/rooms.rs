//! The rooms behind a run, set up as the run set them up, for it and for every view that asks them again.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

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
    let nearest = |denial| {
        let words: &block::Words<'_, '_> = words.get_or_init(|| told().words(|_| true));
        words.nearest(denial)
    };
    let known = Nearest::default();
    let place = |word, denial| known.place(word, denial, &nearest);
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

/// The claims nearest to each denial that was asked about: a row is weighed more than once.
#[derive(Default)]
struct Nearest(Mutex<FxHashMap<u32, Arc<[u32]>>>);

impl Nearest {
    /// The place of a word among the claims that `nearest` gives for a denial, from 0.
    fn place(&self, word: u32, denial: u32, nearest: &dyn Fn(u32) -> Vec<u32>) -> Option<u32> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = known().get(&denial).cloned();
        let near = kept.unwrap_or_else(|| {
            let near: Arc<[u32]> = nearest(denial).into();
            known().insert(denial, near.clone());
            near
        });
        block::place_among(&near, word)
    }
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
