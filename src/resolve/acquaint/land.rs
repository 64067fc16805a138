//! Of which land the bodies and officials of one story are: that of which its claims and texts tell far more than of any other.

use compact_str::CompactString;
use indexmap::{IndexMap, IndexSet};
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::article::unite::{Renamed, rename_all};
use super::super::party::{PartyContext, body_alone, callings};
use super::become_known;
use crate::lexicon::parties::{Caps, PartyKind, PartyLexicon, RoleKind, Word, fold, split_words};
use crate::lexicon::places::{Gazetteer, PlaceRef};
use crate::model::article::Article;
use crate::model::claim::{Claim, Found};
use crate::model::place::PlaceKind;

/// The states that the texts of a story name.
pub(super) struct Lands<'a> {
    articles: &'a [Article],
    /// Numbers of the story's articles.
    indices: Vec<u32>,
    /// How often all of them name a state, or a region that only one has.
    times: IndexMap<CompactString, usize>,
    /// Which article names which.
    of_article: FxHashMap<u32, FxHashSet<CompactString>>,
}

impl<'a> Lands<'a> {
    /// Reads headlines and bodies; the outlet tells nothing.
    pub fn read(
        indices: impl Iterator<Item = u32>,
        articles: &'a [Article],
        lexicon: &PartyLexicon,
    ) -> Lands<'a> {
        let mut lands = Lands {
            articles,
            indices: indices.collect(),
            times: IndexMap::new(),
            of_article: FxHashMap::default(),
        };
        for index in lands.indices.clone() {
            let Some(article) = articles.get(index as usize) else {
                continue;
            };
            let texts = [article.title.as_str(), article.body.as_str()];
            let named = |text| states_in(text, lexicon).into_iter().chain(regions_in(text));
            for state in texts.into_iter().flat_map(named) {
                *lands.times.entry(state.clone()).or_default() += 1;
                lands.of_article.entry(index).or_default().insert(state);
            }
        }
        lands
    }

    /// The bodies of the articles.
    pub fn texts(&self) -> Vec<&'a str> {
        let own = self
            .indices
            .iter()
            .filter_map(|&at| self.articles.get(at as usize));
        own.map(|article| article.body.as_str()).collect()
    }

    /// Whether an article names a state, or a great town of it.
    fn names(&self, article: u32, state: &CompactString) -> bool {
        let named = self.of_article.get(&article);
        let town = || {
            let article = self.articles.get(article as usize);
            article.is_some_and(|own| {
                let texts = [own.title.as_str(), own.body.as_str()];
                texts.into_iter().any(|text| has_town(text, state))
            })
        };
        named.is_some_and(|named| named.contains(state)) || town()
    }
}

/// The stretches of up to three words that begin with capitals.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let words = split_words(text);
    let capital = |word: &Word| word.caps > Caps::Lower;
    let starts =
        (0..words.len()).flat_map(|first| (1..=LONGEST).map(move |length| (first, length)));
    let ends = starts.filter_map(move |(first, length)| {
        let stretch = words.get(first..first + length)?;
        let named = stretch.iter().all(capital);
        named.then(|| (stretch[0].start, stretch[length - 1].end))
    });
    ends.filter_map(|(start, end)| text.get(start..end))
}

/// Words of the name of a place at most.
const LONGEST: usize = 3;

/// The states of the regions that a text names and that no other state has.
fn regions_in(text: &str) -> Vec<CompactString> {
    let gazetteer = Gazetteer::embedded();
    let of_one = |name: &str| {
        let mut states = gazetteer.regions(name).filter_map(|region| {
            let own = region.name().starts_with(name);
            own.then(|| region.to_place().country).flatten()
        });
        let first = states.next()?;
        let lone = states.all(|other| other == first);
        // A town of another state is called so too.
        let town = |place: &PlaceRef<'_>| {
            let great = place.kind() == PlaceKind::Settlement && place.population() >= GREAT;
            great && place.to_place().country.as_ref() != Some(&first)
        };
        (lone && !gazetteer.find(name).any(|place| town(&place))).then_some(first)
    };
    names_in(text).filter_map(of_one).collect()
}

/// Whether a text names a great town of a state by its own name.
fn has_town(text: &str, state: &str) -> bool {
    let gazetteer = Gazetteer::embedded();
    let lies = |name: &str| {
        gazetteer.find(name).any(|place| {
            let great = place.population() >= GREAT && place.name() == name;
            great && place.to_place().country.as_deref() == Some(state)
        })
    };
    names_in(text).any(lies)
}

/// Inhabitants of a town that tells by itself in which land it lies.
const GREAT: u32 = 200_000;

/// The states that a text names by their name, adjective or capital.
fn states_in(text: &str, lexicon: &PartyLexicon) -> Vec<CompactString> {
    let words = split_words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((length, hits)) = lexicon.longest_name(&words, at) else {
            at += 1;
            continue;
        };
        at += length.max(1);
        // A name that others bear too ("Georgia") tells nothing.
        if let [hit] = hits.as_slice()
            && hit.entry.kind == PartyKind::State
            && !hit.form.weak
        {
            found.push(hit.entry.canonical.clone());
        }
    }
    found
}

/// Gives bodies and ministers whose land their own article does not tell to the one land of the story.
pub(super) fn give_land(claims: &mut [Claim], lands: &Lands<'_>, context: &PartyContext<'_>) {
    let Some(land) = land(claims, lands, context.lexicon) else {
        return;
    };
    set_guesses_right(claims, &land, lands, context.lexicon);
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
        let party = claim.party.get_or_insert_with(|| Found {
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
    land: &CompactString,
    lands: &Lands<'_>,
    lexicon: &PartyLexicon,
) {
    for claim in claims.iter_mut() {
        let article = claim.article;
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

/// The state of which the claims of a story tell far more than of any other that its texts name, or else of which both
/// together do.
fn land(claims: &[Claim], lands: &Lands<'_>, lexicon: &PartyLexicon) -> Option<CompactString> {
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
    let named = |state: &CompactString| lands.times.is_empty() || lands.times.contains_key(state);
    for state in states {
        let entry = lexicon.named(state, None);
        let entry = entry.filter(|entry| entry.kind == PartyKind::State);
        if let Some(entry) = entry.filter(|entry| named(&entry.canonical)) {
            *told.entry(&entry.canonical).or_default() += 1;
        }
    }
    sure(&told).or_else(|| {
        for (state, times) in &lands.times {
            *told.entry(state).or_default() += times;
        }
        sure(&told)
    })
}

/// The state that is told of far more often than any other.
fn sure(told: &IndexMap<&CompactString, usize>) -> Option<CompactString> {
    let mut times: Vec<_> = told.iter().collect();
    times.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
    let (first, most) = times.first()?;
    let second = times.get(1).map_or(0, |(_, times)| **times);
    (**most >= SURE * second).then(|| (**first).clone())
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
