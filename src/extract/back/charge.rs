//! "Roe accused the commission of fraud. The commission called the charge baseless": the charge that was just made, by whatever
//! words the accused goes.

use compact_str::CompactString;

use crate::model::claim::{ACCUSED, Claim, Found};

use super::near::is_beside;
use super::pointer::CHARGE_RULE;

/// Whether "the charge" means what right before it somebody is accused of, or what is told of whoever answers.
pub(super) fn is_charge_beside(pointer: &Claim, claim: &Claim) -> bool {
    let told = (claim.field, claim.sentence) != (pointer.field, pointer.sentence)
        || claim.trigger.end <= pointer.trigger.start;
    let charge = pointer.assertion.rule == CHARGE_RULE && told && is_beside(pointer, claim);
    let Some(actor) = claim.actor.as_ref().filter(|_| charge) else {
        return false;
    };
    actor.rule == ACCUSED || is_one(actor, pointer) || is_meant(claim, pointer)
}

/// "the electoral commission", "the commission": the same word.
fn is_one(actor: &Found<CompactString>, pointer: &Claim) -> bool {
    let denier = pointer.speaker.as_ref();
    denier.is_some_and(|denier| {
        last_word(&denier.value).eq_ignore_ascii_case(last_word(&actor.value))
    })
}

/// "The owner knew of it. Brennick Coal rejects the allegation": of the two one is only described, and the other is named.
fn is_meant(claim: &Claim, pointer: &Claim) -> bool {
    let described = |name: &Found<CompactString>| is_description(&name.value);
    let accused = claim.actor.as_ref().is_some_and(described);
    let denier = pointer.speaker.as_ref().is_some_and(described);
    accused != denier && (claim.actor_party.is_none() || pointer.party.is_none())
}

/// The side that a denier is on who is only described, where the charge names the accused ("accused Brennick Coal ... The
/// company called the charge baseless").
pub(super) fn side_of_accused(pointer: &Claim, claim: &Claim) -> Option<Found<CompactString>> {
    let described = pointer
        .speaker
        .as_ref()
        .is_some_and(|name| is_description(&name.value));
    let open = pointer.party.is_none() && described && is_charge_beside(pointer, claim);
    let side = claim.actor_party.as_ref().filter(|_| open)?;
    Some(Found {
        span: pointer.speaker.as_ref().and_then(|speaker| speaker.span),
        rule: "party.accused",
        ..side.clone()
    })
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// "the owner": no name stands at its end.
fn is_description(name: &str) -> bool {
    last_word(name).starts_with(char::is_lowercase)
}
