//! What a phrase tells of a name that no list knows: its side, its acronym, and the nouns by which it is called.

use compact_str::CompactString;

use crate::lexicon::parties::{Caps, PartyKind, RoleKind, fold, split_words};

use crate::lexicon::words::{Set, WordSets};

use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::is_noun;
use super::names::ArticleNames;
use super::phrase::{Phrase, Tie};
use super::{PartyContext, PartyDecision};

/// Names that no list knows are kept with the side that this phrase gave them, and their acronym.
pub(super) fn note_unlisted(
    names: &mut ArticleNames,
    phrase: &Phrase<'_>,
    decision: &PartyDecision,
    context: &PartyContext<'_>,
) {
    let Some(core) = phrase.parts.first() else {
        return;
    };
    // "Jane Roe Avenue" is no bearer of her name.
    let last = decision.entity.rsplit(' ').next().unwrap_or_default();
    if WordSets::shared().has(Set::RoadNoun, &last.to_lowercase()) {
        return;
    }
    let acronym = acronym_beside(phrase, decision, context);
    let described = is_described(&decision.entity, context);
    let unknown = |i: &&Item<'_>| matches!(i.label, Label::Unknown);
    let unknown = core.items.iter().rev().find(unknown);
    let mut note = |name: &str, acronym| {
        names.note_known(name, acronym, described, decision.clone());
    };
    if let Some(item) = unknown.filter(|i| phrase.written(i) == decision.entity) {
        note(phrase.written(item), acronym);
    } else if acronym.is_some() && decision.party.is_some() {
        note(&decision.entity, acronym);
    } else if decision.kind == PartyKind::Person && decision.line.is_none() {
        note(&decision.entity, None);
    }
    // "The Defence Army of Alba ... the Defence Army": the body whose land was told.
    if let Some(name) = body_of_land(phrase, decision) {
        note(name, None);
    }
    let apposed = phrase.parts.iter().skip(1);
    for part in apposed.filter(|p| p.tie == Tie::Apposed) {
        let item = head_of(part).map(|h| &part.items[h]);
        let named = item
            .filter(|i| matches!(i.label, Label::Unknown) && phrase.written(i) == decision.entity);
        named
            .into_iter()
            .for_each(|item| note(phrase.written(item), None));
    }
}

/// The name in capitals of a body or force behind which "of" tells the land.
fn body_of_land<'p>(phrase: &Phrase<'p>, decision: &PartyDecision) -> Option<&'p str> {
    let [core, of, ..] = phrase.parts.as_slice() else {
        return None;
    };
    let other = decision.party.as_ref() != Some(&decision.entity);
    let body = |item: &Item<'_>| matches!(item.role_kind(), Some(RoleKind::Body | RoleKind::Force));
    let ends = core.items.last().is_some_and(body) && of.tie == Tie::Of;
    let (first, last) = (core.items.first()?.first, core.items.last()?.last);
    let words = &phrase.words[first..last];
    let title = words.len() > 1 && words.iter().all(|word| word.caps == Caps::Title);
    (ends && other && title && core.definite).then(|| phrase.stretch(first, last))
}

/// The acronym in brackets that stands for whom the phrase names.
fn acronym_beside<'p>(
    phrase: &Phrase<'p>,
    decision: &PartyDecision,
    context: &PartyContext<'_>,
) -> Option<&'p str> {
    let mut parts = phrase.parts.iter();
    let bracketed = parts.find(|p| p.tie == Tie::Bracketed)?;
    acronym_of(phrase, &bracketed.items).filter(|acronym| stands_for(acronym, decision, context))
}

/// Whether a name says by a noun of its own what sort of body it is ("Turku University Hospital").
pub(super) fn is_described(name: &str, context: &PartyContext<'_>) -> bool {
    let words = split_words(name);
    if is_firm_group(name, context) {
        return false;
    }
    (0..words.len()).any(|at| {
        let role = context.lexicon.longest_role(&words, at);
        role.is_some_and(|(_, role)| is_noun(role.kind))
    })
}

/// "Halden Group", "Corvane Shipping": a firm that goes by the first of its two words.
pub(super) fn is_firm_group(name: &str, context: &PartyContext<'_>) -> bool {
    let Some((first, last)) = name.split_once(' ') else {
        return false;
    };
    let last = last.to_lowercase();
    let role = context.lexicon.role_of(&last).map(|role| role.kind);
    let firm = matches!(
        role,
        None | Some(RoleKind::Company | RoleKind::Group | RoleKind::Title)
    );
    let named = context.lexicon.find(first, context.date).is_empty();
    firm && named && WordSets::shared().has(Set::FirmNameEnd, &last)
}

/// Whether an acronym in brackets is the name's: its letters begin the name's words, or it is no outlet's and the name is
/// a body's of several words, since many keep the acronym of another language ("National Elections Commission (CNE)").
fn stands_for(acronym: &str, decision: &PartyDecision, context: &PartyContext<'_>) -> bool {
    let outlet = || {
        let found = context.lexicon.find(acronym, context.date);
        found.iter().any(|m| m.entry.kind == PartyKind::Outlet)
    };
    let body = decision.kind != PartyKind::Person
        && decision.entity.contains(' ')
        && is_described(&decision.entity, context);
    spells(acronym, &decision.entity) || body && !outlet()
}

/// Whether the letters of an acronym begin words of the name, in order.
fn spells(acronym: &str, name: &str) -> bool {
    let folded = fold(name);
    let mut initials = folded
        .split([' ', '-'])
        .filter_map(|word| word.chars().next());
    fold(acronym)
        .chars()
        .all(|letter| initials.any(|initial| initial == letter))
}

fn acronym_of<'p>(phrase: &Phrase<'p>, items: &[Item<'p>]) -> Option<&'p str> {
    let [item] = items else { return None };
    let word = phrase.words.get(item.first)?;
    (item.last - item.first == 1 && word.caps == Caps::Upper).then(|| phrase.written(item))
}

/// Classes and last words of the role nouns in a phrase, those inside listed names too ("Russian Defence Ministry").
pub(super) fn classes_of(
    phrase: &Phrase<'_>,
    context: &PartyContext<'_>,
) -> (Vec<CompactString>, Vec<CompactString>) {
    let (mut classes, mut nouns) = (Vec::new(), Vec::new());
    for item in phrase.parts.iter().flat_map(|part| &part.items) {
        let mut at = item.first;
        while at < item.last {
            let found = context.lexicon.longest_role(&phrase.words, at);
            let noun = found.filter(|(_, role)| is_noun(role.kind));
            classes.extend(noun.map(|(_, role)| role.class.clone()));
            nouns.extend(noun.map(|(_, role)| role.noun.clone()));
            at += noun.map_or(1, |(length, _)| length);
        }
    }
    (classes, nouns)
}

/// Whether the role noun that heads a phrase stands for many.
pub(super) fn is_many(phrase: &Phrase<'_>) -> bool {
    let core = phrase.parts.first();
    let head = core.and_then(|core| core.items[head_of(core)?].role());
    head.is_some_and(|role| role.many)
}

/// Kind of the role noun that heads a phrase, `None` where a name does.
pub(super) fn head_role(phrase: &Phrase<'_>) -> Option<RoleKind> {
    let core = phrase.parts.first()?;
    core.items[head_of(core)?].role_kind()
}
