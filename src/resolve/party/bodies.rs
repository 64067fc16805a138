//! Whose a body is that nothing in the phrase or before it introduced: "the army", "the company", "a spokesman".

use compact_str::format_compact;

use crate::lexicon::parties::{PartyKind, Role, RoleKind, split_words};

use super::PartyDecision;
use super::anaphora::{FORCE, OFFICIAL};
use super::firms::{sole, topic_company_as_side};
use super::kinds::{is_own_side, is_wide};
use super::names::{ArticleNames, Mentioned, Rank};
use super::side::{Reading, with_rule};
use super::states::{of_scene, of_state, state_at_hand};
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
        // "The Medicines Agency" calls itself the agency.
        RoleKind::Body => reading.article.author().filter(|author| {
            let words = split_words(&author.entity);
            words.last().is_some_and(|word| word.key == role.noun)
        })?,
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
    let kind = lexicon.named(side, date).map(|entry| entry.kind);
    // A state's own agency writes of other states too: their bodies are told by the article's main state.
    let here = reading.article.is_main(side) || reading.article.dateline() == Some(side);
    let of_others = match kind {
        Some(PartyKind::State) => !here,
        // A party's or an association's statement speaks of the government, not of its own.
        Some(PartyKind::Political | PartyKind::Organization) => role.kind != RoleKind::Staff,
        _ => false,
    };
    if abroad || of_others {
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
    let article = reading.article;
    let near = article.place_within(reading.at, AT_HAND)?;
    // A place that was named in passing gives way to the state in which the article is written and which it is about.
    let written = article.main_dateline();
    let close = article.is_place_close(near, reading.at);
    if let Some(written) = written.filter(|state| *state != near && !close) {
        let party = follow(reading.context.lexicon, written, reading.context.date);
        return Some(PartyDecision {
            entity: written.clone(),
            kind: PartyKind::Government,
            party: Some(party),
            rule: "party.state-of-scene",
            line: None,
        });
    }
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
pub(super) const AT_HAND: u32 = 400;

/// The body or office of the state that the article names most.
fn of_most_tied(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    of_state(
        reading,
        role,
        &state_at_hand(reading)?,
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
    let state = state.cloned().or_else(|| state_at_hand(reading))?;
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
    let article = reading.article;
    let country = article.place_before(reading.at)?;
    if article.is_stray(country) {
        return None;
    }
    let party = follow(reading.context.lexicon, country, reading.context.date);
    Some(PartyDecision {
        entity: country.clone(),
        kind: PartyKind::Government,
        party: Some(party),
        rule: "party.state-of-place",
        line: None,
    })
}

/// Class of the police.
pub(super) const POLICE: &str = "police";
/// Class of courts.
const COURT: &str = "court";
/// Class of ministries.
pub(super) const MINISTRY: &str = "ministry";

/// Bodies that every town has: the article's state does not tell whose.
fn is_common(role: &Role) -> bool {
    role.class == FORCE
        || role.kind == RoleKind::Body
            && matches!(
                role.class.as_str(),
                "agency" | COURT | POLICE | MINISTRY | "embassy" | "press office"
            )
}
