//! Blame by a noun: "put the blame for X on Y", "pointed the finger at Y".

use crate::lexicon::cues::{CueClass, CueEntry, CuePart, Cues};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::{OF, Tree};
use super::{Cue, at_door, is_hypothetical, is_negated, turned_blame, verb_entry, verb_speaker};

/// "put the blame for X on Y", "pointed the finger at Y over X", "traded blame for X".
pub(super) fn noun_accusation(
    tree: &Tree,
    cues: &Cues,
    words: &WordSets,
    token: usize,
    entry: &CueEntry,
) -> Option<Cue> {
    let verb = tree
        .head(token)
        .filter(|&head| tree.is_verb(head) && tree.object(head) == Some(token))?;
    if is_rejected(tree, cues, verb) || is_charged(tree, words, verb) {
        return None;
    }
    let speaker = verb_speaker(tree, words, verb)?;
    // "pointed its finger of accusation at Norway": the accusation is no deed.
    let charge = |at: &usize| {
        let noun = cues.find(tree.lemma(*at), CuePart::Noun);
        [Set::ChargeNoun, Set::SuspicionNoun]
            .into_iter()
            .any(|set| words.has(set, tree.lemma(*at)))
            || noun.is_some_and(|entry| entry.class == CueClass::Accuse)
    };
    let own = tree.under_preposition(token, OF).filter(charge);
    let below = |set: Set| {
        [token, verb]
            .into_iter()
            .chain(own)
            .flat_map(|at| tree.prepositions(at))
            .filter(|&kid| words.has(set, tree.lemma(kid)))
            .filter_map(|kid| tree.governed(kid))
            .find(|at| !charge(at))
    };
    let content = below(Set::AccusePreposition).filter(|&at| tree.pos(at) != Pos::Pron);
    let mutual = words.has(Set::TradeVerb, tree.lemma(verb));
    // "traded blame over the attack on the dam": each blames the other, and nobody the dam.
    let accused = at_door(tree, words, verb)
        .or_else(|| below(Set::FingerPreposition))
        .or(Some(speaker).filter(|_| mutual))
        .or_else(|| turned_blame(tree, words, content?, entry.class))?;
    Some(Cue {
        token,
        class: entry.class,
        modality: entry.modality,
        line: entry.line,
        speaker: Some(speaker),
        contents: content.map_or_else(|| vec![verb], |content| tree.conjuncts(content)),
        up: Some(verb),
        accused: Some(accused),
        undecided: is_negated(tree, words, verb) || is_hypothetical(tree, words, verb),
        nominal: false,
        charges: false,
        rule: "speaker.light-verb",
    })
}

/// "rejected the blame for the strike on X": nobody is blamed by whoever rejects it.
fn is_rejected(tree: &Tree, cues: &Cues, verb: usize) -> bool {
    let entry = verb_entry(tree, cues, verb);
    entry.is_some_and(|entry| entry.class == CueClass::Deny)
}

/// "accused Peru of shifting the blame for the war to Chile": what another is charged with, and no blame of whoever charges.
pub(super) fn is_charged(tree: &Tree, words: &WordSets, gerund: usize) -> bool {
    let preposition = tree.head(gerund).filter(|_| tree.dep(gerund) == Dep::Pcomp);
    let verb = preposition.and_then(|at| tree.head(at));
    verb.is_some_and(|at| words.has(Set::ChargingVerb, tree.lemma(at)))
}
