//! Who fired what is only said to have come from somewhere, or to have been fired by somebody.

use crate::lexicon::Lexicon;
use crate::lexicon::frames::{Frame, Slot};
use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::super::tree::{OF, Tree};

/// "a shell fired by the rebels hit the bus": the rebels.
pub(super) fn wielder(tree: &Tree, lexicon: &Lexicon, agent: usize) -> Option<usize> {
    let lemma = tree.lemma(agent);
    let weapon = [Set::ArmsNoun, Set::AttackNoun]
        .into_iter()
        .any(|set| lexicon.words.has(set, lemma));
    let used = tree
        .kids(agent)
        .filter(|&kid| weapon && matches!(tree.dep(kid), Dep::Acl | Dep::Relcl));
    used.filter(|&verb| tree.is_passive(verb))
        .find_map(|verb| tree.agent(verb))
}

/// "was fired from Utopian soil", "were launched from a base of the rebels": who holds the ground that it came from, where
/// nobody else is said to have done it.
pub(super) fn fired_from(
    tree: &Tree,
    lexicon: &Lexicon,
    frame: &Frame,
    token: usize,
) -> Option<usize> {
    let fires = FIRED.contains(&frame.assertion.as_str())
        && matches!(frame.agent, Slot::Subject)
        && tree.is_passive(token);
    let source = |kid: usize| lexicon.words.has(Set::SourcePreposition, tree.lemma(kid));
    let from = fires && tree.prepositions(token).any(source);
    // "from Alba, on Utopian soil".
    let placed =
        |kid: usize| source(kid) || lexicon.words.has(Set::PlacePreposition, tree.lemma(kid));
    let grounds = tree
        .prepositions(token)
        .filter(|&kid| from && placed(kid))
        .filter_map(|kid| tree.governed(kid));
    let below = |ground: usize| (ground..tree.len()).filter(move |&at| tree.is_below(at, ground));
    grounds
        .flat_map(below)
        .filter(|&at| lexicon.words.has(Set::OriginNoun, tree.lemma(at)))
        .find_map(|at| tree.owner(at).or_else(|| tree.under_preposition(at, OF)))
}

/// "came from": only of a place to shoot from is it said that somebody fired.
pub(super) fn comes_from_ground(frame: &Frame) -> bool {
    matches!(frame.agent, Slot::Preposition(_)) && FIRED.contains(&frame.assertion.as_str())
}

/// "the shell came from a Utopian battery": Utopia.
pub(super) fn holder_of_ground(tree: &Tree, lexicon: &Lexicon, ground: usize) -> Option<usize> {
    let from = lexicon.words.has(Set::OriginNoun, tree.lemma(ground));
    Some(ground)
        .filter(|_| from)
        .and_then(|at| tree.owner(at).or_else(|| tree.under_preposition(at, OF)))
}

/// Assertions that something was fired at somebody.
const FIRED: [&str; 2] = ["attack", "launch"];
