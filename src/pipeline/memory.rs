//! What an earlier run knew already, so that only what is new is read and parsed.

use super::ArticleClaims;
use crate::model::article::{Article, Skipped};
use crate::read::{Digest, Input};

/// Articles of one file, and what was left out of it.
pub type Loaded = (Vec<Article>, Vec<Skipped>);

/// Remembers earlier runs. What it gives must be what the program would find anew; it is asked from several threads.
pub trait Memory: Sync {
    /// Whether it remembers anything; where not, no file is hashed.
    fn is_of_use(&self) -> bool;
    /// What the file with these bytes gave, `None` where it was never read.
    fn file(&self, input: &Input, digest: &Digest) -> Option<Loaded>;
    /// What an article gave as article `index`, `None` where it was never seen.
    fn claims(&self, index: u32, article: &Article) -> Option<ArticleClaims>;
}

/// Remembers nothing.
pub struct Blank;

impl Memory for Blank {
    fn is_of_use(&self) -> bool {
        false
    }

    fn file(&self, _input: &Input, _digest: &Digest) -> Option<Loaded> {
        None
    }

    fn claims(&self, _index: u32, _article: &Article) -> Option<ArticleClaims> {
        None
    }
}

/// One file of a run: what a [`Memory`] needs to know it again.
#[derive(Debug, Clone, PartialEq)]
pub struct FileRead {
    /// The path as the person gave it.
    pub shown: String,
    /// Digest of its place and bytes; `None` where it could not be read, or nobody will ask.
    pub digest: Option<Digest>,
    /// How many articles of the run it gave; they follow those of the file before.
    pub articles: u32,
    /// What was left out of it.
    pub skipped: Vec<Skipped>,
}
