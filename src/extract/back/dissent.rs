//! "Disagreed with the report", "pleaded not guilty": verbs of dissent and of plea that answer what another said.

use crate::lexicon::words::{LIST, Set, WordSets};
use crate::model::claim::{Claim, Stance};
use crate::model::parsed::{Dep, Pos};

use super::super::cue::{is_hypothetical, is_negated, plea, verb_speaker};
use super::super::reading::Reading;
use super::super::tree::Tree;
use super::super::voice::Voice;
use super::reply::Reply;
use super::{Answer, is_told_below};

/// "disagreed with the report", "differs with the minister": what another said is not so.
pub(super) fn dissents(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.is_verb(token) && words.has(Set::DissentVerb, tree.lemma(token));
    let open = || is_negated(tree, words, token) || is_hypothetical(tree, words, token);
    let told = with_whom(tree, words, token).filter(|_| verb)?;
    if open() {
        return None;
    }
    let said = words.has(Set::BackNoun, tree.lemma(told)) && tree.pos(told) == Pos::Noun;
    let whose = if said {
        super::pointer::owner(reading, told)
    } else {
        Some(told).filter(|&at| tree.pos(at) == Pos::Propn || words.is_somebody(tree.lemma(at)))
    };
    if !said && whose.is_none() {
        return None;
    }
    answer(reading, token, token, whose, false)
}

/// What a verb of dissent is said of: the only thing that hangs on it beside when.
fn with_whom(tree: &Tree, words: &WordSets, verb: usize) -> Option<usize> {
    let mut below = tree.prepositions(verb);
    let with = below.find(|&kid| words.has(Set::WithPreposition, tree.lemma(kid)))?;
    let object = tree
        .kids(verb)
        .any(|kid| matches!(tree.dep(kid), Dep::Dobj | Dep::Ccomp | Dep::Xcomp));
    tree.governed(with).filter(|_| !object)
}

/// "pleaded not guilty", "pleaded not guilty to the charges": none of what is laid at the door of whoever pleads.
pub(super) fn pleads(reading: &Reading, token: usize) -> Option<Reply> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let plea = plea(tree, words, token)?;
    let charges = |of: usize| words.has(Set::ChargeNoun, tree.lemma(of));
    if plea.of.is_some_and(|of| !charges(of)) {
        return None;
    }
    answer(reading, token, plea.word, None, true)
}

/// "pleaded not guilty to fraud": the deed that the plea names, where nothing else of the sentence tells it.
pub(super) fn pleads_deed(reading: &Reading, token: usize, claimed: &[Claim]) -> Option<Answer> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let of = plea(tree, &lexicon.words, token)?.of?;
    let mut frames = lexicon.frames.of_noun(tree.lemma(of)).iter();
    let deed = frames.any(|frame| frame.needs.is_none());
    let told = is_told_below(reading, claimed, of);
    (deed && !told).then_some((Some(of), Stance::Deny, LIST))
}

fn answer(
    reading: &Reading,
    verb: usize,
    token: usize,
    claimant: Option<usize>,
    charged: bool,
) -> Option<Reply> {
    let speaker = verb_speaker(&reading.tree, &reading.lexicon().words, verb)?;
    Some(Reply {
        token,
        claimant,
        told: false,
        charged,
        voices: vec![Voice::plain(speaker, Stance::Deny)],
    })
}
