//! Where the event of a story happened, for claims whose own article does not say where it was.

use compact_str::{CompactString, format_compact};
use indexmap::{IndexMap, IndexSet};

use super::super::{focus, namesake};
use crate::lexicon::likeness::Sense;
use crate::lexicon::places::Gazetteer;
use crate::lexicon::words::{Set, WordSets};
use crate::model::article::Article;
use crate::model::claim::{Claim, Found, Modality, PLACE_OF_STORY, Question};
use crate::model::place::{Place, PlaceKind};

/// Gives claims of one story the named thing that a description stands for, and those on its event its place.
pub(super) fn tell(claims: &mut [Claim], texts: &[&Article]) {
    namesake::unite(claims, &[]);
    name_towns(claims, texts);
    let Some(venue) = venue(claims, texts) else {
        return;
    };
    for claim in claims.iter_mut() {
        let planned = claim.modality.value == Modality::Planned;
        if claim.place.is_none() && focus::has_place(claim) && !planned {
            claim.place = Some(Found::implied(venue.clone(), PLACE_OF_STORY));
        }
    }
}

/// "the Quenbroek school", where a headline or several texts write of Quenbroek and no list knows it: at Quenbroek.
fn name_towns(claims: &mut [Claim], texts: &[&Article]) {
    let mut towns: IndexMap<CompactString, Option<CompactString>> = IndexMap::new();
    let sides: IndexSet<CompactString> = claims.iter().flat_map(sides_of).cloned().collect();
    for found in claims.iter_mut().filter_map(|claim| claim.place.as_mut()) {
        let place = &found.value;
        let known = towns
            .entry(place.key.clone())
            .or_insert_with(|| town_of(place, texts).filter(|town| !is_borne(town, &sides)));
        if let Some(town) = known {
            found.value.key = format_compact!("name:{}", Gazetteer::embedded().fold(town));
            found.value.name = town.clone();
        }
    }
}

/// Who speaks and acts in a claim.
fn sides_of(claim: &Claim) -> impl Iterator<Item = &CompactString> {
    let sides = [&claim.speaker, &claim.party, &claim.actor_party];
    sides.into_iter().flatten().map(|found| &found.value)
}

/// Whether somebody or a firm bears the name of a place.
fn is_borne(town: &str, sides: &IndexSet<CompactString>) -> bool {
    sides.iter().any(|side| side.contains(town))
}

/// The name before the word for the kind of a thing that no list knows, where it is a name for itself.
fn town_of(place: &Place, texts: &[&Article]) -> Option<CompactString> {
    let own = place.kind == PlaceKind::Facility && place.key.starts_with("name:");
    let bare = bare_name(place);
    let named = own && bare.len() < place.name.len() && !bare.is_empty();
    let strange = |word: &str| !Sense::of(&word.to_lowercase()).is_known();
    let name = named && bare.split(' ').next().is_some_and(strange);
    let titled = || texts.iter().any(|text| stands_alone(&text.title, &bare));
    let alone =
        |text: &&&Article| stands_alone(&text.title, &bare) || stands_alone(&text.body, &bare);
    let known = || titled() || texts.iter().filter(alone).count() > 1;
    (name && known()).then(|| bare.into())
}

/// Whether a name stands in a text where no other name and no word for a kind goes on with it.
fn stands_alone(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let behind = text[at + name.len()..]
            .split([' ', '\n'])
            .next()
            .unwrap_or("");
        let next = text[at + name.len() + behind.len()..].trim_start();
        let ends = !behind.is_empty() && !behind.starts_with(char::is_alphanumeric);
        let word: &str = next
            .split(|letter: char| !letter.is_alphanumeric())
            .next()
            .unwrap_or("");
        let lower = word.starts_with(char::is_lowercase);
        let goes_on = !lower || WordSets::shared().has(Set::FacilityNoun, word);
        ends || behind.is_empty() && (next.is_empty() || !goes_on)
    })
}

/// What the claims of a story tell of a place.
struct Told<'c> {
    place: &'c Place,
    weight: usize,
    articles: IndexSet<u32>,
}

/// The narrow place of most claims of the story that have one, where more than one of its articles knows it.
fn venue(claims: &[Claim], texts: &[&Article]) -> Option<Place> {
    let mut told: IndexMap<&CompactString, Told<'_>> = IndexMap::new();
    for (claim, place) in placed(claims) {
        let known = told.entry(&place.key).or_insert_with(|| Told {
            place,
            weight: 0,
            articles: IndexSet::new(),
        });
        known.weight += if claim.tells_place() { TOLD } else { LENT };
        known.articles.insert(claim.article);
    }
    let total: usize = told.values().map(|told| told.weight).sum();
    told.sort_by(|_, left, _, right| right.weight.cmp(&left.weight));
    let best = told.into_values().next()?;
    // What only one article tells of must be what the others begin with.
    let within = if best.articles.len() > 1 {
        usize::MAX
    } else {
        LEAD
    };
    let naming = texts
        .iter()
        .filter(|text| names(text, best.place, within))
        .count();
    let known = naming.max(best.articles.len());
    let heavy = best.weight * 100 >= total * SHARE && best.weight * FEW >= claims.len();
    (known > 1 && known * FEW_ARTICLES >= texts.len() && heavy).then(|| best.place.clone())
}

/// Whether an article has the name of a place in its headline or in so many of its first letters, be it without the word for
/// its kind ("Tarnwell" of the Tarnwell school).
fn names(text: &Article, place: &Place, within: usize) -> bool {
    let name = bare_name(place);
    let end = text.body.char_indices().nth(within);
    let lead = end.map_or(text.body.as_str(), |(end, _)| &text.body[..end]);
    !name.is_empty() && (text.title.contains(&name) || lead.contains(&name))
}

/// The name of a place without the word for its kind.
fn bare_name(place: &Place) -> String {
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let name: Vec<&str> = place.name.split(' ').take_while(capital).collect();
    name.join(" ")
}

/// The claims on events that have a place smaller than a country, and that place.
fn placed(claims: &[Claim]) -> impl Iterator<Item = (&Claim, &Place)> {
    claims
        .iter()
        .filter(|claim| claim.question != Question::Stance)
        .filter_map(|claim| Some((claim, &claim.place.as_ref()?.value)))
        .filter(|(_, place)| place.kind != PlaceKind::Country && !focus::is_street(place))
}

/// What a place weighs that the text gives to a claim.
const TOLD: usize = 2;

/// What one weighs that the article lends to it.
const LENT: usize = 1;

/// The least share of all weight, in per cent, of a story's place: a war that is told from many towns has none.
const SHARE: usize = 40;

/// A place must weigh at least one in so many of the claims of the story, or it is one of many that it passes.
const FEW: usize = 6;

/// At least one in so many articles of the story must know its place.
const FEW_ARTICLES: usize = 3;

/// Letters of an article in which it says what happened and where.
const LEAD: usize = 400;
