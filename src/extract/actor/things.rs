//! Things that do or cause something, who is behind them, and what happens by itself.

use compact_str::CompactString;

use crate::lexicon::kin::Kin;
use crate::lexicon::numbers::Sense;
use crate::lexicon::words::{Set, WordSets};
use crate::model::claim::{Found, THING};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::super::anaphora::Memory;
use super::super::phrase::phrase_text;
use super::super::reading::Reading;
use super::super::tree::Tree;

/// "greed was to blame", "rust was behind the leak": what is blamed is told, somebody or not.
///
/// "A launch by the rebels was to blame": they are, and no launch.
pub(super) fn to_blame(tree: &Tree, words: &WordSets, agent: usize) -> Option<usize> {
    let copula = tree
        .head(agent)
        .filter(|&verb| tree.dep(agent) == Dep::Nsubj && tree.pos(verb) == Pos::Aux);
    let verb = copula?;
    let blame = tree
        .kid(verb, Dep::Xcomp)
        .is_some_and(|at| words.has(Set::BlameVerb, tree.lemma(at)));
    let mut behind = tree.prepositions(verb);
    let blamed = blame || behind.any(|at| words.has(Set::BehindPreposition, tree.lemma(at)));
    blamed.then(|| tree.by_phrase(agent).unwrap_or(agent))
}

/// "caused by a failed launch by the rebels", "by a rocket from their ranks": whose the thing is, if they are somebody.
pub(super) fn made_by(reading: &Reading, thing: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let from = tree
        .prepositions(thing)
        .find(|&at| lexicon.words.has(Set::AgentPreposition, tree.lemma(at)))
        .and_then(|at| tree.kid(at, Dep::Pobj));
    let side = |&at: &usize| {
        let body = matches!(
            tree.label(at),
            Some(EntityLabel::Org | EntityLabel::Norp | EntityLabel::Person)
        );
        body || names_somebody(reading, at)
    };
    let whose = tree.by_phrase(thing).or(from).filter(side);
    whose.filter(|_| is_thing(reading, thing))
}

/// "the shelling", "a rocket", "two planes": what happens or is used, and nobody who does it.
pub(super) fn is_thing(reading: &Reading, agent: usize) -> bool {
    let tree = &reading.tree;
    // "boycotting the vote was wrong".
    let gerund = tree.pos(agent) == Pos::Verb && tree.tag(agent) == Tag::VBG;
    (tree.pos(agent) == Pos::Noun || gerund) && !names_somebody(reading, agent)
}

/// Whether a noun is one for people, for a body or for whoever speaks.
fn names_somebody(reading: &Reading, at: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let noun = tree.lemma(at);
    let role = || lexicon.parties.role_of(tree.word(at));
    lexicon.words.is_somebody(noun)
        || lexicon.numbers.has(noun, Sense::Person)
        || role().is_some_and(|role| role.speaks())
}

/// "The city says the dam is full, farmers say it is empty": the dam, of which the clause before told.
pub(super) fn thing_before(reading: &Reading, pronoun: usize) -> Option<Found<CompactString>> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let thing = |&at: &usize| {
        matches!(tree.dep(at), Dep::Nsubj | Dep::Nsubjpass)
            && tree.pos(at) == Pos::Noun
            && tree.tag(at) == Tag::NN
            && !words.is_somebody(tree.lemma(at))
    };
    let before = (0..pronoun).rev().find(thing)?;
    let (text, span) = phrase_text(tree, words, before);
    Some(Found::at(text, span, THING))
}

/// "Sales rose. Analysts say they fell": the sales.
pub(super) fn thing_told_alike(
    reading: &Reading,
    pronoun: usize,
    memory: &Memory,
) -> Option<Found<CompactString>> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let word = tree.lemma(pronoun);
    let it = lexicon.words.has(Set::ItPronoun, word)
        && !lexicon.words.has(Set::PersonPronoun, word)
        && tree.tag(pronoun) == Tag::PRP;
    let thing = memory.told_alike(tree, lexicon, pronoun).filter(|_| it)?;
    Some(Found::at(
        thing.clone(),
        tree.sentence.tokens[pronoun].span,
        THING,
    ))
}

/// "crashed because of engine failure", "died in a landslide": what happened by itself, where nobody did it.
pub(in crate::extract) fn mishap(
    reading: &Reading,
    trigger: usize,
) -> Option<Found<CompactString>> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let because = |&at: &usize| words.has(Set::CausePreposition, tree.lemma(at));
    let told = tree.prepositions(trigger).filter(because);
    let of_itself = |&noun: &usize| {
        let (text, _) = phrase_text(tree, words, noun);
        tree.is_nominal(noun) && Kin::embedded().is_mishap(&text)
    };
    // "because of X": the parser hangs both on the first.
    let under = |at: usize| tree.kid(at, Dep::Pobj).or_else(|| tree.governed(at));
    let noun = told.filter_map(under).find(of_itself)?;
    let (text, span) = phrase_text(tree, words, noun);
    Some(Found::at(text, span, THING))
}
