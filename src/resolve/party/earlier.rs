//! The earlier mention that a bare role noun means: by the same noun, by what alone is called so, or the nearest that fits.

use crate::lexicon::parties::{PartyKind, Role, RoleKind};
use crate::lexicon::words::{Set, WordSets};

use super::classes::ORGANISATION;
use super::fits::{fits_office, fits_role, is_officer_of_place};
use super::kinds::is_person_noun;
use super::names::{Mentioned, Rank};
use super::nearness::A_SENTENCE;
use super::side::Reading;
use super::{PartyDecision, bodies, firms, issuer};

/// The earlier mention that a role noun points back to: the nearest that fits, unless it belongs to a state that the
/// article names in passing and another that fits does not.
pub(super) fn earlier<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n PartyDecision> {
    if let Some(own) = issuer::author_as(reading, role) {
        return Some(own);
    }
    let found = acting_in_title(reading, role).or_else(|| match role.kind {
        RoleKind::Company => company(reading, role),
        _ => called(reading, role)
            .or_else(|| organisation(reading, role))
            .or_else(|| nearest(reading, role)),
    });
    found.map(|m| &m.decision)
}

/// Whether a mention can be whom the noun means.
fn fits(reading: &Reading<'_, '_>, mention: &Mentioned, role: &Role) -> bool {
    let other = is_person_noun(role.kind)
        && role.gender.is_some()
        && mention.gender.is_some()
        && role.gender != mention.gender;
    !other
        && (fits_role(mention, role, reading.article) || fits_office(reading, mention, role))
        && !(is_person_noun(role.kind)
            && reading.article.is_told_in_quotation(mention.at, reading.at))
        && (role.kind != RoleKind::Local || is_officer_of_place(mention))
        && (role.kind != RoleKind::Group || mention.decision.party.is_some())
}

/// Whether the noun is nobody else's and the mention has it too.
fn same_noun(reading: &Reading<'_, '_>, mention: &Mentioned, role: &Role) -> bool {
    role.lone && mention.nouns.contains(&role.noun) && fits(reading, mention, role)
}

/// "UK sends aid, foreign secretary says": in a headline, that of the one who acts in it.
fn acting_in_title<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n Mentioned> {
    if reading.at.is_some() || !is_person_noun(role.kind) {
        return None;
    }
    let article = reading.article;
    let acts = |m: &&Mentioned| fits(reading, m, role) && article.acts_in_title(&m.decision);
    article.nearest(None, acts)
}

/// "The company": the one that was called so, or the one that the article is about.
fn company<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n Mentioned> {
    let article = reading.article;
    let same = |m: &&Mentioned| same_noun(reading, m, role) && m.decision.party.is_some();
    let called = article.nearest(reading.at, same);
    let acting = called.and_then(|called| acting_since(reading, called, role));
    let called = called.filter(|m| m.role.is_some() || firms::is_company(article, m));
    let topic = || firms::topic_company(reading).filter(|m| may_be_called(m, role));
    acting.or(called).or_else(topic)
}

/// "The Peru Company was paid. Corvel denies it. The company said": Corvel, as the noun is no more than a part of the other's
/// name.
fn acting_since<'n>(
    reading: &Reading<'n, '_>,
    called: &Mentioned,
    role: &Role,
) -> Option<&'n Mentioned> {
    let article = reading.article;
    let acts = |m: &&Mentioned| {
        m.rank == Rank::Main && firms::is_company(article, m) && m.decision.party.is_some()
    };
    let name = called.decision.entity.as_str();
    let part =
        name.starts_with(char::is_uppercase) && name.to_lowercase().ends_with(role.noun.as_str());
    let acting = article.nearest(reading.at, acts).filter(|_| part)?;
    let later = article.sentence_of(acting.at) > article.sentence_of(called.at);
    (later && acting.decision.entity != called.decision.entity).then_some(acting)
}

/// "An operator took it for a bird ... the airline": one that goes by its trade alone is of no other trade.
fn may_be_called(mention: &Mentioned, role: &Role) -> bool {
    let nameless = mention.decision.entity.starts_with(char::is_lowercase);
    !nameless
        || mention.nouns.contains(&role.noun)
        || WordSets::shared().has(Set::FirmNoun, &role.noun)
}

/// Who was called by the same noun, not too far before, or alone in the article.
fn called<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n Mentioned> {
    let (article, at) = (reading.article, reading.at);
    let same = article.nearest(at, |m| same_noun(reading, m, role));
    // "Utopia's prosecutor's office said ... the office added": also where the article names that state in passing.
    let near = |m: &&Mentioned| {
        let steps = article.steps(m, at);
        steps <= A_SENTENCE || steps <= FAR && !bodies::is_third_state(reading, m)
    };
    same.filter(near).or_else(|| alone_called(reading, role))
}

/// "The defence force": of whom alone the article says so, also where it names that state in passing.
fn alone_called<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n Mentioned> {
    let (article, at) = (reading.article, reading.at);
    let called_so = |m: &&Mentioned| {
        let same = m.nouns.contains(&role.noun) && m.classes.contains(&role.class);
        !role.lone && same && fits(reading, m, role) && m.decision.party.is_some()
    };
    let called = article.nearest(at, called_so)?;
    let mut others = article.earlier(at).filter(called_so);
    let alone = others.all(|m| m.decision.party == called.decision.party);
    alone.then_some(called)
}

/// "The organisation" is a body before an armed group.
fn organisation<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n Mentioned> {
    if role.class != ORGANISATION {
        return None;
    }
    let body = |m: &&Mentioned| {
        let kind = m.decision.kind;
        fits(reading, m, role) && matches!(kind, PartyKind::Organization | PartyKind::Body)
    };
    reading.article.nearest(reading.at, body)
}

/// The nearest that fits, one of a state that is named in passing last.
fn nearest<'n>(reading: &Reading<'n, '_>, role: &Role) -> Option<&'n Mentioned> {
    let (article, at) = (reading.article, reading.at);
    let nearest = article.nearest(at, |m| fits(reading, m, role))?;
    let passing = |m: &Mentioned| bodies::is_third_state(reading, m);
    let other = if passing(nearest) {
        article.nearest(at, |m| fits(reading, m, role) && !passing(m))
    } else {
        None
    };
    Some(other.unwrap_or(nearest))
}

/// A noun points back to a mention with the same noun before any other within so many steps.
const FAR: usize = 40;
