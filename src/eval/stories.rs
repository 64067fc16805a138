//! Stories against the episodes of the gold: an episode goes on for months, so that a story is mostly a part of one.

use std::collections::BTreeMap;

use crate::model::measure::Measure;
use crate::model::run::Run;

use super::coref::b_cubed;
use super::pairing::Pairing;
use super::sample::SET;

/// B-cubed of the articles by episode; an article that is of none stands alone.
pub fn measure(run: &Run, pairing: &Pairing) -> Vec<Measure> {
    let mut key: BTreeMap<(Option<usize>, u32), Vec<u32>> = BTreeMap::new();
    for article in 0..run.articles.len() as u32 {
        let episode = pairing.episode_of[article as usize];
        let episode = episode.map(|episode| episode as usize);
        let alone = if episode.is_some() { 0 } else { article };
        key.entry((episode, alone)).or_default().push(article);
    }
    let key: Vec<Vec<u32>> = key.into_values().collect();
    let stories = run.stories.iter().map(|story| story.articles.clone());
    let score = b_cubed(&key, &stories.collect::<Vec<_>>());
    vec![
        Measure::mean(SET, "stories.b3_precision", score.precision),
        Measure::mean(SET, "stories.b3_recall", score.recall),
        Measure::mean(SET, "stories.b3_f1", score.f1),
    ]
}
