//! How much of what one text says another says too, in the same words or in words near in meaning, each word weighed by its
//! rarity.

use std::cell::RefCell;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::assertions::OTHER;
use super::kin::Kin;
use super::parties::PartyLexicon;
use super::topic::PARTY_SHARE;
use super::vectors::{Vector, Vectors};
use super::words::{Set, WordSets};

/// Bits of rarity that the commonest words have; they tell nothing.
const COMMON_BITS: f32 = 4.0;

/// Words less near than this have nothing in common: one chance pair in a hundred reaches it.
const LEAST_NEARNESS: f32 = 0.35;

/// A word with its weight and its meaning.
#[derive(Debug, Clone, Copy)]
pub struct Sense<'a> {
    word: &'a str,
    /// Bits of rarity above those of the commonest words.
    pub weight: f32,
    vector: Option<Vector>,
    /// Groups of words that reports swap for each other, as a noun and as a verb.
    kin: Groups,
}

/// See [`Kin::groups`].
type Groups = [Option<&'static str>; 2];

impl<'a> Sense<'a> {
    /// Looks a word up. Words that differ in case only are near, not equal.
    pub fn of(word: &'a str) -> Self {
        let (weight, vector, kin) = KNOWN.with_borrow_mut(|known| known.of(word));
        Sense {
            word,
            weight,
            vector,
            kin,
        }
    }

    /// Whether the word has a meaning besides what it names: names that the table lacks have none.
    pub fn is_known(&self) -> bool {
        self.vector.is_some()
    }

    /// Whether the two are one word.
    pub fn is_same(&self, other: &Sense<'_>) -> bool {
        self.word == other.word
    }

    /// Whether reports swap the two for each other.
    fn is_kin(&self, other: &Sense<'_>) -> bool {
        let mut groups = self.kin.iter().zip(&other.kin);
        groups.any(|(own, others)| own.is_some() && own == others)
    }

    /// How near two words are, 0 to 1.
    pub fn nearness(&self, other: &Sense<'_>) -> f32 {
        if self.word == other.word || self.is_kin(other) {
            return 1.0;
        }
        match (self.vector, other.vector) {
            (Some(own), Some(others)) => {
                let near = own.similarity(others) - LEAST_NEARNESS;
                (near / (1.0 - LEAST_NEARNESS)).clamp(0.0, 1.0)
            }
            _ => 0.0,
        }
    }
}

/// Words that are kept of those looked up: more than a day's news has, and a few megabytes.
const KEPT: usize = 1 << 15;

thread_local! {
    /// News says the same few thousand words again and again, and to look one up takes as long as to compare fifty.
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// Weights and meanings of the words that were looked up last.
#[derive(Default)]
struct Known(FxHashMap<CompactString, (f32, Option<Vector>, Groups)>);

impl Known {
    fn of(&mut self, word: &str) -> (f32, Option<Vector>, Groups) {
        if let Some(found) = self.0.get(word) {
            return *found;
        }
        if self.0.len() >= KEPT {
            self.0.clear();
        }
        let found = look_up(word);
        self.0.insert(word.into(), found);
        found
    }
}

fn look_up(word: &str) -> (f32, Option<Vector>, Groups) {
    let vectors = Vectors::embedded();
    let small = word.to_lowercase();
    let bits = (vectors.rarity(&small) - COMMON_BITS).max(0.0);
    let party = PartyLexicon::embedded().is_party(word);
    let weight = if party { PARTY_SHARE * bits } else { bits };
    (weight, vectors.of(&small), Kin::embedded().groups(&small))
}

/// The share of the weight of some words that others have too, 0 to 1; 0 where they weigh nothing.
pub fn share<'s, 'w: 's>(
    of: impl IntoIterator<Item = &'s Sense<'w>>,
    by: impl IntoIterator<Item = &'s Sense<'w>> + Clone,
) -> f32 {
    let (mut all, mut met) = (0.0, 0.0);
    for word in of.into_iter().filter(|word| word.weight > 0.0) {
        let near = |other| word.nearness(other);
        let best = by.clone().into_iter().map(near).fold(0.0, f32::max);
        all += word.weight;
        met += word.weight * best;
    }
    if all > 0.0 { met / all } else { 0.0 }
}

/// The words that tell what a claim asserts: those of its assertion's key and of what it was done to, without verbs that
/// mean nothing by themselves.
pub fn telling_words<'a>(key: &'a str, object: Option<&'a str>) -> Vec<&'a str> {
    let key = key.strip_prefix(OTHER).unwrap_or(key);
    let words = key
        .split([' ', '_'])
        .chain(object.into_iter().flat_map(str::split_whitespace));
    let mut found: Vec<&str> = Vec::new();
    for word in words {
        let tells = !is_empty(word) && word.len() > 2;
        if tells && !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

fn is_empty(word: &str) -> bool {
    let sets = WordSets::shared();
    let empty = [Set::LightVerb, Set::ContentStop, Set::Negator];
    empty.into_iter().any(|set| sets.has(set, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senses<'a>(words: &[&'a str]) -> Vec<Sense<'a>> {
        words.iter().map(|word| Sense::of(word)).collect()
    }

    #[test]
    fn other_words_for_one_thing_cover_each_other() {
        let blast = senses(&["missile", "hospital", "strike"]);
        let near = share(&blast, &senses(&["rocket", "clinic", "attack"]));
        let far = share(&blast, &senses(&["senate", "budget", "adopt"]));
        assert!(near > 0.3 && far < 0.1, "{near} {far}");
        assert!((share(&blast, &blast) - 1.0).abs() < 1e-3);
        assert_eq!(share(&[], &blast), 0.0);
    }

    #[test]
    fn a_noun_behind_to_be_is_what_is_asserted() {
        assert_eq!(telling_words("other:be rout", Some("rout")), ["rout"]);
        assert_eq!(
            telling_words("shoot_down", Some("oil refinery")),
            ["shoot", "oil", "refinery"]
        );
    }
}
