//! Charges that are made against somebody or traded: "made accusations against Norway", "traded accusations of theft".

use crate::lexicon::cues::{CueClass, CueEntry};
use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::tree::{OF, Tree};
use super::{Cue, is_hypothetical, is_negated, verb_speaker};

/// "nine counts of fraud", "a count of assault": a charge, and nothing that was counted.
pub fn is_count_of_charge(tree: &Tree, words: &WordSets, noun: usize) -> bool {
    let of_what = |deed: usize| {
        let single = matches!(tree.tag(deed), Tag::NN | Tag::VBG);
        let bare = tree.kids(deed).all(|kid| tree.dep(kid) != Dep::Det);
        single && bare && !words.is_somebody(tree.lemma(deed))
    };
    let known = |kid: usize| words.has(Set::Determined, tree.lemma(kid));
    words.has(Set::CountOfCharge, tree.lemma(noun))
        && tree.pos(noun) == Pos::Noun
        && tree.under_preposition(noun, OF).is_some_and(of_what)
        && !tree.kids(noun).any(known)
}

/// What a count of a charge tells: "denies nine counts of fraud" denies the fraud.
pub(super) fn counts_of(tree: &Tree, words: &WordSets, token: usize) -> Option<Cue> {
    let deed = tree.under_preposition(token, OF)?;
    is_count_of_charge(tree, words, token).then(|| Cue {
        token,
        class: CueClass::Say,
        modality: None,
        line: LIST,
        speaker: None,
        contents: tree.conjuncts(deed),
        up: Some(token),
        accused: None,
        undecided: false,
        nominal: true,
        charges: true,
        rule: "speaker.count-of-charge",
    })
}

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
