//! Charges that are made against somebody or traded: "made accusations against Norway", "traded accusations of theft".

use crate::lexicon::cues::{CueClass, CueEntry};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::Tree;
use super::{Cue, is_hypothetical, is_negated, verb_speaker};

/// "made accusations against Norway for its role in the raid": whoever makes a charge accuses whom it is against.
pub(super) fn charge_against(
    tree: &Tree,
    words: &WordSets,
    token: usize,
    entry: &CueEntry,
) -> Option<Cue> {
    let verb = tree.head(token)?;
    // "traded accusations of theft": each accuses the other.
    let mutual = words.has(Set::TradeVerb, tree.lemma(verb));
    if !mutual && !words.has(Set::LightVerb, tree.lemma(verb)) {
        return None;
    }
    let charge = words.has(Set::ChargeNoun, tree.lemma(token)) && entry.class == CueClass::Say;
    let told = tree
        .kids(token)
        .any(|kid| matches!(tree.dep(kid), Dep::Acl | Dep::Ccomp));
    let below = |set: Set| {
        let phrases = [token, verb]
            .into_iter()
            .flat_map(|at| tree.prepositions(at));
        let mut phrases = phrases.filter(move |&kid| words.has(set, tree.lemma(kid)));
        phrases.find_map(|kid| tree.governed(kid))
    };
    let speaker = verb_speaker(tree, words, verb)?;
    let accused = below(Set::AgainstPreposition).or(Some(speaker).filter(|_| mutual))?;
    let object = tree.dep(token) == Dep::Dobj && !tree.is_passive(verb);
    if !charge || told || !object || is_negated(tree, words, verb) {
        return None;
    }
    let content = below(Set::AccusePreposition).filter(|&at| tree.pos(at) != Pos::Pron)?;
    Some(Cue {
        token,
        class: CueClass::Accuse,
        modality: entry.modality,
        line: entry.line,
        speaker: Some(speaker),
        contents: tree.conjuncts(content),
        up: Some(verb),
        accused: Some(accused),
        undecided: is_hypothetical(tree, words, verb),
        nominal: false,
        charges: false,
        rule: "speaker.light-verb",
    })
}
