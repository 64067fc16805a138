//! Makes one name of a listed word and the capitals beside it, which no list knows ("Michael Jordan", "Paris Hilton").

use crate::lexicon::parties::{Caps, FormKind, PartyKind, PartyMatch, Role, RoleKind, Word};

use super::PartyContext;
use super::items::{Item, Label};
use super::kinds::is_noun;

/// A listed name of one word beside unknown capitals is part of a longer name: "Michael Jordan", "Paris Hilton".
pub(super) fn absorb<'a>(
    items: Vec<Item<'a>>,
    words: &[Word],
    context: &PartyContext<'_>,
) -> Vec<Item<'a>> {
    let mut out: Vec<Item<'a>> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let joins_next = joins_next(&items, index);
        let joins_before = out
            .last()
            .is_some_and(|before| joins_before(&items, index, before, words, context));
        if joins_before && let Some(before) = out.last_mut() {
            before.label = Label::Unknown;
        }
        let mut item = item.clone();
        if joins_next || joins_before {
            item.label = Label::Unknown;
        }
        match out.last_mut() {
            Some(before)
                if matches!(
                    (&before.label, &item.label),
                    (Label::Unknown, Label::Unknown)
                ) =>
            {
                before.last = item.last;
            }
            _ => out.push(item),
        }
    }
    out
}

/// Whether a listed name opens the unknown name behind it.
fn joins_next(items: &[Item<'_>], index: usize) -> bool {
    let next_unknown = items
        .get(index + 1)
        .is_some_and(|n| matches!(n.label, Label::Unknown));
    let before_role = items
        .get(index + 2)
        .is_some_and(|n| n.role().is_some_and(is_body_noun));
    next_unknown && !before_role && opens_longer_name(&items[index])
}

/// Whether a listed name ends the name `before` it.
fn joins_before(
    items: &[Item<'_>],
    index: usize,
    before: &Item<'_>,
    words: &[Word],
    context: &PartyContext<'_>,
) -> bool {
    let item = &items[index];
    let after_name =
        matches!(before.label, Label::Unknown) || is_lone_surname(before) && is_lone_surname(item);
    if after_name && closes_longer_name(item, words, context) || is_other_half(before, item, words)
    {
        return true;
    }
    let noun = items.get(index + 1).is_some_and(|n| {
        matches!(n.label, Label::Name(_) | Label::Unknown)
            || n.role().is_some_and(|role| is_noun(role.kind))
    });
    // "Elena German", "Angela Wagner": a first name before it makes a surname of a people's and of an armed group's name.
    let group = || {
        let Label::Name(hits) = &item.label else {
            return false;
        };
        hits.iter().all(|m| m.entry.kind == PartyKind::Group)
    };
    let surname = !noun && (item.is_demonym() || group()) && item.last - item.first == 1;
    surname && is_first_name(before, words, context)
}

/// "The Eastern Alliance" is not the Alliance.
fn is_other_half(before: &Item<'_>, item: &Item<'_>, words: &[Word]) -> bool {
    let Label::Name(hits) = &item.label else {
        return false;
    };
    let title = |item: &Item<'_>| words[item.first].caps == Caps::Title;
    let half = before.role_kind() == Some(RoleKind::Elsewhere) && title(before);
    let body = hits.iter().all(|m| m.entry.kind == PartyKind::Body);
    half && body && title(item) && item.last - item.first == 1
}

/// One word that is nothing but a person's name: two of them in a row are another person's ("Graham Brown").
pub(super) fn is_lone_surname(item: &Item<'_>) -> bool {
    let Label::Name(hits) = &item.label else {
        return false;
    };
    item.last - item.first == 1 && hits.iter().all(|m| m.entry.kind == PartyKind::Person)
}

/// One word with a capital that is a first name ("Elena" before "German").
fn is_first_name(item: &Item<'_>, words: &[Word], context: &PartyContext<'_>) -> bool {
    let word = &words[item.first];
    let known = context.lexicon.is_first_name(&word.key) && word.caps == Caps::Title;
    matches!(item.label, Label::Unknown) && item.last - item.first == 1 && known
}

fn opens_longer_name(item: &Item<'_>) -> bool {
    let Label::Name(hits) = &item.label else {
        return false;
    };
    item.last - item.first == 1
        && !item.is_demonym()
        && hits.iter().all(|m| {
            !matches!(
                m.entry.kind,
                PartyKind::Outlet
                    | PartyKind::Body
                    | PartyKind::Political
                    | PartyKind::Government
                    | PartyKind::Force
            )
        })
        && hits.iter().all(|m| m.form.kind != FormKind::Seat)
}

fn closes_longer_name(item: &Item<'_>, words: &[Word], context: &PartyContext<'_>) -> bool {
    let Label::Name(hits) = &item.label else {
        return false;
    };
    // "Omar Al-Lavri": a particle begins the surname, whatever its capital.
    let particle = || {
        let role = context.lexicon.longest_role(words, item.first);
        role.is_some_and(|(_, role)| role.kind == RoleKind::Particle)
    };
    let single = item.last - item.first == 1 || words[item.first].caps == Caps::Lower || particle();
    let surname = |m: &PartyMatch<'_>| {
        matches!(
            m.entry.kind,
            PartyKind::Person | PartyKind::Company | PartyKind::Outlet
        ) || m.entry.kind == PartyKind::State && m.form.kind != FormKind::Demonym
            // "The Tamil National Alliance" is not the Alliance.
            || m.entry.kind == PartyKind::Body && words[item.first].caps == Caps::Title
    };
    single && hits.iter().all(surname)
}

/// Nouns that take a state before them together with other capitals ("Israel Antiquities Authority").
fn is_body_noun(role: &Role) -> bool {
    !matches!(
        role.kind,
        RoleKind::Of
            | RoleKind::For
            | RoleKind::In
            | RoleKind::At
            | RoleKind::Near
            | RoleKind::Called
            | RoleKind::Link
            | RoleKind::And
            | RoleKind::Determiner
            | RoleKind::Relative
            | RoleKind::Title
            | RoleKind::Quantity
            | RoleKind::Time
            | RoleKind::His
            | RoleKind::Her
            | RoleKind::Its
            | RoleKind::Their
    )
}
