//! Traits that answers of every kind are told by: where they stand, whom they name, and how much of each is told of in the
//! other.

use compact_str::CompactString;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::kin::Kin;
use crate::lexicon::likeness::share;
use crate::model::claim::{Claim, Modality, Question};
use crate::model::span::TextField;

use super::super::admission::has_cue;
use super::super::view::{Match, texts};

mod stands;
mod toll;
mod word;

pub(super) use stands::stands;
use toll::denies_harm;
pub(super) use toll::toll;
pub(in crate::contradict) use word::Word;

/// Most bytes of a sentence that says little besides its negation.
const BRIEF: u32 = 160;

/// Least shares of the levels of how alike two are, from the nearest down.
const ALIKE: [(f32, &str); 5] = [
    (0.5, "most"),
    (0.35, "much"),
    (0.22, "some"),
    (0.12, "little"),
    (0.05, "hardly"),
];

/// The level of the first of some bounds, from the least up, that a number does not pass, or what lies beyond them.
pub(super) fn up_to(
    bounds: &[(u32, &'static str)],
    number: u32,
    beyond: &'static str,
) -> &'static str {
    let level = bounds.iter().find(|(most, _)| number <= *most);
    level.map_or(beyond, |(_, level)| level)
}

/// Letters by which a side is known in an adjective too ("Serbia", "Serbian").
const STEM: usize = 5;

/// Whether a claim counts, or tells what was done, by a verb that a frame knows or by another, and of what.
pub(super) fn telling(word: &Word<'_>) -> &'static str {
    let claim = word.claim;
    let known = !claim.assertion.value.starts_with(OTHER);
    match (known, claim.object.is_some()) {
        _ if claim.question == Question::Quantity => "figure",
        _ if word.telling().is_empty() => "nothing",
        (true, true) => "known-of",
        (true, false) => "known",
        (false, true) => "other-of",
        (false, false) => "other",
    }
}

/// Whether one's sentence names the other's side.
pub(super) fn named(told: &Word<'_>, answer: &Word<'_>) -> &'static str {
    let names = |word: &Word<'_>, side: Option<&str>| {
        let stem = side.and_then(|side| side.get(..STEM));
        stem.is_some_and(|stem| {
            let begins = |word: &CompactString| {
                let head = word.get(..STEM);
                head.is_some_and(|head| head.eq_ignore_ascii_case(stem))
            };
            word.claim.words.iter().any(begins)
        })
    };
    match (names(told, answer.voice), names(answer, told.voice)) {
        (true, true) => "both",
        (true, false) => "denier",
        (false, true) => "claimant",
        (false, false) => "no",
    }
}

/// How much of one sentence the other tells of, whichever way is more.
pub(super) fn sentence(told: &Word<'_>, answer: &Word<'_>) -> &'static str {
    let [first, second] = shares(told, answer);
    level(first.max(second))
}

/// How much of each of two sentences the other tells of, 0 to 1.
pub(super) fn shares(told: &Word<'_>, answer: &Word<'_>) -> [f32; 2] {
    [share_in(told, answer), share_in(answer, told)]
}

/// How much of one's sentence the other's tells of, 0 to 1.
pub(super) fn share_in(of: &Word<'_>, by: &Word<'_>) -> f32 {
    share(of.senses(), by.senses())
}

/// How much of what one asserts is told of in the other's sentence, 0 to 1.
pub(super) fn told_in(of: &Word<'_>, by: &Word<'_>) -> f32 {
    share(of.telling(), by.senses())
}

pub(super) fn level(share: f32) -> &'static str {
    let level = ALIKE.iter().find(|(least, _)| share >= *least);
    level.map_or("none", |(_, level)| level)
}

pub(super) fn asserted(told: &Claim, answer: &Claim) -> &'static str {
    let same = told.assertion.value == answer.assertion.value;
    match same || are_synonyms(told, answer) || denies_harm(told, answer) {
        true => "same",
        false if told.question == answer.question => "kindred",
        false => "other",
    }
}

/// "30 tonnes of flour reached Zembo", "not a sack arrived": two verbs that no frame knows and reports swap for each other.
fn are_synonyms(told: &Claim, answer: &Claim) -> bool {
    let [own, other] = [told, answer].map(|claim| claim.assertion.value.strip_prefix(OTHER));
    let kin = Kin::embedded();
    let groups = own
        .and_then(|own| kin.verb(own))
        .zip(other.and_then(|other| kin.verb(other)));
    groups.is_some_and(|(own, other)| own == other)
}

pub(super) fn object<'c>(told: &'c Claim, answer: &'c Claim) -> &'static str {
    let text = |claim: &'c Claim| claim.object.as_ref().map(|object| object.value.as_str());
    match texts(text(told), text(answer)) {
        Match::Same => "same",
        Match::Some => "kindred",
        Match::Missing => "missing",
        Match::Other => "other",
    }
}

/// Most days that still count as the next, and as the same week.
pub(super) const NEXT_DAYS: i32 = 2;
pub(super) const WEEK: i32 = 7;

/// How many days behind something else was published, from none on.
pub(super) fn since(days: i32) -> &'static str {
    match days {
        _ if days <= 0 => "same-day",
        _ if days <= NEXT_DAYS => "next-days",
        _ if days <= WEEK => "week",
        _ => "later",
    }
}

/// Whether two claims name one side as the doer.
pub(super) fn doers(told: &Claim, answer: &Claim) -> &'static str {
    match (&told.actor_party, &answer.actor_party) {
        (Some(a), Some(b)) if a.value == b.value => "same",
        (Some(_), Some(_)) => "other",
        _ => "missing",
    }
}

pub(super) fn place(told: &Claim, answer: &Claim) -> &'static str {
    match (&told.place, &answer.place) {
        _ if told.is_placed_loosely() || answer.is_placed_loosely() => "missing",
        (Some(a), Some(b)) if a.value.key == b.value.key => "same",
        (Some(a), Some(b)) if a.value.holds(&b.value) || b.value.holds(&a.value) => "kindred",
        (Some(_), Some(_)) => "other",
        _ => "missing",
    }
}

pub(super) fn day(told: &Claim, answer: &Claim) -> &'static str {
    match (&told.dates, &answer.dates) {
        (Some(a), Some(b)) => match a.value.gap_days(b.value) {
            0 => "same",
            1..=3 => "near",
            _ => "other",
        },
        _ => "missing",
    }
}

pub(super) fn modality(told: &Claim, answer: &Claim) -> &'static str {
    let modalities = [told.modality.value, answer.modality.value];
    match modalities {
        [Modality::Stated, Modality::Stated] => "stated",
        [a, b] if a == b => "planned",
        _ => "other",
    }
}

pub(super) fn side(claim: &Claim) -> &'static str {
    match claim.party {
        Some(_) => "party",
        None => "name",
    }
}

/// Most bytes of a sentence that tells one thing, and of one that tells two.
const SHORT: u32 = 80;
const MIDDLING: u32 = 160;

/// How long the sentence of a word is: a long one tells more of what may be answered.
pub(super) fn told_length(told: &Claim) -> &'static str {
    match told.sentence.end - told.sentence.start {
        length if length < SHORT => "short",
        length if length < MIDDLING => "middling",
        _ => "long",
    }
}

/// Whether a claim is told with a word of admission: who gives in is at odds with nobody.
pub(super) fn admission(claim: &Claim) -> &'static str {
    match has_cue(claim) {
        true => "yes",
        false => "no",
    }
}

/// The level of a trait that says nothing in a ticker's item, where all sentences are of one kind.
pub(super) const OF_ITEM: &str = "item";

pub(super) fn field(claim: &Claim) -> &'static str {
    match claim.field {
        TextField::Title => "headline",
        TextField::Body => "body",
    }
}

pub(super) fn length(answer: &Claim) -> &'static str {
    match answer.sentence.end - answer.sentence.start <= BRIEF {
        true => "brief",
        false => "long",
    }
}
