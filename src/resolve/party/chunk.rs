//! Finds the stretches of a sentence that can be name phrases, with what commas and brackets add to them.

use crate::lexicon::parties::{RoleKind, Word};

use super::items::{Item, Label};
use super::kinds::{is_noun, is_person_noun, is_pronoun, is_seated};

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
fn extend(items: &[Item<'_>], at: usize) -> usize {
    let mut end = at + 1;
    while end < items.len() {
        let joins = is_content(&items[end])
            || matches!(items[end].label, Label::Possessive)
            || items[end].role_kind().is_some_and(is_modifier);
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
    let link = match items[at].role_kind() {
        Some(RoleKind::Of | RoleKind::For) => true,
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
    (link && items.get(next).is_some_and(is_content)).then_some(next)
}

/// A bracketed acronym, or a phrase behind a comma that is a role beside a name or a name beside a role.
fn with_apposed(
    items: &[Item<'_>],
    words: &[Word],
    (from, end): (usize, usize),
    apart: &dyn Fn((usize, usize), (usize, usize)) -> bool,
) -> usize {
    let mark = |at: usize, mark: &str| items.get(at).is_some_and(|i| words[i.first].key == mark);
    if mark(end, "(") && mark(end + 2, ")") && is_content(&items[end + 1]) {
        return with_apposed(items, words, (from, end + 3), apart);
    }
    if !mark(end, ",") {
        return end;
    }
    // "Jane Roe, who speaks for the League".
    if items.get(end + 1).and_then(Item::role_kind) == Some(RoleKind::Leads) {
        let determined = items.get(end + 2).is_some_and(is_determiner);
        let next = end + 2 + usize::from(determined);
        let named = items.get(next).is_some_and(is_content);
        return if named { extend(items, next) } else { end };
    }
    let next = if items.get(end + 1).is_some_and(is_determiner) {
        end + 2
    } else {
        end + 1
    };
    let Some(item) = items.get(next).filter(|i| is_content(i)) else {
        return end;
    };
    let beyond = extend(items, next);
    let is_role = |i: &Item<'_>| i.role().is_some();
    let noun = |i: &Item<'_>| i.role().is_some_and(|role| is_noun(role.kind));
    // "Brigadier General Jane Roe, commander of X": the rank is part of the name.
    let rank = |i: &Item<'_>| matches!(i.role_kind(), Some(RoleKind::Staff | RoleKind::Title));
    let called = matches!(items[end - 1].label, Label::Unknown) || items[end - 1].is_person();
    let ranked_name = called && items[from..end].iter().filter(|i| noun(i)).all(rank);
    let here_role = items[from..end].iter().any(noun) && !ranked_name;
    let there_role = items[next..beyond].iter().any(is_role);
    let there_name = matches!(item.label, Label::Unknown) || item.is_person() || item.is_body();
    // "It bid for Shell, a spokesman said": no person is another name for a body.
    let body = items[end - 1].is_body() && !items[end - 1].is_person();
    let person = |i: &Item<'_>| i.role_kind().is_some_and(is_person_noun);
    let first_noun = items[next..beyond].iter().find(|i| noun(i));
    if body && !here_role && first_noun.is_some_and(person) {
        return end;
    }
    // "Its spokesman, Colonel Jane Roe": the rank is no other office.
    let ranked = matches!(item.role_kind(), Some(RoleKind::Staff | RoleKind::Title))
        && items[next..beyond]
            .last()
            .is_some_and(|i| matches!(i.label, Label::Unknown) || i.is_person());
    let there_name = there_name || ranked;
    // "At Hodeidah Airport, General Jane Roe said": a name behind its rank is no other name for the one before.
    let renamed = |pair: &[Item<'_>]| {
        let rank = pair[0]
            .role_kind()
            .is_some_and(|kind| is_person_noun(kind) || kind == RoleKind::Title);
        rank && (matches!(pair[1].label, Label::Unknown) || pair[1].is_person())
    };
    let renamed = !here_role && items[next..beyond].windows(2).any(renamed);
    let told =
        !here_role && there_role && !renamed || here_role && there_name && (!there_role || ranked);
    let here = (items[from].first, items[end - 1].last);
    // "The spokesman of X, Jane Roe, said": the second comma closes what the first opened.
    let closed = here_role && mark(beyond, ",");
    if told && (closed || !apart(here, (items[next].first, items[beyond - 1].last))) {
        beyond
    } else {
        end
    }
}

fn is_content(item: &Item<'_>) -> bool {
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

fn is_determiner(item: &Item<'_>) -> bool {
    matches!(
        item.role_kind(),
        Some(
            RoleKind::Determiner | RoleKind::His | RoleKind::Her | RoleKind::Its | RoleKind::Their
        )
    )
}
