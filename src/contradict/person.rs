//! Whether two claims are one person's word, whoever each article says that he speaks for, or that of two bodies of one side.

use compact_str::CompactString;

use crate::lexicon::parties::{PartyLexicon, person_in};
use crate::model::claim::{Claim, Found};

/// Whether one article sets the word of a body of a side against that of another: a court and a ministry, the police and
/// the army.
///
/// In two articles the one may not have known what the other knew, and a side is taken at its word.
pub(super) fn are_two_bodies(left: &Claim, right: &Claim) -> bool {
    let one_side = left.party.is_some()
        && left.party.as_ref().map(|party| &party.value)
            == right.party.as_ref().map(|party| &party.value);
    if !one_side || left.article != right.article {
        return false;
    }
    matches!((body(left), body(right)), (Some(a), Some(b)) if a != b)
}

/// The body by which a claim's speaker speaks.
fn body(claim: &Claim) -> Option<&str> {
    let speaker = claim.speaker.as_ref()?;
    PartyLexicon::embedded().body_of(&speaker.value)
}

/// "our jets struck a depot", "the navy said it shot down two drones": whether a side tells what it did itself.
pub(super) fn tells_own_deed(claim: &Claim) -> bool {
    let is = |own: Option<&str>, other: Option<&str>| own.is_some() && own == other;
    is(value(&claim.actor_party), value(&claim.party))
        || is(value(&claim.actor), value(&claim.speaker))
}

/// "India insists on it, Dar said. The offer came by post, Dar recalled": whether the one passes on what the other says, which is
/// an account of his own and no rival of it.
pub(super) fn passes_on(one: &Claim, other: &Claim) -> bool {
    let names = |claim: &Claim, speaker: &Claim| {
        let Some(speaker) = &speaker.speaker else {
            return false;
        };
        let mut relays = claim.relayed_by.iter();
        relays.any(|relay| bear_one_name(&relay.value, &speaker.value))
    };
    names(one, other) || names(other, one)
}

/// What a field holds, `None` where the claim does not tell it.
pub(super) fn value(found: &Option<Found<CompactString>>) -> Option<&str> {
    found.as_ref().map(|found| found.value.as_str())
}

/// Whether the speakers of two claims bear one name: the same words, or a surname and a full name that ends with it.
///
/// "Deputy Commissioner Roe" of one article serves a state, and in another nothing tells whom he serves.
pub(super) fn is_one_person(left: &Claim, right: &Claim) -> bool {
    let (Some(left), Some(right)) = (&left.speaker, &right.speaker) else {
        return false;
    };
    if !bear_one_name(&left.value, &right.value) {
        return false;
    }
    // "Sudan" and "South Sudan" are no persons.
    let listed = |name: &str| PartyLexicon::embedded().named(name, None).is_some();
    let known = [&left.value, &right.value]
        .into_iter()
        .any(|phrase| listed(phrase));
    !known && !person_in(&left.value).next().is_some_and(listed)
}

/// Whether two phrases hold one name of a person, the surname first, which alone tells nearly all apart.
fn bear_one_name(left: &str, right: &str) -> bool {
    let mut pairs = person_in(left).zip(person_in(right)).peekable();
    pairs.peek().is_some() && pairs.all(|(a, b)| a == b)
}
