//! Why the program says what it says: of a claim, of two claims, of a cluster, of a story, of a contradiction.
//!
//! Nothing is decided anew here. A claim keeps how each of its fields was found; what a pair, a cluster or a
//! contradiction weighs is asked of the rooms that weighed it, so an explanation cannot differ from the result.

mod claim;
mod cluster;
mod find;
mod lack;
mod pair;
mod row;
mod source;
mod story;
mod telling;
mod text;

use serde::Serialize;

use crate::config::Config;
use crate::model::run::Run;
use crate::{block, cluster as clustering, contradict, copies, pipeline, score};

pub use claim::{ClaimWhy, Field};
pub use cluster::{ClusterWhy, Member};
pub use find::{Subject, find};
pub use lack::RowWhy;
pub use pair::{Grouping, PairWhy, Proposal};
pub use row::{ContradictionWhy, Settled, SideWhy};
pub use source::{Bits, Source};
pub use story::{StoryWhy, Told};
pub use telling::{Weight, tell};
pub use text::write;

/// An explanation, for reading as text by [`write`] or as data.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "explains", rename_all = "snake_case")]
pub enum Explanation {
    /// Of one claim.
    Claim(Box<ClaimWhy>),
    /// Of two claims.
    Pair(Box<PairWhy>),
    /// Of a cluster.
    Cluster(ClusterWhy),
    /// Of a story.
    Story(StoryWhy),
    /// Of a contradiction.
    Contradiction(Box<ContradictionWhy>),
}

/// Explains what one run found.
pub struct Explainer<'a> {
    run: &'a Run,
    config: &'a Config,
    cluster_of: Vec<Option<u32>>,
    reports: copies::Reports,
    blocks: block::Blocks,
    scorer: score::Scorer<'a>,
    extents: clustering::Prepared<'a>,
}

impl<'a> Explainer<'a> {
    /// Reads a run; `config` are the settings that it was made with.
    pub fn new(run: &'a Run, config: &'a Config) -> Self {
        let (claims, articles) = (&run.claims, &run.articles);
        Explainer {
            run,
            config,
            cluster_of: run.cluster_of(),
            reports: copies::Reports::new(articles.len(), &run.copies),
            blocks: pipeline::blocks(claims, articles, config),
            scorer: pipeline::scorer(claims, articles),
            extents: clustering::Prepared::new(claims, articles, &config.cluster),
        }
    }

    /// Explains one thing.
    pub fn explain(&self, subject: Subject) -> Explanation {
        match subject {
            Subject::Claim(claim) => Explanation::Claim(Box::new(self.claim(claim))),
            Subject::Cluster(cluster) => Explanation::Cluster(self.cluster(cluster)),
            Subject::Story(story) => Explanation::Story(self.story(story)),
            Subject::Contradiction(row) => {
                Explanation::Contradiction(Box::new(self.contradiction(row)))
            }
        }
    }

    /// Explains why two claims were or were not brought together.
    pub fn explain_pair(&self, left: u32, right: u32) -> Explanation {
        Explanation::Pair(Box::new(self.pair(left, right)))
    }

    /// Hands the rules' view of the run to `ask`.
    fn with_context<T>(&self, ask: impl FnOnce(&contradict::Context<'_>) -> T) -> T {
        pipeline::with_context(self.run, &self.reports, self.config, ask)
    }

    fn cluster_id(&self, claim: u32) -> Option<String> {
        let cluster = self.cluster_of[claim as usize]?;
        Some(self.run.clusters[cluster as usize].id.to_string())
    }
}
