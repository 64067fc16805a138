//! What one run found: the whole of it, as every view reads it.

use std::borrow::Cow;
use std::ops::Range;
use std::time::Duration;

use super::article::{Article, Skipped};
use super::claim::Claim;
use super::cluster::{self, Cluster, Copy};
use super::contradiction::Contradiction;
use super::pair::Pair;
use super::span::{Span, TextField};
use super::story::Story;
use super::verdict::Fate;

/// A sentence that the segmenter found, and whether the scan thought it worth parsing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sentence {
    /// Index of the article in the run.
    pub article: u32,
    /// The text that the span counts in.
    pub field: TextField,
    /// Where it stands.
    pub span: Span,
    /// Whether it was parsed.
    pub parsed: bool,
}

/// Everything that one run found. Indices in it point into its own lists.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    /// Articles, ordered by key.
    pub articles: Vec<Article>,
    /// Sentences in the order of the text; empty unless the run was asked to keep them.
    pub sentences: Vec<Sentence>,
    /// Claims, ordered by article and place in the text.
    pub claims: Vec<Claim>,
    /// Scored pairs of claims; empty unless the run was asked to keep them.
    pub pairs: Vec<Pair>,
    /// Clusters of claims.
    pub clusters: Vec<Cluster>,
    /// Articles that copy another.
    pub copies: Vec<Copy>,
    /// Articles by the story that they tell, ordered by their first article.
    pub stories: Vec<Story>,
    /// Contradictions, the weightiest first.
    pub contradictions: Vec<Contradiction>,
    /// Claims in which another article told more of a speaker or a verdict corrected something, by index, as they were drawn
    /// from the text.
    pub uncorrected: Vec<(u32, Claim)>,
    /// What became of each verdict that the run was given, in the order in which they were given to it.
    pub fates: Vec<Fate>,
    /// Inputs that became no article, ordered by file.
    pub skipped: Vec<Skipped>,
    /// How many of what, in the order of the work.
    pub counts: Vec<(&'static str, u64)>,
    /// How long each step took, in the order of the work.
    pub timings: Vec<(&'static str, Duration)>,
}

impl Run {
    /// The claims of a range as they were drawn from the text, before other articles told more of their speakers and
    /// before a reviewer corrected any.
    pub fn drawn(&self, range: Range<usize>) -> Cow<'_, [Claim]> {
        let mut drawn = Cow::Borrowed(self.claims.get(range.clone()).unwrap_or(&[]));
        for (index, claim) in &self.uncorrected {
            let index = *index as usize;
            if range.contains(&index) {
                drawn.to_mut()[index - range.start] = claim.clone();
            }
        }
        drawn
    }

    /// The index of each claim's cluster; `None` for a claim in no cluster.
    pub fn cluster_of(&self) -> Vec<Option<u32>> {
        cluster::cluster_of(&self.clusters, self.claims.len())
    }
}
