//! What an article is about: its names and the words that it repeats, each with a weight.
//!
//! Two reports of one event rarely share whole sentences, but they share its names and things. The weight of a word
//! follows from its article alone, never from other articles, so what two articles have in common does not change when
//! more are read.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::parties::PartyLexicon;
use super::words::{Set, WordSets};
use crate::model::article::Article;
use crate::model::claim::Claim;

/// So many of the weightiest words are kept.
const MOST_WORDS: usize = 40;

/// So many of them bring articles together.
const TOP_WORDS: usize = 4;

/// Shorter words tell nothing.
const LEAST_LETTERS: usize = 4;

/// A word of the headline counts as often as this.
const HEADLINE: u32 = 2;

/// A party is named in every report on its war or trade: its name weighs this much of another's.
pub(super) const PARTY_SHARE: f32 = 0.3;

/// An article with fewer weighty words is too short to be compared.
const LEAST_WORDS: usize = 8;

/// The words of an article with their weights.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Topic {
    /// Hash of each word and its weight, by hash.
    words: Vec<(u64, f32)>,
    /// Length of the weights as a vector.
    length: f32,
    /// Hashes of the weightiest words that name no party, the weightiest first.
    pub top: Vec<u64>,
}

impl Topic {
    /// The topic of a headline and a text.
    pub fn of(title: &str, body: &str) -> Topic {
        let common: FxHashSet<&str> = tokens(body).filter(|word| !is_name(word)).collect();
        let mut counts: FxHashMap<String, u32> = FxHashMap::default();
        for word in tokens(title) {
            *counts.entry(word.to_lowercase()).or_default() += HEADLINE;
        }
        for word in tokens(body) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        // A word that is not a name must come twice.
        counts.retain(|word, count| *count > 1 || !common.contains(word.as_str()));
        Topic::weigh(counts)
    }

    /// The topic of every article that has a claim, an empty one for the others; claims of one article stand together.
    pub fn of_articles(claims: &[Claim], articles: &[Article]) -> Vec<Topic> {
        let mut topics = vec![Topic::default(); articles.len()];
        let mut last = u32::MAX;
        for claim in claims
            .iter()
            .filter(|claim| (claim.article as usize) < articles.len())
        {
            if claim.article != last {
                last = claim.article;
                let article = &articles[last as usize];
                topics[last as usize] = Topic::of(&article.title, &article.body);
            }
        }
        topics
    }

    fn weigh(counts: FxHashMap<String, u32>) -> Topic {
        let mut counted: Vec<(u32, String)> = counts
            .into_iter()
            .filter(|(word, _)| !WordSets::shared().has(Set::ContentStop, word))
            .map(|(word, count)| (count, word))
            .collect();
        counted.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        counted.truncate(MOST_WORDS);
        let parties = PartyLexicon::embedded();
        let weight = |(count, word): &(u32, String)| {
            let share = if parties.is_party(word) {
                PARTY_SHARE
            } else {
                1.0
            };
            (FxBuildHasher.hash_one(word), (*count as f32).sqrt() * share)
        };
        let mut words: Vec<(u64, f32)> = counted.iter().map(weight).collect();
        let telling = words
            .iter()
            .zip(&counted)
            .filter(|(_, (_, word))| !parties.is_party(word));
        let top = telling
            .map(|((hash, _), _)| *hash)
            .take(TOP_WORDS)
            .collect();
        words.sort_by_key(|(hash, _)| *hash);
        words.dedup_by_key(|(hash, _)| *hash);
        let length = words
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f32>()
            .sqrt();
        Topic { words, length, top }
    }

    /// How much two topics have in common, 0 to 1 (the cosine of their weights); `None` where one is too short to tell.
    pub fn likeness(&self, other: &Topic) -> Option<f32> {
        if self.words.len() < LEAST_WORDS || other.words.len() < LEAST_WORDS {
            return None;
        }
        let sum = product(&self.words, &other.words);
        Some(sum / (self.length * other.length).max(f32::MIN_POSITIVE))
    }
}

/// The sum of the products of what two lists of weights, each ordered by hash, have in common.
pub fn product(left: &[(u64, f32)], right: &[(u64, f32)]) -> f32 {
    let (mut at, mut sum) = (0, 0.0);
    for (hash, weight) in left {
        while at < right.len() && right[at].0 < *hash {
            at += 1;
        }
        if at < right.len() && right[at].0 == *hash {
            sum += weight * right[at].1;
        }
    }
    sum
}

/// Words of letters and inner hyphens that are long enough to tell something, without a possessive ending.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_inner = |letter: char| letter.is_alphabetic() || letter == '-';
    let words = text.split(move |letter| !is_inner(letter));
    let words = words.map(|word| word.trim_matches('-'));
    words.filter(|word| word.chars().count() >= LEAST_LETTERS)
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_of_one_event_are_alike_and_others_are_not() {
        let dam = Topic::of(
            "Dam near Velia bursts",
            "The dam near Velia burst at night. Water from the dam flooded Tarn and Port Ilo. Engineers in Velia said \
             that the turbines of the dam had failed, the governor Almeida said.",
        );
        let flood = Topic::of(
            "Almeida blames shelling for flood at Velia",
            "Governor Almeida said that shelling had broken the dam. Families fled Tarn and Port Ilo by boat. The \
             turbines of the dam lay under water.",
        );
        let chess = Topic::of(
            "Toll wins chess title in Milton",
            "Freda Toll beat Tom Orme in the last game of the tournament in Milton. Orme had led the tournament for a \
             week. The next tournament begins in Harwick in spring.",
        );
        let near = dam.likeness(&flood).unwrap_or(0.0);
        assert!(near > 0.3, "{near}");
        assert!(dam.likeness(&chess).unwrap_or(0.0) < 0.05);
        assert_eq!(dam.likeness(&Topic::of("Short", "")), None);
    }
}
