//! How long claims take from blocking to contradictions, and how much memory, from ten thousand to a million.
//!
//! `cargo bench --bench cluster` runs the small sizes; `cargo bench --bench cluster -- 10000 1000000` those that are
//! named. Each size runs with one thread and with two.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "made/claims.rs"]
mod made;

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
        "claims threads pairs clusters rows | weigh cluster contradict total [s] | us/claim peak-MiB"
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
    let start = Instant::now();
    pool.install(|| pipeline::relate(&mut run, &Config::default(), &Silent));
    let total = start.elapsed();
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
        "{size:>8} {threads} {pairs:>10} {:>8} {:>7} | {:>6.2} {:>6.2} {:>6.2} {:>7.2} | {:>6.1} {}",
        run.clusters.len(),
        run.contradictions.len(),
        step("weigh"),
        step("cluster"),
        step("contradict"),
        total.as_secs_f64(),
        total.as_secs_f64() * 1e6 / size as f64,
        peak_mib().map_or("?".into(), |peak| peak.to_string()),
    );
}

/// Most memory that the process ever held, `None` where the system does not tell.
fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kib / 1024)
}
