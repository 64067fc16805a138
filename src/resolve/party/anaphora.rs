//! What a pronoun or a bare role noun points back to: the nearest earlier mention that fits.

use crate::lexicon::parties::{Gender, PartyKind, Role, RoleKind, split_words};

use super::bodies::POLICE;
use super::insiders::{of_fighters_at_hand, of_outlet_told};
use super::kinds::{is_person_noun, is_wide, names_body};
use super::names::{ArticleNames, Mentioned, Rank};
use super::side::{Reading, with_rule};
use super::union::{self, UNION};
use super::{PartyDecision, bodies, firms};

/// Whom a pronoun of this kind means at byte `at` of the body.
pub(super) fn pronoun(
    kind: RoleKind,
    at: Option<u32>,
    article: &ArticleNames,
) -> Option<PartyDecision> {
    if kind == RoleKind::First {
        return bodies::of_author(article);
    }
    let fits = |m: &&Mentioned| match kind {
        RoleKind::He => is_person(m) && m.gender != Some(Gender::Female),
        RoleKind::She => is_person(m) && m.gender != Some(Gender::Male),
        RoleKind::It | RoleKind::They => is_body(m, article),
        _ => false,
    };
    // In a headline, only who acts in it.
    let acts = |m: &&Mentioned| at.is_some() || m.rank != Rank::Other && m.at.is_none();
    let found = article.nearest(at, |m| fits(m) && acts(m))?;
    Some(with_rule(&found.decision, "party.pronoun"))
}

/// "The same official": whoever was named last before, by name or by what he serves as.
pub(super) fn same_person<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n PartyDecision> {
    let person = |m: &&Mentioned| {
        let serves = m.role.is_some_and(is_person_noun);
        let named = reading.article.is_person_name(&m.decision.entity);
        (serves || named || is_person(m)) && m.rank != Rank::Other && m.decision.party.is_some()
    };
    let points = is_person_noun(role.kind) && !role.many;
    let found = reading.article.nearest(reading.at, person)?;
    points.then_some(&found.decision)
}

/// Whom a role noun without an owner means.
pub(super) fn bare_role(
    reading: &Reading<'_, '_>,
    role: &Role,
    definite: bool,
) -> Option<PartyDecision> {
    if matches!(role.kind, RoleKind::Arms | RoleKind::Text) {
        return None;
    }
    if role.kind == RoleKind::Counsel {
        let known = |m: &&Mentioned| m.role == Some(RoleKind::Counsel) && definite;
        let found = reading.article.nearest(reading.at, known)?;
        return Some(with_rule(&found.decision, "party.role-in-article"));
    }
    if role.class == UNION {
        return union::bare_union(reading, role).filter(|_| definite);
    }
    let wide = is_wide(role);
    // "Management says": no other is meant than with "the".
    let led = role.kind == RoleKind::Opposition && role.many;
    // "Rebels say they left": a headline leaves "the" out.
    let titled = reading.at.is_none() && role.kind == RoleKind::Group && role.class != HIRED;
    if titled && !definite && role.many {
        return bodies::of_sole_group(reading);
    }
    let definite = definite || role.class == BOARD || led;
    if !definite && role.class == OFFICIAL {
        return bodies::of_place_at_hand(reading).or_else(|| bodies::of_publisher(reading, role));
    }
    if !definite && role.kind == RoleKind::Spokes {
        return bodies::of_body_at_hand(reading);
    }
    if !definite && role.kind == RoleKind::Staff {
        let own = bodies::of_publisher(reading, role).or_else(|| of_outlet_told(reading, role));
        return own.or_else(|| of_fighters_at_hand(reading, role));
    }
    if !definite && (!wide || role.class == SOLDIER) {
        return None;
    }
    if let Some(found) = introduced(reading, role) {
        return Some(with_rule(found, "party.role-in-article"));
    }
    match role.kind {
        RoleKind::Group if role.class == HIRED => None,
        RoleKind::Group if definite => bodies::of_sole_group(reading),
        _ if role.class == SOLDIER || role.class == OCCUPIER => None,
        _ => bodies::of_bare(reading, role, definite),
    }
}

/// The earlier mention that a role noun points back to: the nearest that fits, unless it belongs to a state that the
/// article names in passing and another that fits does not.
fn introduced<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n PartyDecision> {
    let (article, at) = (reading.article, reading.at);
    let fits = |m: &&Mentioned| {
        (fits_role(m, role, article) || fits_office(reading, m, role))
            && (role.kind != RoleKind::Local || is_officer_of_place(m))
            && (role.kind != RoleKind::Group || m.decision.party.is_some())
    };
    if let Some(own) = bodies::author_as(reading, role) {
        return Some(own);
    }
    let same_noun = |m: &&Mentioned| role.lone && m.nouns.contains(&role.noun) && fits(m);
    // "UK sends aid, foreign secretary says": in a headline, that of the one who acts in it.
    if at.is_none()
        && is_person_noun(role.kind)
        && let Some(own) = article.nearest(at, |m| fits(m) && article.acts_in_title(&m.decision))
    {
        return Some(&own.decision);
    }
    if role.kind == RoleKind::Company {
        let called = article.nearest(at, |m| same_noun(m) && m.decision.party.is_some());
        let company = called
            .filter(|m| m.role.is_some() || firms::is_company(article, m))
            .or_else(|| firms::topic_company(reading));
        return company.map(|m| &m.decision);
    }
    if let Some(called) = article
        .nearest(at, same_noun)
        .filter(|m| article.steps(m, at) <= FAR && !bodies::is_third_state(reading, m))
    {
        return Some(&called.decision);
    }
    // "The defence force": of whom alone the article says so, also where it names that state in passing.
    let called_so = |m: &&Mentioned| {
        let same = m.nouns.contains(&role.noun) && m.classes.contains(&role.class);
        !role.lone && same && fits(m) && m.decision.party.is_some()
    };
    if let Some(called) = article.nearest(at, called_so) {
        let mut others = article.earlier(at).filter(called_so);
        if others.all(|m| m.decision.party == called.decision.party) {
            return Some(&called.decision);
        }
    }
    // "The organisation" is a body before an armed group.
    let body = |m: &&Mentioned| {
        let kind = m.decision.kind;
        fits(m) && matches!(kind, PartyKind::Organization | PartyKind::Body)
    };
    if role.class == ORGANISATION
        && let Some(body) = article.nearest(at, body)
    {
        return Some(&body.decision);
    }
    let nearest = article.nearest(at, fits)?;
    let passing = |m: &Mentioned| bodies::is_third_state(reading, m);
    let other = if passing(nearest) {
        article.nearest(at, |m| fits(m) && !passing(m))
    } else {
        None
    };
    Some(&other.unwrap_or(nearest).decision)
}

/// A noun points back to a mention with the same noun before any other within so many steps.
const FAR: usize = 40;

/// A person, or a noun for the officer of a place: "Ukrainian forces" are no governor.
fn is_officer_of_place(mention: &Mentioned) -> bool {
    mention.decision.kind == PartyKind::Person || mention.role == Some(RoleKind::Local)
}

/// Whether an earlier person holds the office that a noun names ("Blinken … the secretary", "Syrskyi … the general").
fn fits_office(reading: &Reading<'_, '_>, mention: &Mentioned, role: &Role) -> bool {
    if mention.decision.kind != PartyKind::Person || !is_person_noun(role.kind) {
        return false;
    }
    let lexicon = reading.context.lexicon;
    let holds = |office: &str| {
        let words = split_words(office);
        let of_force = lexicon.longest_role(&words, 0).is_some_and(|(_, office)| {
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

/// Class of the nouns for any organisation.
const ORGANISATION: &str = "organization";
/// Class of those who together lead a company.
pub(super) const BOARD: &str = "board";
/// Class of those who know and are not named.
pub(super) const INSIDER: &str = "insider";
/// "The force", which may be a police force.
pub(super) const FORCE: &str = "force";
/// Class of those who fight for pay: which of the armed groups they are depends on who speaks.
const HIRED: &str = "mercenary";
/// Class of the word for a group of any sort.
pub(super) const GROUP: &str = "group";
/// Class of governments of officers.
const JUNTA: &str = "junta";
/// Class of agencies.
const AGENCY: &str = "agency";
/// Class of armies.
const ARMY: &str = "military";
/// Class of officials and authorities that name nobody.
pub(super) const OFFICIAL: &str = "authority";
/// Class of soldiers, who speak for a side only by its name.
const SOLDIER: &str = "soldier";
/// Class of enemies, whose name depends on who speaks.
pub(super) const OCCUPIER: &str = "occupier";
/// Class of ranks.
pub(super) const OFFICER: &str = "officer";
/// Class of those who command a state's forces.
const ARMY_CHIEF: &str = "army chief";

fn is_person(mention: &Mentioned) -> bool {
    match mention.decision.kind {
        PartyKind::Person => true,
        PartyKind::Unlisted => mention.person.unwrap_or_else(|| {
            let two_words = mention.decision.entity.contains(' ');
            mention.gender.is_some() || mention.role.is_none() && two_words
        }),
        _ => false,
    }
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

pub(super) fn is_body(mention: &Mentioned, article: &ArticleNames) -> bool {
    match mention.decision.kind {
        PartyKind::Person => false,
        PartyKind::Unlisted => {
            let body = mention
                .role
                .is_some_and(|kind| !is_person_noun(kind) && kind != RoleKind::Head);
            let named = article.persons.contains(&mention.decision.entity);
            body && !named && mention.gender.is_none() || article.is_organisation(mention)
        }
        _ => true,
    }
}

/// Whether an earlier mention can be what "the ministry", "the group", "the company" means.
fn fits_role(mention: &Mentioned, role: &Role, article: &ArticleNames) -> bool {
    let kind = mention.decision.kind;
    // "Association chairman Jane Roe": she is no association.
    let own = matches!(
        role.kind,
        RoleKind::Institution | RoleKind::Company | RoleKind::Political
    );
    if own && mention.role.is_none() && article.persons.contains(&mention.decision.entity) {
        return false;
    }
    if mention.classes.contains(&role.class) && (can_be(kind, role.kind) || bears(mention, role)) {
        return true;
    }
    // "Security Adviser Jane Roe ... the adviser".
    let serves = matches!(role.kind, RoleKind::Staff | RoleKind::Office) && role.class != OFFICER;
    if serves && role.lone && !role.many && mention.nouns.contains(&role.noun) {
        return can_be(kind, role.kind);
    }
    // "The Cricket Board ... the board".
    if role.class == BOARD && mention.nouns.contains(&role.noun) {
        return kind != PartyKind::Person;
    }
    // "A military source ... the source".
    if role.class == INSIDER && mention.nouns.contains(&role.noun) {
        return can_be(kind, role.kind);
    }
    // "Utopia's southern military command ... the command": the noun is its own, whatever sort of body it is.
    let organ = matches!(kind, PartyKind::Government | PartyKind::Force);
    if organ && is_wide(role) && role.lone && mention.nouns.contains(&role.noun) {
        return true;
    }
    if role.lone && bears(mention, role) {
        return true;
    }
    // "The Municipal Electoral Commission ... the commission": a public body that is nobody's by its name.
    if matches!(role.kind, RoleKind::Body) && role.lone && goes_by(mention, role) {
        return true;
    }
    // "The National Council for X ... the junta": the government that goes by a name of its own.
    if role.class == JUNTA && kind == PartyKind::Government {
        return mention.role.is_none() && mention.decision.line.is_some();
    }
    match role.kind {
        RoleKind::Country => kind == PartyKind::State,
        RoleKind::Force if role.class == FORCE => {
            let called = mention.classes.iter().any(|class| class == POLICE);
            kind == PartyKind::Force || called && can_be(kind, role.kind)
        }
        RoleKind::Group if role.class == HIRED => false,
        RoleKind::Minister => mention
            .classes
            .iter()
            .any(|class| class.ends_with(role.class.as_str())),
        RoleKind::Group if role.class == ORGANISATION => {
            matches!(
                kind,
                PartyKind::Organization | PartyKind::Group | PartyKind::Body
            ) || article.is_organisation(mention)
        }
        RoleKind::Group => kind == PartyKind::Group,
        RoleKind::Company => kind == PartyKind::Company || article.is_organisation(mention),
        RoleKind::Institution => {
            // "The Academic Staff Association ... the association".
            let name = mention.decision.entity.starts_with(char::is_uppercase);
            let called = name && mention.role.is_some_and(names_body);
            let own = kind == PartyKind::Government || kind == PartyKind::Unlisted && called;
            let named_so = own && mention.nouns.contains(&role.noun);
            named_so
                || matches!(kind, PartyKind::Organization | PartyKind::Body)
                || article.is_organisation(mention)
        }
        RoleKind::Outlet => kind == PartyKind::Outlet && mention.role.is_none(),
        RoleKind::Political => kind == PartyKind::Political,
        RoleKind::Body if role.class == AGENCY && kind == PartyKind::Unlisted => {
            let acronym = is_acronym(&mention.decision.entity);
            let called =
                mention.role == Some(RoleKind::Body) && mention.classes.contains(&role.class);
            called || article.is_organisation(mention) && acronym
        }
        RoleKind::Body if can_be(kind, role.kind) => mention
            .classes
            .iter()
            .any(|class| class.ends_with(role.class.as_str())),
        _ => false,
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
