//! Which lands a sentence gives offices to, and which states are guests where the article is written.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyKind, RoleKind, Word};
use crate::lexicon::vectors::Vectors;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::EntityLabel;

use super::super::PartyContext;
use super::super::classes::ARMY;
use super::super::items::{Item, Label};
use super::super::kinds::is_noun;
use super::super::names::ArticleNames;
use super::super::side::ABROAD;
use super::super::standing::{Piece, label_at};
use super::{is_of_land, is_of_state};

/// Notes the lands to which a sentence gives offices, and the states that have an embassy where the article is written.
pub(in crate::resolve::party) fn note_offices(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
    context: &PartyContext<'_>,
) {
    for at in 0..items.len() {
        if is_given_office(items, words, at)
            && let Some(land) = land_at(names, piece, words, items, at, context)
        {
            names.note_office(&land);
        }
        if let Some(guest) = guest_at(words, items, at, context) {
            names.note_guest(&guest);
        }
    }
}

/// "Utopia's interior ministry", "the Utopian foreign minister", "the Ministry of Justice of Utopia", "Utopia's election".
fn is_given_office(items: &[Item<'_>], words: &[Word], at: usize) -> bool {
    let office = |item: &Item<'_>| item.role().is_some_and(is_of_state);
    // "Utopia's army", "the army of Utopia": no town has one.
    let army = |item: &Item<'_>| item.role().is_some_and(|role| role.class == ARMY);
    let after = items.get(at + 1..).unwrap_or_default();
    if let Some(Label::Possessive) = after.first().map(|next| &next.label) {
        let beside = || {
            after[1..]
                .iter()
                .take_while(|item| !matches!(item.label, Label::Mark))
        };
        let head = beside().find(|item| item.role().is_some_and(|role| is_noun(role.kind)));
        let vote = |item: &Item<'_>| {
            let lone = words
                .get(item.first)
                .filter(|_| item.last - item.first == 1);
            lone.is_some_and(|word| WordSets::shared().has(Set::ElectionNoun, &word.key))
        };
        return head.is_some_and(|item| office(item) || army(item))
            || beside().take(NEAR).any(vote);
    }
    if after.first().is_some_and(office) {
        return is_rare(items, words, at);
    }
    let before = items.get(..at).unwrap_or_default();
    let of = before.last().and_then(Item::role_kind) == Some(RoleKind::Of);
    let parted = |item: &Item<'_>| matches!(item.label, Label::Mark);
    let nouns = || {
        before
            .iter()
            .rev()
            .take(NEAR)
            .take_while(|item| !parted(item))
    };
    of && is_rare(items, words, at) && nouns().any(|item| office(item) || army(item))
}

/// The land that an item names: a listed state, or a lone name that is no person's, no place's of a listed state and no
/// common word.
fn land_at(
    names: &ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
    at: usize,
    context: &PartyContext<'_>,
) -> Option<CompactString> {
    let item = &items[at];
    match &item.label {
        Label::Name(hits) => {
            let mut states = hits.iter().filter(|m| m.entry.kind == PartyKind::State);
            states.next().map(|found| found.entry.canonical.clone())
        }
        Label::Unknown if item.last - item.first == 1 => {
            let (start, end) = (words[item.first].start, words[item.last - 1].end);
            let name = piece.text.get(start..end)?;
            let person = is_persons(piece, words, item) && !names.is_land(name);
            // "The government of Zahran", a town in a state of which the article tells nothing: a land of its own.
            let town = (context.country_of)(name);
            let stray = |state: &String| !names.tells_or_is_in(state) && has_government(items, at);
            let own = !person && is_rare(items, words, at) && town.as_ref().is_none_or(stray);
            own.then(|| name.into())
        }
        _ => None,
    }
}

/// Whether the parser takes an item for a person's name.
fn is_persons(piece: &Piece<'_>, words: &[Word], item: &Item<'_>) -> bool {
    let (start, end) = (words[item.first].start, words[item.last - 1].end);
    label_at(piece, start, end) == Some(EntityLabel::Person)
}

/// Whether a government, parliament, ministry or minister stands beside the name at `at`.
fn has_government(items: &[Item<'_>], at: usize) -> bool {
    let near = at.saturating_sub(NEAR)..(at + NEAR).min(items.len());
    items[near]
        .iter()
        .any(|item| item.role().is_some_and(is_of_land))
}

/// A listed name, or a word that texts do not use.
pub(super) fn is_rare(items: &[Item<'_>], words: &[Word], at: usize) -> bool {
    let common = |word: &Word| Vectors::embedded().find(&word.key).is_some();
    !matches!(items[at].label, Label::Unknown) || !common(&words[items[at].first])
}

/// "The Russian embassy in Alba", in an article from Alba: Russia is a guest there.
fn guest_at(
    words: &[Word],
    items: &[Item<'_>],
    at: usize,
    context: &PartyContext<'_>,
) -> Option<CompactString> {
    let [state, embassy, link, town] = items.get(at..at + 4)? else {
        return None;
    };
    let abroad = embassy.role().is_some_and(|role| role.class == ABROAD);
    let placed = link.role_kind() == Some(RoleKind::In);
    let Label::Name(hits) = &state.label else {
        return None;
    };
    let state = hits.iter().find(|m| m.entry.kind == PartyKind::State)?;
    let line = context.dateline?.to_lowercase();
    let here = line.starts_with(words.get(town.first)?.key.as_str());
    (abroad && placed && here).then(|| state.entry.canonical.clone())
}

/// How many words may stand between an owner and what he owns.
pub(super) const NEAR: usize = 4;
