//! "The default rate was 3.1 percent", "losses have reached 200", "the pit cost 6 million", "the trench is 9 km long": how much
//! somebody says that a thing is or comes to.

use compact_str::{CompactString, format_compact};

use crate::lexicon::words::Set;
use crate::model::claim::Claim;
use crate::model::parsed::{Dep, EntityLabel, Pos};

use super::anaphora::Memory;
use super::fate_of_count::fated_all;
use super::leftover::{amounts, holds};
use super::quantity::Figure;
use super::reading::Reading;
use super::tree::OF;

/// The claims of the figures that a clause gives to its subject and that none of `claims` holds.
pub(super) fn levels(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let clauses = (0..reading.tree.len())
        .filter_map(|verb| level(reading, verb).map(|(thing, figure)| (verb, thing, figure)));
    clauses
        .filter(|(_, _, figure)| !claims.iter().any(|claim| holds(claim, figure)))
        .flat_map(|(verb, thing, figure)| {
            let voices = reading.voices_of(verb).into_iter();
            let of = measure(reading, verb, (thing, figure));
            let claims = amounts(reading, memory, verb, (thing, figure, &of), voices);
            fated_all(reading, thing, claims)
        })
        .collect()
}

/// What is measured: the thing itself, how long or wide it is, or how fast.
fn measure(reading: &Reading, verb: usize, (thing, figure): (usize, &Figure)) -> CompactString {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let name = tree.lemma(thing);
    match measured(reading, verb) {
        // "6 km of coast" and "the coast is 6 km long" measure alike.
        Some(way) if words.has(Set::LengthAdjective, tree.lemma(way)) => {
            format_compact!("{name} {}", figure.unit)
        }
        Some(way) => format_compact!("{name} {}", tree.lemma(way)),
        None if pace(reading, verb).is_some() => figure.unit.clone(),
        None if extent(reading, figure) == Some(thing) => format_compact!("{name} {}", figure.unit),
        None => name.into(),
    }
}

/// "27 km of the coast": what the length is of.
fn extent(reading: &Reading, figure: &Figure) -> Option<usize> {
    let tree = &reading.tree;
    let length = tree.label(figure.head) == Some(EntityLabel::Quantity) && !figure.share;
    tree.under_preposition(figure.head, OF)
        .filter(|&of| length && figure.counted.is_none() && tree.pos(of) == Pos::Noun)
}

/// "the fouled stretch of coast": the coast.
fn whole(reading: &Reading, part: usize) -> usize {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let of = tree.under_preposition(part, OF);
    let named = words.has(Set::StretchNoun, tree.lemma(part));
    of.filter(|&of| named && tree.pos(of) == Pos::Noun)
        .unwrap_or(part)
}

/// "9 km long": in which way a thing is measured.
fn measured(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let adjective = tree.kid(verb, Dep::Acomp)?;
    words
        .has(Set::MeasureAdjective, tree.lemma(adjective))
        .then_some(adjective)
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
    // "the damage amounted to 40 million": no damage is told, but how much it was.
    let sums = words.has(Set::SumVerb, tree.lemma(verb));
    let told = reading
        .events
        .iter()
        .any(|event| event.trigger == verb || event.trigger == subject && !sums);
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
        || sums
        || figure.share
        || matches!(
            tree.label(at),
            Some(EntityLabel::Money | EntityLabel::Percent | EntityLabel::Quantity)
        )
        || pace(reading, verb) == Some(at);
    let dated = matches!(tree.label(at), Some(EntityLabel::Date | EntityLabel::Time));
    let thing = extent(reading, figure).unwrap_or_else(|| whole(reading, subject));
    (measure && !dated).then_some((thing, figure))
}

/// "was sailing at 16 knots", "drove at a speed of 90 km/h": the number of a speed.
fn pace(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let told = tree
        .prepositions(verb)
        .filter(|&kid| words.has(Set::LevelPreposition, tree.lemma(kid)))
        .find_map(|kid| tree.governed(kid))?;
    let at = match words.has(Set::SpeedNoun, tree.lemma(told)) {
        true => tree.under_preposition(told, OF)?,
        false => told,
    };
    let speed = |figure: &&Figure| {
        words.has(Set::SpeedUnit, &figure.unit)
            && ((figure.first..=figure.last).contains(&at) || figure.head == at)
    };
    reading.figures.iter().find(speed).map(|_| at)
}

/// "put the speed of the bus at 90 km/h": what moves, and the unit that tells how fast.
pub(super) fn moved<'r>(
    reading: &'r Reading,
    noun: usize,
    figure: &'r Figure,
) -> Option<(usize, &'r str)> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let fast =
        words.has(Set::SpeedNoun, tree.lemma(noun)) && words.has(Set::SpeedUnit, &figure.unit);
    let mover = tree
        .under_preposition(noun, OF)
        .or_else(|| tree.possessor(noun))?;
    let thing = matches!(tree.pos(mover), Pos::Noun | Pos::Propn);
    (fast && thing).then_some((mover, figure.unit.as_str()))
}

/// Where the verb says that its subject stands: "was 3 percent", "stood at 3 percent", "reached 200".
fn stands_at(reading: &Reading, verb: usize) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let lemma = tree.lemma(verb);
    if words.has(Set::Copula, lemma) {
        let extent = |adjective: usize| tree.kid(adjective, Dep::Npadvmod);
        return tree
            .kid(verb, Dep::Attr)
            .or_else(|| measured(reading, verb).and_then(extent));
    }
    // "amounted to 300 crowns", "totalled 300", "consisted of five shipments".
    if words.has(Set::SumVerb, lemma) {
        let governed = tree.prepositions(verb).find_map(|kid| tree.governed(kid));
        return governed.or_else(|| tree.kid(verb, Dep::Dobj));
    }
    if words.has(Set::ReachVerb, lemma) {
        return tree.kid(verb, Dep::Dobj);
    }
    if let Some(at) = pace(reading, verb) {
        return Some(at);
    }
    if !words.has(Set::LevelVerb, lemma) {
        return None;
    }
    tree.prepositions(verb)
        .filter(|&kid| words.has(Set::LevelPreposition, tree.lemma(kid)))
        .find_map(|kid| tree.governed(kid))
}
