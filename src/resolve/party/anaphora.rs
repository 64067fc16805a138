//! What a pronoun or a bare role noun points back to: the nearest earlier mention that fits.

use crate::lexicon::parties::{Gender, PartyKind, Role, RoleKind, split_words};

use super::kinds::is_person_noun;
use super::names::{ArticleNames, Mentioned};
use super::side::{Reading, with_rule};
use super::{PartyDecision, bodies};

/// Whom a pronoun of this kind means at byte `at` of the body.
pub(super) fn pronoun(
    kind: RoleKind,
    at: Option<u32>,
    article: &ArticleNames,
) -> Option<PartyDecision> {
    if kind == RoleKind::First {
        return article
            .author()
            .map(|author| with_rule(author, "party.author"));
    }
    let fits = |m: &&Mentioned| match kind {
        RoleKind::He => is_person(m) && m.gender != Some(Gender::Female),
        RoleKind::She => is_person(m) && m.gender != Some(Gender::Male),
        RoleKind::It | RoleKind::They => is_body(m, article),
        _ => false,
    };
    let earlier = || article.earlier(at).filter(fits);
    let subject = earlier().find(|m| m.subject);
    let found = subject.or_else(|| earlier().next())?;
    Some(with_rule(&found.decision, "party.pronoun"))
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
    let wide = is_wide(role);
    if !definite && role.class == OFFICIAL {
        return bodies::of_place_at_hand(reading).or_else(|| bodies::of_publisher(reading, role));
    }
    if !definite && role.kind == RoleKind::Spokes {
        return bodies::of_body_at_hand(reading);
    }
    if !definite && role.kind == RoleKind::Staff {
        return bodies::of_publisher(reading, role);
    }
    if !definite && (!wide || role.class == SOLDIER) {
        return None;
    }
    if let Some(found) = introduced(reading, role) {
        return Some(with_rule(found, "party.role-in-article"));
    }
    match role.kind {
        RoleKind::Group if definite => bodies::of_sole_group(reading),
        _ if role.class == SOLDIER || role.class == OCCUPIER => None,
        _ => bodies::of_bare(reading, role, definite),
    }
}

/// Nouns that stand for a body of a state also without "the".
pub(super) fn is_wide(role: &Role) -> bool {
    matches!(
        role.kind,
        RoleKind::Body | RoleKind::Force | RoleKind::Office
    )
}

/// The earlier mention that a role noun points back to: the nearest that fits, unless it belongs to a state that the
/// article names in passing and another that fits does not.
fn introduced<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n PartyDecision> {
    let (article, at) = (reading.article, reading.at);
    let fitting = || {
        article
            .earlier(at)
            .filter(|m| fits_role(m, role, article) || fits_office(reading, m, role))
            .filter(|m| role.kind != RoleKind::Local || is_officer_of_place(m))
    };
    if let Some(own) = bodies::author_as(reading, role) {
        return Some(own);
    }
    if role.kind == RoleKind::Company {
        let named_so =
            fitting().find(|m| m.role == Some(role.kind) && m.classes.contains(&role.class));
        let company = named_so.or_else(|| bodies::topic_company(reading));
        return company.map(|m| &m.decision);
    }
    let nearest = fitting().next()?;
    let passing = |m: &Mentioned| bodies::is_third_state(reading, m);
    let other = if passing(nearest) {
        fitting().find(|m| !passing(m))
    } else {
        None
    };
    Some(&other.unwrap_or(nearest).decision)
}

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
            office.kind == RoleKind::Force || office.class == ARMY_CHIEF
        });
        !office.is_empty()
            && (office == role.class
                || role.class == OFFICER && of_force
                || role.kind == RoleKind::Minister && office.ends_with(role.class.as_str()))
    };
    let mut lines = lexicon.lines_of(&mention.decision.entity);
    lines.any(|line| line.holds_on(reading.context.date) && holds(&line.office))
}

/// Class of officials and authorities that name nobody.
pub(super) const OFFICIAL: &str = "authority";
/// Class of soldiers, who speak for a side only by its name.
const SOLDIER: &str = "soldier";
/// Class of enemies, whose name depends on who speaks.
const OCCUPIER: &str = "occupier";
/// Class of ranks.
const OFFICER: &str = "officer";
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

fn is_body(mention: &Mentioned, article: &ArticleNames) -> bool {
    match mention.decision.kind {
        PartyKind::Person => false,
        PartyKind::Unlisted => {
            mention.role.is_some() && mention.gender.is_none() || article.is_organisation(mention)
        }
        _ => true,
    }
}

/// Whether an earlier mention can be what "the ministry", "the group", "the company" means.
fn fits_role(mention: &Mentioned, role: &Role, article: &ArticleNames) -> bool {
    let kind = mention.decision.kind;
    if mention.classes.contains(&role.class) {
        return can_be(kind, role.kind);
    }
    match role.kind {
        RoleKind::Country => kind == PartyKind::State,
        RoleKind::Group => kind == PartyKind::Group,
        RoleKind::Company => kind == PartyKind::Company || article.is_organisation(mention),
        RoleKind::Institution => {
            matches!(kind, PartyKind::Organization | PartyKind::Body)
                || article.is_organisation(mention)
        }
        RoleKind::Outlet => kind == PartyKind::Outlet && mention.role.is_none(),
        RoleKind::Political => kind == PartyKind::Political,
        RoleKind::Body if can_be(kind, role.kind) => mention
            .classes
            .iter()
            .any(|class| class.ends_with(role.class.as_str())),
        _ => false,
    }
}

impl ArticleNames {
    /// Mentions before byte `at` of the body, nearest first; without a place, all.
    pub(super) fn earlier(&self, at: Option<u32>) -> impl Iterator<Item = &Mentioned> {
        let before = move |m: &&Mentioned| match (m.at, at) {
            (Some(own), Some(limit)) => own < limit,
            _ => true,
        };
        self.mentions.iter().rev().filter(before)
    }
}
