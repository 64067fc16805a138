//! Who killed where nobody is the subject of it: whose the attack is in which it happened ("killed in Russia's attack").

use crate::lexicon::assertions::{Assertions, Effect};
use crate::lexicon::words::Set;
use crate::model::claim::Claim;
use crate::model::parsed::{Dep, EntityLabel, Tag};

use super::anaphora::{Memory, is_pronoun};
use super::event::Event;
use super::place::goes_on;
use super::reading::Reading;

/// How many nouns may stand between the toll and the attack ("the ruins of a house that a raid hit").
const DEPTH: usize = 2;

/// Gives the figures of a toll the side whose attack the sentence tells beside it.
pub(super) fn name_attacker(
    reading: &Reading,
    event: &Event,
    memory: &Memory,
    claims: &mut [Claim],
) {
    let table = Assertions::builtin();
    let key = &event.frame.assertion;
    let toll = table.get(key).effect == Effect::Toll || HARM.contains(&table.family(key));
    if !toll || event.agent.is_some() {
        return;
    }
    let next = || goes_on(&reading.tree, event.trigger);
    let owner = attack_owner(reading, event.trigger, DEPTH)
        .or_else(|| attack_owner(reading, next()?, DEPTH))
        .or_else(|| attacker_meanwhile(reading, event.trigger))
        .or_else(|| attacker_meanwhile(reading, next()?));
    let Some(owner) = owner else {
        return;
    };
    let open = |claim: &&mut Claim| claim.quantity.is_some() && claim.actor.is_none();
    for claim in claims.iter_mut().filter(open) {
        claim.actor = Some(reading.named(owner, memory, "actor.attack", "actor.attack"));
    }
}

/// Families of what an attack does to people.
const HARM: [&str; 2] = ["death", "injury"];

/// "Nine were killed when the army shelled a camp", "when a house was hit in a Russian raid": who attacks in the clause that
/// tells when.
fn attacker_meanwhile(reading: &Reading, trigger: usize) -> Option<usize> {
    let tree = &reading.tree;
    let when = |clause: usize| {
        tree.kids(clause)
            .any(|kid| tree.dep(kid) == Dep::Advmod && tree.tag(kid) == Tag::WRB)
    };
    let clauses = tree.kids(trigger).filter(|&kid| {
        tree.dep(kid) == Dep::Advcl && kid > trigger && tree.is_verb(kid) && when(kid)
    });
    { clauses }.find_map(|clause| {
        let attack = |event: &&Event| {
            event.trigger == clause && ATTACKS.contains(&event.frame.assertion.as_str())
        };
        let attack = reading.events.iter().find(attack)?;
        let agent = attack.agent.filter(|&at| !is_pronoun(tree, at));
        let lexicon = reading.lexicon();
        let side = |&at: &usize| {
            let force = lexicon.words.has(Set::ForceNoun, tree.lemma(at));
            force || lexicon.is_side(tree.word(at)) || lexicon.is_party(tree.word(at))
        };
        agent
            .filter(side)
            .or_else(|| attack_owner(reading, clause, DEPTH))
    })
}

/// Assertions that something was fired at somebody.
const ATTACKS: [&str; 2] = ["attack", "launch"];

fn attack_owner(reading: &Reading, at: usize, depth: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words = &lexicon.words;
    // "Friday's strike", "the Basta strike" tell when and where.
    let side = |owner: &usize| {
        let known = tree.label(*owner) == Some(EntityLabel::Norp) || {
            let name = tree.word(*owner);
            lexicon.is_party(name) || lexicon.is_side(name)
        };
        known && !is_pronoun(tree, *owner) && !tree.is_time(*owner)
    };
    let beside = |&kid: &usize| {
        let lemma = tree.lemma(kid);
        words.has(Set::ScenePreposition, lemma) || words.has(Set::AgentPreposition, lemma)
    };
    let nouns = tree.prepositions(at).filter(beside);
    nouns.filter_map(|kid| tree.governed(kid)).find_map(|noun| {
        let attack = words.has(Set::AttackNoun, tree.lemma(noun));
        let owner = tree.owner(noun).filter(|owner| attack && side(owner));
        let below = || attack_owner(reading, noun, depth - 1);
        owner.or_else(|| if depth > 0 { below() } else { None })
    })
}
