//! What somebody is arrested, tried, sued or punished for: "was held on suspicion of stealing", "was jailed for spying" charge
//! him with it, whoever does so.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::claim::Modality;
use crate::model::parsed::{Dep, Tag};

use super::super::tree::Tree;
use super::told::noun_contents;
use super::{Cue, is_hypothetical, is_negated, verb_speaker};

/// Stable code of the rule.
const RULE: &str = "speaker.proceeding";

impl Cue {
    /// Whether it is an arrest, a trial or a punishment, which is a deed of its own besides.
    pub fn proceeds(&self) -> bool {
        self.rule == RULE
    }
}

/// The charge that a verb of proceedings names.
pub(super) fn proceeding(tree: &Tree, words: &WordSets, verb: usize) -> Option<Cue> {
    if !words.has(Set::ProceedingVerb, tree.lemma(verb)) {
        return None;
    }
    let accused = tree.object(verb)?;
    let (contents, suspected) = charge(tree, words, verb, accused)?;
    let open = words.has(Set::InquiryVerb, tree.lemma(verb)) || suspected;
    Some(Cue {
        token: verb,
        class: CueClass::Accuse,
        modality: open.then_some(Modality::Possible),
        line: LIST,
        speaker: prosecutor(tree, words, verb),
        contents,
        up: Some(verb),
        accused: Some(accused),
        undecided: is_negated(tree, words, verb) || is_hypothetical(tree, words, verb),
        nominal: false,
        charges: true,
        rule: RULE,
    })
}

/// Who arrests or sues, where the sentence tells.
fn prosecutor(tree: &Tree, words: &WordSets, verb: usize) -> Option<usize> {
    match tree.is_passive(verb) {
        true => tree.agent(verb),
        false => verb_speaker(tree, words, verb),
    }
}

/// The deeds, and whether they are only suspected: "for stealing", "on suspicion of stealing", "on charges of fraud and stealing".
fn charge(
    tree: &Tree,
    words: &WordSets,
    verb: usize,
    accused: usize,
) -> Option<(Vec<usize>, bool)> {
    let below = tree.prepositions(verb).chain(tree.prepositions(accused));
    let behind = below.filter(|&at| at > verb && words.has(Set::ChargePreposition, tree.lemma(at)));
    let mut charges = behind.filter_map(|preposition| {
        let told = tree
            .governed(preposition)
            .or_else(|| tree.kid(preposition, Dep::Pcomp))?;
        let plain = words.has(Set::AccusePreposition, tree.lemma(preposition));
        if tree.tag(told) == Tag::VBG && tree.is_verb(told) {
            // "held for questioning": what will be done to him.
            let suffers = words.has(Set::InquiryVerb, tree.lemma(told));
            return (plain && !suffers).then(|| (tree.conjuncts(told), false));
        }
        if plain && words.has(Set::CrimeNoun, tree.lemma(told)) {
            return Some((tree.conjuncts(told), false));
        }
        let named = [Set::ChargeNoun, Set::SuspicionNoun];
        let named = named
            .into_iter()
            .any(|set| words.has(set, tree.lemma(told)));
        let deeds = || noun_contents(tree, words, told);
        let deeds: Vec<usize> = if named { deeds() } else { Vec::new() };
        // "over claims that he stole": his own clause tells who did.
        let bare = |&at: &usize| tree.is_verb(at) && tree.kid(at, Dep::Nsubj).is_none();
        let deeds: Vec<usize> = deeds.into_iter().filter(bare).collect();
        let suspected = words.has(Set::SuspicionNoun, tree.lemma(told));
        (!deeds.is_empty()).then_some((deeds, suspected))
    });
    charges.next()
}
