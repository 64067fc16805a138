//! Figures that another count does not dispute: parts, rates, counts that go on.

use compact_str::CompactString;

use crate::lexicon::assertions::Assertions;
use crate::lexicon::numbers::Sense;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, TOLD_LATER};
use crate::model::parsed::{Dep, Pos};
use crate::model::span::Span;

use super::super::again::Tally;
use super::super::leftover::holds;
use super::super::quantity::Figure;
use super::super::reading::Reading;
use super::super::tree::OF;
use super::number_of;

/// "four died in the house and another seven in the depot", "kill 1,100 a day": no count of all, which another count could
/// dispute.
pub fn open_parts(reading: &Reading, claims: &mut [Claim]) {
    let unit = |claim: &Claim| {
        let quantity = claim.quantity.as_ref();
        quantity.map(|found| found.value.unit.clone())
    };
    for figure in &reading.figures {
        let added = is_added(reading, figure);
        let open = is_rate(reading, figure) || is_risen(reading, figure);
        if !added && !open && !is_of_whole(reading, figure) {
            continue;
        }
        let own = claims.iter().filter(|claim| holds(claim, figure));
        let own: Vec<_> = own.map(unit).collect();
        let part = |claim: &&mut Claim| holds(claim, figure) || added && own.contains(&unit(claim));
        for claim in claims.iter_mut().filter(part) {
            if let Some(quantity) = claim.quantity.as_mut() {
                quantity.rule = TOLD_LATER;
            }
        }
    }
}

fn is_added(reading: &Reading, figure: &Figure) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let before = figure.first.saturating_sub(1);
    (before..=figure.last).any(|at| words.has(Set::MoreWord, tree.lemma(at)))
}

/// "Of the 44 passengers, 12 were children".
fn is_of_whole(reading: &Reading, figure: &Figure) -> bool {
    let tree = &reading.tree;
    let number = number_of(reading, figure);
    let Some(verb) = tree.head(number).filter(|&verb| tree.is_verb(verb)) else {
        return false;
    };
    let mut phrases = tree.prepositions(verb);
    phrases.any(|of| of < number && tree.lemma(of) == OF)
}

/// "the toll has risen to 15": it may go on rising.
fn is_risen(reading: &Reading, figure: &Figure) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let mut over = tree.ancestors(number_of(reading, figure)).take(2);
    over.any(|at| tree.is_verb(at) && words.has(Set::RiseVerb, tree.lemma(at)))
}

fn is_rate(reading: &Reading, figure: &Figure) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let from = figure.last + 1;
    (from..tree.len().min(from + RATE_REACH)).any(|at| {
        let each = at > from && words.has(Set::PerWord, &tree.word(at - 1).to_lowercase());
        // "killed 12 a day after the truce" tells when.
        let when = at + 1 < tree.len() && {
            let next = tree.word(at + 1).to_lowercase();
            reading.lexicon().numbers.has(&next, Sense::Turn)
        };
        let span = words.has(Set::SpanNoun, tree.lemma(at)) && !when;
        each && (span || tree.pos(at) == Pos::Num)
    })
}

/// Tokens behind a figure in which what it is counted by may stand.
const RATE_REACH: usize = 6;

/// "killed or wounded more than 1,000": one figure for two fates is one of all losses.
pub fn join_fates(claims: &mut [Claim]) {
    let told = |claim: &Claim| {
        let quantity = claim.quantity.as_ref()?;
        Some((quantity.span?, quantity.value.of.clone()?))
    };
    let fates: Vec<_> = claims.iter().filter_map(told).collect();
    for claim in claims.iter_mut() {
        let Some((span, of)) = told(claim) else {
            continue;
        };
        let table = Assertions::builtin();
        let harms = |of: &str| {
            LOSSES
                .iter()
                .any(|&loss| table.family(of) == table.family(loss))
        };
        let joined = |(at, other): &(Span, CompactString)| {
            *at == span && table.family(other) != table.family(&of) && harms(other)
        };
        if harms(&of)
            && fates.iter().any(joined)
            && let Some(quantity) = claim.quantity.as_mut()
        {
            quantity.value.of = Some(CompactString::from(LOST));
        }
    }
}

/// Assertions of what befalls the lost.
const LOSSES: [&str; 3] = ["die", "injure", "miss"];

/// The one for all of them.
pub const LOST: &str = "lose_forces";

/// "hours later the hospital put the toll at seven": a count that went on, and no rival one.
pub(super) fn note_update(reading: &Reading, figure: &Figure, tally: &Tally, claim: &mut Claim) {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let adverb = |at: usize| tree.dep(at) == Dep::Advmod || tree.is_verb(at);
    let is =
        |set, at| words.has(set, tree.lemma(at)) || words.has(set, &tree.word(at).to_lowercase());
    let later = tally.is_before_day(claim);
    let updates = later || (0..tree.len()).any(|at| is(Set::UpdateWord, at) && adverb(at));
    let Some(quantity) = claim.quantity.as_mut() else {
        return;
    };
    if updates && tally.is_below(figure.low) {
        quantity.rule = TOLD_LATER;
    }
    // "has so far confirmed 20": there may be more.
    let clause = tree.head_verb(figure.head);
    let going_on = clause.is_some_and(|verb| {
        tree.kids(verb).any(|kid| {
            is(Set::SoFar, kid) && tree.kids(kid).any(|kid| tree.dep(kid) == Dep::Advmod)
        })
    });
    if going_on {
        quantity.rule = TOLD_LATER;
    }
}
