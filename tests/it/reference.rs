//! Blocking and clustering held against plain, slow versions of themselves on small made claims.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use atodds::config::Config;
use atodds::lexicon::assertions::Assertions;
use atodds::lexicon::likeness::Sense;
use atodds::model::article::Article;
use atodds::model::claim::{Claim, Stance, day_number};
use atodds::model::pair::{Candidate, Edge};
use atodds::{block, cluster, score};

#[path = "../../benches/made/claims.rs"]
mod made;

/// Sets of claims that are tried, and claims of each: few enough that clusters are never sampled.
const SETS: u64 = 60;
const CLAIMS: usize = 28;

fn settings(neighbours: u32) -> Config {
    let mut config = Config::default();
    config.block.neighbours = neighbours;
    config
}

/// Every two claims, asked one by one.
fn slow_pairs(claims: &[Claim], articles: &[Article], config: &Config) -> BTreeSet<(u32, u32)> {
    let prepared = block::Prepared::new(claims, articles, Assertions::builtin(), &config.block);
    let tables = (0..block::RULES.len())
        .map(|rule| prepared.table(rule))
        .collect();
    let blocks = prepared.join(tables);
    let all = (0..claims.len() as u32)
        .flat_map(|left| (left + 1..claims.len() as u32).map(move |right| (left, right)));
    all.filter(|&(left, right)| {
        let meetings = blocks.meetings(left, right);
        meetings
            .iter()
            .any(|(_, meeting)| *meeting == block::Meeting::Proposed)
    })
    .collect()
}

fn pairs(claims: &[Claim], articles: &[Article], config: &Config) -> Vec<Candidate> {
    block::candidates(claims, articles, Assertions::builtin(), &config.block)
}

#[test]
fn blocks_propose_the_pairs_that_asking_for_every_two_claims_gives() {
    for seed in 0..SETS {
        let (claims, articles) = made::make(CLAIMS, seed);
        for neighbours in [2, 24] {
            let config = settings(neighbours);
            let found = pairs(&claims, &articles, &config);
            let fast: BTreeSet<(u32, u32)> =
                found.iter().map(|pair| (pair.left, pair.right)).collect();
            assert_eq!(
                fast,
                slow_pairs(&claims, &articles, &config),
                "seed {seed}, {neighbours} neighbours"
            );
        }
    }
}

#[test]
fn blocks_propose_the_same_pairs_for_any_order_of_the_claims() {
    for seed in 0..SETS {
        let (claims, articles) = made::make(CLAIMS, seed);
        let ids = |claims: &[Claim]| -> BTreeSet<(String, String)> {
            let id = |claim: u32| claims[claim as usize].id.to_string();
            let pair = |pair: Candidate| {
                let (a, b) = (id(pair.left), id(pair.right));
                if a < b { (a, b) } else { (b, a) }
            };
            pairs(claims, &articles, &settings(2))
                .into_iter()
                .map(pair)
                .collect()
        };
        let mut turned = claims.clone();
        turned.reverse();
        assert_eq!(ids(&claims), ids(&turned), "seed {seed}");
    }
}

/// The claims that a denial or figure is held against, by comparing its words with those of every other claim; all that are
/// as near as the last.
fn slow_nearest(asked: usize, claims: &[Claim], articles: &[Article], config: &Config) -> Vec<u32> {
    let (settings, own) = (&config.block, &claims[asked]);
    let day = |claim: &Claim| articles[claim.article as usize].published.map(day_number);
    let is_near = |other: &Claim| match (day(own), day(other)) {
        (Some(a), Some(b)) => (a - b).abs() <= settings.answered_days,
        _ => true,
    };
    let rarity = |word: &str| (Sense::of(word).weight * 1000.0).round() as u32;
    let shared = |other: &Claim| {
        let words = other.words.iter().filter(|word| own.words.contains(word));
        words.map(|word| rarity(word)).sum::<u32>()
    };
    let may = |other: &Claim| {
        let affirmed = other.stance.value == Stance::Affirm;
        let words = other.words.iter();
        affirmed
            && other.article != own.article
            && is_near(other)
            && words.into_iter().any(|word| own.words.contains(word))
    };
    let mut found: Vec<(Reverse<u32>, &str, u32)> = (0..)
        .zip(claims)
        .filter(|(_, other)| may(other))
        .map(|(index, other)| (Reverse(shared(other)), other.id.as_str(), index))
        .collect();
    found.sort_unstable();
    found.truncate(settings.answered);
    found.into_iter().map(|(.., index)| index).collect()
}

#[test]
fn a_denial_meets_the_words_that_comparing_it_with_every_claim_gives() {
    for seed in 0..SETS {
        let (claims, articles) = made::make(CLAIMS, seed);
        let mut config = Config::default();
        (config.block.answered, config.block.answered_days) = (5, 400);
        let told = block::Told::new(&claims, &articles, &config.block);
        let words = told.words(|_| true);
        for asked in 0..claims.len() {
            assert_eq!(
                words.nearest(asked as u32),
                slow_nearest(asked, &claims, &articles, &config),
                "seed {seed}, claim {asked}"
            );
        }
    }
}

/// Average linkage as one would write it down: look at all pairs of clusters, join the best, begin again; first with what
/// was published on the first day, then with what came on the second too, and so on.
fn slow_clusters(claims: &[Claim], articles: &[Article], config: &Config) -> BTreeSet<Vec<u32>> {
    let scorer = score::Scorer::new(
        claims,
        articles,
        Assertions::builtin(),
        score::Levels::builtin(),
    );
    let prepared = cluster::Prepared::new(claims, articles, &config.cluster);
    let weigh = |left: u32, right: u32| scorer.weigh(left, right);
    let all: Vec<u32> = (0..claims.len() as u32).collect();
    let order = cluster::by_publication(&all, &prepared);
    let mut groups: Vec<Vec<u32>> = order.iter().map(|&claim| vec![claim]).collect();
    let linked: BTreeSet<(u32, u32)> = pairs(claims, articles, config)
        .into_iter()
        .filter_map(|pair| scorer.edge(pair, config.cluster.least_bits))
        .map(|edge| (edge.left, edge.right))
        .collect();
    let day = |claim: u32| {
        let day = articles[claims[claim as usize].article as usize].published;
        (day.is_none(), day)
    };
    let days: BTreeSet<_> = all.iter().map(|&claim| day(claim)).collect();
    for today in days {
        let linked = linked.iter().copied();
        let linked = linked
            .filter(|&(a, b)| day(a).max(day(b)) <= today)
            .collect();
        slow_day(&mut groups, &linked, &prepared, &weigh, config);
    }
    let sorted = |mut group: Vec<u32>| {
        group.sort_unstable();
        group
    };
    groups.into_iter().map(sorted).collect()
}

/// One day of [`slow_clusters`].
fn slow_day(
    groups: &mut Vec<Vec<u32>>,
    linked: &BTreeSet<(u32, u32)>,
    prepared: &cluster::Prepared<'_>,
    weigh: &impl Fn(u32, u32) -> f32,
    config: &Config,
) {
    loop {
        let mut best: Option<(i64, i64, usize, usize)> = None;
        for low in 0..groups.len() {
            for high in low + 1..groups.len() {
                let (a, b) = (&groups[low], &groups[high]);
                let meets = a
                    .iter()
                    .any(|&x| b.iter().any(|&y| linked.contains(&(x.min(y), x.max(y)))));
                if !meets || cluster::find_group_exclusion(a, b, prepared).is_some() {
                    continue;
                }
                let thousandths = |x, y| (weigh(x, y).clamp(-12.0, 12.0) * 1000.0).round() as i64;
                let sum: i64 = a
                    .iter()
                    .flat_map(|&x| b.iter().map(move |&y| (x, y)))
                    .map(|(x, y)| thousandths(x, y))
                    .sum();
                let count = (a.len() * b.len()) as i64;
                let better = best.is_none_or(|(s, c, _, _)| {
                    i128::from(sum) * i128::from(c) > i128::from(s) * i128::from(count)
                });
                if sum >= (config.cluster.least_bits * 1000.0) as i64 * count && better {
                    best = Some((sum, count, low, high));
                }
            }
        }
        let Some((_, _, low, high)) = best else { break };
        let gone = groups.remove(high);
        groups[low].extend(gone);
    }
}

#[test]
fn clusters_are_those_of_plain_average_linkage() {
    let config = Config::default();
    let verdicts = cluster::Verdicts::default();
    let mut joined = 0;
    for seed in 0..SETS {
        // Up to eight by eight members the means are exact.
        let (claims, articles) = made::make(14, seed);
        let scorer = score::Scorer::new(
            &claims,
            &articles,
            Assertions::builtin(),
            score::Levels::builtin(),
        );
        let prepared = cluster::Prepared::new(&claims, &articles, &config.cluster);
        let edges = pairs(&claims, &articles, &config);
        let edges = edges
            .into_iter()
            .filter_map(|pair| scorer.edge(pair, config.cluster.least_bits));
        let all: Vec<Edge> = edges.collect();
        let useful = all.iter().copied();
        let useful = useful.filter(|edge| !prepared.excludes(edge.left, edge.right));
        let slow = slow_clusters(&claims, &articles, &config);
        // Edges between claims that exclude each other change nothing.
        for edges in [useful.collect(), all.clone()] {
            let components = cluster::components(claims.len(), edges, &verdicts);
            let weigh = |left, right| scorer.weigh(left, right);
            let cut = |component| cluster::cut(component, &prepared, &verdicts, weigh);
            let clusters = components.iter().flat_map(cut);
            let fast: BTreeSet<Vec<u32>> = clusters.map(|cluster| cluster.claims).collect();
            joined += fast.iter().filter(|cluster| cluster.len() > 1).count();
            assert_eq!(fast, slow, "seed {seed}");
        }
    }
    assert!(
        joined > 40,
        "only {joined} clusters of several claims were made"
    );
}
