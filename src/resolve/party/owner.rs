//! Whose staff somebody is whom the phrase gives to nobody by name: "its chief executive", "regional manager Jane Roe".

use crate::lexicon::parties::{FormKind, Gender, PartyKind, PartyMatch, Role, RoleKind};

use crate::lexicon::words::{Set, WordSets};

use super::anaphora::{is_body, is_person, pronoun};
use super::items::{Item, Label};
use super::kinds::is_staff;
use super::names::{Mentioned, Rank};
use super::nearness::A_SENTENCE;
use super::side::{Reading, with_rule};
use super::union::{UNION, is_union_of};
use super::{PartyDecision, firms};

/// Whose staff "its chief executive" is: a company before any other body, and a body before a state.
pub(super) fn owner(
    kind: RoleKind,
    staff: RoleKind,
    reading: &Reading<'_, '_>,
) -> Option<PartyDecision> {
    let found = match kind {
        RoleKind::It | RoleKind::They => {
            right_before(reading).or_else(|| employer(kind, staff, reading))
        }
        _ => None,
    };
    found
        .map(|m| with_rule(&m.decision, "party.pronoun"))
        .or_else(|| pointed_at(kind, staff, reading))
}

/// The body that "its" and "their" mean before staff of this kind.
fn employer<'n>(
    kind: RoleKind,
    staff: RoleKind,
    reading: &Reading<'n, '_>,
) -> Option<&'n Mentioned> {
    let article = reading.article;
    let no_state = |m: &&Mentioned| is_body(m, article) && m.decision.kind != PartyKind::State;
    let steps = |m: &Mentioned| article.steps_to_owner(m, reading.at);
    // "'Our units hold the town,' its spokesman said": the spokesman of no units.
    let one = |m: &Mentioned| !(kind == RoleKind::It && m.many);
    let told = |m: &&Mentioned| no_state(m) && one(m) && m.decision.party.is_some();
    let body = || article.nearest_by(reading.at, told, steps);
    // Neither a union nor a coast guard has an owner or a manager.
    let firm = |m: &&Mentioned| told(m) && !is_nobodys_firm(reading, m);
    let company = |m: &&Mentioned| firms::is_company(article, m);
    match staff {
        RoleKind::Business => acting_before(reading)
            .or_else(|| article.nearest(reading.at, company))
            .or_else(|| article.nearest_by(reading.at, firm, steps)),
        // "In a letter to the panel, its lawyers said": of who acts before, and not of whom they write to.
        RoleKind::Counsel => acting_before(reading)
            .or_else(body)
            .filter(|m| !m.decision.kind.is_public()),
        // "Two fell to shots from the guard, said its coordinator": of who acts before, and not of whom he tells.
        RoleKind::Spokes | RoleKind::Head => acting(reading, &|m| {
            let named =
                is_bare_body(reading, m) || kind == RoleKind::It && is_no_person(reading, m);
            told(m) || named && m.decision.party.is_some()
        })
        .or_else(body),
        // "The growers' union blames the cooks. Chicken of the caterer Sabora stood in the sun, its president said": the
        // president of who acts.
        RoleKind::Office | RoleKind::Staff => {
            let main =
                |m: &&Mentioned| told(m) && m.rank == Rank::Main && !m.decision.kind.is_public();
            let found = article.nearest_by(reading.at, main, steps);
            found.filter(|m| steps(m) <= A_SENTENCE)
        }
        _ => None,
    }
}

/// "The suit takes aim at Corvel and its chairman": the body that is named right before.
fn right_before<'n>(reading: &Reading<'n, '_>) -> Option<&'n Mentioned> {
    let (article, at) = (reading.article, reading.at?);
    let last = article.earlier(Some(at)).next()?;
    let ends = last.at? + last.length;
    let body = is_body(last, article) || article.is_bare_name(last);
    let body = body && !last.many && last.decision.kind != PartyKind::State;
    // "An offer from Corvel, its chairman said": not Corvel's; "against Corvel, its chairman and Jane Roe": Corvel's.
    let linked = at > ends + A_COMMA || article.listed.contains(&at);
    let beside = ends + A_LINK >= at
        && linked
        && article.sentence_of(last.at) == article.sentence_of(Some(at));
    (body && beside && last.decision.party.is_some()).then_some(last)
}

/// Bytes of a comma between a name and what is said beside it.
const A_COMMA: u32 = 2;
/// Bytes of "and" or a comma between a name and what belongs to it, at most.
const A_LINK: u32 = 6;

/// "A week after Corvel Research disclosed a bet, its founder said": who acts right before, called a company or not.
fn acting_before<'n>(reading: &Reading<'n, '_>) -> Option<&'n Mentioned> {
    let article = reading.article;
    let here = article.sentence_of(reading.at);
    let near = |m: &Mentioned| here - article.sentence_of(m.at).min(here) <= 1;
    let named = |m: &Mentioned| is_body(m, article) || is_bare_body(reading, m);
    let fits = |m: &&Mentioned| {
        let acts = near(m) && m.rank != Rank::Other && named(m);
        acts && !is_nobodys_firm(reading, m) && m.decision.party.is_some()
    };
    article.nearest_by(reading.at, fits, |m| article.steps_to_owner(m, reading.at))
}

/// A name that no list knows and that is neither a person's nor a place's.
fn is_bare_body(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let lies = || (reading.context.country_of)(&mention.decision.entity).is_some();
    reading.article.is_bare_name(mention) && !lies()
}

/// Who acts in the same sentence or in the one before, of those that fit.
fn acting<'n>(
    reading: &Reading<'n, '_>,
    fits: &dyn Fn(&&Mentioned) -> bool,
) -> Option<&'n Mentioned> {
    let article = reading.article;
    let here = article.sentence_of(reading.at);
    let acts = |m: &&Mentioned| {
        let near = here - article.sentence_of(m.at).min(here) <= 1;
        near && reading.at.is_some() && m.at.is_some() && m.rank <= Rank::Subject && fits(m)
    };
    article.nearest_by(reading.at, acts, |m| article.steps_to_owner(m, reading.at))
}

/// Whether a body has no owner and no manager: an organ of a state, also where nothing tells whose it is, an armed group, a
/// union.
fn is_nobodys_firm(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let kind = mention.decision.kind;
    let organ = matches!(mention.role, Some(RoleKind::Body | RoleKind::Force));
    let public = kind.is_public() || organ;
    public || kind == PartyKind::Group || is_union_of(mention, reading.context)
}

/// Whom the pronoun means, whoever serves him; "their lawyer" is no state's.
fn pointed_at(kind: RoleKind, staff: RoleKind, reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let article = reading.article;
    let found = match kind {
        RoleKind::It => {
            let steps = |m: &Mentioned| article.steps_to_owner(m, reading.at);
            let found = article.nearest_by(reading.at, |m| is_body(m, article), steps)?;
            let found = private_before(reading, staff, found).unwrap_or(found);
            with_rule(&found.decision, "party.pronoun")
        }
        _ => pronoun(kind, reading.at, article).or_else(|| named_also_behind(kind, reading))?,
    };
    let many = kind == RoleKind::They && staff == RoleKind::Counsel;
    (!(many && found.kind.is_public())).then_some(found)
}

/// "Roe was arrested. His lawyer said that Roe had stolen nothing": who has a lawyer may well be named behind him.
fn named_also_behind(kind: RoleKind, reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let (article, at) = (reading.article, reading.at?);
    let end = at + reading.phrase.text.len() as u32;
    let behind = |m: &&Mentioned| {
        let here = article.sentence_of(m.at) == article.sentence_of(Some(at));
        m.at.is_some_and(|own| own >= end) && here && m.role.is_none()
    };
    let named = article.mentions.iter().filter(behind);
    let named: Vec<_> = named.map(|m| &m.decision.entity).collect();
    let same = |m: &&Mentioned| {
        let other = match kind {
            RoleKind::He => Gender::Female,
            _ => Gender::Male,
        };
        is_person(m) && m.gender != Some(other) && named.contains(&&m.decision.entity)
    };
    let mut before = article.earlier(Some(at)).filter(same);
    let found = before
        .next()
        .filter(|_| matches!(kind, RoleKind::He | RoleKind::She))?;
    let one = before.all(|m| m.decision.entity == found.decision.entity);
    one.then(|| with_rule(&found.decision, "party.pronoun"))
}

/// "According to Corvane, the union in Utopia's second city, ... its secretary said": of the body, and not of the state that
/// only tells of what another is.
fn private_before<'n>(
    reading: &Reading<'n, '_>,
    staff: RoleKind,
    found: &Mentioned,
) -> Option<&'n Mentioned> {
    let article = reading.article;
    let steps = |m: &Mentioned| article.steps_to_owner(m, reading.at);
    let called = |m: &Mentioned| {
        m.classes
            .iter()
            .any(|class| PRIVATE.contains(&class.as_str()))
    };
    let office = matches!(staff, RoleKind::Office | RoleKind::Minister);
    let private = |m: &&Mentioned| {
        let body = is_body(m, article) || called(m);
        let named = body && !m.decision.kind.is_public() && m.decision.party.is_some();
        named && (called(m) || !office)
    };
    let passing = found.decision.kind.is_public() && found.rank == Rank::Other;
    let other = article
        .nearest_by(reading.at, private, steps)
        .filter(|_| passing)?;
    (steps(other) <= steps(found) + A_SENTENCE).then_some(other)
}

/// Classes of bodies that no state owns.
const PRIVATE: &[&str] = &[
    "company",
    "church",
    "hospital",
    "institution",
    "movement",
    "panel",
    "school",
    "political party",
    UNION,
];

/// "It denied the closure. Regional manager Jane Roe said": who leads and is named without more leads the body that the text
/// names in the same sentence or acts in the one before.
pub(super) fn body_beside(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    if !matches!(role.kind, RoleKind::Head | RoleKind::Business) {
        return None;
    }
    body_acting(reading, role)
}

/// "The teachers' union denied it. President Jane Roe said": who presides and is named without more presides over the body that
/// acts right before, where that is no state's.
pub(super) fn body_presided(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let (article, at) = (reading.article, reading.at?);
    if role.kind != RoleKind::Office || !PRESIDES.contains(&role.class.as_str()) {
        return None;
    }
    let acts = |m: &&Mentioned| m.rank <= Rank::Subject && m.at.is_some();
    let steps = |m: &Mentioned| article.steps_to_owner(m, Some(at));
    let found = article.nearest_by(Some(at), acts, steps)?;
    let near = steps(found) < 2 * A_SENTENCE;
    (near && is_presided(reading, found))
        .then(|| with_rule(&found.decision, "party.body-in-article"))
}

/// "Credit Corvel denied it. A spokesman in Zurich said": the private body that acts right before.
pub(super) fn private_beside<'n>(reading: &Reading<'n, '_>) -> Option<&'n Mentioned> {
    let steps = |m: &Mentioned| reading.article.steps_to_owner(m, reading.at);
    let acts = |m: &&Mentioned| m.rank == Rank::Main && m.at.is_some();
    let found = reading.article.nearest_by(reading.at, acts, steps)?;
    let near = reading.at.is_some() && steps(found) <= A_SENTENCE;
    (near && is_presided(reading, found)).then_some(found)
}

/// Whether a mention is of a private body, or of one who serves it: a state's has no president of its own.
fn is_presided(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let decision = &mention.decision;
    let organ = matches!(mention.role, Some(RoleKind::Body | RoleKind::Force));
    let armed = matches!(decision.kind, PartyKind::Group | PartyKind::Outlet);
    let private = !decision.kind.is_public() && !organ && !armed;
    let serves = mention.role.is_some_and(is_staff) && decision.kind != PartyKind::State;
    let body = is_body(mention, reading.article) || is_bare_body(reading, mention) || serves;
    private && body && decision.party.is_some()
}

/// Classes of those who preside over a state or over any other body.
pub(super) const PRESIDES: &[&str] = &["president", "vice president"];

/// The body that the text names in the same sentence or that acts in the one before, for whom it leads or serves.
pub(super) fn body_acting(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let (article, at) = (reading.article, reading.at);
    let business = role.kind == RoleKind::Business;
    let body = |m: &&Mentioned| {
        let led = !matches!(m.decision.kind, PartyKind::State | PartyKind::Outlet);
        let body = is_body(m, article) || article.is_lone_name(m);
        let chief = !WordSets::shared().has(Set::TeamNoun, &role.noun);
        let body = body && !is_first_named(reading, m)
            || business && (acts_as_firm(reading, m) || chief && acts_unborn(reading, m));
        // A chief executive leads no prosecutors and no union.
        // "The lids of its supplier Vanpak, chief executive Jane Roe said": she leads whose supplier it is.
        let partner = m.rank == Rank::Other && article.partners.contains(&m.decision.entity);
        let partner = partner || is_thing_of_another(m);
        let other = business && (is_nobodys_firm(reading, m) || partner);
        led && body && !other && m.decision.party.is_some()
    };
    let steps = |m: &Mentioned| article.steps_to_owner(m, at);
    let here = article.sentence_of(at);
    // "The contamination came with powder from Kaveri," her director says of another: who acts goes before whom he names.
    let acts = |m: &&Mentioned| {
        let told = article.sentence_of(m.at) == here && m.rank != Rank::Main;
        let near = steps(m) < 2 * A_SENTENCE && m.at.is_some();
        body(m) && near && !told && m.rank != Rank::Other
    };
    let found = article.nearest_by(at, body, steps);
    let near = found.filter(|m| steps(m) <= A_SENTENCE);
    let near = article.nearest_by(at, acts, steps).or(near);
    let near = near.filter(|_| at.is_some());
    let near = near.map(|m| with_rule(&m.decision, "party.body-in-article"));
    near.or_else(|| firms::main_firm(reading).filter(|_| business))
}

/// "Jane Roe": a first name begins it, and nothing calls it a body.
pub(super) fn is_first_named(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let own = mention.decision.kind == PartyKind::Unlisted && mention.role.is_none();
    let first = mention
        .decision
        .entity
        .split_once(' ')
        .map(|(first, _)| first);
    let lexicon = reading.context.lexicon;
    own && first.is_some_and(|first| lexicon.is_first_name(&first.to_lowercase()))
}

/// "De Velt has sent it to a laboratory": a name of more words that acts, and neither a person's nor a place's.
fn acts_as_firm(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let person = is_first_named(reading, mention)
        || reading
            .article
            .introduced
            .contains(&mention.decision.entity)
        || is_surnamed(reading, mention);
    mention.rank == Rank::Main && !person && is_bare_body(reading, mention)
}

/// "Tre Velar has broken off the talks, chief executive Jane Roe said": a name of more words that acts, whatever the parser takes
/// it for.
fn acts_unborn(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let lies = || (reading.context.country_of)(&mention.decision.entity).is_some();
    let named = is_no_person(reading, mention) && !is_surnamed(reading, mention);
    mention.rank == Rank::Main && named && !lies()
}

/// "Gerda Prasch apologised ... Prasch's office": the article goes on with the last word alone, as with a person's name.
fn is_surnamed(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let entity = &mention.decision.entity;
    let Some((_, last)) = entity.rsplit_once(' ') else {
        return false;
    };
    let called = |m: &Mentioned| m.decision.entity == *entity && m.length as usize == last.len();
    reading.article.mentions.iter().any(called)
}

/// "Plataforma Corva counted 56 dead. 'There were more,' said its director": a name of more words that acts and that the text
/// does not introduce as a person's, whatever the parser takes it for.
fn is_no_person(reading: &Reading<'_, '_>, mention: &Mentioned) -> bool {
    let entity = &mention.decision.entity;
    let own = mention.decision.party.as_ref() == Some(entity) && mention.role.is_none();
    let introduced = reading.article.introduced.contains(entity) || mention.gender.is_some();
    let unlisted = mention.decision.kind == PartyKind::Unlisted && entity.contains(' ');
    own && unlisted && !introduced && !is_first_named(reading, mention)
}

/// "Its own laboratory", also where "it" is taken for that: a noun without a name that does not act itself.
fn is_thing_of_another(mention: &Mentioned) -> bool {
    let small = mention.decision.entity.starts_with(char::is_lowercase);
    let acts = mention.rank != Rank::Other && mention.role.is_some();
    small && !acts && mention.decision.line.is_none()
}

impl Reading<'_, '_> {
    /// "Its Brussels office", "their Tehran headquarters": theirs, wherever it is.
    pub(super) fn owner_seated(
        &self,
        index: usize,
        head: usize,
        role: RoleKind,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let [seat] = &part.items[..head] else {
            return None;
        };
        let kind = part.owner.filter(|_| self.is_town(seat))?;
        let (article, at) = (self.article, self.at);
        let acts = |m: &&Mentioned| {
            let named = is_body(m, article) || article.is_bare_name(m);
            named && m.rank != Rank::Other && m.decision.party.is_some()
        };
        let found = article.nearest_by(at, acts, |m| article.steps_to_owner(m, at));
        let near = found.filter(|m| article.steps_to_owner(m, at) <= A_SENTENCE);
        near.map(|m| with_rule(&m.decision, "party.pronoun"))
            .or_else(|| owner(kind, role, self))
    }

    /// A capital or another town, and no adjective of a state.
    fn is_town(&self, item: &Item<'_>) -> bool {
        match &item.label {
            Label::Name(hits) => {
                let town = |form| matches!(form, FormKind::Capital | FormKind::Seat);
                let body = |m: &PartyMatch<'_>| m.entry.kind == PartyKind::Body;
                hits.iter().any(|m| town(m.form.kind) || body(m))
            }
            Label::Unknown => (self.context.country_of)(self.phrase.written(item)).is_some(),
            _ => false,
        }
    }
}
