//! The gold: what a careful reader finds in the sample articles, as `corpus/gold/GUIDE.md` defines it.

mod file;

use std::path::Path;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::claim::{Modality, Question, Stance};
use crate::model::contradiction::{Kind, Status};
use crate::model::span::TextField;

/// The gold of all episodes. Indices in it point into its own lists.
#[derive(Debug, Clone, Default)]
pub struct Gold {
    /// Names of the episodes, in the order they were added.
    pub episodes: Vec<String>,
    /// Claims of all episodes.
    pub claims: Vec<GoldClaim>,
    /// Disputes of all episodes.
    pub disputes: Vec<Dispute>,
    /// Pairs of claim groups that must not be held against each other.
    pub lookalikes: Vec<Lookalike>,
    /// Articles that copy another.
    pub copies: Vec<GoldCopy>,
    /// Claims on one matter; a claim in none stands alone.
    pub clusters: Vec<Vec<u32>>,
}

/// A claim as the reader found it. Text fields are empty where the article does not tell.
#[derive(Debug, Clone)]
pub struct GoldClaim {
    /// Index of the episode.
    pub episode: u32,
    /// Its id within the episode's file.
    pub id: String,
    /// Key of the article.
    pub article: String,
    /// Words that stand in the article and carry the claim.
    pub anchor: String,
    /// The text that holds the anchor.
    pub field: TextField,
    /// Who says it; empty for the outlet's own voice.
    pub speaker: String,
    /// For which side.
    pub party: String,
    /// Who did or is it.
    pub actor: String,
    /// The actor's side.
    pub actor_party: String,
    /// The question that it answers.
    pub question: Question,
    /// What is claimed, in plain words, always in the positive.
    pub assertion: String,
    /// Affirmed or denied.
    pub stance: Stance,
    /// Stated, possible or planned.
    pub modality: Modality,
    /// Canonical names of where it is.
    pub places: Vec<String>,
    /// Other names of these places, from `names.tsv`.
    pub other_places: Vec<String>,
    /// The region that holds them, in short; empty where the text leaves it open.
    pub region: String,
    /// First day; `None` where the text does not tell.
    pub first: Option<Date>,
    /// Last day; `None` where the text does not tell or it goes on.
    pub last: Option<Date>,
    /// How many.
    pub quantity: Option<GoldQuantity>,
    /// Whether it is a denial that only points back.
    pub points_back: bool,
}

/// An amount.
#[derive(Debug, Clone)]
pub struct GoldQuantity {
    /// Lower bound, inclusive.
    pub low: Option<f64>,
    /// Upper bound, inclusive.
    pub high: Option<f64>,
    /// What is counted, a plural noun.
    pub unit: String,
}

/// Answers to one question that cannot all be true.
#[derive(Debug, Clone)]
pub struct Dispute {
    /// Index of the episode.
    pub episode: u32,
    /// Its id within the episode's file.
    pub id: String,
    /// How they clash.
    pub kind: Kind,
    /// What one side holds true.
    pub proposition: String,
    /// The claims of each side.
    pub sides: Vec<Vec<u32>>,
    /// How it stands at the end of the episode.
    pub status: Status,
    /// Whether one party contradicts its own earlier word.
    pub is_self: bool,
}

/// Two groups of claims that only look as if they clashed.
#[derive(Debug, Clone)]
pub struct Lookalike {
    /// Index of the episode.
    pub episode: u32,
    /// Its id within the episode's file.
    pub id: String,
    /// One group.
    pub left: Vec<u32>,
    /// The other.
    pub right: Vec<u32>,
    /// Why it is no contradiction.
    pub reason: String,
}

/// An article that copies another.
#[derive(Debug, Clone)]
pub struct GoldCopy {
    /// Key of the copy.
    pub article: String,
    /// Key of what it copies.
    pub of: String,
    /// The agency that the copy names; empty when none.
    pub agency: String,
}

impl Gold {
    /// Reads every `.json` file of a folder, in the order of their names, and `names.tsv` where there is one.
    ///
    /// # Errors
    /// The folder or a file cannot be read, or a file is not as the guide says.
    pub fn load(folder: &Path) -> Result<(Gold, Vec<String>), Error> {
        file::load(folder)
    }

    /// Adds the episode that a JSON text holds.
    ///
    /// # Errors
    /// The text is no JSON of the guide's schema, or an id in it stands for no claim; the message says which.
    pub fn add(&mut self, json: &str) -> Result<(), String> {
        file::add(self, json)
    }

    /// Takes note of other names for places: lines of a gold name, a tab and another name.
    pub fn note_names(&mut self, table: &str) {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        let pairs: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
        for claim in &mut self.claims {
            let same = pairs
                .iter()
                .filter(|(name, _)| claim.places.iter().any(|place| place == name));
            claim.other_places = same.map(|(_, other)| (*other).to_owned()).collect();
        }
    }

    /// Name of the episode of a claim.
    pub fn episode_of(&self, claim: u32) -> &str {
        &self.episodes[self.claims[claim as usize].episode as usize]
    }

    /// The dispute that sets a claim of `left` against one of `right`, if any; sides may be swapped.
    pub fn find_dispute(&self, left: &[u32], right: &[u32]) -> Option<usize> {
        self.disputes
            .iter()
            .position(|dispute| dispute.separates(left, right))
    }
}

impl Dispute {
    /// Whether a claim of `left` and one of `right` stand on two sides of it.
    pub fn separates(&self, left: &[u32], right: &[u32]) -> bool {
        let sides_of = |claims: &[u32]| -> Vec<usize> {
            let touches = |side: &Vec<u32>| claims.iter().any(|claim| side.contains(claim));
            (0..self.sides.len())
                .filter(|&at| touches(&self.sides[at]))
                .collect()
        };
        let (left, right) = (sides_of(left), sides_of(right));
        left.iter()
            .any(|side| right.iter().any(|other| other != side))
    }
}

impl Lookalike {
    /// Whether a claim of `left` and one of `right` stand on its two sides, either way.
    pub fn holds(&self, left: &[u32], right: &[u32]) -> bool {
        let meets =
            |group: &[u32], claims: &[u32]| claims.iter().any(|claim| group.contains(claim));
        meets(&self.left, left) && meets(&self.right, right)
            || meets(&self.left, right) && meets(&self.right, left)
    }
}
