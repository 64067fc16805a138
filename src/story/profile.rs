//! What an article tells of: its words with their weights, and the mean of their meanings.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::lexicon::topic::product;
use crate::lexicon::vectors::{Vectors, meaning, nearness};
use crate::model::article::Article;

/// Bits of rarity that tell nothing: the hundred and thirty commonest words have fewer.
const COMMON_BITS: f32 = 10.5;

/// Fewest letters of a word.
const LEAST_LETTERS: usize = 2;

/// So many of the weightiest words bring articles together.
pub(super) const TOP_WORDS: usize = 24;

/// The words of an article and what they mean together; both of length 1, or empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Hash and weight of each word, by hash.
    pub(super) words: Vec<(u64, f32)>,
    /// The mean meaning; empty where no word is known.
    pub(super) sense: Vec<f32>,
    /// Hashes of the weightiest words, the weightiest first.
    pub(super) top: Vec<u64>,
}

impl Profile {
    /// The profile of an article's headline and text.
    pub fn of(article: &Article) -> Profile {
        Profile::of_words(&words(article))
    }

    fn of_words(words: &FxHashMap<String, f32>) -> Profile {
        let mut weighed: Vec<(f32, &str)> = words
            .iter()
            .map(|(word, &bits)| (bits, word.as_str()))
            .collect();
        weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let hash = |word: &str| FxBuildHasher.hash_one(word);
        let top = weighed.iter().take(TOP_WORDS).map(|(_, word)| hash(word));
        let top: Vec<u64> = top.collect();
        let vectors = Vectors::embedded();
        let known = weighed
            .iter()
            .filter_map(|(bits, word)| Some((vectors.of(word)?, *bits)));
        let sense = meaning(known);
        let length = weighed
            .iter()
            .map(|(bits, _)| bits * bits)
            .sum::<f32>()
            .sqrt();
        let mut words: Vec<(u64, f32)> = weighed
            .iter()
            .map(|(bits, word)| (hash(word), bits / length))
            .collect();
        words.sort_unstable_by_key(|(hash, _)| *hash);
        words.dedup_by_key(|(hash, _)| *hash);
        Profile { words, sense, top }
    }

    /// How alike two articles are, 0 to 1.
    pub fn likeness(&self, other: &Profile) -> f32 {
        let same = product(&self.words, &other.words);
        mean_of(same, nearness(&self.sense, &other.sense))
    }
}

/// The words that two articles share, the weightiest first.
pub fn shared(left: &Article, right: &Article) -> Vec<String> {
    let (own, others) = (words(left), words(right));
    let both = own
        .into_iter()
        .filter(|(word, _)| others.contains_key(word));
    let mut shared: Vec<(String, f32)> = both.collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    shared.into_iter().map(|(word, _)| word).collect()
}

/// The likeness of words and that of meanings as one.
pub(super) fn mean_of(words: f32, meanings: f32) -> f32 {
    (0.5 * (words + meanings)).clamp(0.0, 1.0)
}

/// The words of an article in small letters, each with its bits of rarity above those of common words.
fn words(article: &Article) -> FxHashMap<String, f32> {
    let vectors = Vectors::embedded();
    let texts = [article.title.as_str(), article.body.as_str()];
    let pieces = texts
        .iter()
        .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    let mut words: FxHashMap<String, f32> = FxHashMap::default();
    for piece in pieces.filter(|piece| piece.chars().count() >= LEAST_LETTERS) {
        let bits = |word: &String| vectors.rarity(word) - COMMON_BITS;
        words.entry(piece.to_lowercase()).or_insert_with_key(bits);
    }
    words.retain(|_, bits| *bits > 0.0);
    words
}
