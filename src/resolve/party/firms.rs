//! Which company an article is about, for "the company" and its staff.

use crate::lexicon::parties::{PartyKind, Role, RoleKind};

use super::PartyDecision;
use super::classes::BOSS;
use super::names::{ArticleNames, Mentioned, Rank};
use super::owner;
use super::side::{Reading, with_rule};
use super::union::is_union_of;

pub(super) fn topic_company_as_side(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    topic_company(reading).map(|found| with_rule(&found.decision, "party.body-in-article"))
}

/// The company that the article is about, mentioned before the noun: the one it names most, else the nearest.
pub(super) fn topic_company<'n>(reading: &Reading<'n, '_>) -> Option<&'n Mentioned> {
    let article = reading.article;
    let firm = |m: &&Mentioned| {
        is_company(article, m)
            || article.is_organisation(m)
                && !has_digit(&m.decision.entity)
                && m.role.is_none()
                && !m.decision.entity.starts_with(char::is_lowercase)
                && !is_union(article, &m.decision.entity, reading)
                && article.times_named(&m.decision.entity) > 1
    };
    if let Some(near) = article
        .nearest(reading.at, |m| is_company(article, m))
        .filter(|m| article.steps(m, reading.at) <= JUST_NAMED)
    {
        return Some(near);
    }
    // One that is called a company and acts, or that the lists know as one, counts for more: "a supplier, Meridian" does not.
    let acts = |entity: &str| {
        let mut own = article
            .mentions
            .iter()
            .filter(|m| m.decision.entity == entity);
        own.any(|m| m.rank != Rank::Other || m.decision.kind == PartyKind::Company)
    };
    let count = |m: &Mentioned| {
        let firm = is_company(article, m) && acts(&m.decision.entity);
        let called = 1 + 3 * u32::from(firm);
        article.times_named(&m.decision.entity) * called
    };
    let Some(most) = article.earlier(reading.at).filter(firm).map(count).max() else {
        let actors = article
            .earlier(reading.at)
            .filter(|m| m.rank != Rank::Other);
        let others = || article.earlier(reading.at);
        // "The crew Wren put Corvel on its list": called something else, and no firm.
        let acts = |m: &&Mentioned| {
            let bare = article.is_bare_name(m) && m.nouns.is_empty();
            let entity = &m.decision.entity;
            bare && !article.is_placed(entity) && article.is_told(entity)
        };
        let lone = || {
            sole(
                article
                    .earlier(reading.at)
                    .filter(|m| m.rank != Rank::Other && acts(m)),
            )
        };
        // "The gates stayed shut, Hidrocorva said, while Puerto Alba was under water": who alone acts in a main clause.
        let main = || {
            let acting = article.earlier(reading.at);
            sole(acting.filter(|m| m.rank == Rank::Main && acts(m)))
        };
        let named = sole(actors.filter(|m| article.may_be_firm(m)));
        let aside = named.filter(|m| m.rank != Rank::Main).and_then(|_| main());
        return aside
            .or(named)
            .or_else(lone)
            .or_else(|| sole(others().filter(|m| article.may_be_firm(m))))
            .or_else(|| acting_unintroduced(reading));
    };
    article.nearest(reading.at, |m| firm(m) && count(m) == most)
}

/// Whether the article calls a name a union's in some place: no company.
fn is_union(article: &ArticleNames, entity: &str, reading: &Reading<'_, '_>) -> bool {
    let mut own = article
        .mentions
        .iter()
        .filter(|m| m.decision.entity == entity);
    own.any(|m| is_union_of(m, reading.context))
}

/// "Atlantis Terminais said ... the company": the name of several words that acted last, which the text introduces as
/// nobody, as it does persons, whatever the parser takes it for.
fn acting_unintroduced<'n>(reading: &Reading<'n, '_>) -> Option<&'n Mentioned> {
    let article = reading.article;
    let lexicon = reading.context.lexicon;
    let acts = |m: &&Mentioned| {
        let entity = &m.decision.entity;
        let own =
            m.decision.kind == PartyKind::Unlisted && m.decision.party.as_ref() == Some(entity);
        let first = entity.split(' ').next().unwrap_or_default().to_lowercase();
        // "The owner, Kaleya Copper": a firm rather than a person.
        let owner = m.role == Some(RoleKind::Business);
        let bare = (m.role.is_none() || owner) && m.gender.is_none() && entity.contains(' ');
        let introduced = article.introduced.contains(entity) && !owner;
        let person = introduced || lexicon.is_first_name(&first);
        let name = entity.starts_with(char::is_uppercase);
        own && bare && name && !person && m.rank <= Rank::Subject && !article.is_placed(entity)
    };
    article.nearest(reading.at, acts)
}

/// "CEO Jane Roe": of the firm that the article names far more often than any other.
pub(super) fn main_firm(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let article = reading.article;
    let acronym = |name: &str| name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let firm = |m: &&Mentioned| {
        let entity = &m.decision.entity;
        let often = article.times_named(entity) >= OFTEN && article.is_bare_name(m);
        let named = article.is_organisation(m) || article.may_be_firm(m) || often;
        let lies = || (reading.context.country_of)(entity).is_some();
        let named = named && !owner::is_first_named(reading, m);
        let place = || article.is_placed(entity) || lies();
        is_company(article, m) || named && !acronym(entity) && !has_digit(entity) && !place()
    };
    let times = |m: &Mentioned| article.times_named(&m.decision.entity);
    // A valley that is named as often is no firm where the text calls others companies.
    let called = article.mentions.iter().any(|m| is_company(article, m));
    let firms = || {
        let named = article.mentions.iter().filter(firm);
        named.filter(|m| !called || is_company(article, m))
    };
    let most = firms().max_by_key(|m| times(m))?;
    let others = firms().filter(|m| m.decision.entity != most.decision.entity);
    let second = others.map(times).max().unwrap_or(0);
    let clear = times(most) > 1 && times(most) >= 2 * second;
    clear.then(|| with_rule(&most.decision, "party.body-in-article"))
}

/// "An executive in Tokyo", "a spokeswoman in Cleveland": of the firm that is told of, wherever it has its seat.
pub(super) fn firm_seated(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let article = reading.article;
    let near = |m: &&Mentioned| article.steps(m, reading.at) <= JUST_NAMED;
    let business = role.kind == RoleKind::Business || role.class == BOSS;
    let told = || firm_told_of(reading);
    let found = match role.kind {
        _ if business => topic_company(reading)
            .filter(|m| is_company(article, m))
            .or_else(told),
        RoleKind::Spokes => article
            .nearest(reading.at, |m| is_company(article, m))
            .filter(near)
            .or_else(|| owner::private_beside(reading))
            .or_else(told),
        _ => None,
    };
    found.map(|m| with_rule(&m.decision, "party.body-in-article"))
}

/// "A spokeswoman in Cleveland said Corvel had made no offer": the firm of which the sentence tells it.
fn firm_told_of<'n>(reading: &Reading<'n, '_>) -> Option<&'n Mentioned> {
    let (article, at) = (reading.article, reading.at?);
    let here = article.sentence_of(Some(at));
    let behind = |m: &&Mentioned| m.at > Some(at) && article.sentence_of(m.at) == here;
    let mut told = article.mentions.iter().filter(behind);
    let first = told.find(|m| m.rank <= Rank::Subject)?;
    let firm = is_company(article, first) || article.is_organisation(first);
    (firm && first.decision.party.is_some()).then_some(first)
}

/// A company of the lists, or a name that the article calls one.
pub(super) fn is_company(article: &ArticleNames, mention: &Mentioned) -> bool {
    let entity = &mention.decision.entity;
    let listed = mention.decision.kind == PartyKind::Company;
    let named = matches!(mention.role, None | Some(RoleKind::Company));
    (listed || article.companies.contains(entity)) && !has_digit(entity) && named
}

/// "Airbus A320", "Flight MN 418": things that companies make or run.
pub(super) fn has_digit(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit())
}

/// The first of the mentions, where all are of one.
pub(super) fn sole<'n>(mut mentions: impl Iterator<Item = &'n Mentioned>) -> Option<&'n Mentioned> {
    let first = mentions.next()?;
    let same = mentions.all(|m| m.decision.entity == first.decision.entity);
    (same && first.decision.party.is_some()).then_some(first)
}

/// How often an article names what it is about, at least.
const OFTEN: u32 = 4;

/// Steps to the subject of the sentence before, or of a clause in the same.
const JUST_NAMED: usize = 5;
