//! Who fired what is only said to have come from somewhere, or to have been fired by somebody.

use crate::lexicon::Lexicon;
use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::frames::{Frame, Slot};
use crate::lexicon::words::Set;
use crate::model::parsed::Dep;

use super::super::tree::{OF, Tree};

/// "a shell fired by the rebels hit the bus": the rebels.
pub(super) fn wielder(tree: &Tree, lexicon: &Lexicon, agent: usize) -> Option<usize> {
    // "Mortar rounds".
    let arms = |kid: usize| {
        tree.dep(kid) == Dep::Compound && lexicon.words.has(Set::ArmsNoun, tree.lemma(kid))
    };
    let weapon = [Set::ArmsNoun, Set::AttackNoun]
        .into_iter()
        .any(|set| lexicon.words.has(set, tree.lemma(agent)))
        || tree.kids(agent).any(arms);
    let used = tree
        .kids(agent)
        .filter(|&kid| weapon && matches!(tree.dep(kid), Dep::Acl | Dep::Relcl));
    // "a strike blamed by Utopia on rebels": whoever blames fired nothing.
    let reports = |verb: usize| lexicon.cues.find(tree.lemma(verb), CuePart::Verb).is_some();
    let passive = used.filter(|&verb| tree.is_passive(verb) && !reports(verb));
    { passive }
        .find_map(|verb| tree.agent(verb))
        .or_else(|| launcher(tree, lexicon, agent).filter(|_| weapon))
}

/// "fired rockets that killed two", "accused rebels of firing rockets that killed two": who fired what did it.
fn launcher(tree: &Tree, lexicon: &Lexicon, weapon: usize) -> Option<usize> {
    let verb = tree
        .head(weapon)
        .filter(|_| tree.dep(weapon) == Dep::Dobj)?;
    let frames = lexicon.frames.of_verb(tree.lemma(verb));
    let fires = frames.iter().any(|frame| {
        FIRED.contains(&frame.assertion.as_str()) && matches!(frame.agent, Slot::Subject)
    });
    let told = tree.kids(weapon).any(|kid| tree.dep(kid) == Dep::Relcl);
    if !(fires && told) || tree.is_passive(verb) {
        return None;
    }
    accused_of(tree, lexicon, verb).or_else(|| tree.subject(verb))
}

/// "accused the rebels of having fired": the rebels.
fn accused_of(tree: &Tree, lexicon: &Lexicon, gerund: usize) -> Option<usize> {
    let of = tree
        .head(gerund)
        .filter(|_| tree.dep(gerund) == Dep::Pcomp)?;
    let above = tree.head(of).filter(|_| tree.lemma(of) == OF)?;
    let (accused, verb) = match tree.is_verb(above) {
        true => (tree.kid(above, Dep::Dobj)?, above),
        false => (
            above,
            tree.head(above).filter(|_| tree.dep(above) == Dep::Dobj)?,
        ),
    };
    let cue = lexicon.cues.find(tree.lemma(verb), CuePart::Verb)?;
    (cue.class == CueClass::Accuse).then_some(accused)
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
