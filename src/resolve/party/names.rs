//! What an article tells about its own names: who is called what, for whom they speak, and in what order they come.

use std::collections::BTreeSet;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::parties::{Gender, PartyKind, RoleKind, fold};
use crate::model::parsed::ParsedSentence;

use super::publisher::Publisher;
use super::{PartyContext, PartyDecision, collect};

pub(super) mod lands;

/// The names of one article. An empty one knows nothing.
#[derive(Debug, Clone, Default)]
pub struct ArticleNames {
    ties: FxHashMap<CompactString, u32>,
    scene: FxHashMap<CompactString, u32>,
    groups: FxHashSet<CompactString>,
    organisations: FxHashMap<CompactString, i32>,
    times: FxHashMap<CompactString, u32>,
    pub(super) publisher: Publisher,
    full: FxHashSet<CompactString>,
    spelled: FxHashSet<CompactString>,
    pub(super) known: Vec<Known>,
    pub(super) acronyms: FxHashMap<CompactString, usize>,
    pub(super) mentions: Vec<Mentioned>,
    pub(super) places: Vec<(Option<u32>, CompactString)>,
    common: FxHashSet<CompactString>,
    pub(super) companies: FxHashSet<CompactString>,
    pub(super) persons: FxHashSet<CompactString>,
    /// Lone words with capitals that no list knows.
    pub(super) capitals: BTreeSet<CompactString>,
    /// Last words of names of persons.
    pub(super) surnames: FxHashSet<CompactString>,
    /// Names of several words that the parser takes for an organisation's.
    pub(super) bodies: FxHashSet<CompactString>,
    /// Persons whom the text introduces as such, by a role, a title or what a comma tells.
    pub(super) introduced: FxHashSet<CompactString>,
    /// Names of one word in the title, and the longer ones in the body for which they stand.
    pub(super) titled: FxHashMap<CompactString, CompactString>,
    /// Phrases for persons whose side nothing told when they were read.
    pub(super) staff: Vec<(CompactString, Option<u32>)>,
    /// First byte of each sentence of the body.
    starts: Vec<u32>,
    /// Places of the quotation marks of the body.
    quotes: Vec<u32>,
    pub(super) placed: FxHashSet<CompactString>,
    /// Whether the dateline is of a land that a state claims.
    pub(super) apart: bool,
    /// States that the title names.
    pub(super) led: Vec<CompactString>,
    /// How many offices the article gives to each land.
    pub(super) offices: FxHashMap<CompactString, u32>,
    /// First bytes of the phrases that stand in a list before its last name.
    pub(super) listed: FxHashSet<u32>,
    /// Names that the article uses for lands, and the gazetteer knows for small towns alone.
    pub(super) lands: FxHashSet<CompactString>,
    /// Names that the text gives to whom somebody deals with ("its supplier Vanpak").
    pub(super) partners: FxHashSet<CompactString>,
    /// States that have an embassy where the article is written.
    pub(super) guests: FxHashSet<CompactString>,
}

/// An entity that the article itself introduces.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Folded full name.
    pub key: CompactString,
    /// Folded last word of the name.
    pub surname: CompactString,
    /// The name says what sort of body it is, so that its first words alone mean something else ("Turku").
    pub described: bool,
    /// What the article says about it.
    pub decision: PartyDecision,
}

impl Known {
    /// Whether a word stands inside the name, as the first of two surnames does ("Roe" in "Jane Roe Doe").
    pub fn has_inside(&self, word: &str) -> bool {
        let mut words = self.key.split(' ').skip(1);
        let inside = words.next() == Some(word) && words.next().is_some();
        inside && words.next().is_none()
    }

    /// Whether nothing but its name is known of it.
    pub fn is_own(&self) -> bool {
        let own = self.decision.party.as_ref() == Some(&self.decision.entity);
        self.decision.kind == PartyKind::Unlisted && own
    }
}

/// What a mention does in its sentence: the more, the sooner a later noun or pronoun means it, and the less the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Subject of the main clause.
    Main,
    /// Subject of what the main clause tells.
    Subject,
    /// Subject of any other clause.
    Aside,
    /// Anything else.
    Other,
}

/// A mention in the order of the text.
#[derive(Debug, Clone)]
pub(super) struct Mentioned {
    /// First byte in the body; `None` in the title, which stands before all.
    pub at: Option<u32>,
    /// Bytes of the phrase as written.
    pub length: u32,
    /// What it does in its sentence.
    pub rank: Rank,
    /// Last words of the role nouns in the phrase.
    pub nouns: Vec<CompactString>,
    /// Who it is.
    pub decision: PartyDecision,
    /// Class of the role nouns in the phrase.
    pub classes: Vec<CompactString>,
    /// Kind of the role noun that heads it; `None` for a bare name.
    pub role: Option<RoleKind>,
    /// Whether that noun stands for many ("our units").
    pub many: bool,
    /// Gender that the phrase tells.
    pub gender: Option<Gender>,
    /// Whether the parser takes it for a person's name; `None` where it tells nothing.
    pub person: Option<bool>,
    /// The land that the phrase gives to whom it names.
    pub land: Option<CompactString>,
    /// The age that stands right behind the name.
    pub years: Option<u32>,
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

    /// Reads the names of plain text; without a tree, every mention counts as a subject.
    pub fn from_text(text: &str, context: &PartyContext<'_>) -> ArticleNames {
        collect::from_text(text, context)
    }

    /// Whether the article uses the name of a small town for a land of its own.
    pub fn is_land(&self, name: &str) -> bool {
        self.lands.contains(name)
    }

    /// Notes where a sentence of the body begins; in the order of the text.
    pub(super) fn note_start(&mut self, at: u32) {
        self.starts.push(at);
    }

    /// Notes where a sentence of the body has its quotation marks; in the order of the text.
    pub(super) fn note_quotes(&mut self, at: u32, text: &str) {
        let marks = text.match_indices(QUOTES);
        self.quotes.extend(marks.map(|(mark, _)| at + mark as u32));
    }

    /// Whether a quotation that began before byte `own` of the body ends before byte `at` of the same sentence: whoever is
    /// named in it is none of those who speak it.
    pub(super) fn is_told_in_quotation(&self, own: Option<u32>, at: Option<u32>) -> bool {
        let (Some(first), Some(last)) = (own, at) else {
            return false;
        };
        let up_to = |byte: u32| self.quotes.partition_point(|&mark| mark < byte);
        let marks = up_to(last).saturating_sub(up_to(first));
        self.sentence_of(own) == self.sentence_of(at) && marks % 2 == 1
    }

    /// Whether a quotation ends between two places of one sentence, so that who is named in it is told of by another.
    pub(super) fn is_quoted_before(&self, own: Option<u32>, at: Option<u32>) -> bool {
        let (Some(own), Some(at)) = (own, at) else {
            return false;
        };
        let same = self.sentence_of(Some(own)) == self.sentence_of(Some(at));
        let from = self.quotes.partition_point(|&mark| mark < own);
        same && self.quotes.get(from).is_some_and(|&mark| mark < at)
    }

    /// The number of the sentence that holds byte `at` of the body, counted from 1; the title is 0.
    pub(super) fn sentence_of(&self, at: Option<u32>) -> usize {
        at.map_or(0, |at| self.starts.partition_point(|&start| start <= at))
    }

    /// Whether a sentence of the body begins at this byte.
    pub(super) fn begins_sentence(&self, at: Option<u32>) -> bool {
        at.is_none_or(|at| self.starts.binary_search(&at).is_ok())
    }

    /// Whether the article gives the entity's name in full.
    pub fn names_in_full(&self, canonical: &str) -> bool {
        self.full.contains(canonical)
    }

    /// Who issued the article, where it is a statement and no report: its own voice is theirs.
    pub fn author(&self) -> Option<&PartyDecision> {
        self.publisher.author.as_ref()
    }

    /// Those whom the article names and who are a side of their own there.
    pub fn sides_named(&self) -> impl Iterator<Item = &CompactString> {
        let sides = self.mentions.iter().map(|mention| &mention.decision);
        let own = sides.filter(|side| side.party.as_ref() == Some(&side.entity));
        own.map(|side| &side.entity)
    }

    /// The side for which the outlet speaks, `None` for an independent one.
    pub fn side(&self) -> Option<&CompactString> {
        self.publisher.side.as_ref()
    }

    /// The state in which the outlet is at home, where the lists know it.
    pub(super) fn home(&self) -> Option<&CompactString> {
        self.publisher.home.as_ref()
    }

    /// Whether a name is the outlet's own.
    pub(super) fn is_own_outlet(&self, name: &str) -> bool {
        // "The Jutland Gazette" calls itself the Gazette.
        let outlet = self.publisher.name.as_str();
        let short = || {
            let ends = outlet
                .strip_suffix(name)
                .is_some_and(|head| head.ends_with(' '));
            ends && !self.touches(name)
        };
        self.publisher.author.is_none() && !name.is_empty() && (outlet == name || short())
    }

    /// The only armed group that the article names, `None` where it names none or more.
    pub(super) fn sole_group(&self) -> Option<&CompactString> {
        let mut groups = self.groups.iter();
        let group = groups.next()?;
        groups.next().is_none().then_some(group)
    }

    /// Whether the article names an armed group.
    pub(super) fn names_groups(&self) -> bool {
        !self.groups.is_empty()
    }

    pub(super) fn note_group(&mut self, canonical: &CompactString) {
        self.groups.insert(canonical.clone());
    }

    /// Notes once more that an entity is named, and whether the parser takes it for an organisation there or for a person.
    pub(super) fn note_named(&mut self, entity: &CompactString, times: u32, organisation: i32) {
        *self.times.entry(entity.clone()).or_default() += times;
        *self.organisations.entry(entity.clone()).or_default() += organisation;
    }

    /// The one side of its own, among all that the article names, whose name ends in the noun ("Forum" for "the Plains Forum").
    pub(super) fn sole_ending_in(&self, noun: &str) -> Option<&PartyDecision> {
        let own = |decision: &&PartyDecision| {
            let before = decision.entity.strip_suffix(noun);
            let before = before.and_then(|head| head.strip_suffix(' '));
            let named = before.is_some_and(|head| head.starts_with(char::is_uppercase));
            named && decision.line.is_none() && decision.party.as_ref() == Some(&decision.entity)
        };
        let mut found = self.mentions.iter().map(|m| &m.decision).filter(own);
        let first = found.next()?;
        found
            .all(|other| other.entity == first.entity)
            .then_some(first)
    }

    /// How often the article names the entity.
    pub(super) fn times_named(&self, entity: &str) -> u32 {
        self.times.get(entity).copied().unwrap_or(0)
    }

    /// Whether a name that no list knows is an organisation's: the parser takes it for one more often than for a person's.
    pub(super) fn is_organisation(&self, mention: &Mentioned) -> bool {
        let entity = &mention.decision.entity;
        mention.decision.kind == PartyKind::Unlisted
            && mention.role.is_none()
            && mention.gender.is_none()
            && mention.decision.party.is_some()
            && self.is_body_name(entity)
    }

    /// Whether the parser takes a name for an organisation's more often than for a person's.
    pub(in crate::resolve) fn is_body_name(&self, entity: &str) -> bool {
        let body = self.organisations.get(entity).is_some_and(|&n| n > 0);
        body && !self.placed.contains(entity) && !self.persons.contains(entity)
    }

    /// Whether the article calls an entity a company.
    pub(in crate::resolve) fn is_company(&self, entity: &str) -> bool {
        self.companies.contains(entity)
    }

    /// Whether the article tells that a name is a person's.
    pub(in crate::resolve) fn is_person_name(&self, entity: &str) -> bool {
        self.persons.contains(entity)
    }

    /// Notes that an entity is a person's name.
    pub(super) fn note_person(&mut self, entity: &CompactString) {
        self.persons.insert(entity.clone());
    }

    /// Notes a word that the parser takes for a common noun although it has a capital.
    pub(super) fn note_common(&mut self, word: &str) {
        self.common.insert(word.into());
    }

    /// Whether a word with a capital is a common noun in this article.
    pub(in crate::resolve) fn is_common(&self, word: &str) -> bool {
        self.common.contains(word)
    }

    /// Notes a name that stands behind a preposition of place, and so is no body's.
    pub(super) fn note_placed(&mut self, name: &str) {
        self.placed.insert(name.into());
    }

    /// Whether a name stands behind a preposition of place.
    pub(in crate::resolve) fn is_placed(&self, name: &str) -> bool {
        self.placed.contains(name)
    }

    /// Notes that a listed name stands in the article in several words.
    pub(super) fn note_spelled(&mut self, canonical: &CompactString) {
        self.spelled.insert(canonical.clone());
    }

    /// Whether a listed name stands in the article in several words, and not by an acronym alone.
    pub(super) fn spells_out(&self, canonical: &str) -> bool {
        self.spelled.contains(canonical)
    }

    pub(super) fn note_full(&mut self, canonical: &CompactString) {
        self.full.insert(canonical.clone());
    }

    /// Notes an entity that no list knows, under its full name and acronym; a later note with a side replaces one without.
    pub(super) fn note_known(
        &mut self,
        name: &str,
        acronym: Option<&str>,
        described: bool,
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
                    described,
                    decision,
                });
                self.known.len() - 1
            }
        };
        if let Some(acronym) = acronym {
            self.acronyms.insert(acronym.into(), at);
        }
    }
}

/// Marks that begin or end a quotation.
const QUOTES: [char; 4] = ['"', '“', '”', '„'];
