//! "Fourteen is fourteen", "saw no reason to change its mind", "is likely to": clauses that tell nothing by themselves.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Tag};

use super::cue::is_hard_to_say;
use super::reading::Reading;
use super::voice::{is_none, is_only_prospect};

/// Whether the clause of a verb tells nothing that another could deny.
pub(super) fn says_nothing(reading: &Reading, verb: usize) -> bool {
    let prospect = is_only_prospect(&reading.tree, &reading.lexicon().words, verb);
    // "Army in control of Alba": a preposition that stands for a copula which no frame takes.
    let phrase = reading.tree.kid(verb, Dep::Pobj).is_some();
    let blank = is_the_same(reading, verb)
        || is_of_anybody(reading, verb)
        || is_open_to_all(reading, verb)
        || is_open(reading, verb);
    phrase || prospect || blank || has_no_ground(reading, verb)
}

/// "It was too early to say what caused the blast".
fn is_open(reading: &Reading, copula: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let told = tree.kid(copula, Dep::Acomp);
    let below = [Some(copula), told].into_iter().flatten();
    below
        .filter_map(|at| tree.kid(at, Dep::Xcomp))
        .any(|at| is_hard_to_say(tree, words, at))
}

/// "One does not announce a truce after losing the war": what anybody does; "one was killed" counts.
fn is_of_anybody(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let bare = |&at: &usize| tree.kids(at).next().is_none();
    let subject = tree.kid(verb, Dep::Nsubj).filter(bare);
    let now = |at: usize| matches!(tree.tag(at), Tag::VBZ | Tag::VBP | Tag::MD);
    let helped = || {
        tree.kids(verb)
            .any(|kid| tree.dep(kid) == Dep::Aux && now(kid))
    };
    let one = subject.is_some_and(|at| words.has(Set::GenericPronoun, tree.lemma(at)));
    one && (now(verb) || helped())
}

/// "A deal is a deal".
fn is_the_same(reading: &Reading, copula: usize) -> bool {
    let tree = &reading.tree;
    let bare = |at: usize| tree.kids(at).all(|kid| tree.dep(kid) == Dep::Det);
    let told = tree.kid(copula, Dep::Attr);
    let told = told.or_else(|| tree.kid(copula, Dep::Acomp));
    let pair = tree.kid(copula, Dep::Nsubj).zip(told);
    let bare_pair = pair.filter(|&(one, other)| bare(one) && bare(other));
    bare_pair.is_some_and(|(one, other)| tree.lemma(one) == tree.lemma(other))
}

/// "Anyone can come and see": whoever may do so is nobody who does.
fn is_open_to_all(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let may = |at: usize| {
        let mut below = tree.kids(at);
        below.any(|kid| words.has(Set::PossibleAux, tree.lemma(kid)))
    };
    let first = match tree.dep(verb) {
        Dep::Conj if tree.kid(verb, Dep::Nsubj).is_none() => tree.head(verb).unwrap_or(verb),
        _ => verb,
    };
    let anyone = |at: usize| words.has(Set::AnyonePronoun, tree.lemma(at));
    may(first) && tree.subject(first).is_some_and(anyone)
}

/// "sees no reason to step down", "had no cause to doubt it": how somebody thinks of it.
fn has_no_ground(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let thinks = |verb: usize| {
        let lemma = tree.lemma(verb);
        words.has(Set::SeeingVerb, lemma) || words.has(Set::HavingVerb, lemma)
    };
    let infinitive = |kid: usize| tree.is_verb(kid) && tree.tag(kid) == Tag::VB;
    let ground = tree
        .kid(verb, Dep::Dobj)
        .filter(|&noun| words.has(Set::GroundNoun, tree.lemma(noun)) && is_none(tree, words, noun));
    thinks(verb) && ground.is_some_and(|noun| tree.kids(noun).any(infinitive))
}
