//! The body that somebody serves whose phrase names none: "a ministry doctor, Jane Roe", "club president Jane Roe",
//! "inspector Jane Roe", "the chairwoman, Jane Roe".

use compact_str::{CompactString, ToCompactString};

use crate::lexicon::parties::{Caps, Role, RoleKind};
use crate::lexicon::ranks::{self, Rank};

use super::PartyContext;
use super::classes::OWNER;
use super::items::{Item, Label};
use super::kinds::{is_noun, is_past, is_person_noun, is_staff, names_body};
use super::phrase::{Part, Phrase, Tie};

/// What a phrase tells of the body that somebody serves.
#[derive(Clone)]
pub enum Service {
    /// Its noun ("ministry", "club"), and the class of that.
    Called(CompactString, CompactString),
    /// A rank of such bodies.
    Rank(&'static Rank),
    /// Nothing ("a spokeswoman, Jane Roe").
    Untold,
    /// Nothing but that it is run by managers ("the chairwoman, Jane Roe").
    Managed,
}

/// For which body `name` serves whom `text` names with what he is; `None` where the phrase names that body, or tells of no
/// service.
///
/// ```
/// use atodds::lexicon::parties::PartyLexicon;
/// use atodds::resolve::party::{PartyContext, Service, service};
/// let context = PartyContext::new(PartyLexicon::embedded(), None);
/// let found = service("A ministry doctor, Edna Marwick", "Edna Marwick", &context);
/// assert!(matches!(found, Some(Service::Called(noun, _)) if noun == "ministry"));
/// assert!(service("Tarn director Edna Marwick", "Edna Marwick", &context).is_none());
/// ```
pub fn service(text: &str, name: &str, context: &PartyContext<'_>) -> Option<Service> {
    if let Some(rank) = ranks::leading(name) {
        return Some(Service::Rank(rank));
    }
    let phrase = Phrase::read(text, context);
    // "The Audit Commission": no person.
    let last = name.rsplit(' ').next().unwrap_or(name);
    if context
        .lexicon
        .role_of(last)
        .is_some_and(|role| names_body(role.kind))
    {
        return None;
    }
    let at = |part: &Part<'_>| {
        let is = |item: &Item<'_>| is_name(item) && phrase.written(item) == name;
        part.items.iter().position(is)
    };
    let own = |part: &Part<'_>| matches!(part.tie, Tie::Core | Tie::Apposed);
    let parts = || {
        phrase
            .parts
            .iter()
            .enumerate()
            .filter(|(_, part)| own(part))
    };
    parts().find(|(_, part)| at(part).is_some())?;
    let mut found = None;
    for (index, part) in parts() {
        let end = at(part).unwrap_or(part.items.len());
        match told_by(&phrase, index, &part.items[..end]) {
            Told::Body => return None,
            Told::Service(service) => found = likelier(found, service),
            Told::Nothing => {}
        }
    }
    found
}

/// What the nouns of a part tell.
enum Told {
    /// The name of the body.
    Body,
    /// What it is called, or no more than the office.
    Service(Service),
    Nothing,
}

/// Of two that a phrase tells the one that says more.
fn likelier(found: Option<Service>, other: Service) -> Option<Service> {
    let rank = |service: &Service| match service {
        Service::Called(..) => 2,
        Service::Rank(_) => 1,
        Service::Untold | Service::Managed => 0,
    };
    match found {
        Some(found) if rank(&found) >= rank(&other) => Some(found),
        _ => Some(other),
    }
}

fn is_name(item: &Item<'_>) -> bool {
    matches!(item.label, Label::Name(_) | Label::Unknown)
}

/// What the nouns before a name, or beside it, tell.
fn told_by(phrase: &Phrase<'_>, index: usize, items: &[Item<'_>]) -> Told {
    let noun = |item: &Item<'_>| item.role_kind().is_some_and(is_noun);
    let (Some(first), Some(head)) = (items.first(), items.iter().rposition(noun)) else {
        // "Inspector Jane Roe": no noun that the lists know.
        return rank(phrase, items).map_or(Told::Nothing, Told::Service);
    };
    let Some(role) = items[head].role() else {
        return Told::Nothing;
    };
    let behind = phrase.parts[index + 1..].iter();
    let behind = behind.take_while(|part| matches!(part.tie, Tie::Of | Tie::At | Tie::In));
    let capital = |item: &Item<'_>| item.first > 0 && phrase.words[item.first].caps > Caps::Lower;
    let name = |item: &Item<'_>| is_name(item) || body_noun(item).is_some() && capital(item);
    let named = items[..head].iter().any(name);
    let named = named || behind.clone().any(|part| part.items.iter().any(name));
    let serves = is_person_noun(role.kind) || is_staff(role.kind);
    if !serves || role.many || is_past(items) || role.class == OWNER {
        return Told::Nothing;
    }
    if named {
        return Told::Body;
    }
    let body = items[..head].iter().rev().find_map(body_noun);
    let body = body.or_else(|| {
        let mut definite = behind.clone().filter(|part| !part.indefinite);
        definite.find_map(|part| part.items.iter().rev().find_map(body_noun))
    });
    if let Some(body) = body {
        return Told::Service(Service::Called(body.noun.clone(), body.class.clone()));
    }
    if phrase.parts[index].owner.is_some() || behind.count() > 0 {
        return Told::Nothing;
    }
    let leads = matches!(
        role.kind,
        RoleKind::Spokes | RoleKind::Head | RoleKind::Business
    );
    let untold = || match role.kind {
        RoleKind::Business => Service::Managed,
        _ => Service::Untold,
    };
    let bare = leads && items[head].first == first.first;
    let untold = || bare.then(untold);
    let found = rank(phrase, &items[..=head]).or_else(untold);
    found.map_or(Told::Nothing, Told::Service)
}

/// The rank that some words tell.
fn rank(phrase: &Phrase<'_>, items: &[Item<'_>]) -> Option<Service> {
    let (first, last) = (items.first()?.first, items.last()?.last);
    let words = phrase.words.get(first..last)?.iter();
    let words: Vec<&str> = words.map(|word| word.key.as_str()).collect();
    ranks::held_by(&words.join(" ")).map(Service::Rank)
}

/// The noun for a body that somebody serves.
fn body_noun<'a>(item: &Item<'a>) -> Option<&'a Role> {
    item.role()
        .filter(|role| names_body(role.kind) && role.kind != RoleKind::Local && !role.many)
}

/// The words of a phrase in small letters, and whether what it speaks of is a body: by its noun, or by a name that is none
/// of a person.
pub fn as_body(text: &str, context: &PartyContext<'_>) -> Option<CompactString> {
    let phrase = Phrase::read(text, context);
    let core = phrase.parts.first()?;
    let nouns = core.items.iter().rev();
    let noun = nouns
        .filter_map(|item| item.role().or(item.or_role))
        .find(|role| is_noun(role.kind));
    let body = match noun {
        Some(role) => names_body(role.kind) && role.kind != RoleKind::Local,
        None => is_name_of_body(&phrase, core, context),
    };
    body.then(|| text.to_lowercase().to_compact_string())
}

/// "The Tarn Column", "Atlético Tarn": some words with capitals, the first of which is no given name.
fn is_name_of_body(phrase: &Phrase<'_>, core: &Part<'_>, context: &PartyContext<'_>) -> bool {
    let [name] = core.items.as_slice() else {
        return false;
    };
    let written = phrase.written(name).to_lowercase();
    let mut words = written.split(' ');
    let given = words
        .next()
        .is_some_and(|first| context.lexicon.is_first_name(first));
    let unknown = matches!(name.label, Label::Unknown);
    unknown && !given && (core.definite || words.next().is_some())
}
