//! Whom a noun means by which a text calls a person whom it has named before ("the billionaire", "the former candidate").

use crate::lexicon::parties::{Caps, Gender, PartyKind, Role, RoleKind};
use crate::lexicon::words::{Set, WordSets};

use super::PartyDecision;
use super::anaphora::{is_body, is_person};
use super::classes::{DIPLOMAT, EPITHET, POLITICIAN};
use super::head::head_of;
use super::items::{Item, Label};
use super::kinds::is_past;
use super::names::{ArticleNames, Mentioned, Rank};
use super::nearness::A_SENTENCE;
use super::owner;
use super::phrase::Tie;
use super::side::{Reading, with_rule};

impl Reading<'_, '_> {
    /// "The tycoon", "the former candidate": the person whom the text called so, else the one who acts right before.
    pub(super) fn by_epithet(
        &self,
        index: usize,
        head: usize,
        role: &Role,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let past = is_past(&part.items[..head]);
        let trade = past && role.kind == RoleKind::People;
        let dubs = role.class == EPITHET || trade || past && is_of_public_life(role.kind);
        let alone =
            self.names_nobody(index, head, trade) || past && self.names_but_bodies(index, head);
        // "The former South Alba governor": of whom the headline tells.
        let regional = past && role.kind == RoleKind::Local && part.definite && !role.many;
        if regional && !alone && self.apposed_person(index).is_none() {
            return self.titled_person(role.gender);
        }
        let points = dubs && part.definite && part.owner.is_none() && !role.many;
        // "Jane Roe, the actor": she, and nobody before her.
        let beside = part.tie == Tie::Apposed;
        if !points || !alone || beside || head_of(part).is_some_and(|own| own < head) {
            return None;
        }
        let called = |m: &&Mentioned| {
            let name = m.decision.entity.as_str();
            let person = is_person(m) && name.starts_with(char::is_uppercase);
            person && m.nouns.contains(&role.noun) && m.decision.party.is_some()
        };
        match self.article.nearest(self.at, called) {
            Some(found) => Some(with_rule(&found.decision, "party.role-in-article")),
            None => last_who_acts(self, role).or_else(|| self.titled_person(role.gender)),
        }
    }

    /// "The former Security Council secretary": no name stands in a part or beside it but that of a body before the office.
    fn names_but_bodies(&self, index: usize, head: usize) -> bool {
        let Some(part) = self.part(index) else {
            return false;
        };
        let apposed = self
            .part(index + 1)
            .is_some_and(|next| next.tie == Tie::Apposed);
        let body = |at: usize, item: &Item<'_>| match &item.label {
            Label::Name(hits) => {
                at < head && hits.iter().all(|hit| hit.entry.kind == PartyKind::Body)
            }
            Label::Unknown => false,
            _ => true,
        };
        !apposed
            && part
                .items
                .iter()
                .enumerate()
                .all(|(at, item)| body(at, item))
    }

    /// "The agency's head, Jane Roe, said ... the Argentine diplomat": she, where the article is about no Argentine affairs.
    pub(super) fn by_origin(
        &self,
        index: usize,
        head: usize,
        role: &Role,
    ) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let [origin, _] = part.items.as_slice() else {
            return None;
        };
        let trade = matches!(role.class.as_str(), DIPLOMAT | POLITICIAN) && !role.many;
        let alone = self.phrase.parts.len() == 1 && head == 1 && part.definite;
        if !(trade && alone && origin.is_demonym()) {
            return None;
        }
        let land = self.named(origin)?.party?;
        let found = last_who_acts(self, role)?;
        let other = found.party.as_ref() != Some(&land) && !self.article.is_main(&land);
        other.then_some(found)
    }

    /// Whether no name stands in a part or beside it, but for what somebody has won and, where it tells a `trade` of the past, for
    /// whom he played ("the Oscar-winning singer", "the former Corva player").
    fn names_nobody(&self, index: usize, head: usize, trade: bool) -> bool {
        let Some(part) = self.part(index) else {
            return false;
        };
        let name = |item: &Item<'_>| matches!(item.label, Label::Name(_) | Label::Unknown);
        let behind = |item: &Item<'_>| self.phrase.words.get(item.last);
        let glued = |item: &Item<'_>| behind(item).is_some_and(|w| w.glued && !w.is_possessive());
        let told = |at: usize, item: &Item<'_>| trade && at < head || glued(item);
        let mut items = part.items.iter().enumerate();
        let apposed = self
            .part(index + 1)
            .is_some_and(|next| next.tie == Tie::Apposed);
        !apposed && !items.any(|(at, item)| name(item) && !told(at, item))
    }

    /// The one person whom the title names as somebody who acts or whom it is about.
    fn titled_person(&self, gender: Option<Gender>) -> Option<PartyDecision> {
        let own = |m: &&Mentioned| {
            let other = gender.is_some() && m.gender.is_some() && gender != m.gender;
            m.at.is_none() && m.role.is_none() && is_person(m) && !other
        };
        let mut titled = self.article.mentions.iter().filter(own);
        let first = titled.next()?;
        let alone = titled.all(|m| m.decision.entity == first.decision.entity);
        let known = first.decision.party.is_some();
        (alone && known).then(|| with_rule(&first.decision, "party.role-in-article"))
    }

    /// "Its coordinator, Jane Roe", "Corvel's fleet wizard, Jane Roe": a noun that no list knows for one who serves whom the
    /// phrase gives as owner, where that is a body and no state.
    pub(super) fn owned_person(&self, index: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let name = self.apposed_person(index)?;
        let side = match part.owner {
            Some(RoleKind::It | RoleKind::They) => owner::owner(part.owner?, RoleKind::Head, self),
            Some(_) => None,
            None => self.owner_marked(index),
        }?;
        let body = !matches!(side.kind, PartyKind::State | PartyKind::Person);
        (body && side.party.is_some()).then(|| PartyDecision {
            entity: name,
            kind: PartyKind::Person,
            ..side
        })
    }

    /// The body before an owner's mark.
    fn owner_marked(&self, index: usize) -> Option<PartyDecision> {
        let items = &self.part(index)?.items;
        let mark = items
            .iter()
            .position(|i| matches!(i.label, Label::Possessive))?;
        let found = self.named(items.get(mark.checked_sub(1)?)?)?;
        let name = found.entity.as_str();
        let lies = || (self.context.country_of)(name).is_some();
        let several = name.contains(' ') && !self.article.is_person_name(name) && !lies();
        let body = found.line.is_some() || several || self.article.is_body_name(name);
        body.then_some(found)
    }
}

/// "The defence holds that nothing was hidden": for whom those speak who defend somebody that the phrase does not name.
pub(super) fn the_defence(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let [_, noun] = reading.phrase.words.as_slice() else {
        return None;
    };
    let defends = WordSets::shared().has(Set::DefenceNoun, &noun.key) && noun.caps == Caps::Lower;
    client(reading).filter(|_| defends)
}

/// Whom those defend who are called no more than "the defence": the person of whom the headline or most of the text tells.
pub(super) fn client(reading: &Reading<'_, '_>) -> Option<PartyDecision> {
    let main =
        || main_person(reading.article).map(|m| with_rule(&m.decision, "party.role-in-article"));
    let found = reading.titled_person(None).or_else(main)?;
    Some(PartyDecision {
        entity: reading.phrase.text.into(),
        ..found
    })
}

/// The person whom an article names more often than any other.
pub(super) fn main_person(article: &ArticleNames) -> Option<&Mentioned> {
    let named = |m: &&Mentioned| {
        let person = is_person(m) && !is_body(m, article);
        person && m.role.is_none() && m.decision.party.as_ref() == Some(&m.decision.entity)
    };
    let times = |m: &Mentioned| article.times_named(&m.decision.entity);
    let persons = || article.mentions.iter().filter(named);
    let most = persons()
        .max_by_key(|m| times(m))
        .filter(|m| times(m) > 1)?;
    let mut others = persons().filter(|m| m.decision.entity != most.decision.entity);
    others.all(|m| times(m) < times(most)).then_some(most)
}

/// The one person who acts or speaks in one of the two sentences before, and of whom a noun can tell.
pub(super) fn last_who_acts(reading: &Reading<'_, '_>, role: &Role) -> Option<PartyDecision> {
    let (article, at) = (reading.article, reading.at?);
    let acts = |m: &&Mentioned| {
        let name = m.decision.entity.as_str();
        let named = name.starts_with(char::is_uppercase);
        let other = role.gender.is_some() && m.gender.is_some() && role.gender != m.gender;
        let person = is_person(m) && !is_body(m, article) || article.is_person_name(name);
        let person = person && named;
        person && m.rank <= Rank::Subject && !other && m.decision.party.is_some()
    };
    let found = article.nearest(Some(at), acts)?;
    let here = article.sentence_of(found.at);
    let near = article.steps(found, Some(at)) <= 2 * A_SENTENCE;
    let mut mates = article.earlier(Some(at)).filter(acts);
    let alone = mates
        .all(|m| article.sentence_of(m.at) != here || m.decision.entity == found.decision.entity);
    (near && alone).then(|| with_rule(&found.decision, "party.role-in-article"))
}

/// Nouns of those who stand in public life.
fn is_of_public_life(kind: RoleKind) -> bool {
    matches!(
        kind,
        RoleKind::Business
            | RoleKind::Candidate
            | RoleKind::Head
            | RoleKind::Local
            | RoleKind::Minister
            | RoleKind::Office
    )
}
