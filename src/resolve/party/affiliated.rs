//! The body whose word an unknown name speaks: its outlet, its movement, or the body behind "of".

use crate::lexicon::parties::{Caps, PartyKind, RoleKind};

use super::PartyDecision;
use super::items::{Item, Label};
use super::kinds::is_past;
use super::phrase::Tie;
use super::side::{Reading, with_rule};
use super::tenure::follow;
use super::unlisted::own;

/// "RLA News": a name that begins with the acronym of an armed group or a party is theirs.
pub(super) fn of_movement(reading: &Reading<'_, '_>, item: &Item<'_>) -> Option<PartyDecision> {
    let words = reading.phrase.words.get(item.first..item.last)?;
    let [first, next, ..] = words else {
        return None;
    };
    let acronym = first.caps == Caps::Upper && next.caps == Caps::Title;
    let short = reading.phrase.stretch(item.first, item.first + 1);
    let (lexicon, date) = (reading.context.lexicon, reading.context.date);
    let mut found = lexicon.find(short, date).into_iter();
    let only = found.next().filter(|_| acronym && found.next().is_none())?;
    let movement = matches!(only.entry.kind, PartyKind::Group | PartyKind::Political);
    movement.then(|| PartyDecision {
        entity: only.entry.canonical.clone(),
        kind: only.entry.kind,
        party: Some(follow(lexicon, &only.entry.canonical, date)),
        rule: "party.listed",
        line: Some(only.entry.line),
    })
}

/// "Alexei Rulev of the Black Sea Fleet", "Jane Roe, of the Utopian Miners' Union": one of a body that the text names with
/// "the", that the lists know, or whose name of several words the text uses as a body's ("Jane Roe of Northern Course").
pub(super) fn of_body(
    reading: &Reading<'_, '_>,
    index: usize,
    head: usize,
) -> Option<PartyDecision> {
    let item = &reading.part(index)?.items[head];
    let next = reading.part(index + 1)?;
    let person = item.last - item.first > 1 && matches!(next.tie, Tie::Of | Tie::At);
    if !person {
        return None;
    }
    let found = reading.resolve(index + 1);
    let told = found.filter(|found| found.party.is_some());
    let found = told.or_else(|| of_capitals(reading, index + 1))?;
    let name = found.entity.as_str();
    let called = name.contains(' ') && reading.article.bodies.contains(name);
    let coined = called && (reading.context.country_of)(name).is_none();
    // "Jane Roe, who runs Corvane Cloud".
    let leads = reading.phrase.has(RoleKind::Leads) && name.starts_with(char::is_uppercase);
    let body = !matches!(found.kind, PartyKind::State | PartyKind::Person)
        && (found.line.is_some() || next.definite || coined || leads);
    // "Dr Jane Roe of the provincial health department": of the only state that the article tells of.
    let sole = reading.article.sole_state() == found.party.as_ref();
    let guessed = matches!(
        found.rule,
        "party.state-of-article" | "party.state-of-scene"
    );
    let pointed = guessed && !(sole && next.definite);
    (body && !pointed && found.party.is_some()).then_some(found)
}

/// "Inspector Jane Roe of the Judiciary Police": capitals make a name of a noun for a body whose land nothing tells.
fn of_capitals(reading: &Reading<'_, '_>, index: usize) -> Option<PartyDecision> {
    let part = reading.part(index)?;
    let (first, last) = (part.items.first()?, part.items.last()?);
    let words = &reading.phrase.words[first.first..last.last];
    let titled = words.len() > 1 && words.iter().all(|word| word.caps == Caps::Title);
    let body = matches!(last.role_kind(), Some(RoleKind::Body | RoleKind::Force));
    let named = titled && body && part.definite;
    named.then(|| own(reading.phrase.stretch(first.first, last.last)))
}

/// "CNN's Matt Rivers", "NRF's Jane Roe" speak as CNN's and as the NRF's.
pub(super) fn of_outlet(
    reading: &Reading<'_, '_>,
    index: usize,
    head: usize,
) -> Option<PartyDecision> {
    let items = &reading.part(index)?.items[..head];
    if is_past(items) {
        return None;
    }
    // "Senator Jane Roe": one of the Senate, and not its voice.
    let member = |i: &Item<'_>| i.or_role.is_some_and(|role| role.kind == RoleKind::Member);
    let owner = items
        .iter()
        .rev()
        .find(|i| matches!(i.label, Label::Name(_) | Label::Unknown) && !member(i))?;
    let written = reading.phrase.written(owner);
    let marked = items
        .last()
        .is_some_and(|i| matches!(i.label, Label::Possessive));
    let acronym = written.len() >= SHORTEST_ACRONYM && written.chars().all(char::is_uppercase);
    let found = match reading.named(owner) {
        None if marked && acronym => return Some(own(written)),
        found => found?,
    };
    if acronym && marked && found.kind == PartyKind::Unlisted {
        return Some(with_rule(&found, "party.outlet-staff"));
    }
    let passes_on = match found.kind {
        PartyKind::State | PartyKind::Person => false,
        PartyKind::Unlisted => reading.article.is_body_name(&found.entity),
        _ => true,
    };
    passes_on.then(|| with_rule(&found, "party.outlet-staff"))
}

/// Letters of an acronym that stands for a body, at least.
const SHORTEST_ACRONYM: usize = 3;
