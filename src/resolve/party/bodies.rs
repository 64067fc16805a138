//! Whose a body is that nothing in the phrase or before it introduced: "the army", "the company", "a spokesman".

use compact_str::{CompactString, format_compact};

use crate::lexicon::parties::{PartyKind, Role, RoleKind, split_words};

use super::PartyDecision;
use super::anaphora::{FORCE, OFFICIAL};
use super::firms::{sole, topic_company_as_side};
use super::kinds::{is_own_side, is_wide};
use super::names::{ArticleNames, Mentioned, Rank};
use super::nearness::A_SENTENCE;
use super::side::{Reading, with_rule};
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
        return of_place_at_hand(reading).or_else(|| of_publisher(reading, role));
    }
    if let Some(own) = of_publisher(reading, role) {
        return Some(own);
    }
    if definite && role.kind == RoleKind::Opposition {
        return of_opposition(reading, role);
    }
    let wide = is_wide(role);
    if wide && !is_common(role) {
        return of_most_tied(reading, role);
    }
    let local = role.kind == RoleKind::Local || role.class == POLICE;
    let near = if local && definite {
        of_nearest_place(reading)
    } else {
        None
    };
    let seated = wide && matches!(role.class.as_str(), POLICE | COURT | MINISTRY);
    let state = seated || definite && matches!(role.kind, RoleKind::Minister | RoleKind::Local);
    let scene = || if state { of_scene(reading, role) } else { None };
    let minister = definite && role.kind == RoleKind::Minister;
    let most = || {
        if minister {
            of_most_tied(reading, role)
        } else {
            None
        }
    };
    near.or_else(scene).or_else(most)
}

/// "The company", "the association" in a statement of its own.
pub(super) fn author_as<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n PartyDecision> {
    let author = match role.kind {
        RoleKind::Company => employer(reading)?,
        RoleKind::Institution => reading.article.author()?,
        _ => return None,
    };
    let private = matches!(
        author.kind,
        PartyKind::Company | PartyKind::Unlisted | PartyKind::Organization
    );
    private.then_some(author)
}

/// Who issued the statement, unless its name says that it is no company ("SITEQ union").
fn employer<'n>(reading: &Reading<'n, '_>) -> Option<&'n PartyDecision> {
    let author = reading.article.author()?;
    let words = split_words(&author.entity);
    let other = |at: usize| {
        let role = reading.context.lexicon.longest_role(&words, at);
        role.is_some_and(|(_, role)| is_own_side(role.kind) && role.kind != RoleKind::Company)
    };
    (!(0..words.len()).any(other)).then_some(author)
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

/// In a statement, staff and words without an owner, and "we", are the issuer's.
pub(super) fn of_author(article: &ArticleNames) -> Option<PartyDecision> {
    let author = article.author()?;
    Some(with_rule(author, "party.author"))
}

/// A body of the side for which the outlet speaks ("a military source" of a group's own channel), unless the text has just
/// named a place of another state.
pub(super) fn of_publisher(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let serves = matches!(
        role.kind,
        RoleKind::Body | RoleKind::Force | RoleKind::Staff | RoleKind::Local
    );
    let side = reading.article.side().filter(|_| serves)?;
    let (lexicon, date) = (reading.context.lexicon, reading.context.date);
    let home = lexicon.named(side, date).map(|entry| &entry.country);
    let near = reading.article.place_within(reading.at, AT_HAND);
    let abroad = home.is_some_and(|home| near.is_some_and(|near| near != home && near != side));
    let of_state = lexicon
        .named(side, date)
        .is_some_and(|entry| entry.kind == PartyKind::State);
    // A state's own agency writes of other states too: their bodies are told by the article's main state.
    if abroad || of_state && !reading.article.is_main(side) {
        return None;
    }
    let owner = lexicon.adjective(side);
    Some(PartyDecision {
        entity: format_compact!("{owner} {}", role.class),
        kind: PartyKind::Government,
        party: Some(side.clone()),
        rule: "party.outlet-side",
        line: None,
    })
}

/// "Officials said": those of the place that the text named shortly before, where the article knows only one state's.
pub(super) fn of_place_at_hand(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let near = reading.article.place_within(reading.at, AT_HAND)?;
    let found = of_nearest_place(reading)?;
    (found.entity == *near).then_some(found)
}

/// "Its mayor": the state of the place that the text named last, shortly before.
pub(super) fn of_place_before(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    reading.article.place_within(reading.at, AT_HAND)?;
    of_nearest_place(reading)
}

/// "A spokesman said": of the body that the text had as subject just before.
pub(super) fn of_body_at_hand(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let near = |m: &&Mentioned| match (m.at, reading.at) {
        (Some(own), Some(at)) => at - own <= AT_HAND,
        (own, at) => own.is_none() && at.is_none(),
    };
    let speaks = |m: &&Mentioned| {
        let state = m.decision.kind == PartyKind::State;
        m.rank != Rank::Other && (state || is_organ(reading, m))
    };
    let nearest = || reading.article.earlier(reading.at).take_while(near);
    let found = nearest().find(speaks);
    let found = found.or_else(|| sole(nearest().filter(|m| is_organ(reading, m))))?;
    Some(with_rule(&found.decision, "party.body-in-article"))
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

/// How far before the noun, in bytes, the place or body stands that is meant.
const AT_HAND: u32 = 400;

/// The body or office of the state that the article names most.
fn of_most_tied(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    of_state(
        reading,
        role,
        &state_at_hand(reading)?,
        "party.state-of-article",
    )
}

/// "The opposition": that of the article's state, a side of its own.
fn of_opposition(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let state = state_at_hand(reading)?;
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

/// The minister, police or court of the one state in which the article's events lie.
fn of_scene(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let article = reading.article;
    let main = |state: &&CompactString| article.is_main(state);
    let near = || {
        let near = article.place_within(reading.at, AT_HAND);
        near.filter(|state| article.is_named_most(state))
    };
    if let Some(state) = article.state_in_title(reading.at) {
        return of_state(reading, role, &state, "party.state-of-scene");
    }
    let likely = || article.dateline().filter(main).or_else(near);
    let state = article.scene().or_else(likely)?;
    of_state(reading, role, state, "party.state-of-scene")
}

/// "Utopia denies the build-up. Chief of staff Jane Roe says": a holder of an office who is named without more serves the state
/// that acts in the same sentence or in the one before.
pub(super) fn of_state_beside(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let (article, at) = (reading.article, reading.at);
    let office = matches!(role.kind, RoleKind::Office | RoleKind::Minister);
    let officer = role.kind == RoleKind::Staff && OFFICERS.contains(&role.class.as_str());
    let of_state = |m: &&Mentioned| {
        let kind = m.decision.kind;
        let organ = matches!(
            kind,
            PartyKind::State | PartyKind::Government | PartyKind::Force
        );
        organ && m.rank == Rank::Main && m.decision.party.is_some()
    };
    let found = article
        .nearest(at, of_state)
        .filter(|_| office || officer)?;
    let near = at.is_some() && article.steps(found, at) <= A_SENTENCE;
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

fn of_state(
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
/// which it is at home, where the article is about it; of the state in the dateline; of the one that is named most.
fn state_at_hand(reading: &Reading<'_, '_>) -> Option<CompactString> {
    let (article, context) = (reading.article, reading.context);
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

/// Whether a body has founders and managers, which an organ of a state has not.
fn is_private(mention: &Mentioned) -> bool {
    !matches!(
        mention.decision.kind,
        PartyKind::Government | PartyKind::Force | PartyKind::Body
    )
}

/// An organ of a state, a group, a company, or a name that the parser takes for a body's.
fn is_organ(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    match mention.decision.kind {
        PartyKind::Unlisted => {
            let called = matches!(
                mention.role,
                Some(RoleKind::Company | RoleKind::Institution | RoleKind::Body)
            );
            let article = reading.article;
            let same = article.sentence_of(mention.at) == article.sentence_of(reading.at);
            let subject = same && mention.rank != Rank::Other && mention.decision.party.is_some();
            article.is_organisation(mention) || called && subject
        }
        kind => !matches!(
            kind,
            PartyKind::State | PartyKind::Person | PartyKind::Outlet
        ),
    }
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

/// Classes of those who serve a state by their rank.
const OFFICERS: &[&str] = &["officer", "official"];
/// Class of the police.
pub(super) const POLICE: &str = "police";
/// Class of courts.
const COURT: &str = "court";
/// Class of ministries.
const MINISTRY: &str = "ministry";

/// Bodies that every town has: the article's state does not tell whose.
fn is_common(role: &Role) -> bool {
    role.class == FORCE
        || role.kind == RoleKind::Body
            && matches!(
                role.class.as_str(),
                "agency" | COURT | POLICE | MINISTRY | "embassy" | "press office"
            )
}
