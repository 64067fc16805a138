//! Whose a bare noun is by who issued the text: the author of a statement, or the side for which an outlet speaks.

use compact_str::{CompactString, format_compact};

use crate::lexicon::parties::{PartyKind, Role, RoleKind, split_words};

use super::PartyDecision;
use super::at_hand::AT_HAND;
use super::kinds::is_own_side;
use super::names::ArticleNames;
use super::side::{Reading, with_rule};

/// "The company", "the association" in a statement of its own.
pub(super) fn author_as<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n PartyDecision> {
    let author = match role.kind {
        RoleKind::Company => employer(reading)?,
        RoleKind::Institution => reading.article.author()?,
        // "The Medicines Agency" calls itself the agency.
        RoleKind::Body => reading.article.author().filter(|author| {
            let words = split_words(&author.entity);
            words.last().is_some_and(|word| word.key == role.noun)
        })?,
        _ => return None,
    };
    let private = matches!(
        author.kind,
        PartyKind::Company | PartyKind::Unlisted | PartyKind::Organization
    );
    private.then_some(author)
}

/// Who issued the statement, unless its name says that it is no company ("SITEQ union").
pub(super) fn employer<'n>(reading: &Reading<'n, '_>) -> Option<&'n PartyDecision> {
    let author = reading.article.author()?;
    let words = split_words(&author.entity);
    let other = |at: usize| {
        let role = reading.context.lexicon.longest_role(&words, at);
        role.is_some_and(|(_, role)| is_own_side(role.kind) && role.kind != RoleKind::Company)
    };
    (!(0..words.len()).any(other)).then_some(author)
}

/// In a statement, staff and words without an owner, and "we", are the issuer's.
pub(super) fn of_author(article: &ArticleNames) -> Option<PartyDecision> {
    let author = article.author()?;
    Some(with_rule(author, "party.author"))
}

/// A body of the side for which the outlet speaks ("a military source" of a group's own channel), unless the text has just
/// named a place of another state.
pub(super) fn of_publisher(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let serves = matches!(
        role.kind,
        RoleKind::Body | RoleKind::Force | RoleKind::Staff | RoleKind::Local
    );
    let side = reading.article.side().filter(|_| serves)?;
    if is_abroad(reading, side) || is_of_others(reading, role, side) {
        return None;
    }
    let owner = reading.context.lexicon.adjective(side);
    Some(PartyDecision {
        entity: format_compact!("{owner} {}", role.class),
        kind: PartyKind::Government,
        party: Some(side.clone()),
        rule: "party.outlet-side",
        line: None,
    })
}

/// Whether the text has just named a place of another state than the side's.
fn is_abroad(reading: &Reading<'_, '_>, side: &CompactString) -> bool {
    let entry = reading.context.lexicon.named(side, reading.context.date);
    let home = entry.map(|entry| &entry.country);
    let near = reading.article.place_within(reading.at, AT_HAND);
    home.is_some_and(|home| near.is_some_and(|near| near != home && near != side))
}

/// Whether an outlet of this side speaks of the bodies of others.
fn is_of_others(reading: &Reading<'_, '_>, role: &Role, side: &CompactString) -> bool {
    let entry = reading.context.lexicon.named(side, reading.context.date);
    match entry.map(|entry| entry.kind) {
        // A state's own agency writes of other states too: their bodies are told by the article's main state.
        Some(PartyKind::State) => {
            !reading.article.is_main(side) && reading.article.dateline() != Some(side)
        }
        // A party's or an association's statement speaks of the government, not of its own.
        Some(PartyKind::Political | PartyKind::Organization) => role.kind != RoleKind::Staff,
        _ => false,
    }
}
