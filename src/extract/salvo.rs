//! "Struck the port with 40 drones": so many were launched, by whoever struck with them.

use crate::lexicon::assertions::Assertions;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Question};
use crate::model::parsed::Dep;

use super::actor::actor;
use super::amount::ATTACK;
use super::anaphora::Memory;
use super::event::Event;
use super::reading::Reading;
use super::voice::Voice;

/// The assertion that so many were launched.
const LAUNCH: &str = "launch";

/// The attack that was made with the arms that a noun counts.
pub(super) fn attack_with<'r, 'l>(reading: &'r Reading<'l>, arms: usize) -> Option<&'r Event<'l>> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lemma = tree.lemma(arms);
    let flies = [Set::ArmsNoun, Set::FlierNoun]
        .into_iter()
        .any(|set| words.has(set, lemma));
    let with = tree.head(arms).filter(|&at| {
        let means = words.has(Set::WithPreposition, tree.lemma(at));
        flies && means && tree.dep(arms) == Dep::Pobj
    })?;
    let verb = tree.head_verb(with)?;
    let table = Assertions::builtin();
    reading.events.iter().find(|event| {
        let attack = table.family(&event.frame.assertion) == ATTACK;
        event.trigger == verb && attack && event.agent.is_some()
    })
}

/// What somebody attacked with was launched by him.
pub(super) fn launched(
    reading: &Reading,
    memory: &Memory,
    (attack, voice): (&Event, &Voice),
    mut claim: Claim,
) -> Claim {
    let trigger = attack.trigger;
    claim.actor = actor(
        reading,
        attack.agent,
        trigger,
        voice,
        memory,
        Question::Quantity,
    );
    claim.assertion.value = LAUNCH.into();
    if let Some(quantity) = claim.quantity.as_mut() {
        quantity.value.of = Some(LAUNCH.into());
    }
    claim
}
