//! Holds every denial, every figure and every answer that leaves no room for another against what other articles tell in
//! much the same words.

use rayon::prelude::*;

use crate::block::Told;
use crate::config::Config;
use crate::contradict::{self, Elsewhere};
use crate::model::claim::Claim;
use crate::model::run::Run;

/// What `find` makes of each denial and a claim of another article that it may answer; it is given the claim first.
pub(super) fn denials<T: Send>(
    run: &Run,
    elsewhere: &Elsewhere<'_>,
    config: &Config,
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    let told = Told::new(&run.claims, &run.articles, &config.block);
    let answers = |&denial: &u32| -> Vec<T> {
        let words = told.nearest(denial).into_iter();
        words.filter_map(|word| find(word, denial)).collect()
    };
    let denials = elsewhere.denials();
    denials.par_iter().flat_map_iter(answers).collect()
}

/// What `find` makes of each two figures of two articles that may be given for one thing; it is given the lower index
/// first, and each two once.
pub(super) fn figures<T: Send>(
    run: &Run,
    config: &Config,
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    each_two(run, config, |claim| claim.quantity.is_some(), find)
}

/// What `find` makes of each two answers of two articles to who did it, why it came about, who holds it or how it ended;
/// it is given the lower index first, and each two once.
pub(super) fn rivals<T: Send>(
    run: &Run,
    config: &Config,
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    each_two(run, config, contradict::answers_alone, find)
}

/// What `find` makes of each two claims of two articles that `is_asked` holds of and that share most words.
fn each_two<T: Send>(
    run: &Run,
    config: &Config,
    is_asked: impl Fn(&Claim) -> bool,
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    let told = Told::of(&run.claims, &run.articles, &config.block, &is_asked);
    let asked = |&claim: &u32| is_asked(&run.claims[claim as usize]);
    let given: Vec<u32> = (0..run.claims.len() as u32).filter(asked).collect();
    let pairs = |&figure: &u32| -> Vec<(u32, u32)> {
        let others = told.nearest(figure).into_iter();
        let pair = |other: u32| (figure.min(other), figure.max(other));
        others.map(pair).collect()
    };
    let mut pairs: Vec<(u32, u32)> = given.par_iter().flat_map_iter(pairs).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    let found = |&(left, right): &(u32, u32)| find(left, right);
    pairs.par_iter().filter_map(found).collect()
}
