//! How near an earlier mention is to the noun or pronoun that may point back to it.

use compact_str::CompactString;

use crate::lexicon::parties::PartyKind;

use super::PartyDecision;
use super::names::{ArticleNames, Mentioned, Rank};

impl ArticleNames {
    /// Mentions before byte `at` of the body, nearest first; without a place, all.
    pub(super) fn earlier(&self, at: Option<u32>) -> impl Iterator<Item = &Mentioned> {
        let before = move |m: &&Mentioned| match (m.at, at) {
            (Some(own), Some(limit)) => own < limit,
            _ => true,
        };
        self.mentions.iter().rev().filter(before)
    }

    /// The mention before byte `at` of the body that a noun or pronoun there means soonest, among those that fit: near ones
    /// before far ones, subjects of main clauses before others. Who is named behind it in the same sentence is another
    /// ("the group says that Hamas ..."). Without a place, those near the top of the article are near.
    pub(super) fn nearest(
        &self,
        at: Option<u32>,
        fits: impl Fn(&&Mentioned) -> bool,
    ) -> Option<&Mentioned> {
        self.nearest_by(at, fits, |m| self.steps(m, at))
    }

    /// The same, by another measure of how far a mention is.
    pub(super) fn nearest_by(
        &self,
        at: Option<u32>,
        fits: impl Fn(&&Mentioned) -> bool,
        steps: impl Fn(&Mentioned) -> usize,
    ) -> Option<&Mentioned> {
        let here = self.sentence_of(at);
        let behind = self.mentions.iter().rev();
        let behind: Vec<&CompactString> = behind
            .take_while(|other| at.is_some() && other.at > at)
            .filter(|other| other.role.is_none() && other.rank == Rank::Subject)
            .filter(|other| self.sentence_of(other.at) == here)
            .map(|other| &other.decision.entity)
            .collect();
        let named_behind = |m: &Mentioned| behind.contains(&&m.decision.entity);
        let fitting = self.earlier(at).filter(|m| fits(m) && !named_behind(m));
        fitting.min_by_key(|m| steps(m))
    }

    /// How far an owner is from "its": one in the same sentence is nearer than any before ("the plant was shut by its manager").
    pub(super) fn steps_to_owner(&self, mention: &Mentioned, at: Option<u32>) -> usize {
        let steps = self.steps(mention, at);
        let same = at.is_some() && self.sentence_of(at) == self.sentence_of(mention.at);
        if same {
            steps.min(A_SENTENCE - 1)
        } else {
            steps
        }
    }

    /// The state for which the subject of the title's main clause speaks, for a noun in the title.
    pub(super) fn state_in_title(&self, at: Option<u32>) -> Option<CompactString> {
        let acts = |m: &&Mentioned| m.at.is_none() && m.rank == Rank::Main && m.role.is_none();
        let first = self.mentions.iter().find(acts).filter(|_| at.is_none())?;
        let public = matches!(first.decision.kind, PartyKind::State | PartyKind::Person);
        let party = first.decision.party.clone().filter(|_| public)?;
        self.touches(&party).then_some(party)
    }

    /// "Utopian army says it holds the town": the state whose body or force the title's main clause is about, where it is about
    /// no other's.
    pub(super) fn body_in_title(&self) -> Option<&CompactString> {
        let acts = |m: &&Mentioned| m.at.is_none() && m.rank == Rank::Main;
        let mut title = self.mentions.iter().filter(acts);
        let body = |kind| matches!(kind, PartyKind::Force | PartyKind::Government);
        let first = title.next().filter(|m| body(m.decision.kind))?;
        let state = first.decision.party.as_ref()?;
        let alone = title.all(|m| m.decision.party.as_ref() == Some(state));
        alone.then_some(state)
    }

    /// Whether the title's main clause is about the side for which somebody speaks.
    pub(super) fn acts_in_title(&self, decision: &PartyDecision) -> bool {
        let acts = |m: &&Mentioned| m.at.is_none() && m.rank != Rank::Other && m.role.is_none();
        let mut title = self.mentions.iter().filter(acts);
        decision.party.is_some() && title.any(|m| m.decision.party == decision.party)
    }

    /// How far a mention is from byte `at`: sentences between them, and more for those who do nothing in theirs.
    pub(super) fn steps(&self, mention: &Mentioned, at: Option<u32>) -> usize {
        let sentences = self.sentence_of(at).abs_diff(self.sentence_of(mention.at));
        let rank = match mention.rank {
            Rank::Main => 0,
            Rank::Subject => IN_CLAUSE,
            Rank::Aside => ASIDE,
            Rank::Other => NO_SUBJECT,
        };
        sentences * A_SENTENCE + rank
    }
}

/// Steps of a sentence between a mention and what points back to it.
pub(super) const A_SENTENCE: usize = 4;
/// Steps of the subject of what is told: it weighs less than a sentence.
const IN_CLAUSE: usize = 2;
/// Steps of the subject of any other clause: it weighs more than a sentence.
const ASIDE: usize = 6;
/// Steps of a mention that is no subject.
pub(super) const NO_SUBJECT: usize = 9;
