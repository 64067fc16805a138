//! What a claim's phrases owe to where they stand and who speaks: the place of an antecedent, a speaker's own army.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::parties::PartyKind;
use crate::lexicon::vectors::Vectors;
use crate::model::claim::{Claim, Found, Modality, Stance, TAKER, parted_owner};
use crate::model::span::TextField;

use super::super::party::{
    Calling, PartyContext, body_alone, body_of_unlisted, callings, chief_of, described,
    group_alone, institution_alone, lone_person, person_noun,
};
use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// "The army", whose nobody tells, is its own army where a state speaks that the article is about.
    pub(super) fn lend_own_army(&self, claim: &mut Claim) {
        let Some(party) = claim.party.as_ref().map(|found| &found.value) else {
            return;
        };
        let entries = self.lexicon.parties.entries();
        let army = || {
            let mut forces = entries
                .iter()
                .filter(|entry| entry.kind == PartyKind::Force);
            forces.any(|entry| entry.speaks_for == *party)
        };
        // "The authorities had no hand in it, the minister said": his own.
        let authorities = claim.actor.as_ref().is_some_and(|actor| {
            let context = PartyContext::new(self.lexicon.parties, self.article.published);
            let called = callings(&actor.value, &context);
            let bare = |own: &Calling| own.nameless && own.many && own.class == AUTHORITY;
            matches!(called.as_slice(), [own] if bare(own))
        });
        let lent = |found: &&mut Found<CompactString>| {
            let told = authorities && found.rule == IN_ARTICLE;
            (found.rule == GUESSED || told) && found.value != *party
        };
        if let Some(actor) = claim.actor_party.as_mut().filter(lent)
            && self.names.is_main(party)
            && army()
        {
            actor.value = party.clone();
            actor.line = None;
        }
    }

    /// "The enemy", "the occupiers": the one other state that the article is about, where a state speaks or the outlet
    /// speaks for one.
    pub(super) fn lend_enemy(&self, claim: &mut Claim) {
        let foe = |found: &Found<CompactString>| self.lexicon.parties.is_foe(&found.value);
        if let (None, Some(speaker), Some(own)) = (&claim.party, &claim.speaker, self.names.side())
            && foe(speaker)
            && let Some(other) = self.names.other_main(own)
        {
            claim.party = Some(Found {
                value: other.clone(),
                span: speaker.span,
                rule: "party.foe",
                line: None,
            });
        }
        let voice = claim.party.as_ref().map(|found| &found.value);
        let Some(own) = voice.or(self.names.side()) else {
            return;
        };
        let Some(actor) = claim.actor.as_ref().filter(|_| claim.actor_party.is_none()) else {
            return;
        };
        if self.lexicon.parties.is_foe(&actor.value)
            && let Some(other) = self.names.other_main(own)
        {
            claim.actor_party = Some(Found {
                value: other.clone(),
                span: actor.span,
                rule: "party.foe",
                line: None,
            });
        }
    }

    /// "X has been liberated, the army said": who says so took it, where it is a state that the article is about; "the
    /// fall of X was denied": the one other state.
    pub(super) fn name_taker(&self, claim: &mut Claim) {
        let taken = Assertions::builtin().get(&claim.assertion.value).effect == Effect::Gain;
        let stated = claim.modality.value == Modality::Stated;
        let Some(party) = claim.party.as_ref().filter(|_| taken && stated) else {
            return;
        };
        let side = match claim.stance.value {
            Stance::Affirm => Some(&party.value).filter(|own| self.names.is_main(own)),
            Stance::Deny => self.names.other_main(&party.value),
        };
        let Some(side) = side.filter(|_| claim.actor.is_none()).cloned() else {
            return;
        };
        let speaker = claim.speaker.as_ref().map(|speaker| &speaker.value);
        let group = speaker.and_then(|speaker| self.group_in(speaker, &side));
        let found = |value| Found::implied(value, TAKER);
        claim.actor = Some(found(group.unwrap_or_else(|| side.clone())));
        claim.actor_party = Some(found(side));
    }

    /// "The president won the vote", "its candidate, Jane Roe, won": the person, and no state or party.
    pub(super) fn let_winner_stand(&mut self, claim: &mut Claim) {
        let key = &claim.assertion.value;
        let one = Assertions::builtin().excludes(key, key);
        let Some(actor) = claim.actor.as_ref().filter(|_| one) else {
            return;
        };
        let text = parted_owner(&actor.value).map_or(actor.value.as_str(), |(own, _)| own);
        let at = self.place_of(actor, text, claim.field);
        let decision = self.party(text, at);
        let (entity, kind) = (decision.entity.clone(), decision.kind);
        let person = kind == PartyKind::Person || self.names.is_person_name(&entity);
        if let Some(party) = claim.actor_party.as_mut().filter(|_| person) {
            party.value = entity;
        }
    }

    /// Those who are described and speak for nobody whom the text tells are a side of their own.
    pub(super) fn let_described_speak(&mut self, claim: &mut Claim) {
        let Some(speaker) = claim.speaker.as_ref().filter(|_| claim.party.is_none()) else {
            return;
        };
        // "The enemy's statement": a side that only who speaks of it could tell.
        if self.lexicon.parties.is_foe(&speaker.value) {
            return;
        }
        let at = self.place_of(speaker, &speaker.value, claim.field);
        if !SIDELESS.contains(&self.party(&speaker.value, at).rule) {
            return;
        }
        let context = PartyContext::new(self.lexicon.parties, self.article.published);
        let noun = person_noun(&speaker.value, at.is_none(), &context);
        let person = noun
            .as_ref()
            .and_then(|noun| self.names.person_called(noun, at));
        let mut party = person.and_then(|person| person.party.clone());
        // "A doctor at the clinic ... the doctor": the same one.
        let before = noun.and_then(|noun| {
            let mut same = self.described.iter().rev().filter(|(own, _)| *own == noun);
            same.next().map(|(_, party)| party.clone())
        });
        party = party.or(before);
        let party = party.or_else(|| {
            let found = described(&speaker.value, &context)?;
            let noun = lone_person(&speaker.value, &context);
            self.described
                .extend(noun.map(|noun| (noun, found.clone())));
            Some(found)
        });
        let party = party.or_else(|| self.lone_name(&speaker.value));
        let party = party.or_else(|| body_alone(&speaker.value, &context));
        let party = party.or_else(|| body_of_unlisted(&speaker.value, &context));
        let party = party.or_else(|| group_alone(&speaker.value, &context));
        let party = party.or_else(|| chief_of(&speaker.value, &context));
        let party = party.map(|party| (party, "party.described"));
        let alone = || Some((institution_alone(&speaker.value, &context)?, NOUN_ALONE));
        claim.party = party.or_else(alone).map(|(value, rule)| Found {
            value,
            span: speaker.span,
            rule,
            line: None,
        });
    }

    /// Notes whom a claim tells to have left a post.
    pub(super) fn note_leaver(&mut self, claim: &Claim) {
        let told = LEAVING.contains(&claim.assertion.value.as_str());
        let stated =
            claim.stance.value == Stance::Affirm && claim.modality.value == Modality::Stated;
        let Some(actor) = claim.actor.as_ref().filter(|_| told && stated) else {
            return;
        };
        let at = self.place_of(actor, &actor.value, claim.field);
        let decision = self.party(&actor.value, at);
        let (entity, kind) = (decision.entity.clone(), decision.kind);
        let person = kind == PartyKind::Person || self.names.is_person_name(&entity);
        if person && !self.left.contains(&entity) {
            self.left.push(entity);
        }
    }

    /// "The chairman has resigned ... 'I was sacked,' he said": who has left a post speaks for himself.
    pub(super) fn let_leaver_speak(&mut self, claim: &mut Claim) {
        let Some(speaker) = claim.speaker.as_ref().filter(|_| !self.left.is_empty()) else {
            return;
        };
        let at = self.place_of(speaker, &speaker.value, claim.field);
        let entity = self.party(&speaker.value, at).entity.clone();
        let left = self.left.contains(&entity);
        if let Some(party) = claim.party.as_mut().filter(|_| left) {
            party.value = entity;
            party.rule = "party.person-out-of-office";
            party.line = None;
        }
    }

    /// "Meridian denies it": a single name that speaks is a side of its own, though some town or word is called so, unless the
    /// article is in that town.
    fn lone_name(&self, speaker: &str) -> Option<CompactString> {
        let lone =
            speaker.starts_with(char::is_uppercase) && !speaker.contains(char::is_whitespace);
        let word = speaker.to_lowercase();
        let plain = || self.names.is_common(speaker) && Vectors::embedded().find(&word).is_some();
        let noun = || self.lexicon.parties.role_of(speaker).is_some();
        (lone && !noun() && !self.names.is_placed(speaker) && !plain()).then(|| speaker.into())
    }

    /// Where a phrase stands in the body: one that stands for a pronoun where it was said last before, since "its spokesman"
    /// is another body's further on.
    pub(super) fn place_of(
        &self,
        phrase: &Found<CompactString>,
        text: &str,
        field: TextField,
    ) -> Option<u32> {
        let body = self.article.text(TextField::Body);
        // A quotation that goes on is the word of the one who was named for it before.
        if phrase.span.is_none() {
            let before = body.get(..self.cursor? as usize)?;
            return before.rfind(text).map(|at| at as u32);
        }
        let span = phrase.span.filter(|_| field == TextField::Body)?;
        let written = body.get(span.start as usize..span.end as usize);
        if written.is_none_or(|written| written.contains(text)) {
            return Some(span.start);
        }
        let before = body
            .get(..span.start as usize)
            .and_then(|body| body.rfind(text));
        Some(before.map_or(span.start, |at| at as u32))
    }
}

/// The rule by which a body without an owner is taken for that of the article's state.
const GUESSED: &str = "party.state-of-article";

/// The rule of a body that is taken for one named before.
const IN_ARTICLE: &str = "party.role-in-article";

/// Class of the officials of a place.
const AUTHORITY: &str = "authority";

/// Rules by which a phrase has no side for want of one, and not because it is the outlet or more than one.
const SIDELESS: &[&str] = &["party.none", "party.unnamed", "party.candidate"];

/// The rule of an institution that goes by its noun until the article or its story tells a name.
pub(super) const NOUN_ALONE: &str = "party.noun-alone";

/// Assertions that the actor no longer holds a post.
const LEAVING: &[&str] = &["resign"];
