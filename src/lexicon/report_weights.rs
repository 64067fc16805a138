//! How much each trait of a word and its surroundings speaks for its being an attribution (`report_weights.tsv`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table;

/// Weights of traits, in natural logarithms of odds.
#[derive(Debug, Default)]
pub struct ReportWeights {
    weights: FxHashMap<&'static str, f32>,
    bar: f32,
}

static LIST: LazyLock<ReportWeights> = LazyLock::new(ReportWeights::load);

/// The line that tells the sum from which a word counts as a cue.
const BAR: &str = "bar";

impl ReportWeights {
    /// The list that is compiled in, read at its first use.
    pub fn embedded() -> &'static Self {
        &LIST
    }

    fn load() -> Self {
        let mut list = ReportWeights::default();
        let text = include_str!("data/report_weights.tsv");
        for row in table::rows("report_weights.tsv", text) {
            let weight = row.columns.get(1).and_then(|column| column.parse().ok());
            if let Some(weight) = weight {
                list.weights.insert(row.columns[0], weight);
            }
        }
        list.bar = list.weights.remove(BAR).unwrap_or(0.0);
        list
    }

    /// The weight of a trait; `None` where the list does not know it.
    pub fn weight(&self, of: &str) -> Option<f32> {
        self.weights.get(of).copied()
    }

    /// Whether traits together pass the bar.
    pub fn passes<S: AsRef<str>>(&self, traits: impl IntoIterator<Item = S>) -> bool {
        let sum: f32 = traits
            .into_iter()
            .filter_map(|name| self.weight(name.as_ref()))
            .sum();
        sum > self.bar
    }
}
