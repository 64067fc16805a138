//! Names the speaker and the doer of a claim by the person or body that a pronoun or a role stands for.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyKind, fold};
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};
use crate::model::span::TextField;

use super::super::party::{PartyContext, PartyDecision, person_meant};
use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// A pronoun or a role ("the spokesman") gives way to the person or body that it stands for.
    pub(super) fn name_speaker(&mut self, claim: &mut Claim) {
        let Some(speaker) = claim.speaker.as_ref() else {
            return;
        };
        let (meant, decision) = self.meant(speaker, claim.field);
        let full = || self.full_name(&speaker.value, &decision);
        let found = meant.or_else(|| full().map(|name| (name, speaker.rule)));
        if let (Some(speaker), Some((name, rule))) = (claim.speaker.as_mut(), found) {
            speaker.value = name;
            speaker.rule = rule;
        }
    }

    /// "The company sold it", "the president had fled": the doer that a role stands for.
    pub(super) fn name_doer(&mut self, claim: &mut Claim) {
        // "Her own branch had run dry": the branch, whosever it is.
        let words = &self.lexicon.words;
        let owned = |phrase: &str| {
            let first = phrase.split(' ').next().unwrap_or_default().to_lowercase();
            [Set::ItPronoun, Set::PersonPronoun, Set::OwnPronoun]
                .into_iter()
                .any(|set| words.has(set, &first))
        };
        let as_written =
            |actor: &&Found<CompactString>| actor.rule == "actor.subject" && !owned(&actor.value);
        let Some(actor) = claim.actor.as_ref().filter(as_written) else {
            return;
        };
        let (meant, _) = self.meant(actor, claim.field);
        if let (Some(actor), Some((name, _))) = (claim.actor.as_mut(), meant) {
            actor.value = name;
        }
    }

    /// The person or body that a pronoun or a role stands for, and the rule that found it; with what the phrase resolves to.
    fn meant(
        &mut self,
        phrase: &Found<CompactString>,
        field: TextField,
    ) -> (Option<(CompactString, &'static str)>, PartyDecision) {
        let at = self.place_of(phrase, &phrase.value, field);
        let decision = self.party(&phrase.value, at).clone();
        // "retake Hama, the rebels said": the comma makes no town of the rebels.
        let town = || {
            let name = decision.entity.as_str();
            self.lexicon.is_place(name) && !self.lexicon.is_party(name)
        };
        let pointing = POINTING.contains(&decision.rule) && !decision.entity.is_empty();
        // "The junta's information team": what it is called says more than a word for its sort.
        let named = pointing && !town() && !is_told_apart(&phrase.value, &decision);
        let person = decision.party.as_ref().and_then(|party| {
            let context = PartyContext::new(self.lexicon.parties, self.article.published);
            person_meant(&phrase.value, party, at, &self.names, &context)
        });
        let found = match person {
            Some(person) => Some((person, OFFICE)),
            None if named => Some((decision.entity.clone(), decision.rule)),
            None => None,
        };
        (found, decision)
    }

    /// "Mr Roe", "Roe", where the article or the lists give the name in full.
    fn full_name(&self, speaker: &str, decision: &PartyDecision) -> Option<CompactString> {
        let full = decision.entity.as_str();
        let listed = decision.kind == PartyKind::Person && decision.line.is_some();
        let person = listed || self.names.is_person_name(full);
        let mut words = full.split(' ').skip(1);
        let last = speaker.rsplit(' ').next().unwrap_or(speaker);
        let surname = words.any(|word| word == last);
        let first = fold(full.split(' ').next().unwrap_or_default());
        let short =
            surname && !speaker.contains(',') && !speaker.split(' ').any(|w| fold(w) == first);
        // "Lieutenant General Tesfa Abera ... General Tesfa": where people go by their first name.
        let by_first = fold(last) == first && full.contains(' ');
        let by_first = by_first && !full.split(' ').skip(1).any(|word| speaker.contains(word));
        (person && (short || by_first)).then(|| decision.entity.clone())
    }
}

/// Whether a phrase of several words tells more than the made-up name of what it was taken for ("the electoral tribunal's
/// press team", "Utopian executive").
fn is_told_apart(phrase: &str, decision: &PartyDecision) -> bool {
    let last = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_owned();
    let (sort, noun) = (last(&decision.entity), last(phrase));
    let made_up = sort.starts_with(char::is_lowercase);
    // "A ministry spokesman", "Utopian spokesperson": the same noun.
    let alike = sort.chars().zip(noun.chars()).take_while(|(a, b)| a == b);
    let told = phrase.split(' ').count() > A_NOUN && alike.count() < A_STEM;
    // "Jane Roe chief": the one whom the text calls so.
    let of = decision.party.as_deref().unwrap_or_default();
    made_up && !decision.entity.starts_with(of) && told
}

/// Letters that two nouns for one sort begin with.
const A_STEM: usize = 4;

/// Words of a noun with its article.
const A_NOUN: usize = 2;

/// Rules by which a phrase stands for somebody named elsewhere in the article.
const POINTING: &[&str] = &["party.pronoun", "party.role-in-article"];

/// The rule of a person who is meant by his office.
const OFFICE: &str = "party.role-in-article";
