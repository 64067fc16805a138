//! The blocking rules: what keys each gives to a claim.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::lexicon::assertions::{Assertions, Ground};
use crate::lexicon::kin::Kin;
use crate::lexicon::topic::Topic;
use crate::model::article::Article;
use crate::model::claim::{Claim, day_number};

/// Day of a claim of which neither event nor publication is dated; it sorts last.
pub const UNDATED: i32 = i32::MAX;

/// One blocking rule.
pub struct Rule {
    /// Stable code, kept by each pair.
    pub code: &'static str,
    /// What two claims share that it brings together, for the reader.
    pub why: &'static str,
    /// Gives the keys of a claim.
    pub keys: fn(&Facts<'_>, &mut Vec<u64>),
}

/// Every rule, the surest first.
pub const RULES: &[Rule] = &[
    Rule {
        code: "back-reference",
        why: "one denies the other by pointing back to it",
        keys: back_reference,
    },
    Rule {
        code: "place-family",
        why: "same ground, same kind of assertion, same place or a part of it",
        keys: place_family,
    },
    Rule {
        code: "quantity",
        why: "same thing counted at the same place or on the same day",
        keys: quantity,
    },
    Rule {
        code: "object",
        why: "same ground and a head word of what it was done to or agreed on",
        keys: object,
    },
    Rule {
        code: "actor",
        why: "same ground, same kind of assertion, same acting side",
        keys: actor,
    },
    Rule {
        code: "place",
        why: "same ground, same place or a part of it",
        keys: place,
    },
    Rule {
        code: "story",
        why: "same ground, same kind of assertion, articles with a telling name in common",
        keys: story,
    },
    Rule {
        code: "answer",
        why: "same ground, articles with a telling name in common",
        keys: answer,
    },
    Rule {
        code: "article",
        why: "same ground, same article",
        keys: article,
    },
    Rule {
        code: "rare-words",
        why: "same ground and two rare words of the sentence",
        keys: rare_words,
    },
];

/// What the rules need of one claim.
pub struct Facts<'a> {
    pub claim: &'a Claim,
    pub ground: Ground,
    pub family: &'a str,
    /// First day of the event, or of publication, or [`UNDATED`].
    pub day: i32,
    /// Orders the claims of one block and day: like objects and actors stand together.
    pub likeness: u32,
    /// Order of the ids, so that no result depends on the order of the claims.
    pub rank: u32,
    /// The rarest words that some other claim bears too, at most [`RAREST`].
    pub rare: Vec<&'a str>,
    /// Hashes of the words that tell most of what the article is about.
    pub topic: Vec<u64>,
}

/// So many of the rarest words are paired.
const RAREST: usize = 3;

/// The facts of all claims, in their order.
pub fn facts<'a>(
    claims: &'a [Claim],
    articles: &[Article],
    assertions: &'a Assertions,
    common_word: u32,
) -> Vec<Facts<'a>> {
    let counts = word_counts(claims);
    let ranks = ranks(claims);
    let topics = Topic::of_articles(claims, articles);
    let fact = |(claim, rank): (&'a Claim, u32)| Facts {
        claim,
        ground: Ground::of(claim.question),
        family: assertions.family(&claim.assertion.value),
        day: day(claim, articles),
        likeness: likeness(claim),
        rank,
        rare: rarest(claim, &counts, common_word),
        topic: topics
            .get(claim.article as usize)
            .map_or_else(Vec::new, |topic| topic.top.clone()),
    };
    claims.iter().zip(ranks).map(fact).collect()
}

fn day(claim: &Claim, articles: &[Article]) -> i32 {
    let event = claim.dates.as_ref().map(|dates| dates.value.first);
    let published = || {
        articles
            .get(claim.article as usize)
            .and_then(|article| article.published)
    };
    event.or_else(published).map_or(UNDATED, day_number)
}

fn likeness(claim: &Claim) -> u32 {
    let object = claim
        .object
        .as_ref()
        .and_then(|object| object.value.split(' ').next_back());
    let party = claim.actor_party.as_ref().map(|party| party.value.as_str());
    hash((object, party)) as u32
}

/// The place of each claim in the order of their ids, so that no result depends on the order of the claims.
pub fn ranks(claims: &[Claim]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..claims.len() as u32).collect();
    order.sort_by(|&a, &b| claims[a as usize].id.cmp(&claims[b as usize].id));
    let mut ranks = vec![0; claims.len()];
    for (rank, claim) in (0..).zip(order) {
        ranks[claim as usize] = rank;
    }
    ranks
}

fn word_counts(claims: &[Claim]) -> FxHashMap<&str, u32> {
    let mut counts: FxHashMap<&str, u32> = FxHashMap::default();
    for word in claims.iter().flat_map(|claim| &claim.words) {
        *counts.entry(word.as_str()).or_default() += 1;
    }
    counts
}

fn rarest<'a>(claim: &'a Claim, counts: &FxHashMap<&str, u32>, common: u32) -> Vec<&'a str> {
    let count = |word: &str| counts.get(word).copied().unwrap_or(0);
    let mut words: Vec<(u32, &str)> = claim
        .words
        .iter()
        .map(|word| (count(word), word.as_str()))
        .filter(|&(count, _)| (2..=common).contains(&count))
        .collect();
    words.sort_unstable();
    words
        .into_iter()
        .take(RAREST)
        .map(|(_, word)| word)
        .collect()
}

fn hash(parts: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    parts.hash(&mut hasher);
    hasher.finish()
}

fn back_reference(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    keys.push(hash(facts.claim.id.as_str()));
    let target = facts
        .claim
        .back_reference
        .as_ref()
        .and_then(|back| back.target.as_ref());
    keys.extend(target.map(|id| hash(id.as_str())));
}

/// The place and that of which it is a part.
fn places<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = &'a str> {
    let own = !facts.claim.is_placed_loosely();
    let place = facts
        .claim
        .place
        .as_ref()
        .filter(|_| own)
        .map(|place| &place.value);
    place.into_iter().flat_map(|place| {
        let whole = place.part_of.as_ref().map(|key| key.as_str());
        std::iter::once(place.key.as_str()).chain(whole)
    })
}

fn place_family(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    keys.extend(places(facts).map(|place| hash((facts.ground, facts.family, place))));
}

fn place(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    keys.extend(places(facts).map(|place| hash((facts.ground, place))));
}

fn quantity(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    let Some(quantity) = facts.claim.quantity.as_ref().map(|found| &found.value) else {
        return;
    };
    let counted = (quantity.unit.as_str(), facts.family);
    keys.extend(places(facts).map(|place| hash((counted, place))));
    if facts.day != UNDATED {
        keys.push(hash((counted, facts.day)));
        keys.push(hash((counted, facts.day - 1)));
    }
}

fn object(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    if let Some(object) = &facts.claim.object {
        let words = object.value.split_whitespace();
        keys.extend(words.map(|word| hash((facts.ground, Kin::embedded().noun(word)))));
    }
}

fn actor(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    let party = facts
        .claim
        .actor_party
        .as_ref()
        .or(facts.claim.actor.as_ref());
    keys.extend(party.map(|party| hash((facts.ground, facts.family, party.value.as_str()))));
}

fn story(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    let key = |word: &u64| hash((facts.ground, facts.family, word));
    keys.extend(facts.topic.iter().map(key));
}

/// What one story tells near one day meets, in whatever words: a denial and what it denies among the rest.
fn answer(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    let key = |word: &u64| hash(("answer", facts.ground, word));
    keys.extend(facts.topic.iter().map(key));
}

fn article(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    keys.push(hash((facts.ground, facts.claim.article)));
}

fn rare_words(facts: &Facts<'_>, keys: &mut Vec<u64>) {
    for (index, first) in facts.rare.iter().enumerate() {
        for second in &facts.rare[index + 1..] {
            keys.push(hash((facts.ground, first.min(second), first.max(second))));
        }
    }
}
