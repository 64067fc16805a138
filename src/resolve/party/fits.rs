//! Whether an earlier mention can be what a bare role noun means, by its nouns, its office and its sort.

use crate::lexicon::parties::{PartyKind, Role, RoleKind};
use crate::lexicon::words::{Set, WordSets};

use super::classes::{
    AGENCY, ARMY, ARMY_CHIEF, BOARD, FORCE, GROUP, HIRED, INSIDER, JUNTA, MOVEMENT, OFFICER,
    ORGANISATION, POLICE,
};
use super::kinds::{is_person_noun, is_wide, names_body};
use super::names::{ArticleNames, Mentioned};
use super::side::Reading;
use super::union::UNION;

/// Whether an earlier mention can be what "the ministry", "the group", "the company" means.
pub(super) fn fits_role(mention: &Mentioned, role: &Role, article: &ArticleNames) -> bool {
    let kind = mention.decision.kind;
    // "Association chairman Jane Roe": she is no association.
    let own = matches!(
        role.kind,
        RoleKind::Institution | RoleKind::Company | RoleKind::Political
    );
    if own && mention.role.is_none() && article.persons.contains(&mention.decision.entity) {
        return false;
    }
    // "A source close to the Defence Ministry said ... the ministry": no source.
    let source = mention.classes.iter().any(|class| class == INSIDER);
    if names_body(role.kind) && !is_person_noun(role.kind) && source {
        return false;
    }
    // "A panel of inquiry found ... the hospital said": no panel.
    let called = |m: &Mentioned| m.role == Some(RoleKind::Institution) && !m.nouns.is_empty();
    let sorted = SORTS.contains(&role.class.as_str());
    if sorted && called(mention) && !mention.classes.contains(&role.class) {
        return false;
    }
    // "Union secretary Jane Roe ... Agriculture Minister John Poe".
    if role.kind == RoleKind::Minister && mention.classes.iter().any(|class| class == UNION) {
        return false;
    }
    if mention.classes.contains(&role.class) && (can_be(kind, role.kind) || bears(mention, role)) {
        return true;
    }
    if is_named_so(mention, role) {
        return true;
    }
    by_noun(mention, role).unwrap_or_else(|| by_kind(mention, role, article))
}

/// "The Utopian Human Rights Commission ... the commission": a listed body of its own whose name ends in the noun.
fn is_named_so(mention: &Mentioned, role: &Role) -> bool {
    let kind = mention.decision.kind;
    let own = matches!(kind, PartyKind::Organization | PartyKind::Body);
    let last = mention.decision.entity.rsplit(' ').next();
    let named = last.is_some_and(|last| last.to_lowercase() == role.noun.as_str());
    own && named && !role.many && mention.decision.line.is_some()
}

/// Classes of institutions that none of another sort can be.
const SORTS: &[&str] = &["church", "hospital", "panel", "school"];

/// Whether a mention that was called by the same noun is meant; `None` where the noun does not tell.
fn by_noun(mention: &Mentioned, role: &Role) -> Option<bool> {
    if !mention.nouns.contains(&role.noun) {
        return None;
    }
    let kind = mention.decision.kind;
    // "Security Adviser Jane Roe ... the adviser".
    let serves = matches!(role.kind, RoleKind::Staff | RoleKind::Office) && role.class != OFFICER;
    if serves && role.lone && !role.many {
        return Some(can_be(kind, role.kind));
    }
    // "The Cricket Board ... the board".
    if role.class == BOARD {
        return Some(kind != PartyKind::Person);
    }
    // "A consumer group, SafePlate ... the group".
    if role.class == GROUP && mention.decision.entity.starts_with(char::is_uppercase) {
        return Some(can_be(kind, role.kind));
    }
    // "A military source ... the source".
    if role.class == INSIDER {
        return Some(can_be(kind, role.kind));
    }
    // "Utopia's southern military command ... the command": the noun is its own, whatever sort of body it is.
    let organ = matches!(kind, PartyKind::Government | PartyKind::Force) && is_wide(role);
    // "The Municipal Electoral Commission ... the commission": a public body that is nobody's by its name.
    let public = || matches!(role.kind, RoleKind::Body) && goes_by(mention, role);
    let own = role.lone && (organ || bears(mention, role) || public());
    own.then_some(true)
}

/// Whether what sort of entity a mention is lets the noun mean it.
fn by_kind(mention: &Mentioned, role: &Role, article: &ArticleNames) -> bool {
    let kind = mention.decision.kind;
    // "The National Council for X ... the junta": the government that goes by a name of its own.
    if role.class == JUNTA && kind == PartyKind::Government {
        return mention.role.is_none() && mention.decision.line.is_some();
    }
    match role.kind {
        RoleKind::Country => kind == PartyKind::State,
        RoleKind::Force if role.class == FORCE => is_force(mention, role),
        RoleKind::Group => is_group(mention, role, article),
        RoleKind::Minister => ends_class(mention, role),
        RoleKind::Company => kind == PartyKind::Company || article.is_organisation(mention),
        RoleKind::Institution => is_institution(mention, role, article),
        RoleKind::Outlet => kind == PartyKind::Outlet && mention.role.is_none(),
        RoleKind::Political if role.class == MOVEMENT && is_group(mention, role, article) => true,
        RoleKind::Political => kind == PartyKind::Political,
        RoleKind::Body if role.class == AGENCY && kind == PartyKind::Unlisted => {
            is_agency(mention, role, article)
        }
        // "The World Food Programme said ... the agency": a listed body that belongs to a larger one.
        RoleKind::Body if is_part_of_body(mention, role) => true,
        RoleKind::Body if can_be(kind, role.kind) => ends_class(mention, role),
        _ => false,
    }
}

/// Whether the class of one of its nouns ends with that of the role ("defence ministry ... the ministry").
fn ends_class(mention: &Mentioned, role: &Role) -> bool {
    let mut classes = mention.classes.iter();
    classes.any(|class| class.ends_with(role.class.as_str()))
}

/// "The force" is one of those at arms, or a police force.
fn is_force(mention: &Mentioned, role: &Role) -> bool {
    let kind = mention.decision.kind;
    let called = mention.classes.iter().any(|class| class == POLICE);
    kind == PartyKind::Force || called && can_be(kind, role.kind)
}

/// "The group" is an armed one, "the organisation" any body.
fn is_group(mention: &Mentioned, role: &Role, article: &ArticleNames) -> bool {
    let kind = mention.decision.kind;
    if role.class == HIRED {
        return false;
    }
    if role.class == ORGANISATION {
        return matches!(
            kind,
            PartyKind::Organization | PartyKind::Group | PartyKind::Body
        ) || article.is_organisation(mention);
    }
    kind == PartyKind::Group || is_own_group(mention)
}

/// A group that no list knows and that goes by a noun for one ("the Free Delta Brigades").
fn is_own_group(mention: &Mentioned) -> bool {
    let own = mention.decision.party.as_ref() == Some(&mention.decision.entity);
    let unlisted = mention.decision.kind == PartyKind::Unlisted;
    own && unlisted && mention.role == Some(RoleKind::Group)
}

/// "The Academic Staff Association ... the association".
fn is_institution(mention: &Mentioned, role: &Role, article: &ArticleNames) -> bool {
    let kind = mention.decision.kind;
    let name = mention.decision.entity.starts_with(char::is_uppercase);
    let called = name && mention.role.is_some_and(names_body);
    let own = kind == PartyKind::Government || kind == PartyKind::Unlisted && called;
    let same = mention.nouns.contains(&role.noun);
    // "The council": not a firm, but a body that has the word in its name or goes by letters.
    let names_itself = WordSets::shared().has(Set::NamedBodyNoun, &role.noun);
    if names_itself
        && !same
        && !is_acronym(&mention.decision.entity)
        && mention.decision.line.is_none()
    {
        return false;
    }
    own && same
        || matches!(kind, PartyKind::Organization | PartyKind::Body)
        || article.is_organisation(mention)
}

/// Whether a body that no list knows was called an agency or goes by an acronym.
fn is_agency(mention: &Mentioned, role: &Role, article: &ArticleNames) -> bool {
    let acronym = is_acronym(&mention.decision.entity);
    let called = mention.role == Some(RoleKind::Body) && mention.classes.contains(&role.class);
    called || article.is_organisation(mention) && acronym
}

/// Whether "the agency" can mean a listed body that belongs to a larger one.
fn is_part_of_body(mention: &Mentioned, role: &Role) -> bool {
    let decision = &mention.decision;
    let part = decision
        .party
        .as_ref()
        .is_some_and(|of| *of != decision.entity);
    let bare = role.noun == role.class && !role.many;
    role.class == AGENCY
        && bare
        && decision.kind == PartyKind::Body
        && part
        && decision.line.is_some()
}

/// What sort of entity a role noun of this kind can point back to.
fn can_be(kind: PartyKind, role: RoleKind) -> bool {
    match role {
        RoleKind::Body | RoleKind::Force => !matches!(
            kind,
            PartyKind::Person
                | PartyKind::Outlet
                | PartyKind::Unlisted
                | PartyKind::Group
                | PartyKind::Political
        ),
        RoleKind::Office => kind != PartyKind::Outlet,
        RoleKind::Group | RoleKind::Political | RoleKind::Institution => !matches!(
            kind,
            PartyKind::State | PartyKind::Person | PartyKind::Outlet | PartyKind::Government
        ),
        RoleKind::Company => matches!(
            kind,
            PartyKind::Company | PartyKind::Organization | PartyKind::Unlisted
        ),
        _ => true,
    }
}

/// Whether a group or body that is no state's has the noun in its own name ("the Syrian Democratic Forces": the force);
/// an army without more words is a state's.
fn bears(mention: &Mentioned, role: &Role) -> bool {
    let own = matches!(
        mention.decision.kind,
        PartyKind::Group | PartyKind::Political | PartyKind::Unlisted | PartyKind::Organization
    );
    own && mention.role.is_none() && role.class != ARMY && mention.nouns.contains(&role.noun)
}

/// Whether a body that is no state's is called by a name of its own with the noun in it.
fn goes_by(mention: &Mentioned, role: &Role) -> bool {
    let own = matches!(
        mention.decision.kind,
        PartyKind::Unlisted | PartyKind::Organization
    );
    let name = mention.decision.entity.starts_with(char::is_uppercase);
    let called = mention.role.is_some_and(names_body) && mention.nouns.contains(&role.noun);
    own && name && called && mention.decision.party.is_some()
}

fn is_acronym(name: &str) -> bool {
    name.len() > 2 && name.chars().all(char::is_uppercase)
}

/// A person, or a noun for the officer of a place: "Ukrainian forces" are no governor.
pub(super) fn is_officer_of_place(mention: &Mentioned) -> bool {
    mention.decision.kind == PartyKind::Person || mention.role == Some(RoleKind::Local)
}

/// Whether an earlier person holds the office that a noun names ("Blinken … the secretary", "Syrskyi … the general").
pub(super) fn fits_office(reading: &Reading<'_, '_>, mention: &Mentioned, role: &Role) -> bool {
    if mention.decision.kind != PartyKind::Person || !is_person_noun(role.kind) {
        return false;
    }
    let lexicon = reading.context.lexicon;
    let holds = |office: &str| {
        let of_force = lexicon.role_of(office).is_some_and(|office| {
            office.kind == RoleKind::Force || office.class == ARMY_CHIEF || office.class == OFFICER
        });
        !office.is_empty()
            && (office == role.class
                || role.class == OFFICER && of_force
                || role.kind == RoleKind::Minister && office.ends_with(role.class.as_str()))
    };
    let mut lines = lexicon.lines_of(&mention.decision.entity);
    lines.any(|line| line.holds_on(reading.context.date) && holds(&line.office))
}
