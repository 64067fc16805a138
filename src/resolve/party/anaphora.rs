//! What a pronoun or a bare role noun points back to: the nearest earlier mention that fits.

use compact_str::CompactString;

use crate::lexicon::parties::{Gender, PartyKind, Role, RoleKind, split_words};

use super::PartyDecision;
use super::kinds::is_person_noun;
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
    let local = role.kind == RoleKind::Local || role.class == POLICE;
    if !definite && role.class == OFFICIAL {
        return of_place_at_hand(reading);
    }
    if !definite && (!wide || role.class == SOLDIER) {
        return None;
    }
    let mut earlier = article
        .earlier(at)
        .filter(|m| fits_role(m, role) || fits_office(reading, m, role))
        .filter(|m| role.kind != RoleKind::Local || is_officer_of_place(m));
    let nearest = earlier.next();
    let subject = nearest
        .filter(|m| !m.subject && role.kind == RoleKind::Company)
        .and_then(|_| earlier.take(NEARBY).find(|m| m.subject));
    if let Some(found) = subject.or(nearest) {
        return Some(with_rule(&found.decision, "party.role-in-article"));
    }
    if role.class == SOLDIER || role.class == OCCUPIER {
        return None;
    }
    if definite && matches!(role.kind, RoleKind::Business | RoleKind::Spokes) {
        return of_nearest_body(reading);
    }
    if role.class == OFFICIAL {
        return of_place_at_hand(reading);
    }
    if wide && !is_common(role) {
        return of_most_tied(reading, role);
    }
    if local && definite {
        of_nearest_place(reading)
    } else {
        None
    }
}

/// "Officials said": those of the place that the text named shortly before, where the article knows only one state's.
fn of_place_at_hand(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let near = reading.article.place_within(reading.at, AT_HAND)?;
    let found = of_nearest_place(reading)?;
    (found.entity == *near).then_some(found)
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

/// Mentions in which the subject of the sentence is looked for when a company is meant.
const NEARBY: usize = 3;
/// How far before the noun, in bytes, the place stands whose officials are meant.
const AT_HAND: u32 = 400;
/// Class of officials and authorities that name nobody.
const OFFICIAL: &str = "authority";
/// Class of soldiers, who speak for a side only by its name.
const SOLDIER: &str = "soldier";
/// Class of enemies, whose name depends on who speaks.
const OCCUPIER: &str = "occupier";
/// Class of ranks.
const OFFICER: &str = "officer";
/// Class of those who command a state's forces.
const ARMY_CHIEF: &str = "army chief";

/// The body or office of the state that the article names most.
fn of_most_tied(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let state = state_at_hand(reading)?;
    let state = &state;
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

/// Whose "the army" and "the ministry" are that nothing introduced: those of the state for which the outlet speaks or in
/// which it is at home, where the article is about it; of the state in the dateline; of the one that is named most.
fn state_at_hand(reading: &Reading<'_, '_>) -> Option<CompactString> {
    let (article, context) = (reading.article, reading.context);
    let outlet = context
        .outlet
        .and_then(|name| context.lexicon.find(name, context.date).into_iter().next())
        .map(|found| found.entry);
    let state_of = |name: &str| {
        context
            .lexicon
            .named(name, context.date)
            .is_some_and(|entry| entry.kind == PartyKind::State)
    };
    let voice = outlet
        .map(|entry| &entry.speaks_for)
        .filter(|side| state_of(side) && article.ties_to(side));
    let home = outlet
        .map(|entry| &entry.country)
        .filter(|country| article.is_main(country));
    let dateline = || {
        article
            .dateline()
            .filter(|country| article.is_main(country))
    };
    voice
        .or(home)
        .or_else(dateline)
        .or_else(|| article.most_tied())
        .cloned()
}

/// The body, company or group that the text named last before ("chief executive Tom Orme" in its press release).
fn of_nearest_body(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let found = reading.article.earlier(reading.at).find(|m| is_organ(m))?;
    Some(with_rule(&found.decision, "party.body-in-article"))
}

/// An organ of a state, a group, a company, or a name that the parser takes for a body's.
fn is_organ(mention: &Mentioned) -> bool {
    match mention.decision.kind {
        PartyKind::Unlisted => is_unlisted_body(mention),
        kind => !matches!(
            kind,
            PartyKind::State | PartyKind::Person | PartyKind::Outlet
        ),
    }
}

fn is_unlisted_body(mention: &Mentioned) -> bool {
    mention.decision.kind == PartyKind::Unlisted
        && mention.person == Some(false)
        && mention.role.is_none()
        && mention.decision.party.is_some()
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
        RoleKind::Company => kind == PartyKind::Company || is_unlisted_body(mention),
        RoleKind::Institution => {
            matches!(kind, PartyKind::Organization | PartyKind::Body) || is_unlisted_body(mention)
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
