//! Whose a body is that nothing in the phrase or before it introduced: "the army", "the company", "a spokesman".

use compact_str::format_compact;

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::at_hand::{AT_HAND, of_nearest_place, of_place_at_hand};
use super::classes::{ARMY, COURT, FORCE, GOVERNMENT, MINISTRY, OFFICIAL, POLICE};
use super::firms::{sole, topic_company_as_side};
use super::issuer::{employer, of_author, of_publisher};
use super::kinds::is_wide;
use super::names::{Mentioned, Rank};
use super::side::{Reading, with_rule};
use super::states::{
    of_main_state, of_scene, of_sole_place, of_sole_state, of_state, state_at_hand,
};
use super::tenure::follow;

/// Whose a bare noun is that no earlier mention explains.
pub(super) fn of_bare(
    reading: &Reading<'_, '_>,
    role: &Role,
    definite: bool,
) -> Option<PartyDecision> {
    if definite && matches!(role.kind, RoleKind::Business | RoleKind::Spokes) {
        return of_serving(reading, role);
    }
    if role.class == OFFICIAL {
        return of_place_at_hand(reading)
            .or_else(|| of_publisher(reading, role))
            .or_else(|| of_sole_state(reading, role))
            .or_else(|| of_main_state(reading, role))
            .or_else(|| of_sole_place(reading, role));
    }
    if let Some(own) = of_publisher(reading, role) {
        return Some(own);
    }
    if definite && role.kind == RoleKind::Opposition {
        return of_opposition(reading, role);
    }
    if definite && let Some(found) = of_land_at_hand(reading, role) {
        return Some(found);
    }
    if is_wide(role) && !is_common(role) {
        let own = || army_of_own_land(reading, role).filter(|_| definite);
        return of_most_tied(reading, role).or_else(own);
    }
    let sole = || of_sole_state(reading, role).filter(|_| definite);
    let minister = || of_main_state(reading, role).filter(|_| role.kind == RoleKind::Minister);
    of_place_or_scene(reading, role, definite)
        .or_else(sole)
        .or_else(minister)
        .or_else(|| of_sole_place(reading, role))
}

/// "VILNIUS - ... Clashes went on in Minsk. More than 2,000 were held, according to the interior ministry": a body that acts in
/// its own land alone is that of the place right before, where the article is about its state.
fn of_land_at_hand(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let article = reading.article;
    let inner = role.kind == RoleKind::Body && AT_HOME.contains(&role.class.as_str());
    let near = article
        .place_within(reading.at, AT_HAND)
        .filter(|_| inner)?;
    // "HARGEISA - The army took two villages near Las Anod. The interior ministry": of which other state, nothing before tells.
    let told = article
        .earlier(reading.at)
        .any(|m| m.decision.party.as_ref() == Some(near));
    (told && article.is_place_close(near, reading.at) && article.is_main(near))
        .then(|| of_state(reading, role, near, "party.state-of-place"))
        .flatten()
}

/// Classes of bodies that act in their own land alone.
const AT_HOME: &[&str] = &[
    "border agency",
    "civil protection",
    "civil protection agency",
    "electoral commission",
    "health ministry",
    "interior ministry",
    "prison service",
];

/// Whose a body is that every town has, or the minister of whom nothing was said: of the place named last, or of the state
/// that the article is about.
fn of_place_or_scene(
    reading: &Reading<'_, '_>,
    role: &Role,
    definite: bool,
) -> Option<PartyDecision> {
    let local = role.kind == RoleKind::Local || role.class == POLICE;
    let near = (local && definite).then(|| of_nearest_place(reading));
    let seated = is_wide(role) && matches!(role.class.as_str(), POLICE | COURT | MINISTRY);
    let state = seated || definite && matches!(role.kind, RoleKind::Minister | RoleKind::Local);
    let scene = || state.then(|| of_scene(reading, role)).flatten();
    let minister = definite && role.kind == RoleKind::Minister;
    let most = || minister.then(|| of_most_tied(reading, role)).flatten();
    let own = || army_of_own_land(reading, role).filter(|_| definite);
    near.flatten().or_else(scene).or_else(most).or_else(own)
}

/// "The Utopian army said ... the defence ministry added": where the text names one army by a land that no list knows, its
/// ministries and its government are of that side.
fn army_of_own_land(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let public =
        role.class.ends_with(MINISTRY) || [GOVERNMENT, ARMY].contains(&role.class.as_str());
    let army = |m: &&Mentioned| {
        let own = m.decision.party.as_ref() == Some(&m.decision.entity);
        // "The Free Delta Army" may be rebels, "the Utopian army" is a land's.
        let noun = m.decision.entity.rsplit(' ').next();
        let small = m.decision.entity.contains(' ')
            && noun.is_some_and(|noun| noun.starts_with(char::is_lowercase));
        // "Accord army" in the title, "the Northern Accord Army" below: no land's.
        let longer = || reading.article.longer_name(&m.decision.entity).is_some();
        m.role == Some(RoleKind::Force) && own && small && m.decision.line.is_none() && !longer()
    };
    let armies = reading.article.earlier(reading.at).filter(army);
    let found = sole(armies).filter(|_| public && !role.many)?;
    Some(with_rule(&found.decision, "party.body-in-article"))
}

/// Those who lead or speak for a company or body that the phrase does not name.
fn of_serving(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let company = || {
        let author = employer(reading).map(|author| with_rule(author, "party.author"));
        author.or_else(|| topic_company_as_side(reading))
    };
    match role.kind {
        RoleKind::Business => company().or_else(|| of_nearest(reading, is_private)),
        _ => of_author(reading.article).or_else(|| of_nearest(reading, |_| true)),
    }
}

/// "The rebels": the one armed group that the article names anywhere.
pub(super) fn of_sole_group(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let group = reading.article.sole_group()?;
    let lexicon = reading.context.lexicon;
    let entry = lexicon.named(group, reading.context.date)?;
    Some(PartyDecision {
        entity: group.clone(),
        kind: entry.kind,
        party: Some(follow(lexicon, group, reading.context.date)),
        rule: "party.role-in-article",
        line: Some(entry.line),
    })
}

/// Whether a mention belongs to a state that the article names in passing.
pub(super) fn is_third_state(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let Some(party) = &mention.decision.party else {
        return false;
    };
    let state = reading
        .context
        .lexicon
        .named(party, reading.context.date)
        .is_some_and(|entry| entry.kind == PartyKind::State);
    state && !reading.article.is_main(party)
}

/// The body or office of the state that the article names most.
fn of_most_tied(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    of_state(
        reading,
        role,
        &state_at_hand(reading, role)?,
        "party.state-of-article",
    )
}

/// "The opposition": that of the article's state, a side of its own; the state in which the outlet is at home comes last,
/// since it writes of the opposition of others.
fn of_opposition(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let article = reading.article;
    let state = article.titled_state();
    let state = state.or_else(|| article.main_dateline());
    let state = state.or_else(|| article.scene());
    let state = state.cloned().or_else(|| state_at_hand(reading, role))?;
    let owner = reading.context.lexicon.adjective(&state);
    let name = format_compact!("{owner} {}", role.class);
    Some(PartyDecision {
        party: Some(name.clone()),
        entity: name,
        kind: PartyKind::Group,
        rule: "party.own",
        line: None,
    })
}

/// The body, company or group that fits and that the text named last before ("chief executive Tom Orme" in its press
/// release).
fn of_nearest(
    reading: &Reading<'_, '_>,
    fits: impl Fn(&Mentioned) -> bool,
) -> Option<PartyDecision> {
    let mut earlier = reading.article.earlier(reading.at);
    let found = earlier.find(|m| is_organ(reading, m) && fits(m))?;
    Some(with_rule(&found.decision, "party.body-in-article"))
}

/// Whether a body has owners and managers, which an organ of a state and an armed group have not.
fn is_private(mention: &Mentioned) -> bool {
    !matches!(
        mention.decision.kind,
        PartyKind::Government | PartyKind::Force | PartyKind::Body | PartyKind::Group
    )
}

/// An organ of a state, a group, a company, or a name that the parser takes for a body's.
pub(super) fn is_organ(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    match mention.decision.kind {
        PartyKind::Unlisted => {
            let called = matches!(
                mention.role,
                Some(RoleKind::Company | RoleKind::Institution | RoleKind::Body)
            );
            let article = reading.article;
            let same = article.sentence_of(mention.at) == article.sentence_of(reading.at);
            let subject = same && mention.rank != Rank::Other && mention.decision.party.is_some();
            // "The Harak movement denied it," spokesman Jane Roe said: of the group that acts.
            let group = matches!(mention.role, Some(RoleKind::Group | RoleKind::Political))
                && mention.rank == Rank::Main
                && mention.decision.party.is_some();
            article.is_organisation(mention) || called && subject || group
        }
        kind => !matches!(
            kind,
            PartyKind::State | PartyKind::Person | PartyKind::Outlet
        ),
    }
}

/// Bodies that every town has: the article's state does not tell whose.
fn is_common(role: &Role) -> bool {
    role.class == FORCE
        || role.kind == RoleKind::Body
            && matches!(
                role.class.as_str(),
                "agency" | COURT | POLICE | MINISTRY | "embassy" | "press office"
            )
}
