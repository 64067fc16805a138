//! Which of the claims before an answer it can mean, by whose they are, what they tell and how near they stand.

use compact_str::CompactString;
use rustc_hash::FxHashSet;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::likeness::{Sense, share};
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{ACCUSED, ANSWERED, Claim, Found, MATTER, Modality, Question, Stance};

use super::super::leftover::FIGURE_RULE;
use super::charge::is_charge_beside;
use super::near::{is_beside, nearest};
use super::open::{counts_people, is_namesake, is_told_by_claimant};
use super::pointer::{BESIDE_RULE, TOLD_RULE};
use super::{FIGURE, POINTS_BACK, VAGUE};

/// How many sentences back a denial reaches; newsrooms put the claim and its denial in neighbouring paragraphs.
const REACH: usize = 5;

/// "rejected the union's claims about the mine": an answer to a word that says whose or about what it is.
pub(super) fn is_bare_answer(pointer: &Claim) -> bool {
    let object = pointer.object.as_ref();
    object.is_some_and(|object| object.rule == ANSWERED)
}

/// The claims of one speaker in the nearest sentence that holds any the pointer can mean, else what the outlet tells in
/// the sentence right before: of those the ones that the sentence asserts, not what it says aside ("which is held by X").
pub(super) fn targets<'c>(
    pointer: &Claim,
    before: &'c [Claim],
    aside: &FxHashSet<CompactString>,
) -> Vec<&'c Claim> {
    let mut found = nearest_meant(pointer, before);
    let figure = pointer.assertion.value.ends_with(FIGURE);
    if !figure && found.iter().any(|claim| !is_figure(claim)) {
        found.retain(|claim| !is_figure(claim));
    }
    leave_told(pointer, &mut found);
    leave_hoped(&mut found);
    leave_arrests(&mut found);
    if found.iter().any(|claim| !aside.contains(&claim.id)) {
        found.retain(|claim| !aside.contains(&claim.id));
    }
    found
}

/// "Thousands mourned a boy who was shot, his father said, an account the police deny": what somebody said, and not what the
/// outlet tells around it.
fn leave_told(pointer: &Claim, found: &mut Vec<&Claim>) {
    let said = |claim: &Claim| claim.speaker.is_some();
    if pointer.assertion.rule == BESIDE_RULE && found.iter().any(|claim| said(claim)) {
        found.retain(|claim| said(claim));
    }
}

/// "X hoped for more wins after Y claimed the town, a claim Z disputes": what is claimed, not what another hopes for.
fn leave_hoped(found: &mut Vec<&Claim>) {
    let planned = |claim: &Claim| claim.modality.value == Modality::Planned;
    let speaker = |claim: &Claim| claim.speaker.as_ref().map(|found| found.span);
    let claimed = found.iter().filter(|claim| !planned(claim));
    let claimed: Vec<_> = claimed.map(|claim| speaker(claim)).collect();
    if !claimed.is_empty() {
        found.retain(|claim| !planned(claim) || claimed.contains(&speaker(claim)));
    }
}

/// "was arrested over claims that he stole, which he denies": what he did, and not what was done to him.
fn leave_arrests(found: &mut Vec<&Claim>) {
    let lower = |found: &Option<Found<CompactString>>| {
        found.as_ref().map(|found| found.value.to_lowercase())
    };
    let doers: Vec<CompactString> = found
        .iter()
        .filter_map(|claim| lower(&claim.actor))
        .collect();
    let suffered = |claim: &Claim| {
        let object = lower(&claim.object);
        object.is_some_and(|object| doers.iter().any(|doer| doer.ends_with(object.as_str())))
    };
    if found.iter().any(|claim| !suffered(claim)) {
        found.retain(|claim| !suffered(claim));
    }
}

/// A way to mean claims: how many sentences back they stand at most, and which fit.
type Way<'a> = (usize, &'a dyn Fn(&Claim) -> bool);

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
    let ways: [Way<'_>; 6] = [
        (REACH, &dead),
        (0, &|claim| can_mean(pointer, claim)),
        (0, &|claim| is_denial_beside(pointer, claim)),
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

/// "No siren sounded, villagers said. The operator called that untrue": a denial right before, which the answer denies; one
/// that clears whoever answers he lets stand.
fn is_denial_beside(pointer: &Claim, claim: &Claim) -> bool {
    let both = claim.stance.value == Stance::Deny && pointer.stance.value == Stance::Deny;
    both && is_beside(pointer, claim)
        && claim.sentence != pointer.sentence
        && pointer.assertion.value == POINTS_BACK
        && pointer.assertion.rule == TOLD_RULE
        && claim.modality.value != Modality::Possible
        && is_known(pointer)
        && is_known(claim)
        && !(claim.question == Question::Responsibility && is_charged(pointer, claim))
        && is_anothers_word(pointer, claim)
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
        VAGUE => is_charged(pointer, claim) || is_charge_beside(pointer, claim),
        _ => named.is_empty() || claim.assertion.value == named,
    }
}

/// The claim lays its deed at the denier's door; that he holds a place is none.
fn is_charged(pointer: &Claim, claim: &Claim) -> bool {
    if claim.question == Question::Control {
        return false;
    }
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
        && !tells_nothing(claim)
        && !is_figure_aside(pointer, claim)
        && !is_own_ground(pointer, claim)
        && (pointer.assertion.rule != BESIDE_RULE || is_of_one_sentence(pointer, claim))
        && claim.stance.value == Stance::Affirm
        && fits_assertion(pointer, claim)
        && is_anothers_word(pointer, claim)
}

/// What another than the denier said, whose word and of what matter the answer names, where it does.
fn is_anothers_word(pointer: &Claim, claim: &Claim) -> bool {
    fits_claimant(pointer, claim)
        && is_of_another(pointer, claim)
        && tells_matter(pointer, claim)
        && !is_namesake(pointer, claim)
}

/// "Alba is with us": of nothing that a denial could mean.
fn tells_nothing(claim: &Claim) -> bool {
    let verb = claim.assertion.value.strip_prefix(OTHER);
    let bare = verb.is_some_and(|verb| WordSets::shared().has(Set::Copula, verb));
    bare && claim.object.is_none() && claim.quantity.is_none()
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
    // "was arrested for stealing, which he denies": charged by nobody in particular.
    let charged = claim
        .actor
        .as_ref()
        .is_some_and(|actor| actor.rule == ACCUSED);
    let charged = outlet && charged && is_of_one_sentence(pointer, claim);
    stranger
        || charged
        || !nobodys && apart
        || is_charged(pointer, claim) && apart
        || outlet && pointer.assertion.rule == BESIDE_RULE
}

fn is_figure(claim: &Claim) -> bool {
    claim.assertion.rule == FIGURE_RULE
}

/// What the answered word tells of ("the report of a leak").
pub(super) fn matter_of(pointer: &Claim) -> Option<&str> {
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
