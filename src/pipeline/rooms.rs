//! The rooms behind a run, set up as the run set them up, for it and for every view that asks them again.

use crate::config::Config;
use crate::lexicon::assertions::Assertions;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::run::Run;
use crate::{contradict, copies, score};

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
    let context = contradict::Context::new(
        &run.claims,
        &run.articles,
        Assertions::builtin(),
        &config.contradict,
        &count,
    );
    ask(&context)
}
