//! What a pronoun or a bare role noun points back to: the nearest earlier mention that fits.

use compact_str::format_compact;

use crate::lexicon::parties::{Gender, PartyKind, Role, RoleKind};

use super::at_hand::{of_body_at_hand, of_place_at_hand};
use super::classes::{
    BOARD, CAMPAIGN, DEFENCE, DIPLOMAT, GOVERNMENT, HIRED, OCCUPIER, OFFICIAL, POLITICIAN, SOLDIER,
};
use super::earlier::earlier;
use super::insiders::{of_fighters_at_hand, of_outlet_told};
use super::issuer::{of_author, of_publisher};
use super::kinds::{is_person_noun, is_wide};
use super::names::{ArticleNames, Mentioned, Rank};
use super::nearness::{A_SENTENCE, NO_SUBJECT};
use super::side::{Reading, with_rule};
use super::union::{self, UNION};
use super::{PartyDecision, bodies, epithet, states};

/// Whom a pronoun of this kind means at byte `at` of the body.
pub(super) fn pronoun(
    kind: RoleKind,
    at: Option<u32>,
    article: &ArticleNames,
) -> Option<PartyDecision> {
    if kind == RoleKind::First {
        return of_author(article);
    }
    // "At Verkhnya Lypa": no person, whatever the parser takes it for.
    let placed = |m: &Mentioned| m.rank == Rank::Other && article.is_placed(&m.decision.entity);
    let someone = |m: &Mentioned| is_person(m) && !placed(m) || is_officer(m);
    let fits = |m: &&Mentioned| match kind {
        RoleKind::He => someone(m) && m.gender != Some(Gender::Female),
        RoleKind::She => someone(m) && m.gender != Some(Gender::Male),
        // "'Utopia did it,' their leaders said": those of others.
        RoleKind::They => is_body(m, article) && !article.is_quoted_before(m.at, at),
        RoleKind::It => is_body(m, article),
        _ => false,
    };
    // In a headline, only who acts in it.
    let acts = |m: &&Mentioned| at.is_some() || m.rank != Rank::Other && m.at.is_none();
    let found = article.nearest(at, |m| fits(m) && acts(m))?;
    Some(with_rule(&found.decision, "party.pronoun"))
}

/// "One of them", "the person": of those close to a side of whom the text told right before, and no body.
pub(super) fn one_of_them(at: Option<u32>, article: &ArticleNames) -> Option<PartyDecision> {
    let people = |m: &&Mentioned| m.role.is_some_and(is_person_noun);
    let told = |m: &&Mentioned| people(m) && m.decision.rule == "party.spoken-for";
    let found = article.nearest(at, told)?;
    let near = article.steps(found, at) <= 2 * A_SENTENCE + NO_SUBJECT;
    let told = article
        .nearest(at, people)
        .is_some_and(|m| m.at == found.at);
    (near && told).then(|| with_rule(&found.decision, "party.spoken-for"))
}

/// "The same official": whoever was named last before, by name or by what he serves as.
pub(super) fn same_person<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n PartyDecision> {
    let points = is_person_noun(role.kind) && !role.many;
    points.then(|| last_person(reading)).flatten()
}

/// Whoever was named last before, by name or by what he serves as.
pub(super) fn last_person<'n>(reading: &Reading<'n, '_>) -> Option<&'n PartyDecision> {
    let person = |m: &&Mentioned| {
        let serves = m.role.is_some_and(is_person_noun);
        let named = reading.article.is_person_name(&m.decision.entity);
        (serves || named || is_person(m)) && m.rank != Rank::Other && m.decision.party.is_some()
    };
    let found = reading.article.nearest(reading.at, person)?;
    Some(&found.decision)
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
        if let Some(found) = reading.article.nearest(reading.at, known) {
            return Some(with_rule(&found.decision, "party.role-in-article"));
        }
        // "The defence holds that nothing was hidden": of whom the headline tells.
        if role.class == DEFENCE {
            return epithet::client(reading);
        }
        // "Its director, Jane Roe, said ... the lawyer added": she, where she speaks right before.
        let one = definite && !role.many;
        return one.then(|| epithet::last_who_acts(reading, role)).flatten();
    }
    if role.class == UNION {
        return union::bare_union(reading, role).filter(|_| definite);
    }
    // "Management says": no other is meant than with "the".
    // "An opposition politician": of the opposition of the land that the article is about.
    let led = role.kind == RoleKind::Opposition && (role.many || !role.lone);
    // "Rebels say they left": a headline leaves "the" out.
    let titled = reading.at.is_none() && role.kind == RoleKind::Group && role.class != HIRED;
    if titled && !definite && role.many {
        // "Harvard groups say": others than the rebels of the article.
        let bare = reading.part(0).is_some_and(|part| part.items.len() == 1);
        return bodies::of_sole_group(reading).filter(|_| bare);
    }
    match definite || role.class == BOARD || led {
        true => definite_role(reading, role, true),
        false => indefinite_role(reading, role),
    }
}

/// Whom a role noun without "the" means: somebody at hand, or, where it is wide enough, who else it could mean with it.
fn indefinite_role(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    if role.class == OFFICIAL {
        return told_so(reading, role)
            .or_else(|| of_place_at_hand(reading))
            .or_else(|| of_publisher(reading, role))
            .or_else(|| states::of_sole_state(reading, role))
            .or_else(|| states::of_sole_place(reading, role));
    }
    if role.kind == RoleKind::StateMedia {
        return states::of_sole_place(reading, role);
    }
    if role.kind == RoleKind::Spokes {
        return of_body_at_hand(reading);
    }
    if role.kind == RoleKind::Staff {
        let own = of_publisher(reading, role).or_else(|| of_outlet_told(reading, role));
        return own.or_else(|| of_fighters_at_hand(reading, role));
    }
    // "a state", "a government": one of many, and not the one at hand.
    let some = reading.part(0).is_some_and(|part| part.indefinite) && role.class == GOVERNMENT;
    if !is_wide(role) || role.class == SOLDIER || some && !role.many {
        return None;
    }
    definite_role(reading, role, false)
}

/// "He was known to Utopian authorities and stabbed one, according to authorities": those whom the sentence told of before.
fn told_so(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let (article, at) = (reading.article, reading.at?);
    let called = |m: &&Mentioned| {
        let same = article.sentence_of(m.at) == article.sentence_of(Some(at));
        same && m.nouns.contains(&role.noun) && m.decision.party.is_some()
    };
    let found = article.earlier(Some(at)).find(called)?;
    Some(with_rule(&found.decision, "party.role-in-article"))
}

/// Whom a role noun means as with "the": who was introduced before, or whose the article lets guess that it is.
fn definite_role(reading: &Reading<'_, '_>, role: &Role, definite: bool) -> Option<PartyDecision> {
    if role.class == OCCUPIER {
        return named_foe(reading);
    }
    if let Some(found) = earlier(reading, role) {
        return Some(with_rule(found, "party.role-in-article"));
    }
    if let Some(served) = body_served(reading, role).filter(|_| definite) {
        return Some(served);
    }
    if let Some(ruling) = states::of_officers(reading, role) {
        return Some(ruling);
    }
    if matches!(role.class.as_str(), DIPLOMAT | POLITICIAN) {
        return of_this_trade(reading).filter(|_| definite && !role.many);
    }
    match role.kind {
        RoleKind::Group if role.class == HIRED => None,
        RoleKind::Group if definite => bodies::of_sole_group(reading),
        _ if role.class == SOLDIER => None,
        _ => bodies::of_bare(reading, role, definite),
    }
}

/// "The Utopian enemy fired ... the enemy says": whom alone the text calls so.
fn named_foe(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let foe = |m: &&Mentioned| {
        let called = m.classes.iter().any(|class| class == OCCUPIER);
        let side = m.role == Some(RoleKind::Force) && !is_person(m);
        called && side && m.decision.party.is_some()
    };
    let mut foes = reading.article.mentions.iter().filter(foe);
    let first = foes.next()?;
    let alone = foes.all(|m| m.decision.party == first.decision.party);
    alone.then(|| with_rule(&first.decision, "party.role-in-article"))
}

/// "The deputy foreign minister said ... the diplomat": the person who acts or speaks right before.
fn of_this_trade(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let found = last_person(reading)?;
    Some(with_rule(found, "party.role-in-article"))
}

/// "Jane Roe, spokeswoman for the defence ministry ... the ministry": that of the last who served one, where the text told
/// whose she is.
fn body_served(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    if let Some(body) = private_body_served(reading, role) {
        return Some(body);
    }
    let body = role.lone && role.kind == RoleKind::Body;
    let served = |m: &&Mentioned| {
        let (party, entity) = (&m.decision.party, &m.decision.entity);
        let person = m.role.is_some_and(is_person_noun) || is_person(m);
        person && m.nouns.contains(&role.noun) && party.as_ref().is_some_and(|own| own != entity)
    };
    let found = reading
        .article
        .nearest(reading.at, served)
        .filter(|_| body)?;
    let party = found.decision.party.clone()?;
    let owner = reading.context.lexicon.adjective(&party);
    Some(PartyDecision {
        entity: format_compact!("{owner} {}", role.noun),
        kind: PartyKind::Government,
        party: Some(party),
        rule: "party.body-served",
        line: None,
    })
}

/// "Handball Federation president Jane Roe ... the federation": by the noun that ends its name.
fn private_body_served(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let named = |m: &&Mentioned| {
        let party = m
            .decision
            .party
            .as_deref()
            .filter(|own| *own != m.decision.entity);
        let last = party.and_then(|party| party.rsplit(' ').next());
        last.is_some_and(|last| last.to_lowercase() == role.noun.as_str())
    };
    let lone = role.lone && !role.many && role.kind == RoleKind::Institution;
    let found = reading
        .article
        .nearest(reading.at, named)
        .filter(|_| lone)?;
    let party = found.decision.party.clone()?;
    Some(PartyDecision {
        entity: party.clone(),
        kind: PartyKind::Organization,
        party: Some(party),
        rule: "party.body-served",
        line: None,
    })
}

pub(super) fn is_person(mention: &Mentioned) -> bool {
    match mention.decision.kind {
        PartyKind::Person => true,
        PartyKind::Unlisted => mention.person.unwrap_or_else(|| {
            let two_words = mention.decision.entity.contains(' ');
            mention.gender.is_some() || mention.role.is_none() && two_words
        }),
        _ => false,
    }
}

/// "The Utopian leader", "a Utopian minister": one person who serves a state, whom the text does not name.
fn is_officer(mention: &Mentioned) -> bool {
    let serves = |kind| is_person_noun(kind) || kind == RoleKind::Head;
    let public = mention.decision.kind == PartyKind::Government;
    public && !mention.many && mention.role.is_some_and(serves)
}

pub(super) fn is_body(mention: &Mentioned, article: &ArticleNames) -> bool {
    match mention.decision.kind {
        PartyKind::Person => false,
        PartyKind::Unlisted => {
            let body = mention
                .role
                .is_some_and(|kind| !is_person_noun(kind) && kind != RoleKind::Head)
                || mention.classes.iter().any(|class| class == CAMPAIGN);
            let named = article.persons.contains(&mention.decision.entity);
            body && !named && mention.gender.is_none() || article.is_organisation(mention)
        }
        _ => true,
    }
}
