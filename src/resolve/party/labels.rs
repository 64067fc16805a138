//! Labels the words of a phrase: listed names, role nouns, unknown names, and the rest.

use crate::lexicon::parties::{Caps, FormKind, PartyKind, RoleKind, Word};
use crate::lexicon::vectors::Vectors;

use super::PartyContext;
use super::hidden::{hide_models, undo_members};
use super::items::{Item, Label};
use super::joined::{join_couples, join_pairs, join_surnames};
use super::kinds::is_noun;
use super::longer::{absorb, is_lone_surname};

/// Labels all words from left to right, longest name or role first.
pub(super) fn label<'a>(words: &[Word], context: &PartyContext<'a>) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let item = label_at(words, at, context);
        at = item.last;
        match (items.last_mut(), &item.label) {
            (Some(before), Label::Unknown) if matches!(before.label, Label::Unknown) => {
                before.last = item.last
            }
            // "Yoon Hae-rim": one name.
            (Some(before), Label::Other) if is_second_half(before, &words[item.first]) => {
                before.last = item.last
            }
            _ => items.push(item),
        }
    }
    join_particles(&mut items, words);
    join_titles(&mut items, words);
    join_regions(&mut items, words);
    lead_names(&mut items, words);
    join_groups(&mut items, words);
    join_parties(&mut items, words);
    part_lands(&mut items, words, context);
    join_pairs(&mut items, words);
    join_couples(&mut items, words, context);
    join_surnames(&mut items, words, context);
    undo_members(&mut items, words);
    hide_models(&mut items, words);
    respell(absorb(items, words, context), words, context)
}

/// Whether a small word hangs by a hyphen on a name of two words or more.
fn is_second_half(before: &Item<'_>, word: &Word) -> bool {
    let several = before.last - before.first > 1 && matches!(before.label, Label::Unknown);
    several && word.glued && word.caps == Caps::Lower && !word.is_mark()
}

/// Particles inside a name are part of it ("Turki al-Malki", "Juan de la Cruz"); any other is a plain word.
fn join_particles(items: &mut [Item<'_>], words: &[Word]) {
    let is_name = |item: Option<&Item<'_>>| {
        item.is_some_and(|i| matches!(i.label, Label::Unknown) || is_lone_surname(i))
    };
    let is_particle = |item: &Item<'_>| item.role_kind() == Some(RoleKind::Particle);
    for at in (0..items.len()).rev() {
        if !is_particle(&items[at]) {
            continue;
        }
        let next = is_name(items.get(at + 1));
        let before = items[..at].iter().rev().find(|i| !is_particle(i));
        let glued = words.get(items[at].last).is_some_and(|w| w.glued);
        let capital = words[items[at].first].caps > Caps::Lower;
        let inside = next && (capital || glued || is_name(before));
        items[at].label = if inside || capital {
            Label::Unknown
        } else {
            Label::Other
        };
    }
}

/// "The Countess of Alba": a title in capitals with "of" behind it is one name with the place behind that.
fn join_titles(items: &mut Vec<Item<'_>>, words: &[Word]) {
    let capital = |item: &Item<'_>| words[item.first].caps == Caps::Title;
    for at in (2..items.len()).rev() {
        let Some([title, of, place]) = items.get(at - 2..=at) else {
            continue;
        };
        let titled = title.role_kind() == Some(RoleKind::Title) && capital(title);
        let named = matches!(place.label, Label::Unknown) && capital(place);
        if titled && named && of.role_kind() == Some(RoleKind::Of) {
            items[at - 2].last = place.last;
            items[at - 2].label = Label::Unknown;
            items.drain(at - 1..=at);
        }
    }
}

/// A word for a part of the world with a capital ends a name that it follows ("Meridian Nordic").
fn join_regions(items: &mut [Item<'_>], words: &[Word]) {
    for at in 1..items.len() {
        let region = items[at].role_kind() == Some(RoleKind::Elsewhere);
        let capital = words[items[at].first].caps == Caps::Title;
        if region && capital && matches!(items[at - 1].label, Label::Unknown) {
            items[at].label = Label::Unknown;
        }
    }
}

/// "Baltic Course": a word for a part of the world with a capital begins a name that goes on with a common word, which alone
/// would name nobody.
fn lead_names(items: &mut Vec<Item<'_>>, words: &[Word]) {
    let title = |item: &Item<'_>| words[item.first].caps == Caps::Title;
    for at in (1..items.len()).rev() {
        let (region, name) = (&items[at - 1], &items[at]);
        let leads = region.role_kind() == Some(RoleKind::Elsewhere) && title(region);
        let lone = matches!(name.label, Label::Unknown) && name.last - name.first == 1;
        let common = || Vectors::embedded().find(&words[name.first].key).is_some();
        // "Kurdish News Media": the noun behind it says more.
        let ends = items
            .get(at + 1)
            .is_none_or(|next| next.role().is_none() || !title(next));
        if leads && lone && title(name) && ends && common() {
            items[at].first = items[at - 1].first;
            items.remove(at - 1);
        }
    }
}

/// "Uganda People's Defence Forces": behind the name of another state, a body of generic words is that state's, and not the
/// listed one of another land.
fn part_lands<'a>(items: &mut Vec<Item<'a>>, words: &[Word], context: &PartyContext<'a>) {
    for at in (1..items.len()).rev() {
        let (Label::Name(before), Label::Name(hits)) = (&items[at - 1].label, &items[at].label)
        else {
            continue;
        };
        let states: Vec<&str> = before
            .iter()
            .filter(|m| m.entry.kind == PartyKind::State)
            .map(|m| m.entry.canonical.as_str())
            .collect();
        let abroad = hits.iter().all(|m| {
            let country = m.entry.country.as_str();
            let body = matches!(
                m.entry.kind,
                PartyKind::Group | PartyKind::Force | PartyKind::Government | PartyKind::Political
            );
            body && !country.is_empty() && !states.contains(&country)
        });
        let (first, last) = (items[at].first, items[at].last);
        if states.is_empty() || !abroad || last - first < 2 {
            continue;
        }
        let ends = |start: usize| {
            let (length, role) = context.lexicon.longest_role(words, start)?;
            (start + length == last).then_some((start, role))
        };
        let Some((start, role)) = (first..last).find_map(ends) else {
            continue;
        };
        let noun = |first, label| Item {
            first,
            last,
            label,
            or_role: None,
        };
        items[at] = noun(start, Label::Role(role));
        if start > first {
            let name = Item {
                last: start,
                ..noun(first, Label::Unknown)
            };
            items.insert(at, name);
        }
    }
}

/// "The Northern Front", "the Liberation Front": capitals make a name of a noun for an armed group and the part of the
/// world before it.
fn join_groups(items: &mut Vec<Item<'_>>, words: &[Word]) {
    let title = |item: &Item<'_>| {
        let words = &words[item.first..item.last];
        words.iter().all(|word| word.caps == Caps::Title)
    };
    for at in (1..items.len()).rev() {
        let group = items[at].role_kind() == Some(RoleKind::Group);
        let region = items[at - 1].role_kind() == Some(RoleKind::Elsewhere);
        if group && region && title(&items[at]) && title(&items[at - 1]) {
            items[at].first = items[at - 1].first;
            items[at].label = Label::Unknown;
            items.remove(at - 1);
        }
    }
}

/// "The Northern Centre party": capitals make one name of the nouns before the noun for a party.
fn join_parties(items: &mut Vec<Item<'_>>, words: &[Word]) {
    let title = |item: &Item<'_>| {
        let noun = match item.role_kind() {
            Some(kind) => is_noun(kind) || kind == RoleKind::Elsewhere,
            None => matches!(item.label, Label::Unknown),
        };
        let words = &words[item.first..item.last];
        noun && words.iter().all(|word| word.caps == Caps::Title)
    };
    for at in (2..items.len()).rev() {
        let small = words[items[at].first].caps == Caps::Lower;
        if items[at].role_kind() != Some(RoleKind::Political) || !small {
            continue;
        }
        let named = items[..at].iter().rev().take_while(|i| title(i)).count();
        if named > 1 {
            let first = at - named;
            items[first].last = items[at].first;
            items[first].label = Label::Unknown;
            items.drain(first + 1..at);
        }
    }
}

/// Unknown names that are other spellings of listed persons.
fn respell<'a>(
    mut items: Vec<Item<'a>>,
    words: &[Word],
    context: &PartyContext<'a>,
) -> Vec<Item<'a>> {
    for item in items
        .iter_mut()
        .filter(|i| matches!(i.label, Label::Unknown))
    {
        let hits = context.lexicon.spelled(&words[item.first..item.last]);
        if !hits.is_empty() {
            item.label = Label::Name(hits);
        }
    }
    items
}

fn label_at<'a>(words: &[Word], at: usize, context: &PartyContext<'a>) -> Item<'a> {
    let name = context.lexicon.longest_name(words, at);
    let role = context.lexicon.longest_role(words, at);
    let role = role.filter(|(_, role)| is_noun(role.kind) || !are_initials(words, at));
    let name = name.filter(|(length, _)| !is_article_of_longer(words, at, *length, context));
    let (length, label, or_role) = match (name, role) {
        (Some((n, hits)), Some((r, role))) if n >= r => {
            (n, Label::Name(hits), (n == r).then_some(role))
        }
        (_, Some((r, role))) => (r, Label::Role(role), None),
        (Some((n, hits)), None) => (n, Label::Name(hits), None),
        (None, None) => (1, plain(&words[at]), None),
    };
    Item {
        first: at,
        last: at + length,
        label,
        or_role,
    }
}

/// "The union IF Metall": a small word in capitals before a name begins the name.
fn are_initials(words: &[Word], at: usize) -> bool {
    let next = words
        .get(at + 1)
        .is_some_and(|word| word.caps == Caps::Title);
    words[at].caps == Caps::Upper && next
}

/// "The Independent" is no paper in "The Independent Electoral Commission".
fn is_article_of_longer(
    words: &[Word],
    at: usize,
    length: usize,
    context: &PartyContext<'_>,
) -> bool {
    let article = context
        .lexicon
        .longest_role(words, at)
        .is_some_and(|(_, role)| role.kind == RoleKind::Determiner);
    let next = words.get(at + length).is_some_and(|w| w.caps > Caps::Lower);
    // "The Utopian senator", where a paper is called "The Utopian".
    let people = || {
        let found = context.lexicon.longest_name(words, at + 1);
        let whole = found.filter(|(own, _)| own + 1 == length);
        whole.is_some_and(|(_, hits)| hits.iter().any(|m| m.form.kind == FormKind::Demonym))
    };
    let noun = || {
        let role = context.lexicon.longest_role(words, at + length);
        role.is_some_and(|(_, role)| is_noun(role.kind) && role.kind != RoleKind::Outlet)
    };
    article && length > 1 && (next || noun() && people())
}

fn plain<'a>(word: &Word) -> Label<'a> {
    if word.is_possessive() {
        Label::Possessive
    } else if word.is_mark() {
        Label::Mark
    } else if word.caps > Caps::Lower {
        Label::Unknown
    } else {
        Label::Other
    }
}
