//! Of which land the bodies and officials of one story are: that of which its claims and texts tell far more than of any other.

use compact_str::CompactString;
use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxHashMap;

use super::super::article::unite::{Renamed, rename_all};
use super::super::party::{Calling, PartyContext, body_alone, callings};
use super::become_known;
use super::lands::{Lands, sure};
use crate::lexicon::parties::{PartyKind, PartyLexicon, RoleKind, fold};
use crate::model::claim::{Claim, Found};

/// Gives bodies and ministers whose land their own article does not tell to the one land of the story, or of those of its texts
/// that tell of the same.
pub(super) fn give_land(claims: &mut [Claim], lands: &Lands<'_>, context: &PartyContext<'_>) {
    let land = land(claims, context.lexicon);
    let near: FxHashMap<u32, CompactString> = lands
        .articles()
        .filter_map(|article| Some((article, lands.told_near(article)?)))
        .collect();
    set_guesses_right(claims, &near, lands, context.lexicon);
    let land_of = |article: u32| land.as_ref().or_else(|| near.get(&article)).cloned();
    for claim in claims.iter_mut() {
        let Some(value) = land_of(claim.article) else {
            continue;
        };
        let fits = || is_of_a_land(claim, context) && (land.is_some() || is_organ(claim, context));
        let Some(speaker) = claim.speaker.as_ref().filter(|_| fits()) else {
            continue;
        };
        let span = speaker.span;
        let party = claim.party.get_or_insert_with(|| Found {
            value: value.clone(),
            span,
            rule: "",
            line: None,
        });
        become_known(party, value, "party.state-of-story");
    }
    give_officers(claims, &land_of, context);
}

/// "The army said ... Lieutenant Roe said": an officer who is nobody's beside an army of the land in the same article is of
/// that army.
fn give_officers(
    claims: &mut [Claim],
    land_of: &dyn Fn(u32) -> Option<CompactString>,
    context: &PartyContext<'_>,
) {
    let called = |claim: &Claim, kind: RoleKind| {
        let speaker = claim.speaker.as_ref();
        let called = speaker.map(|found| callings(&found.value, context));
        called.is_some_and(|called| called.iter().any(|own| own.kind == kind))
    };
    let of_land = |claim: &&Claim| {
        let side = claim.party.as_ref().map(|found| &found.value);
        side.is_some() && side == land_of(claim.article).as_ref() && called(claim, RoleKind::Force)
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
    let served = claims.iter().filter_map(|claim| {
        let own = officer(claim).or_else(|| public_officer(claim, context))?;
        Some((own, land_of(claim.article)?))
    });
    let served: IndexMap<CompactString, CompactString> = served.collect();
    let served: Vec<Renamed> = served.into_iter().collect();
    rename_all(&served, claims);
}

/// Whether more than officials or sources speak, who may be of any land that a text names.
fn is_organ(claim: &Claim, context: &PartyContext<'_>) -> bool {
    let called = claim
        .speaker
        .as_ref()
        .map(|found| callings(&found.value, context));
    let any = |own: &Calling| own.class == OFFICIAL || own.class == INSIDER;
    called.is_some_and(|called| !called.iter().any(any))
}

/// Class of those who tell what others know.
const INSIDER: &str = "insider";

/// "District collector Jane Roe", "provincial police commissioner Jane Roe", for whom nothing but her name stands as side: the
/// holder of a post that no firm and no club has.
fn public_officer(claim: &Claim, context: &PartyContext<'_>) -> Option<CompactString> {
    let (speaker, party) = (claim.speaker.as_ref()?, claim.party.as_ref()?);
    let own = speaker.value.ends_with(party.value.as_str()) && party.value.contains(' ');
    let called = callings(&speaker.value, context);
    let public = |own: &Calling| {
        let post = own.class == PUBLIC_OFFICER || own.class == POLICE;
        let beside = speaker.value.strip_suffix(party.value.as_str());
        let beside = beside.map(|office| office.trim_end().to_lowercase());
        // "Jane Roe, secretary of the Miners": the name of the body is no officer.
        let beside = beside
            .is_some_and(|office| office.ends_with(',') || office.ends_with(own.noun.as_str()));
        post || beside && own.class == PUBLIC_SERVANT && has_public_field(own, context.lexicon)
    };
    let holds = own && speaker.value != party.value;
    (holds && called.iter().any(public)).then(|| party.value.clone())
}

/// "The state health commissioner", but not "a union official": words for its field stand before the office, and none for a
/// body that is no state's.
fn has_public_field(called: &Calling, lexicon: &PartyLexicon) -> bool {
    let small = |word: &str| lexicon.role_of(word).map(|role| role.kind);
    let private = |word: &CompactString| {
        use RoleKind::{Company, Group, Institution, Outlet, Political};
        let kind = small(word);
        let mark = !word.starts_with(char::is_alphabetic);
        mark || kind
            .is_some_and(|kind| matches!(kind, Company | Group | Institution | Outlet | Political))
    };
    let fields = called
        .words
        .split_last()
        .map_or(&[][..], |(_, fields)| fields);
    let plain = fields
        .iter()
        .filter(|word| small(word) != Some(RoleKind::Determiner));
    called.nameless && plain.count() > 0 && !fields.iter().any(private)
}

/// Class of those who hold a public office or serve any body.
const PUBLIC_SERVANT: &str = "official";

/// Rules that take a state from where an article or its events are.
const PLACED: &[&str] = &[
    "party.pattern-governor",
    "party.state-of-article",
    "party.state-of-place",
    "party.state-of-scene",
];

/// "Police said", in a report from a town that another land has too: what was taken for a state that its article does not
/// name is of the story's.
fn set_guesses_right(
    claims: &mut [Claim],
    near: &FxHashMap<u32, CompactString>,
    lands: &Lands<'_>,
    lexicon: &PartyLexicon,
) {
    for claim in claims.iter_mut() {
        let article = claim.article;
        let Some(land) = near.get(&article) else {
            continue;
        };
        let sides = [
            &mut claim.party,
            &mut claim.actor_party,
            &mut claim.object_party,
        ];
        for side in sides.into_iter().flatten() {
            let state = lexicon.named(&side.value, None);
            let state = state.is_some_and(|entry| entry.kind == PartyKind::State);
            let guessed = PLACED.contains(&side.rule) && side.value != *land;
            if state && guessed && !lands.names(article, &side.value) {
                become_known(side, land.clone(), "party.state-of-story");
            }
        }
    }
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
    sure(&told)
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

/// Class of those who serve by a rank.
const OFFICER: &str = "officer";

/// Class of those who hold a post that no firm and no club has.
const PUBLIC_OFFICER: &str = "public officer";

/// Class of the police.
const POLICE: &str = "police";

/// Class of the officials of a place.
const OFFICIAL: &str = "authority";
