//! How well each claim fits its cluster, and which claim it fits best and why.

use crate::lexicon::assertions::Ground;
use crate::model::pair::Step;
use crate::model::run::Run;
use crate::pipeline;
use crate::score::{Levels, Reached, Scorer};

/// How a claim hangs on its cluster.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// The claim that it fits best.
    pub to: u32,
    /// Mean bits with the others of its cluster.
    pub mean: f32,
    ground: Ground,
    reached: Reached,
}

impl Tie {
    /// The steps of the weight between the two.
    pub fn steps(&self) -> Vec<Step> {
        let levels = Levels::builtin();
        levels.steps(self.ground, self.reached)
    }
}

/// Others that a claim is held against; a cluster of thousands is sampled evenly.
const MOST: usize = 12;

/// The tie of every claim, `None` for a claim that is alone.
pub fn ties(run: &Run) -> Vec<Option<Tie>> {
    let scorer = pipeline::scorer(&run.claims, &run.articles);
    let mut ties = vec![None; run.claims.len()];
    for cluster in &run.clusters {
        for &claim in &cluster.claims {
            ties[claim as usize] = tie(claim, &cluster.claims, &scorer);
        }
    }
    ties
}

fn tie(claim: u32, cluster: &[u32], scorer: &Scorer<'_>) -> Option<Tie> {
    let step = cluster.len().div_ceil(MOST).max(1);
    let others = cluster
        .iter()
        .copied()
        .step_by(step)
        .filter(|&other| other != claim);
    let weighed: Vec<(u32, f32)> = others
        .map(|other| (other, scorer.weigh(claim, other)))
        .collect();
    let best = weighed
        .iter()
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    let mean = weighed.iter().map(|(_, bits)| bits).sum::<f32>() / weighed.len() as f32;
    Some(Tie {
        to: best.0,
        mean,
        ground: scorer.ground(claim, best.0)?,
        reached: scorer.reached(claim, best.0),
    })
}
