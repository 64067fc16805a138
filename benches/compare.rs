//! How long an article takes to be held against a store of half a million made claims: in the library with made claims,
//! and as a whole program that starts, opens the store and reads an article of 800 words.
//!
//! `cargo bench --bench compare`, or `-- 20000` for another number of claims.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "made/claims.rs"]
mod made;
#[path = "made/process.rs"]
mod process;

use std::time::{Duration, Instant};

use atodds::compare;
use atodds::config::Config;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent};
use atodds::store::Store;

const CLAIMS: usize = 500_000;
const SEED: u64 = 20_261_128;

/// Claims of an article of 800 words.
const OF_ARTICLE: usize = 30;

/// Sentences of filler that give every article a text of some length.
const TEXT: &str = "The weather was fine and nobody said anything of note on that day. ";

const ROUNDS: usize = 20;

fn main() {
    let size = std::env::args().filter_map(|size| size.parse().ok()).next();
    let config = Config::default();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.atodds.sqlite");
    fill(&path, size.unwrap_or(CLAIMS), &config);
    let mut times: Vec<(Duration, Duration)> = Vec::new();
    let mut loaded = 0;
    let busy = process::cpu_seconds();
    for round in 0..ROUNDS {
        let (claims, mut articles) = made::make(OF_ARTICLE, SEED + 1 + round as u64);
        articles.truncate(1);
        let claims = claims.into_iter().map(|mut claim| {
            claim.article = 0;
            claim
        });
        let new = Run {
            claims: claims.collect(),
            articles,
            ..Run::default()
        };
        let start = Instant::now();
        let store = Store::open_existing(&path).unwrap();
        let near = store.near(&new, &config.block).unwrap();
        let looked = start.elapsed();
        loaded += near.claims.len();
        let (mut run, new) = compare::join(near, new);
        pipeline::relate(&mut run, &config, &Silent);
        let found = compare::hold(&run, &new, &config);
        assert_eq!(found.articles.len(), 1);
        times.push((start.elapsed(), looked));
    }
    let busy = process::cpu_seconds().zip(busy);
    let busy = busy.map_or(f64::NAN, |(after, before)| (after - before) / ROUNDS as f64);
    times.sort();
    let (median, slowest) = (times[ROUNDS / 2], times[ROUNDS - 1]);
    println!(
        "median {:?} ({:?} of it looking up), slowest {:?}, {busy:.3} s at work, {} claims looked up on average, peak {} MiB",
        median.0,
        median.1,
        slowest.0,
        loaded / ROUNDS,
        process::peak_mib().map_or("?".into(), |peak| peak.to_string()),
    );
    measure_program(folder.path(), &path);
}

/// Least words of the article that the program reads.
const WORDS: usize = 800;

/// The program from its start to its end, the output thrown away.
fn measure_program(folder: &std::path::Path, store: &std::path::Path) {
    let article = folder.join("article.md");
    let words = write_article(&article);
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_atodds"))
            .arg("compare")
            .arg(&article)
            .arg("--store")
            .arg(store)
            .output()
            .unwrap();
        times.push(start.elapsed());
        let errors = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{errors}");
    }
    times.sort();
    println!(
        "whole program, {words} words: fastest {:?}, median {:?}, slowest {:?}",
        times[0],
        times[ROUNDS / 2],
        times[ROUNDS - 1],
    );
}

fn write_article(path: &std::path::Path) -> usize {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/pokrovsk-2025/");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let mut text = String::from(
        "---\noutlet: Bench\ndate: 2026-01-01\ntitle: What is told of Pokrovsk\n---\n",
    );
    for file in files {
        let whole = std::fs::read_to_string(file).unwrap();
        if text.split_whitespace().count() < WORDS {
            text.push_str(whole.splitn(3, "---\n").nth(2).unwrap());
        }
    }
    std::fs::write(path, &text).unwrap();
    text.split_whitespace().count()
}

fn fill(path: &std::path::Path, size: usize, config: &Config) {
    let (claims, mut articles) = made::make(size, SEED);
    for (index, article) in articles.iter_mut().enumerate() {
        article.title = format!("Article {index}");
        article.body = format!("{index} {}", TEXT.repeat(12));
    }
    let run = Run {
        claims,
        articles,
        ..Run::default()
    };
    let start = Instant::now();
    Store::open(path).unwrap().save(&run, config).unwrap();
    println!("{size} claims saved in {:?}", start.elapsed());
}
