//! What an article tells about its own names: who is called what, for whom they speak, and in what order they come.

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::parties::{Gender, PartyKind, RoleKind, fold};
use crate::model::parsed::ParsedSentence;

use super::{PartyContext, PartyDecision, collect};

/// The names of one article. An empty one knows nothing.
#[derive(Debug, Clone, Default)]
pub struct ArticleNames {
    ties: FxHashMap<CompactString, u32>,
    full: FxHashSet<CompactString>,
    known: Vec<Known>,
    acronyms: FxHashMap<CompactString, usize>,
    pub(super) mentions: Vec<Mentioned>,
    places: Vec<(Option<u32>, CompactString)>,
    common: FxHashSet<CompactString>,
}

/// An entity that the article itself introduces.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Folded full name.
    pub key: CompactString,
    /// Folded last word of the name.
    pub surname: CompactString,
    /// What the article says about it.
    pub decision: PartyDecision,
}

/// A mention in the order of the text.
#[derive(Debug, Clone)]
pub(super) struct Mentioned {
    /// First byte in the body; `None` in the title, which stands before all.
    pub at: Option<u32>,
    /// Subject of its clause.
    pub subject: bool,
    /// Who it is.
    pub decision: PartyDecision,
    /// Class of the role nouns in the phrase.
    pub classes: Vec<CompactString>,
    /// Kind of the role noun that heads it; `None` for a bare name.
    pub role: Option<RoleKind>,
    /// Gender that the phrase tells.
    pub gender: Option<Gender>,
    /// Whether the parser takes it for a person's name; `None` where it tells nothing.
    pub person: Option<bool>,
}

impl ArticleNames {
    /// Reads the names of an article: the title's sentences first, then the body's.
    pub fn collect(
        title: &[ParsedSentence],
        body: &[ParsedSentence],
        context: &PartyContext<'_>,
    ) -> ArticleNames {
        collect::from_parsed(title, body, context)
    }

    /// Reads the names of plain text; without a tree, subjects are not known.
    pub fn from_text(text: &str, context: &PartyContext<'_>) -> ArticleNames {
        collect::from_text(text, context)
    }

    /// Whether the article gives the entity's name in full.
    pub fn names_in_full(&self, canonical: &str) -> bool {
        self.full.contains(canonical)
    }

    /// Whether the article names the state or something that belongs to it.
    pub fn ties_to(&self, country: &str) -> bool {
        self.ties.contains_key(country)
    }

    /// The state that the article names most, `None` where two are named equally often.
    pub fn most_tied(&self) -> Option<&CompactString> {
        let top = self.ties.values().max()?;
        let mut first = self.ties.iter().filter(|(_, n)| *n == top);
        let state = first.next()?.0;
        first.next().is_none().then_some(state)
    }

    /// Whether a state is among those that the article names most, within a factor of two.
    pub(super) fn is_main(&self, country: &str) -> bool {
        let most = self.ties.values().max().copied().unwrap_or(0);
        self.ties.get(country).is_some_and(|&own| own * 2 >= most)
    }

    /// The state of the place at the very start of the body.
    pub(super) fn dateline(&self) -> Option<&CompactString> {
        let first = |place: Option<u32>| place.is_some_and(|at| at < DATELINE);
        let mut early = self.places.iter().filter(|(place, _)| first(*place));
        early.next().map(|(_, country)| country)
    }

    /// Notes a word that the parser takes for a common noun although it has a capital.
    pub(super) fn note_common(&mut self, word: &str) {
        self.common.insert(word.into());
    }

    /// Whether a word with a capital is a common noun in this article.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.common.contains(word)
    }

    pub(super) fn note_place(&mut self, at: Option<u32>, country: CompactString) {
        self.places.push((at, country));
    }

    /// The state of the place that was named last before byte `at` of the body.
    pub(super) fn place_before(&self, at: Option<u32>) -> Option<&CompactString> {
        let before =
            |place: Option<u32>| at.is_none_or(|limit| place.is_none_or(|own| own < limit));
        let mut earlier = self.places.iter().rev().filter(|(place, _)| before(*place));
        earlier.next().map(|(_, country)| country)
    }

    /// The state of the place named last within `reach` bytes before byte `at`; in a title, that of all its article's places.
    pub(super) fn place_within(&self, at: Option<u32>, reach: u32) -> Option<&CompactString> {
        let near = |place: &Option<u32>| match (at, *place) {
            (Some(at), Some(place)) => place < at && at - place <= reach,
            (Some(_), None) => false,
            (None, _) => true,
        };
        let mut earlier = self.places.iter().rev().filter(|(place, _)| near(place));
        let (_, first) = earlier.next()?;
        let one = at.is_some() || earlier.all(|(_, country)| country == first);
        one.then_some(first)
    }

    pub(super) fn tie(&mut self, country: &CompactString) {
        if !country.is_empty() {
            *self.ties.entry(country.clone()).or_default() += 1;
        }
    }

    pub(super) fn note_full(&mut self, canonical: &CompactString) {
        self.full.insert(canonical.clone());
    }

    /// Notes an entity that no list knows, under its full name and acronym; a later note with a side replaces one without.
    pub(super) fn note_known(
        &mut self,
        name: &str,
        acronym: Option<&str>,
        decision: PartyDecision,
    ) {
        let key = fold(name);
        let surname = key.rsplit(' ').next().unwrap_or_default().into();
        let at = match self.known.iter().position(|k| k.key == key) {
            Some(at) => {
                let owns = |d: &PartyDecision| d.party.as_ref().is_some_and(|p| *p != d.entity);
                if !owns(&self.known[at].decision) && owns(&decision) {
                    self.known[at].decision = decision;
                }
                at
            }
            None => {
                self.known.push(Known {
                    key,
                    surname,
                    decision,
                });
                self.known.len() - 1
            }
        };
        if let Some(acronym) = acronym {
            self.acronyms.insert(acronym.into(), at);
        }
    }

    /// Who goes by an acronym that the article spelled out.
    pub(super) fn by_acronym(&self, acronym: &str) -> Option<&PartyDecision> {
        self.acronyms
            .get(acronym)
            .map(|&at| &self.known[at].decision)
    }

    /// Who in the article bears this name, in full or by surname, or one that differs by spelling only.
    pub(super) fn by_name(&self, name: &str) -> Option<&PartyDecision> {
        let key = fold(name);
        let exact = self.known.iter().find(|k| k.key == key);
        let surname = || {
            let mut bearers = self
                .known
                .iter()
                .filter(|k| k.surname == key && k.decision.kind != PartyKind::State);
            let first = bearers.next()?;
            bearers.next().is_none().then_some(first)
        };
        let alike = || self.known.iter().find(|k| is_spelling(&k.key, &key));
        exact.or_else(surname).or_else(alike).map(|k| &k.decision)
    }

    /// Whether somebody whom no list knows bears this surname, so that a listed namesake is not meant.
    pub(super) fn has_unlisted_bearer(&self, surname: &str) -> bool {
        let key = fold(surname);
        self.known
            .iter()
            .any(|k| k.surname == key && k.key != key && k.decision.kind == PartyKind::Unlisted)
    }
}

/// Bytes in which the dateline's place stands.
const DATELINE: u32 = 24;
/// Jaro-Winkler similarity from which two long names count as spellings of one ("Abdulrahman Juma", "Abdelrahman Jumaa").
const SPELLING: f64 = 0.94;
/// Shorter names differ by too few letters to tell spelling from another name.
const LONG_NAME: usize = 9;

fn is_spelling(left: &str, right: &str) -> bool {
    left.len() >= LONG_NAME
        && right.len() >= LONG_NAME
        && strsim::jaro_winkler(left, right) >= SPELLING
}
