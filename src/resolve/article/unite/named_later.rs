//! "The mayor of Alba said so. 'They drowned us,' Jane Roe said": whom the text calls by an office first and then by the bare
//! name, as one person.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyLexicon, RoleKind};
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Claim, Found};
use crate::model::span::TextField;

use super::super::ArticleTerms;
use super::super::own::NOUN_ALONE;
use super::{ONE_SIDE, PartyContext, Renamed, Voice, callings, rename_all, service};

/// A person of whom the text gives the office first and the name next.
struct Later {
    /// The name.
    name: CompactString,
    /// The words for the office ("the mayor of Alba").
    office: CompactString,
    /// Who spoke by that office, as the claims have it.
    speaker: CompactString,
    /// The side of the office, and whether that is more than the words for it.
    side: Option<(CompactString, bool)>,
}

impl ArticleTerms<'_> {
    /// Makes one of persons who speak by their office and then by the bare name; their voices, for the bodies that they serve.
    pub(super) fn name_later(&self, claims: &mut [Claim]) -> Vec<Voice> {
        let context = self.context();
        let found = self.named_later(claims, &context);
        for later in &found {
            match &later.side {
                Some((side, true)) => rename_all(&[(later.name.clone(), side.clone())], claims),
                Some((words, false)) => {
                    let renamed: Renamed = (words.clone(), later.name.clone());
                    rename_all(&[renamed], claims);
                }
                None => give_name(later, claims),
            }
        }
        let own = found.into_iter().filter(|later| later.side.is_none());
        own.map(|later| {
            let text = format!("{}, {}", later.office, later.name);
            Voice {
                title: false,
                called: callings(&text, &context),
                service: service(&text, &later.name, &context),
                body: None,
                party: later.name,
            }
        })
        .collect()
    }

    fn named_later(&self, claims: &[Claim], context: &PartyContext<'_>) -> Vec<Later> {
        let body = self.article.text(TextField::Body);
        let spoken = claims.iter().filter_map(|claim| {
            let own = claim.field == TextField::Body;
            let span = claim.speaker.as_ref().filter(|_| own)?.span?;
            let text = body.get(span.start as usize..span.end as usize)?;
            Some((span.start as usize, text, claim))
        });
        let mut spoken: Vec<_> = spoken.collect();
        spoken.sort_by_key(|(at, _, claim)| (claim.sentence.start, *at));
        let mut found = Vec::new();
        let mut before: Option<(&str, &Claim)> = None;
        for (at, text, claim) in spoken {
            if is_office(text, context) {
                before = Some((text, claim));
            } else if !is_pronoun(text, context.lexicon) {
                let office = before.take().filter(|(_, told)| {
                    let end = told.sentence.end as usize;
                    at > end && at - end <= NEAR && self.is_first_mention(at, text, claim)
                });
                found.extend(office.and_then(|(office, told)| later(text, office, told)));
            }
        }
        found
    }

    /// Whether a bare full name stands here that the text has not given before and tells nothing of.
    fn is_first_mention(&self, at: usize, name: &str, claim: &Claim) -> bool {
        let body = self.article.text(TextField::Body);
        let lexicon = self.lexicon.parties;
        let own = claim
            .party
            .as_ref()
            .is_some_and(|party| party.value == name);
        let mut words = name.split(' ');
        let capital = words
            .clone()
            .all(|word| word.starts_with(char::is_uppercase));
        let last = words.next_back().unwrap_or(name);
        let full = name.contains(' ') && capital && lexicon.role_of(last).is_none();
        let new = body.get(..at).is_some_and(|before| !before.contains(last));
        let told = body
            .get(at + name.len()..)
            .is_some_and(|rest| rest.starts_with([',', '(', '\'', '’']));
        let listed = !lexicon.find(name, None).is_empty() || name.contains('.');
        let first = name.split(' ').next().unwrap_or_default().to_lowercase();
        let person = self.names.is_person_name(name) || lexicon.is_first_name(&first);
        let person = person && !self.names.is_body_name(name) && !listed;
        own && full && new && !told && person
    }
}

/// Bytes within which the name follows the sentence of the office.
const NEAR: usize = 240;

fn later(name: &str, office: &str, told: &Claim) -> Option<Later> {
    let speaker = told.speaker.as_ref()?.value.clone();
    let side = told.party.as_ref().map(|party| {
        let words = WORDS_ALONE.contains(&party.rule);
        (party.value.clone(), !words)
    });
    Some(Later {
        name: name.into(),
        office: office.into(),
        speaker,
        side,
    })
}

/// Rules by which a side is no more than the words for who speaks.
const WORDS_ALONE: &[&str] = &["party.described", NOUN_ALONE];

/// Gives those who speak by an office without a side the name that comes next.
fn give_name(later: &Later, claims: &mut [Claim]) {
    for claim in claims.iter_mut().filter(|claim| claim.party.is_none()) {
        let Some(speaker) = claim.speaker.as_ref() else {
            continue;
        };
        if speaker.value == later.speaker {
            claim.party = Some(Found {
                value: later.name.clone(),
                span: speaker.span,
                rule: ONE_SIDE,
                line: None,
            });
        }
    }
}

/// "The mayor of Alba", "a shift engineer": one person by what he is, and no name of him.
fn is_office(text: &str, context: &PartyContext<'_>) -> bool {
    let called = callings(text, context);
    let [own] = called.as_slice() else {
        return false;
    };
    use RoleKind::{Business, Head, Local, Minister, Office, People, Spokes, Staff};
    let person = matches!(
        own.kind,
        Business | Head | Local | Minister | Office | People | Spokes | Staff
    );
    let small = text.to_lowercase();
    let behind = small.rfind(own.noun.as_str()).map(|at| at + own.noun.len());
    let rest = behind.and_then(|end| text.get(end..)).unwrap_or_default();
    let named = rest.trim_start().starts_with(char::is_uppercase);
    let kin = WordSets::shared().has(Set::KinNoun, &own.noun);
    person && !own.many && own.nameless && !named && !kin && !text.contains(',')
}

fn is_pronoun(text: &str, lexicon: &PartyLexicon) -> bool {
    use RoleKind::{He, It, She, They};
    let role = lexicon.role_of(text);
    role.is_some_and(|role| matches!(role.kind, He | It | She | They))
}
