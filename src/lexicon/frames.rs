//! Frames: the words that name an assertion and where its parts stand in the tree (`frames.tsv`).

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::claim::LexiconLine;

use super::overlay::{Overlay, list_rows};
use super::table::Fault;

/// Where a part of the assertion stands, seen from the trigger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// Nowhere.
    None,
    /// Subject of the verb; the by-phrase of a passive.
    Subject,
    /// Object of the verb; the subject of a passive.
    Object,
    /// By-phrase, possessive or nationality adjective of a noun.
    By,
    /// Possessive of a noun.
    Possessive,
    /// Whom a word of blame blames, where it does not say for what.
    Accused,
    /// Who is given something ("gave the mayor 51 percent").
    Recipient,
    /// Object of this preposition.
    Preposition(String),
}

impl Slot {
    /// The preposition before the part, `None` where it stands otherwise.
    fn preposition(&self) -> Option<&str> {
        match self {
            Slot::Preposition(preposition) => Some(preposition),
            _ => None,
        }
    }
}

/// What the theme must be for the frame to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// A place.
    Place,
    /// A place, and the agent is an armed body.
    Force,
    /// A place, and the agent is an armed body that a common noun names ("our troops are in the city").
    Troops,
    /// People.
    Person,
    /// A number of people or things, and no attack is taken part in.
    Crowd,
    /// A plant, a line, a service or the like, which runs or stands still.
    Works,
    /// One person, who can hold a post.
    Holder,
    /// An attack.
    Attack,
    /// The theme is a noun that names a deed, or a pronoun.
    Deed,
    /// An agreement or a rule.
    Agreement,
    /// An agreement, a proposal, or what one asks for or objects.
    Request,
    /// Arms.
    Arms,
    /// What flies, or a name or pronoun that may mean it.
    Flier,
    /// An election or another contest.
    Election,
    /// Talks of two sides.
    Talks,
    /// The agent is a thing, and nobody who could have done it.
    Matter,
    /// Anything, but it must be there.
    Thing,
    /// Anything or nothing.
    Any,
}

/// A line of `frames.tsv`.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Lemma of a dependent that must be there; `None` when the head word is enough.
    pub needs: Option<Need>,
    /// Key of `assertions.tsv`; empty where the words are an idiom that asserts nothing ("hit the ground").
    pub assertion: CompactString,
    /// Where the doer stands.
    pub agent: Slot,
    /// Where what it is done to stands.
    pub theme: Slot,
    /// What the theme must be.
    pub condition: Condition,
    /// Where the frame stands in the list.
    pub line: LexiconLine,
}

impl Frame {
    /// Whether it needs this word beside its head.
    pub fn needs_word(&self, word: &str) -> bool {
        matches!(&self.needs, Some(Need::Dependent(needed)) if needed == word)
    }

    /// Whether it needs a preposition and this noun.
    pub fn needs_phrase_of(&self, noun: &str) -> bool {
        matches!(&self.needs, Some(Need::Phrase(_, needed)) if needed == noun)
    }
}

/// A dependent that a frame needs beside its head word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// A dependent with this lemma (particle, object).
    Dependent(String),
    /// A preposition and the noun under it (`under control`).
    Phrase(String, String),
}

/// The frame list, by head lemma.
#[derive(Debug, Default)]
pub struct Frames {
    verbs: FxHashMap<String, Vec<Frame>>,
    nouns: FxHashMap<String, Vec<Frame>>,
}

impl Frames {
    /// Reads the list that is compiled in. Frames of one head come with the most specific first.
    pub fn embedded() -> Self {
        Frames::read(&Overlay::default(), &mut Vec::new())
    }

    /// The same with a user's lines laid over it; lines that do not fit are noted in `faults`.
    pub fn read(overlay: &Overlay, faults: &mut Vec<Fault>) -> Self {
        let mut frames = Frames::default();
        for row in list_rows!(overlay, "frames.tsv") {
            let Some(condition) = condition(row.column(6)) else {
                faults.push(row.fault("the condition in column 7 is none of those in the header"));
                continue;
            };
            let frame = Frame {
                needs: need(row.column(2)),
                assertion: row.column(3).into(),
                agent: slot(row.column(4)),
                theme: slot(row.column(5)),
                condition,
                line: row.line,
            };
            let side = if row.column(1) == "v" {
                &mut frames.verbs
            } else {
                &mut frames.nouns
            };
            side.entry(row.column(0).to_owned())
                .or_default()
                .push(frame);
        }
        for list in frames.verbs.values_mut().chain(frames.nouns.values_mut()) {
            list.sort_by_key(|frame| {
                (
                    frame.needs.is_none(),
                    frame.condition == Condition::Thing,
                    // What happens by itself is told only where no object stands.
                    !(frame.agent == Slot::None && frame.theme == Slot::Subject),
                    frame.line.line,
                )
            });
        }
        frames
    }

    /// Frames whose head is this verb lemma.
    pub fn of_verb(&self, lemma: &str) -> &[Frame] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The verbs that head frames, in no order.
    pub fn verbs(&self) -> impl Iterator<Item = &str> {
        self.verbs.keys().map(|verb| verb.as_ref())
    }

    /// Frames whose head is this noun lemma.
    pub fn of_noun(&self, lemma: &str) -> &[Frame] {
        self.nouns.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// For the scan: of each frame the word that tells most, the one it needs beside its head where it needs one that is no
    /// preposition.
    pub fn telling_words(&self) -> impl Iterator<Item = &str> {
        let lists = || self.verbs.iter().chain(self.nouns.iter());
        let small: FxHashSet<&str> = lists()
            .flat_map(|(_, frames)| frames)
            .flat_map(|frame| [&frame.agent, &frame.theme])
            .filter_map(Slot::preposition)
            .collect();
        lists().flat_map(move |(head, frames)| {
            let telling = frames.iter().filter(|frame| !frame.assertion.is_empty());
            let words = telling.map(|frame| match &frame.needs {
                Some(Need::Dependent(word) | Need::Phrase(_, word))
                    if word.len() > 3 && !small.contains(word.as_str()) =>
                {
                    word.as_str()
                }
                _ => head.as_str(),
            });
            words.collect::<Vec<&str>>()
        })
    }
}

fn need(text: &str) -> Option<Need> {
    match text.split_once('_') {
        _ if text.is_empty() => None,
        Some((preposition, noun)) => Some(Need::Phrase(preposition.to_owned(), noun.to_owned())),
        None => Some(Need::Dependent(text.to_owned())),
    }
}

fn slot(text: &str) -> Slot {
    match text {
        "" => Slot::None,
        "subj" => Slot::Subject,
        "accused" => Slot::Accused,
        "obj" => Slot::Object,
        "by" => Slot::By,
        "poss" => Slot::Possessive,
        "dative" => Slot::Recipient,
        preposition => Slot::Preposition(preposition.to_owned()),
    }
}

fn condition(text: &str) -> Option<Condition> {
    Some(match text {
        "place" => Condition::Place,
        "force" => Condition::Force,
        "troops" => Condition::Troops,
        "person" => Condition::Person,
        "crowd" => Condition::Crowd,
        "holder" => Condition::Holder,
        "works" => Condition::Works,
        "attack" => Condition::Attack,
        "deed" => Condition::Deed,
        "agreement" => Condition::Agreement,
        "request" => Condition::Request,
        "arms" => Condition::Arms,
        "flier" => Condition::Flier,
        "talks" => Condition::Talks,
        "matter" => Condition::Matter,
        "election" => Condition::Election,
        "thing" => Condition::Thing,
        "any" => Condition::Any,
        _ => return None,
    })
}
