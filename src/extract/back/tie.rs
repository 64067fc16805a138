//! Ties a denial that only points back to the claims that it can mean, once the parties are known.

use compact_str::{CompactString, format_compact};

use crate::model::claim::{BackReference, Claim, Found, Question, Stance};
use crate::model::id::stable_id;
use crate::model::span::TextField;

use super::super::leftover::FIGURE_RULE;
use super::{POINTS_BACK, VAGUE};

/// How many sentences back a denial reaches; newsrooms put the claim and its denial in neighbouring paragraphs.
const REACH: usize = 5;

/// Replaces each claim that points back by what it denies or confirms: the nearest claims before it that an opposed
/// party made, or that lay something at the denier's own door. Parties must be resolved before.
pub fn tie(claims: Vec<Claim>) -> Vec<Claim> {
    let mut tied: Vec<Claim> = Vec::with_capacity(claims.len());
    let mut ahead: Vec<Claim> = Vec::new();
    for claim in claims {
        if !claim.assertion.value.starts_with(POINTS_BACK) {
            tied.push(claim);
        } else if claim.field == TextField::Title && targets(&claim, &tied).is_empty() {
            ahead.push(claim);
        } else {
            let replaced = replace(&claim, &tied);
            tied.extend(replaced);
        }
    }
    // A headline ("Claim rejected by Tbilisi") speaks of what the text below it tells first.
    let body: Vec<Claim> = tied.iter().rev().cloned().collect();
    let told = ahead.iter().flat_map(|title| replace(title, &body));
    let told: Vec<Claim> = told.collect();
    tied.splice(0..0, told);
    tied
}

fn replace(pointer: &Claim, before: &[Claim]) -> Vec<Claim> {
    let targets = targets(pointer, before);
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
    let named = pointer
        .assertion
        .value
        .strip_prefix(POINTS_BACK)
        .filter(|name| !name.is_empty())?;
    let mut claim = pointer.clone();
    claim.assertion.value = named.into();
    claim.actor = claim.actor.or_else(|| {
        claim.speaker.clone().map(|speaker| Found {
            rule: "actor.denier",
            ..speaker
        })
    });
    claim.actor_party = claim.actor_party.or_else(|| claim.party.clone());
    if let Some(beside) = beside.filter(|_| claim.place.is_none()) {
        claim.place.clone_from(&beside.place);
        claim.place.iter_mut().for_each(|place| place.span = None);
        claim.question = beside.question;
    }
    claim.back_reference = None;
    Some(claim)
}

/// The claims of one speaker in the nearest sentence that holds any the pointer can mean.
fn targets<'c>(pointer: &Claim, before: &'c [Claim]) -> Vec<&'c Claim> {
    let mut sentences = 0;
    let mut last_sentence = None;
    let mut chosen: Vec<&Claim> = Vec::new();
    for claim in before.iter().rev() {
        let place = (claim.field, claim.sentence);
        if last_sentence != Some(place) {
            if !chosen.is_empty() || sentences > REACH {
                break;
            }
            sentences += 1;
            last_sentence = Some(place);
        }
        let same_speaker = chosen
            .first()
            .is_none_or(|first| first.party_name() == claim.party_name());
        if can_mean(pointer, claim) && same_speaker {
            chosen.push(claim);
        }
    }
    chosen.reverse();
    chosen
}

fn can_mean(pointer: &Claim, claim: &Claim) -> bool {
    // A bare figure beside a claim is not what a denial is about.
    if claim.assertion.rule == FIGURE_RULE {
        return false;
    }
    let denier = pointer.party_name();
    let claimant = pointer
        .actor_party
        .as_ref()
        .map(|found| found.value.as_str());
    let stranger = claim.party_name().is_none() && speaks_for_itself(pointer, claim);
    let opposed = stranger || claim.party_name().is_some() && claim.party_name() != denier;
    let charged =
        claim.actor_party.as_ref().map(|found| found.value.as_str()) == denier && denier.is_some();
    let fits_claimant = claimant.is_none_or(|name| claim.party_name() == Some(name));
    let named = pointer
        .assertion
        .value
        .strip_prefix(POINTS_BACK)
        .unwrap_or("");
    let fits_assertion =
        named.is_empty() || claim.assertion.value == named || named == VAGUE && charged;
    let known = denier.is_some()
        && (!is_plain(claim) || claim.sentence.end + NEXT >= pointer.sentence.start);
    known
        && claim.stance.value == Stance::Affirm
        && fits_claimant
        && fits_assertion
        && (opposed || charged && claim.party_name() != denier)
}

/// Somebody else on record, whose side is not known ("the rebels said").
fn speaks_for_itself(pointer: &Claim, claim: &Claim) -> bool {
    let name = |claim: &Claim| claim.speaker.as_ref().map(|speaker| speaker.value.clone());
    name(claim).is_some() && name(claim) != name(pointer)
}

/// A claim whose verb no frame knows is meant only from next to it.
fn is_plain(claim: &Claim) -> bool {
    claim.assertion.value.starts_with("other:")
}

/// Bytes between neighbouring sentences, a paragraph break included.
const NEXT: u32 = 3;

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
