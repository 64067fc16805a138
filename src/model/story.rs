//! A story: the articles that tell of one matter, whoever words it and whichever side they take.

use compact_str::CompactString;

/// Articles on one matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Stable id, made from its earliest article.
    pub id: CompactString,
    /// Indices of its articles in the run, ascending.
    pub articles: Vec<u32>,
    /// Index of the article that is nearest to all others: its headline stands for the story.
    pub typical: u32,
    /// How alike its articles are on average, each to all of them, 0 to 1; 1 for a single one.
    pub likeness: f32,
}
