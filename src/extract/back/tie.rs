//! Ties a denial that only points back to the claims that it can mean, once the parties are known.

use compact_str::{CompactString, format_compact};
use rustc_hash::FxHashSet;

use crate::lexicon::assertions::OTHER;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{ANSWERED, BackReference, Claim, Found, Question, Stance};
use crate::model::id::stable_id;
use crate::model::span::TextField;

use super::super::Drawn;
use super::charge::side_of_accused;
use super::meant::{is_bare_answer, matter_of, targets};
use super::open::{open, whose};
use super::pointer::CLEARED_RULE;
use super::{FIGURE, POINTS_BACK, VAGUE};

/// Replaces each claim that points back by what it denies or confirms: the nearest claims before it that an opposed
/// party made, or that lay something at the denier's own door; where there is none, what the outlet tells right before.
/// Parties must be resolved before.
pub fn tie(drawn: Drawn) -> Vec<Claim> {
    let Drawn {
        claims,
        aside,
        untold,
        asked,
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
    tied.retain(|claim| !asked.contains(&claim.id));
    // What nobody told stands for nothing.
    for back in tied
        .iter_mut()
        .filter_map(|claim| claim.back_reference.as_mut())
    {
        back.target.take_if(|target| asked.contains(target));
    }
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
    if pointer.assertion.rule == CLEARED_RULE {
        return None;
    }
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
        let judge = rules(pointer);
        claim.actor = claim.actor.or_else(|| {
            claim
                .speaker
                .clone()
                .filter(|_| !judge)
                .map(|speaker| Found {
                    rule: "actor.denier",
                    ..speaker
                })
        });
        let own = || claim.party.clone().filter(|_| !judge);
        claim.actor_party = claim.actor_party.or_else(own);
    }
    if let Some(beside) = beside.filter(|_| claim.place.is_none()) {
        claim.place.clone_from(&beside.place);
        claim.place.iter_mut().for_each(|place| place.span = None);
        claim.question = beside.question;
    }
    claim.back_reference = None;
    Some(claim)
}

/// "A judge dismissed the charges": whoever rules on them is not charged.
fn rules(pointer: &Claim) -> bool {
    let words = WordSets::shared();
    let last = |name: &str| name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    let denier = pointer.speaker.as_ref();
    denier.is_some_and(|denier| words.has(Set::RulingNoun, &last(&denier.value)))
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
    let accused = side_of_accused(pointer, target);
    claim.party = pointer.party.clone().or(accused);
    claim.stance = pointer.stance.clone();
    // "No siren sounded, villagers said. The operator called that untrue": it did sound, says the operator.
    if pointer.stance.value == Stance::Deny && target.stance.value == Stance::Deny {
        claim.stance.value = Stance::Affirm;
    }
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
