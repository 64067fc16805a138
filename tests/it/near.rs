//! Articles held against a store, where only what could bear on them is looked up, and against the whole corpus.

use std::collections::BTreeSet;
use std::path::PathBuf;

use atodds::compare::{self, Comparison, Held};
use atodds::config::Config;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent};
use atodds::store::Store;

/// Episodes that share parties, places and days: enough that looking up can go wrong.
const EPISODES: [&str; 3] = [
    "corpus/pokrovsk-2025",
    "corpus/bakhmut-2023",
    "corpus/kakhovka-2023",
];

/// Least share of the contradictions of a whole run that are found by looking up.
const LEAST: f64 = 0.85;

fn by_store(store: &Store, run: &Run, article: u32, config: &Config) -> Comparison {
    let new = vec![run.articles[article as usize].clone()];
    let new = pipeline::draw(new, config, &Silent).unwrap();
    let near = store.near(&new, &config.block).unwrap();
    let (mut joined, new) = compare::join(near, new);
    assert_eq!(new.len(), 1);
    pipeline::relate(&mut joined, config, &Silent);
    compare::hold(&joined, &new, config)
}

/// Each contradiction with the corpus: the rule and the article's claims.
fn rows(held: &Held) -> BTreeSet<(&str, &str)> {
    let outside = held.disputes.iter().filter(|dispute| !dispute.within);
    let claims = outside.flat_map(|dispute| {
        dispute
            .claims
            .iter()
            .map(|claim| (dispute.code, claim.as_str()))
    });
    claims.collect()
}

#[test]
fn looking_up_finds_nearly_all_that_a_whole_run_finds() {
    let config = Config::default();
    let run = pipeline::run(&EPISODES.map(PathBuf::from), &config, &Silent).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("s.sqlite")).unwrap();
    store.save(&run, &config).unwrap();
    let (mut wanted, mut found, mut more) = (0, 0, 0);
    for article in 0..run.articles.len() as u32 {
        let whole = compare::hold(&run, &[article], &config);
        let quick = by_store(&store, &run, article, &config);
        let (whole, quick) = (rows(&whole.articles[0]), rows(&quick.articles[0]));
        wanted += whole.len();
        found += whole.intersection(&quick).count();
        more += quick.difference(&whole).count();
    }
    println!(
        "{found} of {wanted} claims in contradictions found by looking up, {more} beyond the whole run"
    );
    assert!(wanted > 10);
    assert!(found as f64 >= LEAST * wanted as f64, "{found} of {wanted}");
    assert!(
        (more as f64) < (1.0 - LEAST) * wanted as f64 + 3.0,
        "{more} beyond {wanted}"
    );
}
