//! Ties a denial that only points back to the claims that it can mean, once the parties are known.

use compact_str::{CompactString, format_compact};
use rustc_hash::FxHashSet;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::likeness::{Sense, share};
use crate::model::claim::{
    ANSWERED, BackReference, Claim, Found, MATTER, Modality, Question, Stance,
};
use crate::model::id::stable_id;
use crate::model::span::TextField;

use super::super::Drawn;
use super::super::leftover::FIGURE_RULE;
use super::near::{is_beside, nearest};
use super::open::{counts_people, is_namesake, is_told_by_claimant, open, whose};
use super::pointer::{BESIDE_RULE, TOLD_RULE};
use super::{FIGURE, POINTS_BACK, VAGUE};

/// How many sentences back a denial reaches; newsrooms put the claim and its denial in neighbouring paragraphs.
const REACH: usize = 5;

/// Replaces each claim that points back by what it denies or confirms: the nearest claims before it that an opposed
/// party made, or that lay something at the denier's own door; where there is none, what the outlet tells right before.
/// Parties must be resolved before.
pub fn tie(drawn: Drawn) -> Vec<Claim> {
    let Drawn {
        claims,
        aside,
        untold,
    } = drawn;
    let mut tied: Vec<Claim> = Vec::with_capacity(claims.len());
    let mut ahead: Vec<Claim> = Vec::new();
    for claim in claims {
        if !claim.assertion.value.starts_with(POINTS_BACK) {
            tied.push(claim);
        } else if claim.field == TextField::Title && targets(&claim, &tied, &aside).is_empty() {
            ahead.push(claim);
        } else {
            let replaced = replace(&claim, &tied, &aside);
            tied.extend(replaced);
        }
    }
    // A headline ("Claim rejected by Tbilisi") speaks of what the text below it tells first.
    let body: Vec<Claim> = tied.iter().rev().cloned().collect();
    let told = ahead.iter().flat_map(|title| replace(title, &body, &aside));
    let told: Vec<Claim> = told.collect();
    tied.splice(0..0, told);
    let meant: FxHashSet<CompactString> = tied
        .iter()
        .filter_map(|claim| claim.back_reference.as_ref()?.target.clone())
        .collect();
    tied.retain(|claim| !untold.contains(&claim.id) || meant.contains(&claim.id));
    tied
}

fn replace(pointer: &Claim, before: &[Claim], aside: &FxHashSet<CompactString>) -> Vec<Claim> {
    let targets = targets(pointer, before, aside);
    let own = own_places(pointer, before);
    let fits = |target: &&Claim| {
        own.is_empty() || target.place.is_none() || own.contains(&place_key(target))
    };
    let targets: Vec<&Claim> = targets.into_iter().filter(fits).collect();
    if targets.is_empty() {
        let beside = before
            .iter()
            .rev()
            .find(|claim| claim.sentence == pointer.sentence && own.contains(&place_key(claim)));
        return untied(pointer, beside).into_iter().collect();
    }
    targets
        .into_iter()
        .map(|target| answer(pointer, target))
        .collect()
}

/// The places that the denier speaks of before in the same sentence: the denial is about them and no others.
fn own_places(pointer: &Claim, before: &[Claim]) -> Vec<CompactString> {
    let same = |claim: &&Claim| {
        (claim.field, claim.sentence) == (pointer.field, pointer.sentence)
            && claim.party_name() == pointer.party_name()
            && claim.question == Question::Control
            && claim.trigger.start < pointer.trigger.start
    };
    before
        .iter()
        .rev()
        .take_while(|claim| claim.sentence == pointer.sentence)
        .filter(same)
        .map(place_key)
        .collect()
}

fn place_key(claim: &Claim) -> CompactString {
    claim
        .place
        .as_ref()
        .map(|found| found.value.key.clone())
        .unwrap_or_default()
}

/// "denied involvement" with nothing before it that it could mean: a denial of what the noun names, about the denier.
///
/// "calling Moscow's gains propaganda" beside a claim on a town speaks of that town, and the doer is the claimant.
fn untied(pointer: &Claim, beside: Option<&Claim>) -> Option<Claim> {
    let named = pointer.assertion.value.strip_prefix(POINTS_BACK)?;
    if named == FIGURE {
        return open(pointer);
    }
    let mut claim = pointer.clone();
    if is_bare_answer(pointer) && named.is_empty() {
        return open(pointer).or_else(|| Some(stand(claim)));
    }
    claim.object = claim.object.filter(|object| object.rule != ANSWERED);
    claim.assertion.value = match matter_of(pointer) {
        Some(matter) if named.is_empty() => format_compact!("{OTHER}be {matter}"),
        _ if named.is_empty() => return open(pointer),
        _ => named.into(),
    };
    // What a report of something told is not told to be the denier's deed, nor that of whose report it is.
    if matter_of(pointer).is_some() {
        claim.actor = None;
        claim.actor_party = None;
        claim.object_party = whose(pointer);
    } else {
        // "rejected the union's charges": what is charged is the denier's deed, and not that of whoever charges.
        if let Some(whose) = whose(pointer).filter(|_| named == VAGUE) {
            claim.object_party = Some(whose);
            claim.actor = None;
            claim.actor_party = None;
        }
        claim.actor = claim.actor.or_else(|| {
            claim.speaker.clone().map(|speaker| Found {
                rule: "actor.denier",
                ..speaker
            })
        });
        claim.actor_party = claim.actor_party.or_else(|| claim.party.clone());
    }
    if let Some(beside) = beside.filter(|_| claim.place.is_none()) {
        claim.place.clone_from(&beside.place);
        claim.place.iter_mut().for_each(|place| place.span = None);
        claim.question = beside.question;
    }
    claim.back_reference = None;
    Some(claim)
}

/// "rejects the ministry's claims about the mine", of which nothing else is told: a stand against them.
fn stand(mut claim: Claim) -> Claim {
    claim.assertion.value = REJECT.into();
    claim.question = Question::Stance;
    claim.stance.value = Stance::Affirm;
    claim.actor = claim.speaker.clone().map(|speaker| Found {
        rule: "actor.denier",
        ..speaker
    });
    claim.actor_party.clone_from(&claim.party);
    claim.back_reference = None;
    claim
}

/// The assertion that somebody is against a thing.
const REJECT: &str = "reject";

fn is_bare_answer(pointer: &Claim) -> bool {
    let object = pointer.object.as_ref();
    object.is_some_and(|object| object.rule == ANSWERED)
}

/// The claims of one speaker in the nearest sentence that holds any the pointer can mean, else what the outlet tells in
/// the sentence right before: of those the ones that the sentence asserts, not what it says aside ("which is held by X").
fn targets<'c>(
    pointer: &Claim,
    before: &'c [Claim],
    aside: &FxHashSet<CompactString>,
) -> Vec<&'c Claim> {
    let mut found = nearest_meant(pointer, before);
    let figure = pointer.assertion.value.ends_with(FIGURE);
    if !figure && found.iter().any(|claim| !is_figure(claim)) {
        found.retain(|claim| !is_figure(claim));
    }
    if found.iter().any(|claim| !aside.contains(&claim.id)) {
        found.retain(|claim| !aside.contains(&claim.id));
    }
    found
}

/// The nearest claims by the first way to mean them that any fits.
fn nearest_meant<'c>(pointer: &Claim, before: &'c [Claim]) -> Vec<&'c Claim> {
    let figure = pointer.assertion.value.ends_with(FIGURE);
    // "the body count is a fiction": the dead, and not what else was counted since.
    let dead = |claim: &Claim| figure && counts_people(claim) && can_mean(pointer, claim);
    // What nobody has told anything since.
    let last = before.last().map(|claim| (claim.field, claim.sentence));
    let plain = |claim: &Claim| {
        last == Some((claim.field, claim.sentence))
            && claim.sentence.end + FILLER >= pointer.sentence.start
            && can_mean_whatever(pointer, claim)
    };
    let ways: [(usize, &dyn Fn(&Claim) -> bool); 4] = [
        (REACH, &dead),
        (REACH, &|claim| can_mean(pointer, claim)),
        (1, &|claim| can_mean_told(pointer, claim)),
        (0, &plain),
    ];
    let found = ways
        .into_iter()
        .map(|(reach, fits)| nearest(before, reach, fits));
    let mut some = found.filter(|found| !found.is_empty());
    some.next().unwrap_or_default()
}

/// "The inspection was skipped. The airline rejects this": what the outlet tells itself, from next to it.
fn can_mean_told(pointer: &Claim, claim: &Claim) -> bool {
    let outlet = claim.speaker.is_none() && claim.party_name().is_none();
    let stated = claim.modality.value == Modality::Stated;
    outlet
        && stated
        && pointer.assertion.rule == TOLD_RULE
        && is_known(pointer)
        && claim.stance.value == Stance::Affirm
        && fits_assertion(pointer, claim)
        && is_beside(pointer, claim)
        && pointer.actor.is_none()
        && claim.sentence != pointer.sentence
}

/// Somebody on record denies it.
fn is_known(pointer: &Claim) -> bool {
    pointer.party_name().is_some() || pointer.speaker.is_some()
}

/// What the noun of the denial names is what the claim asserts: the deed, a number for "the figure", anything laid to
/// the denier for "the accusation".
fn fits_assertion(pointer: &Claim, claim: &Claim) -> bool {
    let named = pointer
        .assertion
        .value
        .strip_prefix(POINTS_BACK)
        .unwrap_or("");
    match named {
        FIGURE => claim.quantity.is_some(),
        VAGUE => is_charged(pointer, claim),
        _ => named.is_empty() || claim.assertion.value == named,
    }
}

/// The claim lays its deed at the denier's door.
fn is_charged(pointer: &Claim, claim: &Claim) -> bool {
    let doer = claim.actor_party.as_ref().map(|found| found.value.as_str());
    doer.is_some() && doer == pointer.party_name()
}

/// Bytes behind a claim that its answer reaches over where they tell nothing.
const FILLER: u32 = 300;

/// A claim in whatever words, right before the answer or not.
fn can_mean(pointer: &Claim, claim: &Claim) -> bool {
    (!is_plain(claim) || is_beside(pointer, claim)) && can_mean_whatever(pointer, claim)
}

/// A claim of another, or one that charges whoever answers, wherever it stands before the answer.
fn can_mean_whatever(pointer: &Claim, claim: &Claim) -> bool {
    is_known(pointer)
        && !is_bare_answer(claim)
        && !is_figure_aside(pointer, claim)
        && !is_own_ground(pointer, claim)
        && (pointer.assertion.rule != BESIDE_RULE || is_of_one_sentence(pointer, claim))
        && claim.stance.value == Stance::Affirm
        && fits_claimant(pointer, claim)
        && fits_assertion(pointer, claim)
        && is_of_another(pointer, claim)
        && tells_matter(pointer, claim)
        && !is_namesake(pointer, claim)
}

/// A bare figure beside a claim is not what a denial is about, but for a denial of the figure.
fn is_figure_aside(pointer: &Claim, claim: &Claim) -> bool {
    let figure = pointer.assertion.value.ends_with(FIGURE);
    // "It puts their worth at 40,000 euros. She called this laughable.": a pronoun means what stands right before.
    let told = pointer.assertion.rule == TOLD_RULE
        && is_beside(pointer, claim)
        && claim.sentence != pointer.sentence;
    is_figure(claim) && !figure && !told
}

/// "called the story a lie: the captain, he said, stayed": what is told behind it answers with it.
fn is_own_ground(pointer: &Claim, claim: &Claim) -> bool {
    let he = |speaker: &Found<CompactString>| speaker.rule == "speaker.pronoun";
    is_of_one_sentence(pointer, claim)
        && claim.trigger.start > pointer.trigger.end
        && claim.speaker.as_ref().is_some_and(he)
}

fn is_of_one_sentence(pointer: &Claim, claim: &Claim) -> bool {
    (claim.field, claim.sentence) == (pointer.field, pointer.sentence)
}

/// "denied Kyiv's claim": Kyiv's.
fn fits_claimant(pointer: &Claim, claim: &Claim) -> bool {
    match &pointer.actor_party {
        Some(claimant) => claim.party_name() == Some(claimant.value.as_str()),
        None => is_told_by_claimant(pointer, claim),
    }
}

/// Whether a claim is another's word, charges whoever answers, or is the outlet's in the sentence of the answer.
fn is_of_another(pointer: &Claim, claim: &Claim) -> bool {
    let nobodys = claim.party_name().is_none();
    let stranger = nobodys && speaks_for_itself(pointer, claim);
    let apart = claim.party_name() != pointer.party_name();
    let outlet = nobodys && claim.speaker.is_none();
    stranger
        || !nobodys && apart
        || is_charged(pointer, claim) && apart
        || outlet && pointer.assertion.rule == BESIDE_RULE
}

fn is_figure(claim: &Claim) -> bool {
    claim.assertion.rule == FIGURE_RULE
}

/// What the answered word tells of ("the report of a leak").
fn matter_of(pointer: &Claim) -> Option<&str> {
    let object = pointer.object.as_ref();
    let matter = object.filter(|object| object.rule == MATTER);
    matter.map(|object| object.value.as_str())
}

/// Least share of what an answered word tells of that the sentence of a claim must tell of too.
const LEAST_TOLD: f32 = 0.5;

/// Whether a claim's sentence tells of what the answered word does.
fn tells_matter(pointer: &Claim, claim: &Claim) -> bool {
    matter_of(pointer).is_none_or(|matter| {
        let told: Vec<Sense<'_>> = matter.split(' ').map(Sense::of).collect();
        let words: Vec<Sense<'_>> = claim.words.iter().map(|word| Sense::of(word)).collect();
        share(&told, &words) >= LEAST_TOLD
    })
}

/// Somebody else on record, whose side is not known ("the rebels said").
fn speaks_for_itself(pointer: &Claim, claim: &Claim) -> bool {
    let name = |claim: &Claim| claim.speaker.as_ref().map(|speaker| speaker.value.clone());
    name(claim).is_some() && name(claim) != name(pointer)
}

/// A claim whose verb no frame knows is meant only from next to it.
fn is_plain(claim: &Claim) -> bool {
    claim.assertion.value.starts_with(OTHER)
}

/// The pointer's own claim on the target's matter.
fn answer(pointer: &Claim, target: &Claim) -> Claim {
    let mut claim = target.clone();
    claim.id = stable_id('c', [pointer.id.as_str(), target.id.as_str()]);
    claim.field = pointer.field;
    claim.sentence = pointer.sentence;
    claim.trigger = pointer.trigger;
    claim.speaker.clone_from(&pointer.speaker);
    claim.cue.clone_from(&pointer.cue);
    claim.relayed_by.clone_from(&pointer.relayed_by);
    claim.party.clone_from(&pointer.party);
    claim.stance = pointer.stance.clone();
    claim.words.clone_from(&pointer.words);
    [
        &mut claim.actor,
        &mut claim.actor_party,
        &mut claim.object,
        &mut claim.object_party,
    ]
    .into_iter()
    .flatten()
    .for_each(unplace);
    claim.place.iter_mut().for_each(|place| place.span = None);
    claim.dates.iter_mut().for_each(|dates| dates.span = None);
    claim
        .quantity
        .iter_mut()
        .for_each(|quantity| quantity.span = None);
    claim.assertion.span = None;
    let how = format_compact!(
        "tied to the nearest claim before it that this denial can mean: {}",
        target.id
    );
    claim.back_reference = Some(BackReference {
        target: Some(target.id.clone()),
        how: how.into(),
    });
    claim
}

/// The words stand in the other sentence.
fn unplace(found: &mut Found<CompactString>) {
    found.span = None;
}
