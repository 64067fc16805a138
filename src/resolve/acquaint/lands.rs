//! The lands that the texts of a story name, and which of its articles tell of the same.

use compact_str::CompactString;
use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use crate::lexicon::parties::{Caps, PartyKind, PartyLexicon, Word, split_words};
use crate::lexicon::places::{Gazetteer, PlaceRef};
use crate::lexicon::vectors::Vectors;
use crate::model::article::Article;
use crate::model::place::PlaceKind;

/// The states that the texts of a story name.
pub(super) struct Lands<'a> {
    articles: &'a [Article],
    /// Of each article of the story what it names.
    named: IndexMap<u32, Named>,
}

/// What an article names.
struct Named {
    /// How often it names a state, or a region that only one state has.
    states: IndexMap<CompactString, usize>,
    /// Names that hardly another text has.
    rare: FxHashSet<CompactString>,
}

impl<'a> Lands<'a> {
    /// Reads headlines and bodies; the outlet tells nothing.
    pub fn read(
        indices: impl Iterator<Item = u32>,
        articles: &'a [Article],
        lexicon: &PartyLexicon,
    ) -> Lands<'a> {
        let read = |index: u32| {
            let article = articles.get(index as usize)?;
            let texts = [article.title.as_str(), article.body.as_str()];
            let told = |text| states_in(text, lexicon).into_iter().chain(regions_in(text));
            let mut states: IndexMap<CompactString, usize> = IndexMap::new();
            for state in texts.into_iter().flat_map(told) {
                *states.entry(state).or_default() += 1;
            }
            let rare = texts.into_iter().flat_map(|text| rare_names(text, lexicon));
            let rare = rare.collect();
            Some((index, Named { states, rare }))
        };
        Lands {
            articles,
            named: indices.filter_map(read).collect(),
        }
    }

    /// The state of which the texts tell far more than of any other that tell of the same as an article: those that share a
    /// rare name with it.
    pub fn told_near(&self, article: u32) -> Option<CompactString> {
        let own = self.named.get(&article)?;
        let mut told: IndexMap<&CompactString, usize> = IndexMap::new();
        for (index, other) in &self.named {
            if *index == article || !own.rare.is_disjoint(&other.rare) {
                for (state, times) in &other.states {
                    *told.entry(state).or_default() += times;
                }
            }
        }
        sure(&told)
    }

    /// Numbers of the articles.
    pub fn articles(&self) -> impl Iterator<Item = u32> {
        self.named.keys().copied()
    }

    /// The bodies of the articles.
    pub fn texts(&self) -> Vec<&'a str> {
        let own = self.named.keys();
        let own = own.filter_map(|&at| self.articles.get(at as usize));
        own.map(|article| article.body.as_str()).collect()
    }

    /// Whether an article names a state, or a great town of it.
    pub fn names(&self, article: u32, state: &CompactString) -> bool {
        let named = self.named.get(&article);
        let town = || {
            let article = self.articles.get(article as usize);
            article.is_some_and(|own| {
                let texts = [own.title.as_str(), own.body.as_str()];
                texts.into_iter().any(|text| has_town(text, state))
            })
        };
        named.is_some_and(|named| named.states.contains_key(state)) || town()
    }
}

/// The stretches of up to three words that begin with capitals.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let words = split_words(text);
    let capital = |word: &Word| word.caps > Caps::Lower;
    let starts =
        (0..words.len()).flat_map(|first| (1..=LONGEST).map(move |length| (first, length)));
    let ends = starts.filter_map(move |(first, length)| {
        let stretch = words.get(first..first + length)?;
        let named = stretch.iter().all(capital);
        named.then(|| (stretch[0].start, stretch[length - 1].end))
    });
    ends.filter_map(|(start, end)| text.get(start..end))
}

/// Words of the name of a place at most.
const LONGEST: usize = 3;

/// The states of the regions that a text names and that no other state has.
fn regions_in(text: &str) -> Vec<CompactString> {
    let gazetteer = Gazetteer::embedded();
    let of_one = |name: &str| {
        let mut states = gazetteer.regions(name).filter_map(|region| {
            let own = region.name().starts_with(name);
            own.then(|| region.to_place().country).flatten()
        });
        let first = states.next()?;
        let lone = states.all(|other| other == first);
        // A town of another state is called so too.
        let town = |place: &PlaceRef<'_>| {
            let great = place.kind() == PlaceKind::Settlement && place.population() >= GREAT;
            great && place.to_place().country.as_ref() != Some(&first)
        };
        (lone && !gazetteer.find(name).any(|place| town(&place))).then_some(first)
    };
    names_in(text).filter_map(of_one).collect()
}

/// Whether a text names a great town of a state by its own name.
fn has_town(text: &str, state: &str) -> bool {
    let gazetteer = Gazetteer::embedded();
    let lies = |name: &str| {
        gazetteer.find(name).any(|place| {
            let great = place.population() >= GREAT && place.name() == name;
            great && place.to_place().country.as_deref() == Some(state)
        })
    };
    names_in(text).any(lies)
}

/// Inhabitants of a town that tells by itself in which land it lies.
const GREAT: u32 = 200_000;

/// Words with capitals that no list and no dictionary knows ("Hidrosuaza"): two texts that have one tell of one matter.
fn rare_names(text: &str, lexicon: &PartyLexicon) -> Vec<CompactString> {
    let words = split_words(text).into_iter();
    let name = |word: &Word| word.caps == Caps::Title && word.key.chars().count() >= RARE;
    let known = |key: &str| {
        lexicon.role_of(key).is_some()
            || lexicon.is_first_name(key)
            || Vectors::embedded().find(key).is_some()
    };
    words
        .filter(|word| name(word) && !known(&word.key))
        .map(|word| word.key)
        .collect()
}

/// Letters of a rare name at least.
const RARE: usize = 5;

/// The states that a text names by their name, adjective or capital.
fn states_in(text: &str, lexicon: &PartyLexicon) -> Vec<CompactString> {
    let words = split_words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((length, hits)) = lexicon.longest_name(&words, at) else {
            at += 1;
            continue;
        };
        at += length.max(1);
        // A name that others bear too ("Georgia") tells nothing.
        let mut states = hits.iter().filter(|hit| hit.entry.kind == PartyKind::State);
        if let Some(hit) = states.next().filter(|hit| !hit.form.weak)
            && states.all(|other| other.entry.canonical == hit.entry.canonical)
        {
            found.push(hit.entry.canonical.clone());
        }
    }
    found
}

/// The state that is told of far more often than any other.
pub(super) fn sure(told: &IndexMap<&CompactString, usize>) -> Option<CompactString> {
    let mut times: Vec<_> = told.iter().collect();
    times.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
    let (first, most) = times.first()?;
    let second = times.get(1).map_or(0, |(_, times)| **times);
    (**most >= SURE * second).then(|| (**first).clone())
}

/// How many times as often as any other a story tells of its land.
const SURE: usize = 3;
