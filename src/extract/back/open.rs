//! Denials of words that the text does not tell ("rejected the ministry's findings"), and whose words those are.

use compact_str::CompactString;

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::parties::is_one_side;
use crate::model::claim::{BE_SO, BE_SO_MANY, CLAIMANT, Claim, Found, Stance};

use super::FIGURE;

/// "rejected the ministry's findings" where the text does not tell them: that what the ministry says is so is denied. Whose
/// words they are stands as the side of the object.
pub(super) fn open(pointer: &Claim) -> Option<Claim> {
    let whose = whose(pointer)?;
    let denier = pointer.party_name()?;
    if pointer.stance.value != Stance::Deny || is_one_side(denier, &whose.value) {
        return None;
    }
    let mut claim = pointer.clone();
    let counts = pointer.assertion.value.ends_with(FIGURE);
    claim.assertion.value = (if counts { BE_SO_MANY } else { BE_SO }).into();
    claim.actor = None;
    claim.actor_party = None;
    // "called the report an invention": the verdict is nothing that was told.
    claim.object = None;
    claim.object_party = Some(whose);
    claim.back_reference = None;
    Some(claim)
}

/// The side whose words are answered, where the answer names it.
pub(super) fn whose(pointer: &Claim) -> Option<Found<CompactString>> {
    let named = claimant(pointer)?;
    let side = pointer.actor_party.as_ref().unwrap_or(named);
    Some(Found {
        rule: CLAIMANT,
        ..side.clone()
    })
}

/// Whose words are answered, as the answer names him.
fn claimant(pointer: &Claim) -> Option<&Found<CompactString>> {
    let actor = pointer.actor.as_ref();
    actor.filter(|actor| actor.rule == CLAIMANT)
}

/// "The health ministry's findings", where nothing tells for whom the ministry speaks: a claim whose speaker goes by its last
/// word.
pub(super) fn is_told_by_claimant(pointer: &Claim, claim: &Claim) -> bool {
    let Some(named) = claimant(pointer) else {
        return true;
    };
    let name = named.value.to_lowercase();
    let noun = name.rsplit(' ').next().unwrap_or(&name);
    // "The Armenian report": of Armenia.
    let noun = noun.get(..STEM).unwrap_or(noun);
    let voices = [&claim.speaker, &claim.party].into_iter().flatten();
    voices
        .map(|voice| voice.value.to_lowercase())
        .any(|voice| voice.contains(noun))
}

/// Letters by which a word is known in another form.
const STEM: usize = 5;

/// What befell so many.
pub(super) fn counts_people(claim: &Claim) -> bool {
    let of = claim
        .quantity
        .as_ref()
        .and_then(|found| found.value.of.as_ref());
    let effect = of.map(|of| Assertions::builtin().get(of).effect);
    matches!(effect, Some(Effect::Toll | Effect::Count))
}

/// "Morales" answers no claim of "former president Evo Morales", whatever side either is put on.
pub(super) fn is_namesake(pointer: &Claim, claim: &Claim) -> bool {
    let name = |claim: &Claim| {
        claim
            .speaker
            .as_ref()
            .map(|found| found.value.to_lowercase())
    };
    let (Some(one), Some(other)) = (name(pointer), name(claim)) else {
        return false;
    };
    let within = |short: &str, long: &str| {
        let tail = long.strip_suffix(short);
        tail.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    within(&one, &other) || within(&other, &one)
}
