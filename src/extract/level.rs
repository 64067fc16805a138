//! "The default rate was 3.1 percent", "losses have reached 200", "the pit cost 6 million": how much somebody says that a thing
//! is or comes to.

use crate::lexicon::words::Set;
use crate::model::claim::Claim;
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::anaphora::Memory;
use super::leftover::{amounts, holds};
use super::quantity::Figure;
use super::reading::Reading;

/// The claims of the figures that a clause gives to its subject and that none of `claims` holds.
pub(super) fn levels(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let clauses = (0..reading.tree.len())
        .filter_map(|verb| level(reading, verb).map(|(thing, figure)| (verb, thing, figure)));
    clauses
        .filter(|(_, _, figure)| !claims.iter().any(|claim| holds(claim, figure)))
        .flat_map(|(verb, thing, figure)| {
            let voices = reading.voices_of(verb).into_iter();
            amounts(reading, memory, verb, (thing, figure), voices)
        })
        .collect()
}

/// The subject of a clause and the figure that it is said to be.
pub(super) fn level<'r>(reading: &'r Reading, verb: usize) -> Option<(usize, &'r Figure)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    if !tree.is_verb(verb) {
        return None;
    }
    let subject = tree.kid(verb, Dep::Nsubj)?;
    let somebody = words.is_somebody(tree.lemma(subject));
    let thing = tree.pos(subject) == Pos::Noun && !somebody;
    let told = reading
        .events
        .iter()
        .any(|event| event.trigger == verb || event.trigger == subject);
    if !thing || told {
        return None;
    }
    let at = stands_at(reading, verb)?;
    let figure = reading
        .figures
        .iter()
        .find(|figure| (figure.first..=figure.last).contains(&at) || figure.head == at)?;
    // "the victims were 12 miners": who they were, and no measure.
    let measure = figure.counted.is_none()
        || figure.share
        || matches!(
            tree.label(at),
            Some(EntityLabel::Money | EntityLabel::Percent | EntityLabel::Quantity)
        );
    let dated = matches!(tree.label(at), Some(EntityLabel::Date | EntityLabel::Time));
    (measure && !dated).then_some((subject, figure))
}

/// Where the verb says that its subject stands: "was 3 percent", "stood at 3 percent", "reached 200".
fn stands_at(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lemma = tree.lemma(verb);
    if words.has(Set::Copula, lemma) {
        return tree.kid(verb, Dep::Attr);
    }
    if words.has(Set::ReachVerb, lemma) {
        return tree.kid(verb, Dep::Dobj);
    }
    if !words.has(Set::LevelVerb, lemma) {
        return None;
    }
    tree.prepositions(verb)
        .filter(|&kid| words.has(Set::LevelPreposition, tree.lemma(kid)))
        .find_map(|kid| tree.governed(kid))
}
