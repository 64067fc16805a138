//! How long claims take from blocking to contradictions, and how much memory, from ten thousand to a million.
//!
//! `cargo bench --bench cluster` runs the small sizes; `cargo bench --bench cluster -- 10000 1000000` those that are
//! named. Each size runs with one thread and with two.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "made/claims.rs"]
mod made;
#[path = "made/process.rs"]
mod process;

use std::time::{Duration, Instant};

use atodds::config::Config;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent};

const SIZES: [usize; 2] = [10_000, 30_000];
const SEED: u64 = 20_261_128;

fn main() {
    let mut sizes: Vec<usize> = std::env::args()
        .filter_map(|size| size.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = SIZES.to_vec();
    }
    println!(
        "claims threads pairs clusters rows | weigh cluster contradict total [s] | cpu [s] cpu-us/claim peak-MiB"
    );
    for size in sizes {
        for threads in [1, 2] {
            measure(size, threads);
        }
    }
}

fn measure(size: usize, threads: usize) {
    let (claims, articles) = made::make(size, SEED);
    let mut run = Run {
        claims,
        articles,
        ..Run::default()
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap();
    let (start, busy) = (Instant::now(), process::cpu_seconds());
    pool.install(|| pipeline::relate(&mut run, &Config::default(), &Silent));
    let total = start.elapsed();
    let busy = process::cpu_seconds()
        .zip(busy)
        .map(|(after, before)| after - before);
    let step = |name| {
        let found = run.timings.iter().find(|(step, _)| *step == name);
        found
            .map_or(Duration::ZERO, |(_, time)| *time)
            .as_secs_f64()
    };
    let pairs = run
        .counts
        .iter()
        .find(|(name, _)| *name == "pairs")
        .map_or(0, |(_, pairs)| *pairs);
    println!(
        "{size:>8} {threads} {pairs:>10} {:>8} {:>7} | {:>6.2} {:>6.2} {:>6.2} {:>7.2} | {:>7} {:>6} {}",
        run.clusters.len(),
        run.contradictions.len(),
        step("weigh"),
        step("cluster"),
        step("contradict"),
        total.as_secs_f64(),
        busy.map_or("?".into(), |busy| format!("{busy:.2}")),
        busy.map_or("?".into(), |busy| format!(
            "{:.1}",
            busy * 1e6 / size as f64
        )),
        process::peak_mib().map_or("?".into(), |peak| peak.to_string()),
    );
}
