//! Finds the stretches of a sentence that can be name phrases, with what commas and brackets add to them.

use crate::lexicon::parties::{RoleKind, Word};

use super::appended::with_apposed;
use super::classes::{INSIDER, NEAR, PERSON};
use super::items::{Item, Label};
use super::kinds::{is_noun, is_pronoun, is_seated};

/// Stretches of words that can be name phrases, with what commas and brackets add to them, unless `apart` tells that the
/// second of two stretches of words is somebody else, who acts himself ("a strike near Kherson, the army said").
pub(super) fn chunks(
    items: &[Item<'_>],
    words: &[Word],
    apart: &dyn Fn((usize, usize), (usize, usize)) -> bool,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < items.len() {
        if !is_content(&items[at]) {
            at += 1;
            continue;
        }
        let from = start_of(items, words, at);
        let end = with_apposed(items, words, (from, extend(items, at)), apart);
        found.push((items[from].first, items[end - 1].last));
        at = end;
    }
    found
}

/// Modifiers and a determiner in front belong to the phrase ("the former").
fn start_of(items: &[Item<'_>], words: &[Word], at: usize) -> usize {
    let modifiers = items[..at]
        .iter()
        .rev()
        .take_while(|i| i.role_kind().is_some_and(is_modifier))
        .count();
    let from = at - modifiers;
    // "Its sales head", "the licensing board": a word that no list knows, between the determiner and the noun.
    let plain = from >= 2
        && matches!(items[from - 1].label, Label::Other)
        && words[items[from - 1].first]
            .key
            .starts_with(char::is_alphabetic)
        && items[at].role().is_some()
        && is_determiner(&items[from - 2]);
    if plain {
        return from - 2;
    }
    if from > 0 && is_determiner(&items[from - 1]) {
        from - 1
    } else {
        from
    }
}

/// One past the last item of the phrase that starts at `at`.
pub(super) fn extend(items: &[Item<'_>], at: usize) -> usize {
    let mut end = at + 1;
    while end < items.len() {
        let joins = is_content(&items[end])
            || matches!(items[end].label, Label::Possessive)
            || items[end].role_kind().is_some_and(is_modifier)
            || is_owned_word(items, end)
            || is_owned_mind(&items[at..=end]);
        if joins {
            end += 1;
        } else if let Some(beyond) = over_link(items, end) {
            end = beyond;
        } else {
            break;
        }
    }
    end
}

/// "People familiar with the board's thinking": the word behind the owner whose mind they know.
fn is_owned_mind(items: &[Item<'_>]) -> bool {
    let near = |item: &Item<'_>| item.role_kind() == Some(RoleKind::Near);
    let [before @ .., mark, mind] = items else {
        return false;
    };
    let owned = matches!(mark.label, Label::Possessive) && matches!(mind.label, Label::Other);
    owned && before.iter().any(near)
}

/// "New Zealand's privacy commissioner": a plain word between the owner and the noun.
fn is_owned_word(items: &[Item<'_>], at: usize) -> bool {
    // "The Norwegian fish farmer Roeland": nor does one between an adjective of a land and the noun part them.
    let of_land = |item: &Item<'_>| item.is_demonym();
    let owned =
        at > 0 && (matches!(items[at - 1].label, Label::Possessive) || of_land(&items[at - 1]));
    let noun = items
        .get(at + 1)
        .and_then(Item::role)
        .is_some_and(|role| is_noun(role.kind));
    owned && noun && matches!(items[at].label, Label::Other)
}

/// "of the", "for the" with a name or role behind it.
fn over_link(items: &[Item<'_>], at: usize) -> Option<usize> {
    // "The government in Pristina": whose it is.
    let seated = items[..at]
        .last()
        .and_then(Item::role_kind)
        .is_some_and(is_seated);
    let named = items
        .get(at + 1)
        .is_some_and(|i| matches!(i.label, Label::Name(_) | Label::Unknown));
    let circle = items[..at].last().and_then(Item::role);
    let circle = circle.is_some_and(|role| [PERSON, INSIDER].contains(&role.class.as_str()));
    let link = match items[at].role_kind() {
        Some(RoleKind::In) if circle && items[at].role().is_some_and(|role| role.class == NEAR) => {
            true
        }
        Some(RoleKind::Of | RoleKind::For | RoleKind::Near | RoleKind::Called) => true,
        Some(RoleKind::In) => seated && named,
        _ => false,
    };
    let next = if items.get(at + 1).is_some_and(is_determiner) {
        at + 2
    } else {
        at + 1
    };
    let modifiers = items[next.min(items.len())..]
        .iter()
        .take_while(|item| item.role_kind() == Some(RoleKind::Elsewhere))
        .count();
    let next = next + modifiers;
    // "The union of prison guards": a plain word before the noun.
    let plain = matches!(items.get(next).map(|item| &item.label), Some(Label::Other));
    let noun = items
        .get(next + 1)
        .is_some_and(|item| item.role().is_some());
    let next = next + usize::from(plain && noun);
    (link && items.get(next).is_some_and(is_content)).then_some(next)
}

pub(super) fn is_content(item: &Item<'_>) -> bool {
    match &item.label {
        Label::Name(_) | Label::Unknown => true,
        Label::Role(role) => is_noun(role.kind) && !is_pronoun(role.kind),
        _ => false,
    }
}

fn is_modifier(kind: RoleKind) -> bool {
    matches!(
        kind,
        RoleKind::Past
            | RoleKind::Installed
            | RoleKind::Backed
            | RoleKind::SelfStyled
            | RoleKind::Title
            | RoleKind::Elsewhere
    )
}

pub(super) fn is_determiner(item: &Item<'_>) -> bool {
    matches!(
        item.role_kind(),
        Some(
            RoleKind::Determiner | RoleKind::His | RoleKind::Her | RoleKind::Its | RoleKind::Their
        )
    )
}
