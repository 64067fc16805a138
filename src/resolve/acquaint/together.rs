//! What the articles of one story tell together: whose staff somebody is, whom "the company" means, of which land "the army" is.

use compact_str::CompactString;
use indexmap::{IndexMap, IndexSet};

use super::super::article::unite::{
    Renamed, point_to, rename_all, served_across, shortened, voices_of,
};
use super::super::party::{PartyContext, body_alone, callings};
use super::become_known;
use crate::lexicon::parties::{PartyKind, PartyLexicon, RoleKind, Word, fold, split_words};
use crate::lexicon::ranks;
use crate::model::claim::Claim;

/// Tells the claims of one story what those of its other articles know.
pub(super) fn tell(claims: &mut [Claim], context: &PartyContext<'_>) {
    let named = named(claims);
    let named: Vec<&CompactString> = named.iter().collect();
    let staff = served_across(&voices_of(claims, context), &named);
    rename_all(&staff, claims);
    let shortened = shortened(claims, &named);
    rename_all(&shortened, claims);
    let surnames = surnames(claims, context.lexicon);
    rename_all(&surnames, claims);
    give_full_names(claims, context.lexicon);
    let voices = voices_of(claims, context);
    point_to(&voices, claims, context);
    give_land(claims, context);
}

/// The sides of the claims, each once.
fn named(claims: &[Claim]) -> IndexSet<CompactString> {
    let sides = claims.iter().flat_map(|claim| {
        let sides = [&claim.party, &claim.actor_party, &claim.object_party];
        sides.into_iter().flatten().map(|found| found.value.clone())
    });
    sides.collect()
}

/// The full names of those who speak, by their last words, each with the sides that its claims give.
type Bearers = IndexMap<CompactString, IndexMap<CompactString, IndexSet<CompactString>>>;

fn bearers(claims: &[Claim], lexicon: &PartyLexicon) -> Bearers {
    let mut bearers = Bearers::new();
    for claim in claims {
        let Some(name) = claim.speaker.as_ref().map(|found| &found.value) else {
            continue;
        };
        let last = last_word(name);
        if !is_full_name(name, lexicon) || is_rank_before(name, last) {
            continue;
        }
        let named = bearers.entry(last.into()).or_default();
        let sides = named.entry(name.clone()).or_default();
        sides.extend(claim.party.as_ref().map(|found| found.value.clone()));
    }
    bearers
}

/// "Roe", "Inspector Roe", where those who speak elsewhere under full names that end so are all of one side.
fn surnames(claims: &[Claim], lexicon: &PartyLexicon) -> Vec<Renamed> {
    let bearers = bearers(claims, lexicon);
    let side_of = |party: &CompactString, speaker: &CompactString| {
        let last = last_word(speaker);
        let alone = party == last || is_rank_before(party, last);
        let name = alone && party.starts_with(char::is_uppercase);
        let others = bearers.get(last).filter(|_| name)?.iter();
        let mut sides = others
            .filter(|(name, _)| *name != speaker)
            .flat_map(|(_, sides)| sides);
        let side = sides.next().filter(|side| *side != party)?;
        let one = sides.all(|other| other == side) && lexicon.named(party, None).is_none();
        one.then(|| side.clone())
    };
    let mut renamed: IndexMap<CompactString, CompactString> = IndexMap::new();
    for claim in claims {
        if let (Some(party), Some(speaker)) = (&claim.party, &claim.speaker)
            && !renamed.contains_key(&party.value)
            && let Some(side) = side_of(&party.value, &speaker.value)
        {
            renamed.insert(party.value.clone(), side);
        }
    }
    renamed.into_iter().collect()
}

/// "Inspector Roe", where the one other speaker of the surname is Jane Roe: she speaks.
fn give_full_names(claims: &mut [Claim], lexicon: &PartyLexicon) {
    let bearers = bearers(claims, lexicon);
    for speaker in claims.iter_mut().filter_map(|claim| claim.speaker.as_mut()) {
        let last = last_word(&speaker.value);
        let mut others = bearers.get(last).into_iter().flat_map(IndexMap::keys);
        let bearer = others.next().filter(|_| others.next().is_none());
        if let Some(bearer) = bearer.filter(|_| is_rank_before(&speaker.value, last)) {
            speaker.value = bearer.clone();
        }
    }
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// "Inspector Roe": nothing but a rank stands before the last word.
fn is_rank_before(name: &str, last: &str) -> bool {
    let before = name
        .strip_suffix(last)
        .map(|rank| rank.trim_end().to_lowercase());
    before.is_some_and(|rank| ranks::held_by(&rank).is_some_and(|held| held.rank == rank))
}

/// Some words with capitals, the last of which is no noun for a body.
fn is_full_name(name: &str, lexicon: &PartyLexicon) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let plain = lexicon.role_of(last_word(name)).is_none();
    // "Corvane's Jane Roe": her name and another.
    let owned = split_words(name).iter().any(Word::is_possessive);
    name.contains(' ') && !name.contains(',') && plain && !owned && name.split(' ').all(capital)
}

/// Gives bodies and ministers whose land their own article does not tell to the one land of the story.
fn give_land(claims: &mut [Claim], context: &PartyContext<'_>) {
    let Some(land) = land(claims, context.lexicon) else {
        return;
    };
    for claim in claims.iter_mut() {
        let Some(speaker) = claim
            .speaker
            .as_ref()
            .filter(|_| is_of_a_land(claim, context))
        else {
            continue;
        };
        let span = speaker.span;
        let value = land.clone();
        let party = claim
            .party
            .get_or_insert_with(|| crate::model::claim::Found {
                value: value.clone(),
                span,
                rule: "",
                line: None,
            });
        become_known(party, value, "party.state-of-story");
    }
    give_officers(claims, &land, context);
}

/// "The army said ... Lieutenant Roe said": an officer who is nobody's beside an army of the land in the same article is of
/// that army.
fn give_officers(claims: &mut [Claim], land: &CompactString, context: &PartyContext<'_>) {
    let called = |claim: &Claim, kind: RoleKind| {
        let speaker = claim.speaker.as_ref();
        let called = speaker.map(|found| callings(&found.value, context));
        called.is_some_and(|called| called.iter().any(|own| own.kind == kind))
    };
    let of_land = |claim: &&Claim| {
        let side = claim
            .party
            .as_ref()
            .is_some_and(|found| found.value == *land);
        side && called(claim, RoleKind::Force)
    };
    let armies: IndexSet<u32> = claims
        .iter()
        .filter(of_land)
        .map(|own| own.article)
        .collect();
    let officer = |claim: &Claim| {
        let (speaker, party) = (claim.speaker.as_ref()?, claim.party.as_ref()?);
        let called = callings(&speaker.value, context);
        let ranked = called.iter().any(|own| own.class == OFFICER);
        let group = called.iter().any(|own| own.kind == RoleKind::Group);
        let own = speaker.value.ends_with(party.value.as_str()) && party.value.contains(' ');
        (ranked && own && !group && armies.contains(&claim.article)).then(|| party.value.clone())
    };
    let mut officers: IndexSet<CompactString> = claims.iter().filter_map(officer).collect();
    officers.extend(
        claims
            .iter()
            .filter_map(|claim| public_officer(claim, context)),
    );
    let served: Vec<Renamed> = officers
        .into_iter()
        .map(|own| (own, land.clone()))
        .collect();
    rename_all(&served, claims);
}

/// "District collector Jane Roe", "provincial police commissioner Jane Roe", for whom nothing but her name stands as side: the
/// holder of a post that no firm and no club has.
fn public_officer(claim: &Claim, context: &PartyContext<'_>) -> Option<CompactString> {
    let (speaker, party) = (claim.speaker.as_ref()?, claim.party.as_ref()?);
    let own = speaker.value.ends_with(party.value.as_str()) && party.value.contains(' ');
    let called = callings(&speaker.value, context);
    let public = |class: &str| class == PUBLIC_OFFICER || class == POLICE;
    let holds = own && speaker.value != party.value;
    (holds && called.iter().any(|own| public(&own.class))).then(|| party.value.clone())
}

/// The state that the claims of a story tell of far more than of any other.
fn land(claims: &[Claim], lexicon: &PartyLexicon) -> Option<CompactString> {
    let mut told: IndexMap<&CompactString, usize> = IndexMap::new();
    let states = claims.iter().flat_map(|claim| {
        let sides = [&claim.party, &claim.actor_party, &claim.object_party];
        let sides = sides.into_iter().flatten().map(|found| &found.value);
        let country = claim
            .place
            .as_ref()
            .and_then(|found| found.value.country.as_ref());
        sides.chain(country)
    });
    for state in states {
        let entry = lexicon.named(state, None);
        if let Some(entry) = entry.filter(|entry| entry.kind == PartyKind::State) {
            *told.entry(&entry.canonical).or_default() += 1;
        }
    }
    told.sort_by(|_, left, _, right| right.cmp(left));
    let mut told = told.into_iter();
    let (first, times) = told.next()?;
    let second = told.next().map_or(0, |(_, times)| times);
    (times >= SURE * second).then(|| first.clone())
}

/// Whether a body, a force, officials or a minister speak whom their own article gives to nobody.
fn is_of_a_land(claim: &Claim, context: &PartyContext<'_>) -> bool {
    let Some(speaker) = claim.speaker.as_ref().map(|found| &found.value) else {
        return false;
    };
    let Some(party) = claim.party.as_ref().map(|found| &found.value) else {
        let called = callings(speaker, context);
        let [called] = called.as_slice() else {
            return false;
        };
        let organ = matches!(called.kind, RoleKind::Body | RoleKind::Force);
        return called.nameless && (organ || called.class == OFFICIAL);
    };
    let minister = || {
        let called = callings(speaker, context);
        let own = speaker.contains(party.as_str()) && party.contains(' ');
        own && called
            .iter()
            .any(|called| called.kind == RoleKind::Minister)
    };
    let body = body_alone(speaker, context);
    body.is_some_and(|body| fold(&body) == fold(party)) || minister()
}

/// How many times as often as any other a story tells of its land.
const SURE: usize = 3;

/// Class of those who serve by a rank.
const OFFICER: &str = "officer";

/// Class of those who hold a post that no firm and no club has.
const PUBLIC_OFFICER: &str = "public officer";

/// Class of the police.
const POLICE: &str = "police";

/// Class of the officials of a place.
const OFFICIAL: &str = "authority";
