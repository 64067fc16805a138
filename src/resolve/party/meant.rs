//! Which person of the article a phrase means that gives but his office ("the ministry spokesman", "the Utopian leader").

use compact_str::CompactString;

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use crate::lexicon::words::{Set, WordSets};

use super::PartyContext;
use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::{is_past, is_person_noun};
use super::names::{ArticleNames, Mentioned};
use super::nearness::A_SENTENCE;
use super::phrase::{Phrase, Tie};

/// The name of the person whom `text` means at byte `at` of the body, where it names none: the nearest before it who speaks
/// for `party` and holds such an office. `None` where the phrase does not point to one.
pub fn person_meant(
    text: &str,
    party: &str,
    at: Option<u32>,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let role = lone_office(&phrase)?;
    at?;
    let gender = role.gender;
    let serves = |m: &&Mentioned| {
        let other = m.gender.is_some() && gender.is_some() && m.gender != gender;
        is_named(m, article) && m.decision.party.as_deref() == Some(party) && !other
    };
    let holds = |m: &&Mentioned| serves(m) && holds_such(m, role, context);
    let found = article.nearest(at, holds);
    let found = found.or_else(|| sole_voice(role, at, article, &serves))?;
    Some(found.decision.entity.clone())
}

/// "Jane Roe, an undersecretary ... the spokeswoman went on": the one person who has served that side so far, and whom no list
/// gives another office.
fn sole_voice<'n>(
    role: &Role,
    at: Option<u32>,
    article: &'n ArticleNames,
    serves: &dyn Fn(&&Mentioned) -> bool,
) -> Option<&'n Mentioned> {
    let voices = || article.earlier(at).filter(|m| serves(m));
    let first = voices().next().filter(|_| role.kind == RoleKind::Spokes)?;
    let alone = voices().all(|m| m.decision.entity == first.decision.entity);
    let near = article.steps(first, at) <= NEAR * A_SENTENCE;
    (alone && near && first.decision.line.is_none()).then_some(first)
}

/// Sentences within which a voice goes on.
const NEAR: usize = 8;

/// The noun of a phrase that points to one person by his office and names nobody as him.
fn lone_office<'a>(phrase: &Phrase<'a>) -> Option<&'a Role> {
    let core = phrase.parts.first()?;
    let head = head_of(core)?;
    let role = core.items[head].role()?;
    let serves = is_person_noun(role.kind) && role.kind != RoleKind::People;
    // "The board", "the management": no person.
    let word = phrase.words.get(core.items[head].last - 1)?;
    let leads = is_lead(role.kind) && WordSets::shared().has(Set::RoleNoun, &word.key);
    let person = serves || leads;
    let owned = core.items[..head]
        .iter()
        .any(|item| matches!(item.label, Label::Possessive));
    let points = (core.definite || owned) && !core.indefinite;
    let named = |item: &Item<'_>| item.is_person() || matches!(item.label, Label::Unknown);
    let behind = core.items[head + 1..].iter().any(named);
    let beside = phrase
        .parts
        .iter()
        .any(|part| matches!(part.tie, Tie::Apposed | Tie::Bracketed));
    let past = is_past(&core.items[..head]);
    (person && points && !role.many && !behind && !beside && !past).then_some(role)
}

/// A person whom the article or the lists name.
fn is_named(mention: &Mentioned, article: &ArticleNames) -> bool {
    let decision = &mention.decision;
    let name = decision.entity.as_str();
    let listed = decision.kind == PartyKind::Person && decision.line.is_some();
    let own = name.starts_with(char::is_uppercase) && decision.party.as_deref() != Some(name);
    own && !mention.many && (listed || article.is_person_name(name))
}

/// Whether a person was called by such an office, or the lists know that he holds one.
fn holds_such(mention: &Mentioned, role: &Role, context: &PartyContext<'_>) -> bool {
    let leads = || is_lead(role.kind) && mention.role.is_some_and(is_lead);
    let mut lines = context.lexicon.lines_of(&mention.decision.entity);
    let office = |office: &str| {
        let same = office == role.class;
        let held = context.lexicon.role_of(office);
        let leads = held.is_some_and(|held| held.kind == RoleKind::Office || is_lead(held.kind));
        same || leads && role.kind == RoleKind::Head
    };
    mention.classes.contains(&role.class)
        || leads()
        || lines.any(|line| line.holds_on(context.date) && office(&line.office))
}

/// Nouns of those who lead a body or a company.
fn is_lead(kind: RoleKind) -> bool {
    matches!(kind, RoleKind::Head | RoleKind::Business)
}
