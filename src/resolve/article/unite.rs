//! Brings under one name those of an article who are one side: whom a headline calls by a noun alone and the text below
//! in full, and a family and its members.

mod named_later;
mod shortened;
mod staff;

use compact_str::CompactString;
use indexmap::IndexSet;

use crate::model::claim::{Claim, Found};
use crate::model::span::TextField;

use super::super::party::{Calling, PartyContext, Service, as_body, callings, service};
use super::ArticleTerms;
use super::own::NOUN_ALONE;

pub(in crate::resolve) use shortened::shortened;
pub(in crate::resolve) use staff::{nouns_served, served_across};

/// The rule by which those who are one side stand under one name.
const ONE_SIDE: &str = "party.one-side";

/// Somebody who speaks in an article.
pub(in crate::resolve) struct Voice {
    party: CompactString,
    title: bool,
    called: Vec<Calling>,
    /// For what body it serves that its phrase does not name.
    service: Option<Service>,
    /// What it is called in small letters, if it is a body.
    body: Option<CompactString>,
}

/// A side of an article, and under which name it stands.
pub(in crate::resolve) type Renamed = (CompactString, CompactString);

impl ArticleTerms<'_> {
    /// Gives those of the claims who are one side one name.
    pub(in crate::resolve) fn unite(&self, claims: &mut [Claim]) {
        let named: Vec<&CompactString> = self.names.sides_named().collect();
        rename_all(&shortened(claims, &named), claims);
        let context = self.context();
        let named_later = self.name_later(claims);
        let mut voices = voices_of(claims, &context);
        voices.extend(named_later);
        let heads = staff::of_named(&voices, &named);
        rename_all(&heads, claims);
        for voice in &mut voices {
            rename(&heads, &mut voice.party);
        }
        for find in [in_full, of_family, staff::of_staff] {
            let renamed = find(&voices);
            for voice in &mut voices {
                rename(&renamed, &mut voice.party);
            }
            rename_all(&renamed, claims);
        }
        self.name_in_headline(&voices, claims, &context);
        point_to(&voices, claims, &context);
    }

    /// "Dam firm denies it", "officials say": whom a headline calls by the noun alone is the one firm that speaks in the text, or
    /// the one side whom that calls so.
    fn name_in_headline(&self, voices: &[Voice], claims: &mut [Claim], context: &PartyContext<'_>) {
        let known = |party: &str| self.names.is_company(party);
        let title = |claim: &&mut Claim| claim.field == TextField::Title && claim.party.is_none();
        for claim in claims.iter_mut().filter(title) {
            let Some(speaker) = &claim.speaker else {
                continue;
            };
            let called = callings(&speaker.value, context);
            let [called] = called.as_slice() else {
                continue;
            };
            let side = staff::firm_below(voices, called, &known);
            let side = side.or_else(|| staff::called_below(voices, called));
            claim.party = side.map(|side| one_side(side, speaker));
        }
    }

    fn context(&self) -> PartyContext<'_> {
        PartyContext::new(self.lexicon.parties, self.article.published)
    }
}

/// Gives those who are called by the noun for a body alone the side that is called so.
pub(in crate::resolve) fn point_to(
    voices: &[Voice],
    claims: &mut [Claim],
    context: &PartyContext<'_>,
) {
    let unnamed = |claim: &&mut Claim| claim.party.as_ref().is_none_or(is_noun_alone);
    // "The airline denied it. Its boss said": both are of the one that is called so.
    let mut renamed: Vec<Renamed> = Vec::new();
    for claim in claims.iter_mut().filter(unnamed) {
        let Some(speaker) = &claim.speaker else {
            continue;
        };
        let called = callings(&speaker.value, context);
        let [called] = called.as_slice() else {
            continue;
        };
        let found = staff::called_so(voices, called).map(|side| one_side(side, speaker));
        if let (Some(noun), Some(side)) = (&claim.party, &found) {
            renamed.push((noun.value.clone(), side.value.clone()));
        }
        claim.party = found.or_else(|| claim.party.take());
    }
    rename_all(&renamed, claims);
}

/// The side that a speaker is called after.
fn one_side(side: &CompactString, speaker: &Found<CompactString>) -> Found<CompactString> {
    Found {
        value: side.clone(),
        span: speaker.span,
        rule: ONE_SIDE,
        line: None,
    }
}

/// Whether a side goes by the noun for a body alone, also where it was called so before.
fn is_noun_alone(party: &Found<CompactString>) -> bool {
    let again = || party.rule == CALLED_AGAIN && !party.value.contains(char::is_uppercase);
    party.rule == NOUN_ALONE || again()
}

/// The rule of a noun that points back to whom the article called so.
const CALLED_AGAIN: &str = "party.role-in-article";

/// Those who speak in the claims, each side under each phrase once.
pub(in crate::resolve) fn voices_of(claims: &[Claim], context: &PartyContext<'_>) -> Vec<Voice> {
    let told = claims.iter().filter_map(|claim| {
        let (party, speaker) = (claim.party.as_ref()?, claim.speaker.as_ref()?);
        if is_noun_alone(party) {
            return None;
        }
        Some((
            &party.value,
            &speaker.value,
            claim.field == TextField::Title,
        ))
    });
    // Most speak more than once, and to read what they are called takes a while.
    let told: IndexSet<_> = told.collect();
    let voice = |(party, speaker, title): (&CompactString, &CompactString, bool)| Voice {
        party: party.clone(),
        title,
        called: callings(speaker, context),
        service: service(speaker, party, context),
        body: as_body(speaker, context),
    };
    told.into_iter().map(voice).collect()
}

/// Puts the names in the place of the others in all claims.
pub(in crate::resolve) fn rename_all(renamed: &[Renamed], claims: &mut [Claim]) {
    let sides = claims.iter_mut().flat_map(|claim| {
        [
            &mut claim.party,
            &mut claim.actor_party,
            &mut claim.object_party,
        ]
    });
    for side in sides.flatten() {
        if rename(renamed, &mut side.value) {
            side.rule = ONE_SIDE;
            side.line = None;
        }
    }
}

/// Puts the name in the place of another; whether there is one.
fn rename(renamed: &[Renamed], side: &mut CompactString) -> bool {
    let found = renamed.iter().find(|(from, _)| from == side);
    if let Some((_, to)) = found {
        *side = to.clone();
    }
    found.is_some()
}

/// "Mother says", "dockers' union says": whom the headline calls by a noun is the one side whom the text below calls so.
fn in_full(voices: &[Voice]) -> Vec<Renamed> {
    let mut renamed = Vec::new();
    for short in voices.iter().filter(|voice| voice.title) {
        let below = || voices.iter().filter(|voice| !voice.title);
        let [called] = short.called.as_slice() else {
            continue;
        };
        if !called.nameless || below().any(|voice| voice.party == short.party) {
            continue;
        }
        let long = |voice: &&Voice| voice.called.iter().any(|own| own.is_long_for(called));
        let mut found = below().filter(long).map(|voice| &voice.party);
        if let Some(full) = found.next()
            && found.all(|other| other == full)
        {
            renamed.push((short.party.clone(), full.clone()));
        }
    }
    renamed
}

/// "The mother of Jane Roe ... Anna Roe said": of one family.
fn of_family(voices: &[Voice]) -> Vec<Renamed> {
    let kin = |voice: &Voice| {
        let mut called = voice.called.iter();
        called.find_map(|called| Some((voice.party.clone(), called.kin_of.clone()?, called.many)))
    };
    let mut renamed = Vec::new();
    for (party, whose, many) in voices.iter().filter_map(kin) {
        let members = members(voices, &party, &whose);
        match members.as_slice() {
            [] => {}
            [one] if !many => renamed.push((party, one.clone())),
            all => renamed.extend(all.iter().map(|one| (one.clone(), party.clone()))),
        }
    }
    renamed
}

/// Those who speak for themselves and bear the surname of a person whose kin speaks, each once.
fn members(voices: &[Voice], kin: &str, whose: &str) -> Vec<CompactString> {
    let surname = |name: &str| name.rsplit(' ').next().map(CompactString::from);
    let alike = |party: &&CompactString| {
        let named = party.contains(' ') && !party.ends_with(whose) && party.as_str() != kin;
        named && surname(party) == surname(whose) && !party.contains(whose)
    };
    let mut found: Vec<CompactString> = Vec::new();
    for party in voices.iter().map(|voice| &voice.party).filter(alike) {
        if !found.contains(party) {
            found.push(party.clone());
        }
    }
    found
}
