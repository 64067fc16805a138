//! "The army holds the post. The rebels say they have held it since May": what "it" is that is held or taken, where the text
//! told right before who holds it.

use crate::lexicon::frames::{Condition, Frame, Slot};
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Question};
use crate::model::parsed::Dep;

use super::again::Deed;
use super::anaphora::Memory;
use super::draft::VERB_RULE;
use super::reading::Reading;

/// A place that the text said who holds, and in which sentence.
#[derive(Debug, Clone)]
pub struct Held {
    sentence: usize,
    place: Deed,
}

/// The rule of an assertion whose place the text told before.
const RULE: &str = "assertion.held-before";

/// Sentences back to which "it" may point.
const REACH: usize = 1;

/// Makes claims on a place of those that hold or take "it", and notes the last place for the sentences that follow.
pub(super) fn hold_again(reading: &Reading, memory: &mut Memory, claims: &mut [Claim]) {
    for at in 0..claims.len() {
        let (before, rest) = claims.split_at_mut(at);
        let Some(claim) = rest.first_mut() else { break };
        let told = before
            .iter()
            .rfind(|told| {
                told.question == Question::Control && told.trigger.start < claim.trigger.start
            })
            .map(Deed::of);
        let near = |held: &Held| memory.sentence.saturating_sub(held.sentence) <= REACH;
        let held = || memory.held.as_ref().filter(|held| near(held));
        let Some(frame) = held_frame(reading, claim) else {
            continue;
        };
        let Some(place) = told.or_else(|| held().map(|held| held.place.clone())) else {
            continue;
        };
        claim.assertion.value = frame.assertion.clone();
        claim.assertion.rule = RULE;
        claim.question = Question::Control;
        place.lend_thing(claim);
    }
    let last = claims
        .iter()
        .rfind(|claim| claim.question == Question::Control && claim.object.is_some());
    if let Some(claim) = last {
        memory.held = Some(Held {
            sentence: memory.sentence,
            place: Deed::of(claim),
        });
    }
}

/// The frame of a claim whose verb would be one on a place if "it" were its name.
fn held_frame<'r>(reading: &Reading<'r>, claim: &Claim) -> Option<&'r Frame> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let verb = tree.token_at(claim.trigger)?;
    let it = tree.kid(verb, Dep::Dobj)?;
    let lemma = tree.lemma(it);
    let pronoun = lexicon.words.has(Set::ItPronoun, lemma)
        && !lexicon.words.has(Set::PersonPronoun, lemma)
        && !lexicon.parties.means_many(lemma);
    let open = claim.assertion.rule == VERB_RULE && claim.actor.is_some();
    lexicon
        .frames
        .of_verb(tree.lemma(verb))
        .iter()
        .filter(|_| pronoun && open)
        .find(|frame| is_of_place(frame) && lexicon.question(&frame.assertion) == Question::Control)
}

fn is_of_place(frame: &Frame) -> bool {
    let place = matches!(frame.condition, Condition::Place | Condition::Force);
    place && frame.needs.is_none() && matches!(frame.theme, Slot::Object)
}
