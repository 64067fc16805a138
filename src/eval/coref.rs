//! The coreference metrics by which clusterings are compared: MUC, B-cubed, CEAF-e, and their mean, the CoNLL score.
//!
//! They follow Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions" (ACL 2014), that is, version 8
//! of the reference scorer: key and response may hold different mentions. No metric repairs either side first.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::measure::f1;

use super::assign::assign;

/// Groups of mentions; a mention stands in one group only.
pub type Groups = [Vec<u32>];

/// Recall, precision and their harmonic mean.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// Share of the key that the response has.
    pub recall: f64,
    /// Share of the response that the key has.
    pub precision: f64,
    /// Harmonic mean.
    pub f1: f64,
}

impl Score {
    fn new(recall: f64, precision: f64) -> Self {
        Score {
            recall,
            precision,
            f1: f1(precision, recall),
        }
    }
}

/// Link-based score of Vilain et al. (1995). Groups of one count for nothing.
pub fn muc(key: &Groups, response: &Groups) -> Score {
    Score::new(muc_recall(key, response), muc_recall(response, key))
}

/// Mention-based score of Bagga and Baldwin (1998).
pub fn b_cubed(key: &Groups, response: &Groups) -> Score {
    Score::new(b_cubed_recall(key, response), b_cubed_recall(response, key))
}

/// Entity-based score of Luo (2005) with the similarity φ₄, twice the overlap over the sum of sizes.
pub fn ceaf_e(key: &Groups, response: &Groups) -> Score {
    let weights: Vec<Vec<f64>> = key
        .iter()
        .map(|left| response.iter().map(|right| phi4(left, right)).collect())
        .collect();
    let total: f64 = assign(&weights)
        .iter()
        .enumerate()
        .filter_map(|(row, column)| column.map(|column| weights[row][column]))
        .sum();
    Score::new(over(total, key.len()), over(total, response.len()))
}

/// Mean F1 of MUC, B-cubed and CEAF-e, the score of the CoNLL 2011 and 2012 tasks.
pub fn conll(key: &Groups, response: &Groups) -> f64 {
    (muc(key, response).f1 + b_cubed(key, response).f1 + ceaf_e(key, response).f1) / 3.0
}

fn muc_recall(key: &Groups, response: &Groups) -> f64 {
    let group_of = group_of(response);
    let (mut kept, mut links) = (0, 0);
    for group in key.iter().filter(|group| !group.is_empty()) {
        let mut parts = FxHashSet::default();
        let lost = group
            .iter()
            .filter(|mention| match group_of.get(mention) {
                Some(part) => {
                    parts.insert(*part);
                    false
                }
                None => true,
            })
            .count();
        kept += group.len() - parts.len() - lost;
        links += group.len() - 1;
    }
    over(kept as f64, links)
}

fn b_cubed_recall(key: &Groups, response: &Groups) -> f64 {
    let group_of = group_of(response);
    let (mut sum, mut mentions) = (0.0, 0);
    for group in key {
        let mut parts: FxHashMap<usize, usize> = FxHashMap::default();
        for part in group.iter().filter_map(|mention| group_of.get(mention)) {
            *parts.entry(*part).or_default() += 1;
        }
        let squares: usize = parts.values().map(|size| size * size).sum();
        sum += over(squares as f64, group.len());
        mentions += group.len();
    }
    over(sum, mentions)
}

fn phi4(left: &[u32], right: &[u32]) -> f64 {
    let common = left
        .iter()
        .filter(|mention| right.contains(mention))
        .count();
    2.0 * common as f64 / (left.len() + right.len()).max(1) as f64
}

fn group_of(groups: &Groups) -> FxHashMap<u32, usize> {
    let pairs = groups.iter().enumerate();
    pairs
        .flat_map(|(index, group)| group.iter().map(move |&mention| (mention, index)))
        .collect()
}

fn over(value: f64, count: usize) -> f64 {
    if count == 0 {
        0.0
    } else {
        value / count as f64
    }
}
