//! Holds every denial, every figure and every answer that leaves no room for another against what other articles tell in
//! much the same words.

use rayon::prelude::*;

use crate::block::Told;
use crate::contradict::{self, Elsewhere};
use crate::model::claim::Claim;

/// What `find` makes of each denial and a claim of another article that it may answer; it is given the claim first, and its
/// place among those.
pub(super) fn denials<T: Send>(
    told: &Told<'_>,
    elsewhere: &Elsewhere<'_>,
    find: impl Fn((u32, u32), Option<u32>) -> Option<T> + Sync,
) -> Vec<T> {
    let words = told.words(|_| true);
    let answers = |&denial: &u32| -> Vec<T> {
        let near = words.nearest(denial);
        let rest = elsewhere
            .is_of_handful(denial)
            .then(|| words.rest(denial, &near));
        let places = (0..).map(Some).zip(near);
        let rest = rest.into_iter().flatten().map(|word| (None, word));
        let found = places
            .chain(rest)
            .filter_map(|(place, word)| find((word, denial), place));
        found.collect()
    };
    let denials = elsewhere.denials();
    denials.par_iter().flat_map_iter(answers).collect()
}

/// What `find` makes of each two figures of two articles that may be given for one thing; it is given the lower index
/// first, and each two once.
pub(super) fn figures<T: Send>(
    told: &Told<'_>,
    (claims, elsewhere): (&[Claim], &Elsewhere<'_>),
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    each_two(
        told,
        (claims, elsewhere),
        |claim| claim.quantity.is_some(),
        find,
    )
}

/// What `find` makes of each two answers of two articles to who did it, why it came about, who holds it or how it ended;
/// it is given the lower index first, and each two once.
pub(super) fn rivals<T: Send>(
    told: &Told<'_>,
    (claims, elsewhere): (&[Claim], &Elsewhere<'_>),
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    each_two(told, (claims, elsewhere), contradict::answers_alone, find)
}

/// What `find` makes of each two accounts of two articles that may exclude each other; it is given the lower index first,
/// and each two once.
pub(super) fn accounts<T: Send>(
    told: &Told<'_>,
    (claims, elsewhere): (&[Claim], &Elsewhere<'_>),
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    let find = |left, right| {
        let near = elsewhere.share_a_word(left, right) || elsewhere.are_excluded(left, right);
        near.then(|| find(left, right)).flatten()
    };
    each_two(
        told,
        (claims, elsewhere),
        |claim| elsewhere.is_account(claim),
        find,
    )
}

/// What `find` makes of each two claims of two articles that `is_asked` holds of and that share most words, and of all of
/// a handful of short reports, which may tell of one thing without a word in common.
fn each_two<T: Send>(
    told: &Told<'_>,
    (claims, elsewhere): (&[Claim], &Elsewhere<'_>),
    is_asked: impl Fn(&Claim) -> bool,
    find: impl Fn(u32, u32) -> Option<T> + Sync,
) -> Vec<T> {
    let words = told.words(&is_asked);
    let asked: Vec<u32> = (0..claims.len() as u32)
        .filter(|&claim| is_asked(&claims[claim as usize]))
        .collect();
    let pairs = |&claim: &u32| -> Vec<((u32, u32), T)> {
        let mut others = words.nearest(claim);
        if elsewhere.is_of_handful(claim) {
            others.extend(words.rest(claim, &others));
        }
        let pairs = others.into_iter();
        let pairs = pairs.map(|other| (claim.min(other), claim.max(other)));
        let found = pairs.filter_map(|pair| Some((pair, find(pair.0, pair.1)?)));
        found.collect()
    };
    // Most pairs are no answers, so they are asked first, though some twice, and only what is found is put in order.
    let mut found: Vec<((u32, u32), T)> = asked.par_iter().flat_map_iter(pairs).collect();
    found.par_sort_by_key(|(pair, _)| *pair);
    found.dedup_by_key(|(pair, _)| *pair);
    found.into_iter().map(|(_, found)| found).collect()
}
