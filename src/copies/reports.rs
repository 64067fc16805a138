//! Counting reports: ten outlets with one wire story are one.

use crate::model::claim::Claim;
use crate::model::cluster::Copy;

/// Which articles are one report.
#[derive(Debug, Clone)]
pub struct Reports {
    /// The original at the end of each article's chain of copying.
    originals: Vec<u32>,
}

impl Reports {
    /// Follows the copies among `articles` articles to their originals.
    pub fn new(articles: usize, copies: &[Copy]) -> Self {
        let mut of: Vec<u32> = (0..articles as u32).collect();
        for copy in copies {
            of[copy.article as usize] = copy.of;
        }
        let original = |article: u32| {
            let mut at = article;
            // A copy is always later than what it copies, so the chain ends.
            while of[at as usize] != at {
                at = of[at as usize];
            }
            at
        };
        Reports {
            originals: (0..articles as u32).map(original).collect(),
        }
    }

    /// The article that stands for the report of an article.
    pub fn original(&self, article: u32) -> u32 {
        self.originals
            .get(article as usize)
            .copied()
            .unwrap_or(article)
    }

    /// Independent reports among some claims, given by their indices.
    pub fn count(&self, chosen: &[u32], claims: &[Claim]) -> u32 {
        self.among(chosen.iter().map(|&claim| claims[claim as usize].article))
    }

    /// Independent reports among some articles, given by their indices.
    pub fn among(&self, articles: impl Iterator<Item = u32>) -> u32 {
        let mut originals: Vec<u32> = articles.map(|article| self.original(article)).collect();
        originals.sort_unstable();
        originals.dedup();
        originals.len() as u32
    }
}
