//! Finds the word that a frame needs beside its head.

use crate::lexicon::frames::{Frame, Need, Slot};
use crate::model::parsed::{Dep, Pos};

use super::super::tree::Tree;
use super::Event;

/// The token that a frame needs beside its head `token`, `None` where it is not there.
pub(super) fn find_needed(tree: &Tree, token: usize, need: &Need) -> Option<usize> {
    match need {
        Need::Dependent(lemma) => tree
            .kids(token)
            .filter(|&kid| !(tree.dep(kid) == Dep::Ccomp && (kid < token || is_clause(tree, kid))))
            .find(|&kid| tree.lemma(kid) == lemma && tree.dep(kid) != Dep::Conj),
        // "left of his own accord", where the parser hangs the phrase on a name before it.
        Need::Phrase(preposition, noun) => tree
            .prepositions(token)
            .chain(right_behind(tree, token))
            .chain(behind_adverb(tree, token))
            .filter(|&kid| tree.lemma(kid) == preposition)
            .filter_map(|kid| tree.governed(kid))
            .find(|&governed| tree.lemma(governed) == noun)
            .or_else(|| left_out(tree, token, preposition, noun))
            .or_else(|| inside_object(tree, token, preposition, noun))
            .or_else(|| inside_existence(tree, token, preposition, noun)),
    }
}

/// "the market was hit by mortars": a frame that says of words that they tell no deed has its noun behind its verb.
pub(super) fn is_turned_idiom(tree: &Tree, verb: usize, frame: &Frame) -> bool {
    let idiom = matches!((&frame.agent, &frame.theme), (Slot::None, Slot::None));
    idiom && tree.agent(verb).is_some()
}

/// "the finding is that it was caused by rust": a whole clause is no word beside the verb.
fn is_clause(tree: &Tree, verb: usize) -> bool {
    tree.kid(verb, Dep::Mark).is_some()
}

/// "Norwex in talks": in a headline the preposition stands for the copula.
fn left_out(tree: &Tree, token: usize, preposition: &str, noun: &str) -> Option<usize> {
    let stands = tree.word(token).eq_ignore_ascii_case(preposition) && tree.is_verb(token);
    let governed = tree.kid(token, Dep::Pobj).filter(|_| stands)?;
    (tree.lemma(governed) == noun).then_some(governed)
}

/// "set the barn on fire": the parser may hang a bare phrase on the object.
fn inside_object(tree: &Tree, verb: usize, preposition: &str, noun: &str) -> Option<usize> {
    let object = tree.kid(verb, Dep::Dobj)?;
    tree.under_preposition(object, preposition)
        .filter(|&at| tree.lemma(at) == noun && tree.kids(at).next().is_none())
}

/// "there were no prisoners on the plane": the phrase hangs on those of whom there are none.
fn inside_existence(tree: &Tree, verb: usize, preposition: &str, noun: &str) -> Option<usize> {
    let there = tree.kid(verb, Dep::Expl)?;
    let those = tree.kid(verb, Dep::Attr).filter(|&at| at > there)?;
    tree.under_preposition(those, preposition)
        .filter(|&at| tree.lemma(at) == noun)
}

/// "is back in the hands of the army": the parser may hang the phrase on the adverb before it.
fn behind_adverb(tree: &Tree, token: usize) -> Option<usize> {
    let adverb = |&kid: &usize| kid > token && tree.dep(kid) == Dep::Advmod;
    let mut adverbs = tree.kids(token).filter(adverb);
    adverbs.find_map(|kid| tree.prepositions(kid).next().filter(|&at| at == kid + 1))
}

fn right_behind(tree: &Tree, token: usize) -> Option<usize> {
    let next = token + 1;
    (next < tree.len() && tree.dep(next) == Dep::Prep).then_some(next)
}

/// "was found not guilty": the word that the frame needs is the one that is negated.
pub fn lacks_needed(tree: &Tree, event: &Event) -> bool {
    let needed = event.needed.filter(|&at| tree.pos(at) == Pos::Adj);
    needed.is_some_and(|at| at != event.trigger && tree.kid(at, Dep::Neg).is_some())
}
