//! Of which state a body or an office is that nothing in the phrase gives to one.

use compact_str::{CompactString, format_compact};

use crate::lexicon::parties::{Caps, PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::at_hand::AT_HAND;
use super::classes::{
    AGENCY, ARMY, ARMY_CHIEF, COURT, JUNTA, OFFICER, OFFICIAL, POLICE, PUBLIC_OFFICER,
};
use super::names::{Mentioned, Rank};
use super::nearness::A_SENTENCE;
use super::side::{Reading, with_rule};
use super::tenure::follow;

/// The minister, police or court of the one state in which the article's events lie.
pub(super) fn of_scene(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let article = reading.article;
    let near = || {
        let near = article.place_within(reading.at, AT_HAND);
        near.filter(|state| article.is_named_most(state))
    };
    if let Some(state) = article.state_in_title(reading.at) {
        return of_state(reading, role, &state, "party.state-of-scene");
    }
    let led = || article.main_dateline().or_else(|| article.lead());
    let state = article.scene().or_else(led).or_else(near)?;
    of_state(reading, role, state, "party.state-of-scene")
}

/// "The fire service", "health officials": of the only state of which the article tells.
pub(super) fn of_sole_state(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let organ = role.kind == RoleKind::Body || role.class == OFFICIAL;
    // "The Red Crescent", "the regulator IBRA": a name makes a side of its own.
    let core = reading.phrase.parts.first()?.items.last()?.last;
    let mut behind = reading.phrase.words.iter().take(core).skip(1);
    let plain = behind.all(|word| word.is_mark() || word.caps == Caps::Lower);
    // "The agency" is one that the text named before.
    let alone = role.class == AGENCY && reading.phrase.words.len() < 3;
    let state = reading.article.sole_state()?;
    (organ && plain && !alone)
        .then(|| of_state(reading, role, state, "party.state-of-scene"))
        .flatten()
}

/// "Police say they found it in a barn in Sydney", "state media reported": of the one state in which the places of the article
/// lie, where it puts something in one of them or names the state.
pub(super) fn of_sole_place(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let medium = role.kind == RoleKind::StateMedia;
    let public = [POLICE, COURT, OFFICIAL].contains(&role.class.as_str());
    let article = reading.article;
    let state = article.sole_scene().filter(|_| medium || public)?;
    let country_of = reading.context.country_of;
    let lies = |name: &CompactString| country_of(name).as_deref() == Some(state.as_str());
    let told = article.ties_to(state) || article.placed.iter().any(lies);
    told.then(|| of_state(reading, role, state, "party.state-of-scene"))
        .flatten()
}

/// "Officials say", "a minister denies it": of the state that the article names far more than any other, and for officials the
/// one in which all of its places lie.
pub(super) fn of_main_state(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let article = reading.article;
    let state = article.scene()?;
    let minister = role.kind == RoleKind::Minister;
    let sure = minister || role.class == OFFICIAL && article.plays_in(state);
    sure.then(|| of_state(reading, role, state, "party.state-of-scene"))
        .flatten()
}

/// "The privacy commissioner, Jane Roe", "the state health commissioner, John Roe": the same for who is named beside a public
/// office, with some words for its field.
pub(super) fn of_sole_state_named(
    reading: &Reading<'_, '_>,
    role: &Role,
    fields: usize,
) -> Option<PartyDecision> {
    let servant = role.class == PUBLIC_SERVANT && fields > 0 || role.class == PUBLIC_OFFICER;
    let official = role.kind == RoleKind::Staff && servant;
    let organ = role.kind == RoleKind::Body && role.class != AGENCY;
    let state = reading.article.sole_state().filter(|_| official || organ)?;
    of_state(reading, role, state, "party.state-of-scene")
}

/// Class of those who hold a public office.
const PUBLIC_SERVANT: &str = "official";

/// "Utopia denies the build-up. Chief of staff Jane Roe says": a holder of an office who is named without more serves the state
/// that acts in the same sentence or in the one before.
pub(super) fn of_state_beside(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let (article, at) = (reading.article, reading.at);
    let office = matches!(role.kind, RoleKind::Office | RoleKind::Minister);
    let class = role.class.as_str();
    let serves = OFFICERS.contains(&class) || class == PUBLIC_OFFICER;
    let officer = role.kind == RoleKind::Staff && serves;
    let public = |m: &&Mentioned| {
        m.decision.kind.is_public() && m.rank == Rank::Main && m.decision.party.is_some()
    };
    let found = article.nearest(at, public).filter(|_| office || officer)?;
    let near = at.is_some() && article.steps(found, at) <= A_SENTENCE;
    // "MOSCOW - ... Ukraine's staff had denied it. General John Roe said": an officer or minister of the state in which the article
    // is written.
    let apart = article.sentence_of(found.at) != article.sentence_of(at);
    let minister = role.kind == RoleKind::Minister;
    let home = article
        .main_dateline()
        .filter(|_| (officer || minister) && apart && near);
    if let Some(home) = home.filter(|home| Some(*home) != found.decision.party.as_ref()) {
        return of_state(reading, role, home, "party.state-of-scene");
    }
    near.then(|| with_rule(&found.decision, "party.body-in-article"))
}

/// "Colonel Jane Roe": an officer who is named without more serves the state in which the article is written and its events
/// lie, where it names no armed group.
pub(super) fn of_named_officer(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let officer = role.kind == RoleKind::Staff && OFFICERS.contains(&role.class.as_str());
    let article = reading.article;
    let found = of_scene(reading, role).filter(|_| officer && !article.names_groups())?;
    let here = [article.home(), article.dateline()];
    here.contains(&found.party.as_ref()).then_some(found)
}

/// "District collector Jane Roe": who holds a public post of a district serves the only state of which the article tells.
pub(super) fn of_public_officer(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let officer = role.kind == RoleKind::Staff && role.class == PUBLIC_OFFICER;
    let state = reading.article.sole_state().filter(|_| officer)?;
    of_state(reading, role, state, "party.state-of-scene")
}

/// "The Utopian army said ... General Jane Roe said at headquarters": an officer who is named without more speaks for the one
/// army that has spoken shortly before, also where no list knows it.
pub(super) fn of_army_before(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let officer = role.kind == RoleKind::Staff && role.class == OFFICER;
    let (article, at) = (reading.article, reading.at.filter(|_| officer)?);
    let army = |m: &&Mentioned| {
        m.role == Some(RoleKind::Force) && m.at.is_some() && m.decision.party.is_some()
    };
    let armies = || article.earlier(Some(at)).filter(army);
    let found = article.nearest(Some(at), |m| army(m) && m.rank == Rank::Main)?;
    let lone = armies().all(|m| m.decision.party == found.decision.party);
    let near = article.steps(found, Some(at)) <= ARMY_NEAR * A_SENTENCE;
    (lone && near).then(|| with_rule(&found.decision, "party.body-in-article"))
}

/// "Utopia's generals lost the town ... the junta": of the state whose officers or army the text named last, wherever the
/// article is written.
pub(super) fn of_officers(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    if role.class != JUNTA {
        return None;
    }
    let armed = |m: &&Mentioned| {
        let class = |class: &str| [OFFICER, ARMY, ARMY_CHIEF].contains(&class);
        // "The generals" are officials by their class.
        let noun = |noun: &CompactString| {
            let role = reading.context.lexicon.role_of(noun);
            role.is_some_and(|role| class(&role.class))
        };
        let own = m.classes.iter().any(|own| class(own)) || m.nouns.iter().any(noun);
        m.decision.kind.is_public() && own
    };
    let found = reading.article.nearest(reading.at, armed)?;
    let state = found.decision.party.clone()?;
    of_state(reading, role, &state, "party.role-in-article")
}

/// "Acting premier Jane Roe", where another is that of the state that the article names most: of the state in the title, if
/// the lists know nobody in her office there.
pub(super) fn of_titled_state(
    reading: &Reading<'_, '_>,
    other: &PartyDecision,
) -> Option<PartyDecision> {
    let (lexicon, date) = (reading.context.lexicon, reading.context.date);
    let state = reading.article.titled_state()?;
    let party = follow(lexicon, state, date);
    let mut lines = lexicon.lines_of(&other.entity);
    let held = lines.any(|line| lexicon.holder(&line.office, &party, date).is_some());
    (Some(&party) != other.party.as_ref() && !held).then(|| PartyDecision {
        party: Some(party),
        kind: PartyKind::Government,
        line: None,
        ..other.clone()
    })
}

/// The body or office that a noun names, of a given state.
pub(super) fn of_state(
    reading: &Reading<'_, '_>,
    role: &Role,
    state: &CompactString,
    rule: &'static str,
) -> Option<PartyDecision> {
    let (lexicon, date) = (reading.context.lexicon, reading.context.date);
    let party = follow(lexicon, state, date);
    let holder = lexicon.holder(&role.class, &party, date);
    let article = reading.article;
    let sure = [article.scene(), article.home(), article.dateline()].contains(&Some(state));
    if role.kind == RoleKind::Office && holder.is_none() && !sure {
        return None;
    }
    let kind = if holder.is_some() {
        PartyKind::Person
    } else {
        PartyKind::Government
    };
    let described = || format_compact!("{} {}", lexicon.adjective(state), role.class);
    Some(PartyDecision {
        entity: holder.map_or_else(described, |h| h.canonical.clone()),
        kind,
        party: Some(party),
        rule,
        line: holder.map(|h| h.line),
    })
}

/// Whose "the army" and "the ministry" are that nothing introduced: those of the state for which the outlet speaks or in
/// which it is at home, where the article is about it; of the state in the dateline; of the one whose army the title is about,
/// where arms are its matter; of the one that is named most.
pub(super) fn state_at_hand(reading: &Reading<'_, '_>, role: &Role) -> Option<CompactString> {
    let (article, context) = (reading.article, reading.context);
    let titled = article.body_in_title().filter(|_| is_of_arms(role));
    let state_of = |name: &str| {
        context
            .lexicon
            .named(name, context.date)
            .is_some_and(|entry| entry.kind == PartyKind::State)
    };
    let voice = article
        .side()
        .filter(|side| state_of(side) && article.ties_to(side));
    let home = article.home().filter(|country| article.is_main(country));
    voice
        .or(home)
        .or_else(|| article.main_dateline())
        .or_else(|| article.lead())
        .or_else(|| titled.filter(|state| state_of(state)))
        .or_else(|| article.most_tied().filter(|state| article.tells_of(state)))
        .cloned()
}

/// "The army", "the Defence Ministry".
fn is_of_arms(role: &Role) -> bool {
    role.kind == RoleKind::Force || OF_ARMS.contains(&role.class.as_str())
}

/// Classes of bodies whose matter arms are.
const OF_ARMS: &[&str] = &[
    "army chief",
    "defence minister",
    "defence ministry",
    "general staff",
];

/// Sentences within which an army speaks before its officer.
const ARMY_NEAR: usize = 3;

/// Classes of those who serve a state by their rank.
const OFFICERS: &[&str] = &["diplomat", "officer", "official", "superintendent"];
