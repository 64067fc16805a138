//! What a pronoun or a bare role noun points back to: the nearest earlier mention that fits.

use crate::lexicon::parties::{Gender, PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::names::{ArticleNames, Mentioned};
use super::side::{Reading, with_rule};
use super::tenure::follow;

/// Whom a pronoun of this kind means at byte `at` of the body.
pub(super) fn pronoun(
    kind: RoleKind,
    at: Option<u32>,
    article: &ArticleNames,
) -> Option<PartyDecision> {
    let fits = |m: &&Mentioned| match kind {
        RoleKind::He => is_person(m) && m.gender != Some(Gender::Female),
        RoleKind::She => is_person(m) && m.gender != Some(Gender::Male),
        RoleKind::It | RoleKind::They => is_body(m),
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
    let (article, at) = (reading.article, reading.at);
    if matches!(role.kind, RoleKind::Arms | RoleKind::Text) {
        return None;
    }
    let wide = matches!(
        role.kind,
        RoleKind::Body | RoleKind::Force | RoleKind::Office
    );
    if !definite && !wide {
        return None;
    }
    let earlier = article.earlier(at).find(|m| fits_role(m, role));
    if let Some(found) = earlier {
        return Some(with_rule(&found.decision, "party.role-in-article"));
    }
    if wide && !is_common(role) {
        return of_most_tied(reading, role);
    }
    let local = role.kind == RoleKind::Local || role.class == POLICE;
    if local && definite {
        of_nearest_place(reading)
    } else {
        None
    }
}

/// The body or office of the state that the article names most.
fn of_most_tied(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let state = reading.article.most_tied()?;
    let (lexicon, date) = (reading.context.lexicon, reading.context.date);
    let party = follow(lexicon, state, date);
    let holder = lexicon.holder(&role.class, &party, date);
    if role.kind == RoleKind::Office && holder.is_none() {
        return None;
    }
    let kind = if holder.is_some() {
        PartyKind::Person
    } else {
        PartyKind::Government
    };
    let described = || compact_str::format_compact!("{} {}", lexicon.adjective(state), role.class);
    Some(PartyDecision {
        entity: holder.map_or_else(described, |h| h.canonical.clone()),
        kind,
        party: Some(party),
        rule: "party.state-of-article",
        line: holder.map(|h| h.line),
    })
}

/// The state of the place that the text named last before.
fn of_nearest_place(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let country = reading.article.place_before(reading.at)?;
    let party = follow(reading.context.lexicon, country, reading.context.date);
    Some(PartyDecision {
        entity: country.clone(),
        kind: PartyKind::Government,
        party: Some(party),
        rule: "party.state-of-place",
        line: None,
    })
}

const POLICE: &str = "police";

/// Bodies that every town has: the article's state does not tell whose.
fn is_common(role: &Role) -> bool {
    role.kind == RoleKind::Body
        && matches!(
            role.class.as_str(),
            "agency" | "court" | "police" | "ministry" | "embassy"
        )
}

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
            PartyKind::Person | PartyKind::Outlet | PartyKind::Unlisted
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

fn is_body(mention: &Mentioned) -> bool {
    match mention.decision.kind {
        PartyKind::Person => false,
        PartyKind::Unlisted => mention.role.is_some() && mention.gender.is_none(),
        _ => true,
    }
}

/// Whether an earlier mention can be what "the ministry", "the group", "the company" means.
fn fits_role(mention: &Mentioned, role: &Role) -> bool {
    let kind = mention.decision.kind;
    if mention.classes.contains(&role.class) {
        return can_be(kind, role.kind);
    }
    match role.kind {
        RoleKind::Country => kind == PartyKind::State,
        RoleKind::Group => kind == PartyKind::Group,
        RoleKind::Company => kind == PartyKind::Company,
        RoleKind::Institution => matches!(kind, PartyKind::Organization | PartyKind::Body),
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
