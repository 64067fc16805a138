//! Those whom nothing but what stands right beside them ties to a side: an officer of the militia, sources of a paper.

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::classes::{INSIDER, OFFICER};
use super::names::{Mentioned, Rank};
use super::nearness::A_SENTENCE;
use super::side::{Reading, with_rule};

/// "The militia denied it. 'They fled,' a commander said.": an officer of the armed group that acts right before.
pub(super) fn of_fighters_at_hand(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    if ![OFFICER, COMMANDER].contains(&role.class.as_str()) || role.many {
        return None;
    }
    let (article, at) = (reading.article, reading.at);
    let acts = |m: &&Mentioned| m.rank == Rank::Main && m.decision.party.is_some();
    let found = article.nearest(at, acts)?;
    let near = at.is_some() && article.steps(found, at) <= A_SENTENCE;
    let group = found.decision.kind == PartyKind::Group || found.role == Some(RoleKind::Group);
    (near && group).then(|| with_rule(&found.decision, "party.body-in-article"))
}

/// Class of those who command in the field, most often of an armed group.
const COMMANDER: &str = "field commander";

/// "Sources told the Tribune": who is known through a medium alone counts as its word.
pub(super) fn of_outlet_told(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    if role.class != INSIDER {
        return None;
    }
    let (article, at) = (reading.article, reading.at);
    let here = article.sentence_of(at);
    let told = |m: &&Mentioned| {
        let beside = article.sentence_of(m.at) == here && m.at.is_some() == at.is_some();
        beside && m.decision.kind == PartyKind::Outlet && m.decision.party.is_some()
    };
    let found = article.mentions.iter().find(told)?;
    Some(with_rule(&found.decision, "party.told-outlet"))
}
