//! Claims with every string replaced by a number, so that millions of pairs can be weighed.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::assertions::{Assertions, Ground};
use crate::lexicon::kin::Kin;
use crate::lexicon::likeness::{Sense, share, telling_words};
use crate::lexicon::parties::is_one_side;
use crate::lexicon::topic::Topic;
use crate::model::article::Article;
use crate::model::claim::{Claim, DateRange, Quantity, Question, Stance, day_number};
use crate::model::place::{Place, PlaceKind};
use crate::model::span::TextField;

use super::spelling::Spelling;

/// Number of a string; 0 stands for a missing one.
pub type Id = u32;

/// What is compared of one claim.
pub struct ClaimFeatures {
    pub ground: Ground,
    /// Index of the article.
    pub article: u32,
    /// The text of the article that holds the claim, and first byte and end of its sentence there.
    pub field: TextField,
    pub sentence: (u32, u32),
    pub question: Question,
    pub denied: bool,
    /// Number of the claim's id, and of the id that a denial points back to.
    pub id: Id,
    pub target: Id,
    /// Who speaks: the side, or else the speaker by name.
    pub voice: Id,
    pub assertion: Id,
    pub family: Id,
    pub actor: Id,
    pub actor_party: Id,
    pub object: Id,
    pub object_party: Id,
    /// Index into [`Features::places`] plus one, 0 for none.
    pub place: u32,
    /// First and last day of the event.
    pub days: Option<(i32, i32)>,
    /// Day of publication.
    pub published: Option<i32>,
    pub quantity: Option<Amount>,
    /// Words of the object, of the sentence, and those that tell what is asserted, as ranges of [`Features::words`].
    pub object_words: (u32, u32),
    pub words: (u32, u32),
    pub telling: (u32, u32),
}

/// An amount with numbers for its strings.
#[derive(Clone, Copy)]
pub struct Amount {
    pub low: f64,
    pub high: f64,
    pub unit: Id,
    /// Whether people are counted.
    pub people: bool,
    /// Family of what befell the counted.
    pub of: Id,
}

/// A place with numbers for its strings.
pub struct PlaceFeatures<'a> {
    pub place: &'a Place,
    pub key: Id,
    pub part_of: Id,
}

/// The features of all claims.
pub struct Features<'a> {
    pub claims: Vec<ClaimFeatures>,
    pub places: Vec<PlaceFeatures<'a>>,
    /// The string of each number.
    pub strings: Vec<&'a str>,
    /// Word numbers, sorted and unique within each range.
    pub words: Vec<Id>,
    /// Pairs of assertion types, smaller number first, of which one follows from the other.
    pub implied: FxHashSet<(Id, Id)>,
    /// The meaning of each word at its place in [`Features::words`], as an index into `senses`.
    meanings: Vec<u32>,
    senses: Vec<Sense<'a>>,
    /// Rarity of the word of each number, in thousandths of a bit: whole numbers add up the same in any order. It is that of
    /// the language, not of the run, so that a pair weighs the same whatever else is read.
    pub rarity: Vec<u32>,
    /// Rarity of all words before each place of [`Features::words`], as far as 32 bits hold it: only differences count.
    sums: Vec<u32>,
    spellings: Vec<Spelling>,
    /// What each article with claims is about.
    topics: Vec<Topic>,
}

impl<'a> Features<'a> {
    /// Reads all claims.
    pub fn new(claims: &'a [Claim], articles: &[Article], assertions: &'a Assertions) -> Self {
        let mut reader = Reader::new();
        let features = claims
            .iter()
            .map(|claim| reader.read(claim, articles, assertions))
            .collect();
        let (meanings, senses, rarity) = reader.meanings();
        let implied = reader.implied(assertions);
        let mut sums = vec![0u32; reader.words.len() + 1];
        for (place, &word) in reader.words.iter().enumerate() {
            sums[place + 1] = sums[place].wrapping_add(rarity[word as usize]);
        }
        let names = reader.strings.iter();
        let spellings = names.map(|name| Spelling::of(name)).collect();
        Features {
            implied,
            claims: features,
            places: reader.places,
            strings: reader.strings,
            words: reader.words,
            meanings,
            senses,
            rarity,
            sums,
            spellings,
            topics: Topic::of_articles(claims, articles),
        }
    }

    /// How alike two articles are, `None` where one is too short to tell.
    pub fn likeness(&self, left: u32, right: u32) -> Option<f32> {
        let topic = |article: u32| self.topics.get(article as usize);
        topic(left)?.likeness(topic(right)?)
    }

    /// The share of the words of one range that another has too, in the same words or in words near in meaning.
    pub fn share(&self, of: (u32, u32), by: (u32, u32)) -> f32 {
        let senses = |range: (u32, u32)| {
            let meanings = &self.meanings[range.0 as usize..range.1 as usize];
            meanings
                .iter()
                .map(|&meaning| &self.senses[meaning as usize])
        };
        share(senses(of), senses(by))
    }

    /// Whether two names are those of one side: equal, or one with words before it.
    pub fn are_one_side(&self, left: Id, right: Id) -> bool {
        let (left, right) = (self.strings[left as usize], self.strings[right as usize]);
        is_one_side(left, right)
    }

    /// The words of a range.
    pub fn words(&self, range: (u32, u32)) -> &[Id] {
        &self.words[range.0 as usize..range.1 as usize]
    }

    /// The place of a claim.
    pub fn place(&self, claim: &ClaimFeatures) -> Option<&PlaceFeatures<'a>> {
        self.places.get((claim.place as usize).checked_sub(1)?)
    }

    /// Whether two names reach `least` by Jaro-Winkler.
    pub fn are_alike(&self, left: Id, right: Id, least: f64) -> bool {
        let (left, right) = (left as usize, right as usize);
        self.spellings[left].may_reach(self.spellings[right], least)
            && strsim::jaro_winkler(self.strings[left], self.strings[right]) >= least
    }

    /// Rarity of the words that two ranges share, and of all their words, in thousandths of a bit.
    pub fn overlap(&self, left: (u32, u32), right: (u32, u32)) -> (u32, u32) {
        let sum = |(start, end): (u32, u32)| {
            self.sums[end as usize].wrapping_sub(self.sums[start as usize])
        };
        let both = sum(left) + sum(right);
        let (left, right) = (self.words(left), self.words(right));
        let mut shared = 0;
        let (mut i, mut j) = (0, 0);
        while i < left.len() && j < right.len() {
            match left[i].cmp(&right[j]) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += self.rarity[left[i] as usize];
                    i += 1;
                    j += 1;
                }
            }
        }
        (shared, both - shared)
    }
}

/// Gives out numbers.
struct Reader<'a> {
    numbers: FxHashMap<&'a str, Id>,
    strings: Vec<&'a str>,
    place_numbers: FxHashMap<&'a str, u32>,
    places: Vec<PlaceFeatures<'a>>,
    words: Vec<Id>,
}

impl<'a> Reader<'a> {
    fn new() -> Self {
        Reader {
            numbers: FxHashMap::default(),
            strings: vec![""],
            place_numbers: FxHashMap::default(),
            places: Vec::new(),
            words: Vec::new(),
        }
    }

    fn read(
        &mut self,
        claim: &'a Claim,
        articles: &[Article],
        assertions: &'a Assertions,
    ) -> ClaimFeatures {
        let text = |found: &'a Option<_>| found.as_ref().map_or("", string);
        let article = articles.get(claim.article as usize);
        let object = text(&claim.object);
        ClaimFeatures {
            ground: Ground::of(claim.question),
            article: claim.article,
            field: claim.field,
            sentence: (claim.sentence.start, claim.sentence.end),
            question: claim.question,
            denied: claim.stance.value == Stance::Deny,
            id: self.number(&claim.id),
            target: self.number(target(claim)),
            assertion: self.number(&claim.assertion.value),
            family: self.number(assertions.family(&claim.assertion.value)),
            actor: self.number(text(&claim.actor)),
            actor_party: self.number(text(&claim.actor_party)),
            object: self.number(object),
            object_party: self.number(text(&claim.object_party)),
            place: scene(claim).map_or(0, |place| self.place(place)),
            days: claim.dates.as_ref().map(|dates| days(dates.value)),
            published: article
                .and_then(|article| article.published)
                .map(day_number),
            quantity: claim
                .quantity
                .as_ref()
                .map(|quantity| self.amount(&quantity.value, assertions)),
            object_words: self.range(
                object
                    .split_whitespace()
                    .map(|word| Kin::embedded().noun(word)),
            ),
            words: self.range(claim.words.iter().map(|word| word.as_str())),
            telling: self.range(telling_words(&claim.assertion.value, Some(object)).into_iter()),
            voice: self.number(match text(&claim.party) {
                "" => text(&claim.speaker),
                party => party,
            }),
        }
    }

    /// Types of assertion that occur, paired with those that follow from them.
    fn implied(&self, assertions: &'a Assertions) -> FxHashSet<(Id, Id)> {
        let number = |key: &str| self.numbers.get(key).copied();
        let of_row = |row: &'a crate::lexicon::assertions::Assertion| {
            let held = number(&row.key);
            let follows = row
                .implies
                .iter()
                .filter_map(move |key| number(key.trim_end_matches('~')));
            follows.filter_map(move |key| held.map(|held| (held.min(key), held.max(key))))
        };
        assertions.rows().iter().flat_map(of_row).collect()
    }

    fn number(&mut self, text: &'a str) -> Id {
        if text.is_empty() {
            return 0;
        }
        let next = self.strings.len() as Id;
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.strings.push(text);
        }
        number
    }

    fn place(&mut self, place: &'a Place) -> u32 {
        let key = self.number(&place.key);
        let part_of = self.number(place.part_of.as_ref().map_or("", |key| key.as_str()));
        let next = self.places.len() as u32;
        let index = *self.place_numbers.entry(&place.key).or_insert(next);
        if index == next {
            self.places.push(PlaceFeatures {
                place,
                key,
                part_of,
            });
        }
        index + 1
    }

    fn amount(&mut self, quantity: &'a Quantity, assertions: &'a Assertions) -> Amount {
        let of = quantity.of.as_ref().map_or("", |of| assertions.family(of));
        Amount {
            low: quantity.low.unwrap_or(f64::NEG_INFINITY),
            high: quantity.high.unwrap_or(f64::INFINITY),
            unit: self.number(Kin::embedded().noun(&quantity.unit)),
            people: Kin::embedded().is_people(&quantity.unit),
            of: self.number(of),
        }
    }

    fn range(&mut self, words: impl Iterator<Item = &'a str>) -> (u32, u32) {
        let start = self.words.len();
        for word in words {
            let number = self.number(word);
            self.words.push(number);
        }
        self.words[start..].sort_unstable();
        let mut kept = start;
        for index in start..self.words.len() {
            if index == start || self.words[index] != self.words[kept - 1] {
                self.words[kept] = self.words[index];
                kept += 1;
            }
        }
        self.words.truncate(kept);
        (start as u32, kept as u32)
    }

    /// For each place of a word the index of its meaning, the meanings, and the rarity of every number.
    fn meanings(&self) -> (Vec<u32>, Vec<Sense<'a>>, Vec<u32>) {
        let mut index_of = vec![u32::MAX; self.strings.len()];
        let mut rarity = vec![0; self.strings.len()];
        let (mut meanings, mut senses) = (Vec::with_capacity(self.words.len()), Vec::new());
        for &word in &self.words {
            let index = &mut index_of[word as usize];
            if *index == u32::MAX {
                *index = senses.len() as u32;
                let sense = Sense::of(self.strings[word as usize]);
                rarity[word as usize] = (sense.weight * 1000.0).round() as u32;
                senses.push(sense);
            }
            meanings.push(*index);
        }
        (meanings, senses, rarity)
    }
}

/// The place of a claim, unless it is only the country that the deed was done to or with.
fn scene(claim: &Claim) -> Option<&Place> {
    let own = claim.place.as_ref().filter(|_| !claim.is_placed_loosely());
    let place = own.map(|place| &place.value)?;
    let object = claim.object.as_ref().map(|object| object.value.as_str());
    let is_object = object.is_some_and(|object| object.eq_ignore_ascii_case(&place.name));
    (place.kind != PlaceKind::Country || !is_object).then_some(place)
}

fn string(found: &crate::model::claim::Found<compact_str::CompactString>) -> &str {
    &found.value
}

fn days(range: DateRange) -> (i32, i32) {
    (day_number(range.first), day_number(range.last))
}

/// Whether a place is small enough that being in another one speaks against the same matter.
pub fn is_narrow(kind: PlaceKind) -> bool {
    matches!(
        kind,
        PlaceKind::Settlement | PlaceKind::Facility | PlaceKind::Unlisted
    )
}

fn target(claim: &Claim) -> &str {
    let target = claim
        .back_reference
        .as_ref()
        .and_then(|back| back.target.as_ref());
    target.map_or("", |id| id.as_str())
}
