//! Whether a claim tells that those who were hit were people of peace or of war: "they were students", "it killed five
//! militants".

use crate::lexicon::assertions::{Assertions, Effect, OTHER};
use crate::lexicon::kin::Kin;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Claim, Modality, Stance};

/// What a side tells those to be who were hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Victims {
    Peace,
    War,
}

/// What a claim tells of those who were hit: whoever says what they were, or of war also who struck them himself.
pub(super) fn victims_told(claim: &Claim) -> Option<Victims> {
    let stated = claim.modality.value == Modality::Stated && claim.stance.value == Stance::Affirm;
    let object = claim.object.as_ref().map(|object| object.value.as_str());
    let kin = Kin::embedded();
    let war = |words: &str| kin.is_military(words);
    let people =
        |noun: &&str| kin.names_people(noun) || WordSets::shared().has(Set::PersonNoun, noun);
    // "Some were in villages": where they were.
    if let Some(noun) = told_to_be(claim) {
        let noun = Some(noun).filter(people).filter(|_| stated)?;
        let of_war = war(noun) || object.is_some_and(war);
        let of_peace = kin.is_civil(noun) && !of_war;
        return match (of_peace, of_war) {
            (true, _) => Some(Victims::Peace),
            (_, true) => Some(Victims::War),
            _ => None,
        };
    }
    let own = claim.party.as_ref().map(|party| &party.value)
        == claim.actor_party.as_ref().map(|party| &party.value);
    let struck = own && claim.party.is_some() && is_strike(claim);
    (stated && struck && object.is_some_and(war)).then_some(Victims::War)
}

/// Whether one tells that they were people of peace, in the same article the other that they were of war.
pub(super) fn are_told_apart(left: &Claim, right: &Claim) -> bool {
    let kinds = (victims_told(left), victims_told(right));
    let told = matches!(
        kinds,
        (Some(Victims::Peace), Some(Victims::War)) | (Some(Victims::War), Some(Victims::Peace))
    );
    let (one, other) = (left.sentence.start, right.sentence.start);
    let near = left.article == right.article && one.abs_diff(other) <= NEAR;
    told && left.field == right.field && near && !are_placed_apart(left, right)
}

/// "In Alba they were farmers", "in Torvik they were rebels": each names a place of its own.
fn are_placed_apart(left: &Claim, right: &Claim) -> bool {
    let named = |claim: &Claim| {
        let place = claim.place.as_ref().filter(|place| place.span.is_some())?;
        Some(place.value.key.clone())
    };
    matches!((named(left), named(right)), (Some(one), Some(other)) if one != other)
}

/// "They were students": the noun.
fn told_to_be(claim: &Claim) -> Option<&str> {
    let said = claim.assertion.value.strip_prefix(OTHER)?;
    let (verb, noun) = said.split_once(' ')?;
    WordSets::shared().has(Set::Copula, verb).then_some(noun)
}

fn is_strike(claim: &Claim) -> bool {
    let table = Assertions::builtin();
    let event = table.get(&claim.assertion.value).effect == Effect::Event;
    let family = table.family(&claim.assertion.value);
    event && STRIKES.contains(&family) && family != CAPTIVITY
}

/// Who is caught is not hit.
const CAPTIVITY: &str = "captivity";

/// Families of deeds that strike somebody or something.
pub(super) const STRIKES: [&str; 3] = ["captivity", "death", "strike"];

/// Bytes between the beginnings of two sentences of one account and the answer to it.
const NEAR: u32 = 600;
