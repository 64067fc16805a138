//! What the article calls its names: who may be a company, whom a noun for a person means.

use crate::lexicon::parties::{PartyKind, fold};

use super::PartyDecision;
use super::names::{ArticleNames, Mentioned, Rank};

impl ArticleNames {
    /// The one body of the article whose name ends with these words, in capitals or not ("count office", "the Count Office").
    pub(super) fn longer_name(&self, words: &str) -> Option<&PartyDecision> {
        let short = fold(words);
        let longer = |m: &&Mentioned| {
            let name = fold(&m.decision.entity);
            let rest = name.strip_suffix(short.as_str());
            let ends = rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
            let other = m.decision.entity != words && m.decision.entity.contains(' ');
            let own = m.decision.party.as_ref() == Some(&m.decision.entity);
            ends && other && own && !self.persons.contains(&m.decision.entity)
        };
        let mut named = self.mentions.iter().filter(longer);
        let first = named.next()?;
        let same = named.all(|m| m.decision.entity == first.decision.entity);
        same.then_some(&first.decision)
    }

    /// Whether a name that no list knows may be a company's: nothing says that it is a person's or a place's.
    pub(super) fn may_be_firm(&self, mention: &Mentioned) -> bool {
        let entity = &mention.decision.entity;
        let own = mention.decision.party.as_ref() == Some(entity);
        mention.decision.kind == PartyKind::Unlisted
            && mention.role.is_none()
            && mention.gender.is_none()
            && mention.person != Some(true)
            && !self.persons.contains(entity)
            && own
            && (entity.contains(' ') || self.is_topic(mention))
            && entity.starts_with(|c: char| !c.is_lowercase())
            && !entity.contains(|c: char| c.is_ascii_digit())
            && !self.placed.contains(entity)
    }

    /// Whether a mention is a name that no list knows and that nothing makes a person's.
    pub(super) fn is_bare_name(&self, mention: &Mentioned) -> bool {
        let entity = &mention.decision.entity;
        let own = mention.decision.party.as_ref() == Some(entity);
        mention.decision.kind == PartyKind::Unlisted
            && own
            && mention.role.is_none()
            && mention.gender.is_none()
            && mention.person != Some(true)
            && !self.persons.contains(entity)
    }

    /// Whether a mention is a name of one word that acts in the main clause and that no person of the article bears.
    pub(super) fn is_lone_name(&self, mention: &Mentioned) -> bool {
        let entity = &mention.decision.entity;
        let own = mention.decision.party.as_ref() == Some(entity);
        let lone = own && mention.role.is_none() && !entity.contains(' ');
        mention.decision.kind == PartyKind::Unlisted
            && lone
            && mention.rank == Rank::Main
            && mention.gender.is_none()
            && !self.placed.contains(entity)
    }

    /// Whether the article names the entity in its title or more than once, as somebody who acts. "Gates stayed shut": the
    /// first word of a headline has its capital from there, so that the text below must have it too.
    fn is_topic(&self, mention: &Mentioned) -> bool {
        let entity = &mention.decision.entity;
        mention.rank != Rank::Other && self.times_named(entity) > 1 && self.is_told(entity)
    }

    /// Whether the text below the headline names the entity.
    pub(super) fn is_told(&self, entity: &str) -> bool {
        let mut told = self.mentions.iter().filter(|m| m.at.is_some());
        told.any(|m| m.decision.entity == entity)
    }

    /// The person whom the article calls by a noun, before byte `at` of the body: "a surgeon, Jane Roe ... the surgeon".
    pub(in crate::resolve) fn person_called(
        &self,
        noun: &str,
        at: Option<u32>,
    ) -> Option<&PartyDecision> {
        let called = |m: &&Mentioned| {
            let named = m.decision.entity.contains(' ') || m.person == Some(true);
            m.nouns.iter().any(|own| own == noun) && named && m.decision.party.is_some()
        };
        self.nearest(at, called).map(|m| &m.decision)
    }
}
