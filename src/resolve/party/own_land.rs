//! The land to which an article gives offices, listed or not: a bare office is of no other land, and of no body of states.

mod given;
mod named_like_town;

use compact_str::{CompactString, format_compact};

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use super::classes::{COURT, FORCE, GOVERNMENT, MINISTRY, PARLIAMENT, POLICE};
use super::items::{Item, Label};
use super::kinds::is_noun;
use super::names::ArticleNames;
use super::phrase::{Phrase, Tie};
use super::{PartyContext, PartyDecision};

pub(super) use given::note_offices;
pub(super) use named_like_town::lands_in;

/// Offices and bodies that states have and neither towns nor regions.
pub(super) fn is_of_land(role: &Role) -> bool {
    let body = role.kind == RoleKind::Body;
    let public =
        role.class == GOVERNMENT || role.class == PARLIAMENT || role.class.ends_with(MINISTRY);
    role.kind == RoleKind::Minister || body && public
}

/// Offices and bodies that states have and neither firms nor towns.
fn is_of_state(role: &Role) -> bool {
    match role.kind {
        RoleKind::Office => !SHARED.contains(&role.class.as_str()),
        RoleKind::Body if role.class == COURT => true,
        _ => is_of_land(role),
    }
}

/// A decision about an office without an owner, put right where it was lent from a state that cannot have it.
pub(super) fn checked(
    decision: PartyDecision,
    phrase: &Phrase<'_>,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> PartyDecision {
    let Some(role) = bare_office(phrase) else {
        return decision;
    };
    if LENT.contains(&decision.rule) && is_of_rebels(phrase) {
        return unsided(decision, phrase);
    }
    let minister = match role.kind {
        RoleKind::Office => is_of_state(role),
        kind => kind == RoleKind::Minister,
    };
    if minister && is_by_name(&decision) {
        return of_sole_land(decision, phrase, article, context);
    }
    if decision.party.is_none() && decision.rule == "party.none" && is_organ(role) {
        return of_land_told(decision, phrase, role, article, context);
    }
    if !LENT.contains(&decision.rule) {
        return decision;
    }
    if let Some(land) = article
        .land_of(phrase)
        .filter(|land| decision.party.as_ref() != Some(*land))
    {
        return PartyDecision {
            entity: format_compact!("{land} {}", role.class),
            kind: PartyKind::Government,
            party: Some(land.clone()),
            rule: "party.own-land",
            line: None,
        };
    }
    let state = decision
        .party
        .as_ref()
        .and_then(|party| context.lexicon.named(party, context.date));
    let Some(state) = state.filter(|entry| entry.kind == PartyKind::State) else {
        return decision;
    };
    let (name, union) = (state.canonical.as_str(), state.office == UNION);
    match article.own_land(name, context) {
        Some(land) => PartyDecision {
            entity: named(phrase).unwrap_or_else(|| format_compact!("{land} {}", role.class)),
            kind: PartyKind::Government,
            party: Some(land.clone()),
            rule: "party.own-land",
            line: None,
        },
        None if union && is_of_state(role) || article.is_guest(name) => unsided(decision, phrase),
        None => decision,
    }
}

/// "The separatist interior ministry": no ministry of the state at hand.
fn is_of_rebels(phrase: &Phrase<'_>) -> bool {
    let rebels = |item: &Item<'_>| {
        let role = item.role();
        role.is_some_and(|role| role.kind == RoleKind::Group && role.class == REBELS)
    };
    let core = phrase.parts.first();
    core.is_some_and(|part| part.items.iter().any(rebels))
}

/// Class of those who are in arms against a state.
const REBELS: &str = "rebels";

/// Whether nothing but the name is known of whom the phrase names.
fn is_by_name(decision: &PartyDecision) -> bool {
    decision.rule == "party.own" && decision.party.as_ref() == Some(&decision.entity)
}

/// "Water Minister Jane Roe", where the article gives offices to one land alone, which no list knows: hers.
fn of_sole_land(
    decision: PartyDecision,
    phrase: &Phrase<'_>,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> PartyDecision {
    let led = phrase.parts.first().is_some_and(|part| {
        let name = |item: &Item<'_>| matches!(item.label, Label::Unknown);
        part.items.iter().filter(|item| name(item)).count() == 1
    });
    match article.sole_land(context).filter(|_| led) {
        Some(land) => PartyDecision {
            kind: PartyKind::Person,
            party: Some(land.clone()),
            rule: "party.own-land",
            line: None,
            ..decision
        },
        None => decision,
    }
}

/// Armed forces, police, ministries and the government: in an article of one land they are its own. A military council may
/// stand against the land's government.
fn is_organ(role: &Role) -> bool {
    let armed = role.kind == RoleKind::Force && role.class != FORCE && !role.many;
    let civil =
        role.class.ends_with(MINISTRY) || role.class == GOVERNMENT && role.noun == GOVERNMENT;
    armed || role.class == POLICE || role.kind == RoleKind::Body && civil
}

/// "The navy", "the interior ministry of Utopia", "the foreign ministry of the kingdom": of the land that the phrase names, or
/// of the only one to which the article gives offices, where no list knows it.
fn of_land_told(
    decision: PartyDecision,
    phrase: &Phrase<'_>,
    role: &Role,
    article: &ArticleNames,
    context: &PartyContext<'_>,
) -> PartyDecision {
    let [core, rest @ ..] = phrase.parts.as_slice() else {
        return decision;
    };
    let noun = |item: &Item<'_>| item.role().is_some_and(|role| is_noun(role.kind));
    let named = named(phrase);
    let bare = core.items.len() == 1 && core.items.iter().all(noun) && !core.indefinite;
    let own = |land: &&CompactString| match (&named, rest) {
        (None, []) => true,
        (None, [of]) => of.tie == Tie::Of,
        (Some(name), [of, ..]) => of.tie == Tie::Of && is_same(land, name),
        _ => false,
    };
    match article.sole_land(context).filter(own).filter(|_| bare) {
        Some(land) => PartyDecision {
            entity: format_compact!("{land} {}", role.class),
            kind: PartyKind::Government,
            party: Some(land.clone()),
            rule: "party.own-land",
            line: None,
        },
        None => decision,
    }
}

/// The role noun that heads the phrase or stands before the name in it, where no listed name tells whose it is.
fn bare_office<'a>(phrase: &Phrase<'a>) -> Option<&'a Role> {
    let part = phrase.parts.first()?;
    let listed = |item: &Item<'_>| matches!(item.label, Label::Name(_));
    let mut roles = part.items.iter().filter_map(Item::role);
    let role = roles.rfind(|role| is_noun(role.kind))?;
    let seated = is_of_state(role) || SHARED.contains(&role.class.as_str()) || role.class == POLICE;
    let staff = matches!(
        role.kind,
        RoleKind::Body | RoleKind::Force | RoleKind::Spokes
    );
    (!part.items.iter().any(listed) && (seated || staff)).then_some(role)
}

/// The name that the phrase itself gives to whom it speaks of.
fn named(phrase: &Phrase<'_>) -> Option<CompactString> {
    let items = phrase.parts.iter().flat_map(|part| &part.items);
    let mut names = items.filter(|item| matches!(item.label, Label::Unknown));
    names.next().map(|item| phrase.written(item).into())
}

/// Nobody's, or the person's own word.
fn unsided(decision: PartyDecision, phrase: &Phrase<'_>) -> PartyDecision {
    let name = named(phrase);
    PartyDecision {
        rule: if name.is_some() {
            "party.own"
        } else {
            "party.none"
        },
        entity: name.clone().unwrap_or(decision.entity),
        kind: PartyKind::Unlisted,
        party: name,
        line: None,
    }
}

impl ArticleNames {
    fn note_office(&mut self, land: &CompactString) {
        *self.offices.entry(land.clone()).or_default() += 1;
    }

    fn note_guest(&mut self, state: &CompactString) {
        self.guests.insert(state.clone());
    }

    /// "The army of Utopia": the land that the phrase itself names, to which the article gives offices.
    fn land_of(&self, phrase: &Phrase<'_>) -> Option<&CompactString> {
        let [_, of] = phrase.parts.as_slice() else {
            return None;
        };
        let [name] = of.items.as_slice() else {
            return None;
        };
        let named = of.tie == Tie::Of && matches!(name.label, Label::Unknown);
        let name = phrase.written(name);
        self.offices
            .keys()
            .find(|land| named && land.as_str() == name)
    }

    /// Whether the state has an embassy where the article is written.
    fn is_guest(&self, state: &str) -> bool {
        let here = [self.home(), self.dateline(), self.side()];
        self.guests.contains(state) && !here.into_iter().flatten().any(|own| own == state)
    }

    /// The only land to which the article gives offices, where no list knows it.
    fn sole_land(&self, context: &PartyContext<'_>) -> Option<&CompactString> {
        self.unlisted_land(self.offices.keys(), context)
    }

    /// The one land that all of these name, where no list knows it and no person bears it.
    fn unlisted_land<'n>(
        &self,
        mut lands: impl Iterator<Item = &'n CompactString>,
        context: &PartyContext<'_>,
    ) -> Option<&'n CompactString> {
        let land = lands.next()?;
        let lone = lands.all(|other| is_same(land, other));
        let listed = context.lexicon.named(land, context.date).is_some();
        (lone && !listed && !self.is_person_name(land)).then_some(land)
    }

    /// The land that no list knows and to which the article gives more offices than to `state` and to any other land.
    fn own_land(&self, state: &str, context: &PartyContext<'_>) -> Option<&CompactString> {
        let here = [self.home(), self.dateline(), self.side()];
        if here.into_iter().flatten().any(|own| own == state) {
            return None;
        }
        let most = self.offices.values().max()?;
        let lands = self.offices.iter().filter(|(_, times)| *times == most);
        self.unlisted_land(lands.map(|(land, _)| land), context)
    }
}

/// "Utopia" and "Utopian" are one land.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let stem = short.get(..short.len().saturating_sub(1)).unwrap_or(short);
    long.starts_with(stem) && long.len() - stem.len() <= LONGEST_SUFFIX
}

/// Rules by which a body or office without an owner gets a state.
const LENT: &[&str] = &[
    "party.body-in-article",
    "party.outlet-side",
    "party.state-of-article",
    "party.state-of-scene",
];

/// Classes of offices that firms, clubs and churches have too.
const SHARED: &[&str] = &["president", "vice president", "pope", "army chief"];

/// Status of a body of states that the lists count among them.
const UNION: &str = "union";

/// Letters that make an adjective of a land's name.
const LONGEST_SUFFIX: usize = 5;
