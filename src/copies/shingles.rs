//! Texts as sets of shingles, and an inverted index over them.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::model::article::Article;

use super::{Settings, Shared};

/// The shingles of all articles.
pub struct Index {
    /// Sorted and unique, for each article; empty for texts too short to judge.
    shingles: Vec<Vec<u32>>,
    /// Shingle and article, sorted; boilerplate and shingles of one article are left out.
    postings: Vec<(u32, u32)>,
}

impl Index {
    /// Cuts all articles into shingles.
    pub fn new(articles: &[Article], settings: &Settings) -> Self {
        let shingles: Vec<Vec<u32>> = articles
            .iter()
            .map(|article| cut(article, settings))
            .collect();
        let mut postings: Vec<(u32, u32)> = Vec::new();
        for (article, shingles) in (0..).zip(&shingles) {
            postings.extend(shingles.iter().map(|&shingle| (shingle, article)));
        }
        postings.sort_unstable();
        let telling = postings
            .chunk_by(|left, right| left.0 == right.0)
            .filter(|block| (2..=settings.boilerplate).contains(&block.len()));
        let postings = telling.flatten().copied().collect();
        Index { shingles, postings }
    }

    /// Number of different shingles of an article.
    pub fn len(&self, article: u32) -> usize {
        self.shingles[article as usize].len()
    }

    /// Share of an article's shingles that stand in another, 0 to 1.
    pub fn share(&self, article: u32, of: u32) -> f32 {
        let (own, other) = (
            &self.shingles[article as usize],
            &self.shingles[of as usize],
        );
        let shared = own
            .iter()
            .filter(|shingle| other.binary_search(shingle).is_ok())
            .count();
        shared as f32 / own.len().max(1) as f32
    }

    /// The articles that share shingles with one, and how many.
    pub fn shared(&self, article: u32) -> Vec<(u32, u32)> {
        let mut shared = Shared::default();
        for &shingle in &self.shingles[article as usize] {
            let start = self.postings.partition_point(|posting| posting.0 < shingle);
            let block = self.postings[start..]
                .iter()
                .take_while(|posting| posting.0 == shingle);
            for &(_, other) in block {
                *shared.entry(other).or_default() += 1;
            }
        }
        shared.remove(&article);
        let mut shared: Vec<(u32, u32)> = shared.into_iter().collect();
        shared.sort_unstable();
        shared
    }
}

/// The shingles of the body, or of the title where there is no body.
fn cut(article: &Article, settings: &Settings) -> Vec<u32> {
    let text = if article.body.is_empty() {
        &article.title
    } else {
        &article.body
    };
    let folded = text.to_lowercase();
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut shingles: Vec<u32> = words.windows(settings.shingle_words).map(hash).collect();
    shingles.sort_unstable();
    shingles.dedup();
    if shingles.len() < settings.least_shingles {
        shingles.clear();
    }
    shingles
}

fn hash(words: &[&str]) -> u32 {
    let mut hasher = FxHasher::default();
    words.hash(&mut hasher);
    (hasher.finish() >> 20) as u32
}
