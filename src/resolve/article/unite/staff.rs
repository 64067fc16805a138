//! Those who stand for themselves and whom a noun or a rank ties to the one body of the article that it fits.

use compact_str::CompactString;
use indexmap::IndexSet;

use crate::lexicon::parties::{PartyLexicon, RoleKind, is_one_side};
use crate::lexicon::ranks::{self, Rank};
use crate::lexicon::words::{Set, WordSets};

use super::super::super::party::{Calling, Service};
use super::{Renamed, Voice};

/// "A ministry doctor, Jane Roe", beside "the Health Ministry"; "inspector Jane Roe", beside "the Data Inspectorate".
pub(super) fn of_staff(voices: &[Voice]) -> Vec<Renamed> {
    let served = voices.iter().enumerate().filter_map(|(at, voice)| {
        let body = match voice.service.as_ref()? {
            Service::Called(noun, class) => called(voices, voice, noun, class)
                .or_else(|| any_body(voices, at).filter(|_| ANY_BODY.contains(&class.as_str()))),
            Service::Rank(rank) => ranked(voices, rank),
            Service::Untold => any_body(voices, at),
            Service::Managed => any_body(voices, at).filter(|body| !is_unmanaged(voices, body)),
        };
        Some((voice.party.clone(), body?.clone()))
    });
    served
        .filter(|(own, body)| !is_one_side(own, body))
        .collect()
}

/// "The principal, Jane Roe", where the article names one school that does not speak itself.
pub(super) fn of_named(voices: &[Voice], named: &[&CompactString]) -> Vec<Renamed> {
    let body_of = |rank: &Rank| {
        let fits = |side: &&&CompactString| {
            let words = side.to_lowercase();
            let name = side.contains(' ') && side.starts_with(char::is_uppercase);
            name && rank.bodies.iter().any(|noun| ranks::has(&words, noun))
        };
        sole_side(named.iter().filter(fits).copied()).cloned()
    };
    let served = voices.iter().filter_map(|voice| match voice.service {
        Some(Service::Rank(rank)) if !rank.alone => Some((voice.party.clone(), body_of(rank)?)),
        _ => None,
    });
    served.filter(|(own, body)| own != body).collect()
}

/// The same for those who speak in several articles, where the noun or the rank tells it.
pub(in crate::resolve) fn served_across(
    voices: &[Voice],
    named: &[&CompactString],
) -> Vec<Renamed> {
    let served = voices.iter().filter_map(|voice| {
        let owner = owner_of(voice);
        if let Some(body) = owner.and_then(|noun| named_by(named, noun)) {
            return Some((voice.party.clone(), body.clone()));
        }
        let body = match voice.service.as_ref()? {
            Service::Called(noun, class) => {
                called(voices, voice, noun, class).or_else(|| named_by(named, noun))
            }
            Service::Rank(rank) => ranked(voices, rank).or_else(|| named_for(named, rank)),
            Service::Untold | Service::Managed => None,
        };
        Some((voice.party.clone(), body?.clone()))
    });
    served
        .filter(|(own, body)| !is_one_side(own, body))
        .collect()
}

/// The one side whose name ends in a noun for the bodies of a rank.
fn named_for<'v>(named: &[&'v CompactString], rank: &Rank) -> Option<&'v CompactString> {
    let mut found = rank.bodies.iter().filter_map(|noun| named_by(named, noun));
    let first = found.next().filter(|_| !rank.alone)?;
    found.all(|other| other == first).then_some(first)
}

/// The nouns for the bodies that those serve who speak, and for those that speak by the noun alone.
pub(in crate::resolve) fn nouns_served(voices: &[Voice]) -> IndexSet<CompactString> {
    let mut nouns = IndexSet::new();
    for voice in voices {
        nouns.extend(owner_of(voice).cloned());
        match &voice.service {
            Some(Service::Called(noun, _)) => drop(nouns.insert(noun.clone())),
            Some(Service::Rank(rank)) if !rank.alone => {
                nouns.extend(rank.bodies.iter().map(|noun| CompactString::from(*noun)));
            }
            _ => {}
        }
    }
    nouns
}

/// "The firm's director", "the company": whether some voice calls a side a firm.
fn is_called_firm(voice: &Voice) -> bool {
    let own = voice
        .called
        .iter()
        .any(|called| is_firm(called) && !called.many);
    let lexicon = PartyLexicon::embedded();
    let firm = |noun: &str| {
        lexicon
            .role_of(noun)
            .is_some_and(|role| role.class == COMPANY)
    };
    let owner = voice
        .called
        .first()
        .and_then(|first| match first.words.as_slice() {
            [owner, mark, ..] if !mark.starts_with(char::is_alphabetic) => Some(owner),
            _ => None,
        });
    own || owner.is_some_and(|owner| firm(owner)) || is_firm_name(&voice.party)
}

/// "Dam firm says": the one firm that speaks below a headline which calls it so; `known` tells what the text calls a company.
pub(super) fn firm_below<'v>(
    voices: &'v [Voice],
    by: &Calling,
    known: &dyn Fn(&str) -> bool,
) -> Option<&'v CompactString> {
    let short = by.nameless && !by.many && by.words.len() <= MOST_WORDS && is_firm(by);
    let firm = |voice: &&Voice| !voice.title && (is_called_firm(voice) || known(&voice.party));
    one(voices.iter().filter(firm)).filter(|_| short)
}

/// "Officials say", above "Utopian officials said": the one side whom the text below calls by the same noun and more.
pub(super) fn called_below<'v>(voices: &'v [Voice], by: &Calling) -> Option<&'v CompactString> {
    let same = |voice: &&Voice| {
        let mut called = voice.called.iter();
        !voice.title && called.any(|own| own.is_long_for(by))
    };
    one(voices.iter().filter(same)).filter(|_| by.nameless && by.class != INSIDER)
}

/// "The federation's president, Jane Roe", who is nobody's: the noun for the body.
fn owner_of(voice: &Voice) -> Option<&CompactString> {
    let first = voice.called.first().filter(|called| called.nameless)?;
    let [owner, mark, ..] = first.words.as_slice() else {
        return None;
    };
    let marked = !mark.starts_with(char::is_alphabetic);
    let person = voice.party.contains(' ') && voice.body.is_none();
    let listed = || PartyLexicon::embedded().named(&voice.party, None).is_some();
    (marked && person && !listed()).then_some(owner)
}

/// "The federation's president": the one side with capitals whose name ends with the noun.
fn named_by<'v>(named: &[&'v CompactString], noun: &str) -> Option<&'v CompactString> {
    let fits = |side: &&&CompactString| {
        let last = side.rsplit(' ').next().unwrap_or_default();
        let name = side.contains(' ') && side.starts_with(char::is_uppercase);
        name && last.to_lowercase() == noun
    };
    sole_side(named.iter().filter(fits).copied())
}

/// The one side that all of these are, under the first of its names.
fn sole_side<'v>(mut sides: impl Iterator<Item = &'v CompactString>) -> Option<&'v CompactString> {
    let first = sides.next()?;
    sides
        .all(|other| is_one_side(other, first))
        .then_some(first)
}

/// Most words of a noun alone, with the one that points.
const MOST_WORDS: usize = 2;

/// Class of those who tell what others know.
const INSIDER: &str = "insider";

/// Class of the nouns for companies.
const COMPANY: &str = "company";

/// "Corvane, the union that called the strike": a name of a body by the noun beside it.
fn is_named_so(voice: &Voice, by: &Calling) -> bool {
    let name = voice.party.starts_with(char::is_uppercase);
    name && voice.service.is_none() && by.kind == RoleKind::Institution
}

/// "Corvane Shipping": the last word of a name tells that it is a firm's.
fn is_firm_name(name: &str) -> bool {
    let last = name.rsplit_once(' ').map(|(_, last)| last.to_lowercase());
    last.is_some_and(|last| WordSets::shared().has(Set::FirmNameEnd, &last))
}

fn is_firm(called: &Calling) -> bool {
    called.class == COMPANY
}

/// Classes of nouns that fit a body of any name.
const ANY_BODY: [&str; 6] = [
    COMPANY,
    "group",
    "institution",
    "movement",
    "organization",
    "political party",
];

/// Whether a side is called an agency, a force, a group or a movement, which has no managers.
fn is_unmanaged(voices: &[Voice], side: &str) -> bool {
    let own = voices.iter().filter(|voice| voice.party == side);
    own.flat_map(|voice| &voice.called).any(|called| {
        use RoleKind::{Body, Force, Group, Political};
        matches!(called.kind, Body | Force | Group | Political)
    })
}

/// The one side whom the noun calls.
fn called<'v>(
    voices: &'v [Voice],
    own: &Voice,
    noun: &str,
    class: &str,
) -> Option<&'v CompactString> {
    let is = |voice: &&Voice| {
        let body = voice.body.as_ref().filter(|_| voice.party != own.party);
        body.is_some_and(|body| {
            let mut called = voice.called.iter();
            let kind = !ANY_BODY.contains(&class);
            let same = called.any(|own| own.noun == noun || kind && own.class == class);
            same || ranks::has(body, noun)
        })
    };
    one(voices.iter().filter(is))
}

/// "The council", "company says": the one body whom the noun calls, or any noun for a company.
pub(super) fn called_so<'v>(voices: &'v [Voice], by: &Calling) -> Option<&'v CompactString> {
    let is = |voice: &&Voice| {
        let mut called = voice.called.iter();
        let same = called.any(|own| own.noun == by.noun || is_firm(own) && is_firm(by));
        let body = voice.body.is_some() || is_named_so(voice, by);
        body && same || is_firm(by) && is_firm_name(&voice.party)
    };
    // "The governor's office" is that of somebody.
    let alone = by.nameless && !by.many && by.words.len() <= MOST_WORDS;
    one(voices.iter().filter(is)).filter(|_| alone)
}

/// The one body that a rank serves.
fn ranked<'v>(voices: &'v [Voice], rank: &Rank) -> Option<&'v CompactString> {
    let fits = |voice: &&Voice| {
        let body = voice.body.as_ref();
        body.is_some_and(|body| rank.bodies.iter().any(|noun| ranks::has(body, noun)))
    };
    let found = one(voices.iter().filter(fits))?;
    let mut bodies = voices.iter().filter(|voice| voice.body.is_some());
    let alone = bodies.all(|voice| is_one_side(&voice.party, found));
    (alone || !rank.alone).then_some(found)
}

/// The one body that has spoken before, called as it may be, and no state.
fn any_body(voices: &[Voice], at: usize) -> Option<&CompactString> {
    let person = |party: &str| {
        let mut voices = voices.iter().filter(|voice| voice.party == party);
        voices.any(|voice| voice.service.is_some())
    };
    let before = voices[..at].iter();
    let bodies = before.filter(|voice| voice.body.is_some() && !person(&voice.party));
    one(bodies).filter(|body| PartyLexicon::embedded().named(body, None).is_none())
}

fn one<'v>(mut found: impl Iterator<Item = &'v Voice>) -> Option<&'v CompactString> {
    let first = &found.next()?.party;
    found
        .all(|other| is_one_side(&other.party, first))
        .then_some(first)
}
