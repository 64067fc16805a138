//! What a denial of words that its text does not tell may answer: those of the side that it names, of the matter that it names.

use crate::lexicon::assertions::OTHER;
use crate::lexicon::likeness::{Sense, share};
use crate::lexicon::parties::is_one_side;
use crate::model::claim::{BE_SO_MANY, CLAIMANT, Claim, MATTER};

use super::super::denial::are_others;
use super::super::facts::voice;
use super::super::quantity::{COUNT, PERCENT};
use super::traits::place;

/// Letters by which a word is known in another form ("the Armenian report", of Armenia).
const STEM: usize = 5;

/// Least share of the matter of a denial that the sentence of what it answers must tell of.
const LEAST_TOLD: f32 = 0.5;

/// Whether a denial that names whose word it answers, or of what, may mean a word that was told.
pub(in super::super) fn may_mean(told: &Claim, answer: &Claim) -> bool {
    let counts = answer.assertion.value == BE_SO_MANY;
    is_theirs(told, answer)
        && tells_matter(told, answer)
        && !tells_of_two_places(told, answer)
        && !are_others(told, answer)
        && (!counts || told.quantity.is_some())
        && !(is_bare_share(told) && denies_deed(answer))
}

/// "put the share of the town at 90 percent": a share, of which no deed is told.
fn is_bare_share(told: &Claim) -> bool {
    let quantity = told.quantity.as_ref();
    let share = quantity.is_some_and(|found| found.value.unit == PERCENT);
    share && told.assertion.value == COUNT
}

/// "denied that the town was encircled": a known deed, which answers no share.
fn denies_deed(answer: &Claim) -> bool {
    let framed = !answer.assertion.value.starts_with(OTHER);
    framed && answer.quantity.is_none() && answer.back_reference.is_none()
}

/// "took the village of Orlo", "has not taken Tarn": the same of two places that both sentences name, or of which the
/// second is that of the word which a denial is tied to.
pub(super) fn tells_of_two_places(told: &Claim, answer: &Claim) -> bool {
    let back = answer.back_reference.as_ref();
    let tied = back.is_some_and(|back| back.target.is_some());
    let named = names_place(told) && (names_place(answer) || tied);
    told.assertion.value == answer.assertion.value && named && place(told, answer) == "other"
}

/// Whether each of two sentences names a place, and not one, by names that begin alike ("a Gaza hospital", "a Gaza City
/// hospital").
pub(super) fn name_two_places(told: &Claim, answer: &Claim) -> bool {
    let alike = first_name(told) == first_name(answer);
    names_place(told) && names_place(answer) && !alike && place(told, answer) == "other"
}

/// Whether the sentence names the place itself ("the raid in Arden"), wherever in it the name stands.
fn names_place(claim: &Claim) -> bool {
    let named = |first: &str| {
        let mut words = claim.words.iter();
        words.any(|word| word.eq_ignore_ascii_case(first))
    };
    claim.tells_place() || first_name(claim).is_some_and(named)
}

fn first_name(claim: &Claim) -> Option<&str> {
    let place = claim.place.as_ref()?;
    place.value.name.split(' ').next()
}

/// Whether the word is that of whoever the denial names.
fn is_theirs(told: &Claim, answer: &Claim) -> bool {
    let whose = answer.object_party.as_ref();
    let Some(whose) = whose.filter(|party| party.rule == CLAIMANT) else {
        return true;
    };
    let lower = whose.value.to_lowercase();
    let plain = !whose.value.starts_with(char::is_uppercase);
    // "the dairy's report about the water": nothing tells by which name it goes, and the matter must do.
    let matter = answer
        .object
        .as_ref()
        .is_some_and(|object| object.rule == MATTER);
    if plain && matter && told.article != answer.article {
        return true;
    }
    // "the family's account": by the noun.
    let noun = lower.rsplit(' ').next().filter(|_| plain);
    let noun = noun.map(|noun| noun.get(..STEM).unwrap_or(noun));
    let name = noun.unwrap_or(&lower);
    let speaker = told
        .speaker
        .as_ref()
        .map(|found| found.value.to_lowercase());
    voice(told).is_some_and(|voice| {
        let side = voice.to_lowercase();
        is_one_side(voice, &whose.value) || side.contains(name) || name.contains(&*side)
    }) || speaker.is_some_and(|speaker| speaker.contains(name))
}

/// Whether the word's sentence tells of the matter that the denial names.
fn tells_matter(told: &Claim, answer: &Claim) -> bool {
    let matter = answer
        .object
        .as_ref()
        .filter(|object| object.rule == MATTER);
    matter.is_none_or(|matter| {
        let matter: Vec<Sense<'_>> = matter.value.split(' ').map(Sense::of).collect();
        let words: Vec<Sense<'_>> = told.words.iter().map(|word| Sense::of(word)).collect();
        share(&matter, &words) >= LEAST_TOLD
    })
}
