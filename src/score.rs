//! Candidate pairs to weights in bits: one named level a field, and the weight is the sum of the levels' bits.
//!
//! The weight follows Fellegi and Sunter (1969): each field reaches a level; `m` is how often pairs on one matter reach
//! it, `u` how often two random claims of the ground do, and the level is worth `log2(m/u)` bits. A missing value is worth
//! nothing. The table `data/levels.tsv` holds `m` and `u`; [`Scorer::pair`] and [`Scorer::weigh`] read the same levels,
//! so the explanation cannot differ from the weight.

mod actor;
mod answer;
mod assertion;
mod date;
mod estimate;
mod features;
mod levels;
mod matter;
mod nearness;
mod object;
mod place;
mod quantity;
mod reference;
mod spelling;
mod story;
mod whose;
mod wording;

use crate::lexicon::assertions::{Assertions, Ground};
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::pair::{Candidate, Edge, Pair, Step};

pub use estimate::{Estimate, estimate};
use features::Features;
pub use levels::{FIELDS, Field, Levels, Reached, TABLES};

/// More bits than adding a dozen numbers in another order can lose.
const ROUNDING: f32 = 0.01;

/// Weighs pairs of claims of one run.
pub struct Scorer<'a> {
    features: Features<'a>,
    levels: &'a Levels,
}

impl<'a> Scorer<'a> {
    /// Reads the claims once; `articles` give the day of publication.
    pub fn new(
        claims: &'a [Claim],
        articles: &[Article],
        assertions: &'a Assertions,
        levels: &'a Levels,
    ) -> Self {
        Scorer {
            features: Features::new(claims, articles, assertions),
            levels,
        }
    }

    /// The level that each field reaches, in the order of [`FIELDS`].
    pub fn reached(&self, left: u32, right: u32) -> Reached {
        let mut reached = self.reached_but_wording(left, right);
        reached[levels::WORDING] = self.wording(left, right, reached);
        reached
    }

    fn wording(&self, left: u32, right: u32, reached: Reached) -> u8 {
        let all = &self.features;
        let (left, right) = (left.min(right), left.max(right));
        let (left, right) = (&all.claims[left as usize], &all.claims[right as usize]);
        match levels::is_answer(reached) {
            true => wording::near(left, right, all),
            false => wording::level(left, right, all),
        }
    }

    /// The same with the wording as if it were missing.
    fn reached_but_wording(&self, left: u32, right: u32) -> Reached {
        let all = &self.features;
        let (left, right) = (left.min(right), left.max(right));
        let (left, right) = (&all.claims[left as usize], &all.claims[right as usize]);
        let (quantity, story) = (quantity::level(left, right), story::level(left, right, all));
        let answer = answer::level(left, right, quantity, story, all);
        let (matter, nearness) = match answer {
            0 => (0, 0),
            _ => (
                matter::level(left, right, all),
                nearness::level(left, right),
            ),
        };
        [
            0,
            assertion::level(left, right, all),
            actor::level(left, right, all),
            object::level(left, right, all),
            whose::level(left, right),
            place::level(left, right, all),
            date::level(left, right),
            quantity,
            0,
            reference::level(left, right),
            story,
            matter,
            answer,
            nearness,
        ]
    }

    /// The ground of a pair; `None` where the two never meet.
    pub fn ground(&self, left: u32, right: u32) -> Option<Ground> {
        let ground = self.features.claims[left as usize].ground;
        (ground == self.features.claims[right as usize].ground).then_some(ground)
    }

    /// Bits for (positive) or against (negative) the two being on one matter.
    pub fn weigh(&self, left: u32, right: u32) -> f32 {
        match self.ground(left, right) {
            Some(ground) => self.levels.sum(ground, self.reached(left, right)),
            None => levels::NEVER,
        }
    }

    /// The edge of a candidate, `None` when its weight is below `least`.
    pub fn edge(&self, candidate: Candidate, least: f32) -> Option<Edge> {
        let Candidate { left, right, .. } = candidate;
        let ground = self.ground(left, right)?;
        let mut reached = self.reached_but_wording(left, right);
        // Comparing words costs most, and most pairs fall short whatever their words.
        let most = self.levels.sum(ground, reached) + self.levels.most_of_wording(ground, reached);
        if most < least - ROUNDING {
            return None;
        }
        reached[levels::WORDING] = self.wording(left, right, reached);
        let weight = self.levels.sum(ground, reached);
        (weight >= least).then_some(Edge {
            left,
            right,
            weight,
        })
    }

    /// The same weight with its steps, for whoever wants to know why.
    pub fn pair(&self, candidate: Candidate) -> Pair {
        let steps = match self.ground(candidate.left, candidate.right) {
            Some(ground) => self
                .levels
                .steps(ground, self.reached(candidate.left, candidate.right)),
            None => vec![Step {
                field: "ground",
                level: "other",
                bits: levels::NEVER,
            }],
        };
        Pair {
            candidate,
            weight: steps.iter().map(|step| step.bits).sum(),
            steps,
        }
    }
}
