//! How long articles take to be gathered into stories, with one thread and with two.
//!
//! `cargo bench --bench stories` reads the sample corpus; `cargo bench --bench stories -- PATH…` what is named.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "made/process.rs"]
mod process;

use std::path::PathBuf;
use std::time::Instant;

use atodds::config::Config;
use atodds::pipeline::{self, Silent};

fn main() {
    let mut paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    paths.retain(|path| path.exists());
    if paths.is_empty() {
        paths.push("corpus".into());
    }
    let config = Config::default();
    let articles = pipeline::read(&paths, &config, &Silent).unwrap().articles;
    println!("articles threads stories largest | total cpu [s] us/article peak-MiB");
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new();
        let pool = pool.num_threads(threads).build().unwrap();
        let (start, busy) = (Instant::now(), process::cpu_seconds());
        let stories = pool.install(|| pipeline::stories(&articles, &config));
        let seconds = start.elapsed().as_secs_f64();
        let busy = process::cpu_seconds()
            .zip(busy)
            .map(|(after, before)| after - before);
        let largest = stories.iter().map(|story| story.articles.len()).max();
        println!(
            "{:>8} {threads} {:>8} {:>7} | {seconds:>7.2} {:>7} {:>7.1} {}",
            articles.len(),
            stories.len(),
            largest.unwrap_or(0),
            busy.map_or("?".into(), |busy| format!("{busy:.2}")),
            seconds * 1e6 / articles.len().max(1) as f64,
            process::peak_mib().map_or("?".into(), |peak| peak.to_string()),
        );
    }
}
