//! "The 'graves' were trenches for a drain": whoever says what a thing in quotation marks was denies that it was one.

use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, Pos};

use super::super::cue::{is_hypothetical, is_negated};
use super::super::reading::Reading;
use super::reply::{Reply, reporters};

/// The answer of a copula that tells what something in quotation marks is.
pub(super) fn scare(reading: &Reading, copula: usize) -> Option<Reply> {
    quoted_thing(reading, copula)?;
    Some(Reply {
        token: copula,
        told: true,
        claimant: None,
        charged: false,
        voices: reporters(reading, copula)?,
    })
}

/// The thing in quotation marks of which a copula tells what it is.
pub(super) fn quoted_thing(reading: &Reading, copula: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let open =
        |at: usize| !words.has(Set::Copula, tree.lemma(at)) || is_hypothetical(tree, words, at);
    if copula >= tree.len() || open(copula) {
        return None;
    }
    let thing = tree
        .kid(copula, Dep::Nsubj)
        .filter(|&at| at < copula && is_quoted_alone(reading, at))?;
    let name = tree.kid(copula, Dep::Attr).filter(|&at| at > copula)?;
    // "nothing but trenches": that is what they were.
    let but = |kid: usize| words.has(Set::NothingBut, tree.lemma(kid));
    let only = tree.kids(name).any(but) || tree.kids(copula).any(but);
    let other = tree.lemma(name) != tree.lemma(thing);
    (other && (only || !is_negated(tree, words, copula))).then_some(thing)
}

/// "the 'mass graves'": a common noun that stands in quotation marks with what describes it, and is nobody's ("the council's
/// 'lapse'" is its word).
fn is_quoted_alone(reading: &Reading, noun: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let mark = |at: usize| at < tree.len() && words.has(Set::QuoteMark, tree.word(at));
    let describes = |kid: usize| matches!(tree.dep(kid), Dep::Amod | Dep::Compound);
    let first = tree.kids(noun).filter(|&kid| describes(kid)).min();
    let first = first.unwrap_or(noun);
    let plain = |kid: usize| match tree.dep(kid) {
        Dep::Det => kid < first && words.has(Set::Determined, tree.lemma(kid)),
        Dep::Punct => true,
        _ => describes(kid),
    };
    let the = tree.kid(noun, Dep::Det).is_some() && tree.kids(noun).all(plain);
    the && tree.pos(noun) == Pos::Noun && mark(noun + 1) && first.checked_sub(1).is_some_and(mark)
}
