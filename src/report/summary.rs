//! `run.json`: version, settings, counts and timings of a run.

use serde_json::{Map, Value, json};

use crate::config::Config;
use crate::model::run::Run;

/// The file's bytes; timings are seconds with three decimals.
pub(super) fn json(run: &Run, config: &Config) -> Vec<u8> {
    let mut counts: Map<String, Value> = Map::new();
    for (name, count) in &run.counts {
        counts.insert((*name).to_owned(), json!(count));
    }
    let mut timings: Map<String, Value> = Map::new();
    for (name, time) in &run.timings {
        let seconds = (time.as_secs_f64() * 1000.0).round() / 1000.0;
        timings.insert((*name).to_owned(), json!(seconds));
    }
    let summary = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "settings": serde_json::to_value(config).unwrap_or_default(),
        "counts": counts,
        "seconds": timings,
    });
    let mut bytes = serde_json::to_vec_pretty(&summary).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
