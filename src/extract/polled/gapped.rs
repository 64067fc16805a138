//! "Otieno at 54 percent and Kalenga at 43", "54 percent to 43 for Kalenga": the shares of others, told in a gap.

use crate::lexicon::assertions::Assertions;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Question};
use crate::model::parsed::{Dep, Pos};

use super::super::draft::Draft;
use super::super::leftover::{FIGURE_RULE, holds};
use super::super::phrase::phrase_text;
use super::super::quantity::{BARE, Figure};
use super::super::reading::Reading;
use super::VOTE;

/// A claim for each share in a gap behind one that `claims` hold as somebody's share of the vote.
pub(in super::super) fn shares_in_gaps(reading: &Reading, claims: &[Claim]) -> Vec<Claim> {
    let vote = |claim: &&Claim| {
        let family = Assertions::builtin().family(&claim.assertion.value);
        claim.question == Question::Quantity && family == VOTE
    };
    let mut found = Vec::new();
    for (at, figure) in reading.figures.iter().enumerate() {
        let weak = |claim: &Claim| figure.share || claim.assertion.rule != FIGURE_RULE;
        let held = claims
            .iter()
            .any(|claim| holds(claim, figure) && weak(claim));
        if !is_part(figure) || held {
            continue;
        }
        let before = reading.figures[..at].iter().rfind(|other| other.share);
        let Some((first, who)) = before.zip(owner_in_gap(reading, figure)) else {
            continue;
        };
        let told = claims
            .iter()
            .filter(vote)
            .filter(|claim| holds(claim, first));
        found.extend(told.map(|claim| share_of(reading, claim, who, figure)));
    }
    found
}

/// Whether another share stands in a gap behind a share.
pub(super) fn is_followed(reading: &Reading, share: &Figure) -> bool {
    let mut others = reading
        .figures
        .iter()
        .filter(|other| other.first > share.last);
    others.any(|other| is_part(other) && owner_in_gap(reading, other).is_some())
}

/// A share, or a number that may be one ("54 percent and Kalenga at 43").
fn is_part(figure: &Figure) -> bool {
    let bare = figure.rule == BARE && figure.high.is_some_and(|high| high < WHOLE);
    figure.share || bare
}

/// Per cent of the whole.
const WHOLE: f64 = 100.0;

/// Whose a share is behind which or before which they stand without a verb.
fn owner_in_gap(reading: &Reading, figure: &Figure) -> Option<usize> {
    let before = reading
        .figures
        .iter()
        .rfind(|other| other.share && other.last < figure.first)?;
    let who = led_by(reading, figure, before).or_else(|| followed_by(reading, figure))?;
    let verbs = (before.last + 1..figure.first).any(|at| reading.tree.is_verb(at));
    (!verbs).then_some(who)
}

/// "Kalenga at 43 percent", "the president 30 percent": the name before it, behind the preposition of the share before.
fn led_by(reading: &Reading, figure: &Figure, before: &Figure) -> Option<usize> {
    let tree = &reading.tree;
    let led = |figure: &Figure| {
        let at = figure.first.checked_sub(1)?;
        (tree.pos(at) == Pos::Adp).then_some(at)
    };
    let who = match (led(before), led(figure)) {
        (Some(one), Some(other)) if tree.lemma(one) == tree.lemma(other) => other.checked_sub(1)?,
        (_, None) => figure.first.checked_sub(1)?,
        _ => return None,
    };
    is_side(reading, who)
        .then_some(who)
        .filter(|&who| who > before.last)
}

/// "43 percent for Kalenga": the name behind it.
fn followed_by(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let behind = figure.last + 1;
    let led = behind < tree.len() && words.has(Set::ForPreposition, tree.lemma(behind));
    let who = tree.governed(Some(behind).filter(|_| led)?)?;
    is_side(reading, who).then_some(who)
}

fn is_side(reading: &Reading, at: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let fixed = tree.kid(at, Dep::Det).is_some();
    tree.pos(at) == Pos::Propn || fixed && words.is_somebody(tree.lemma(at))
}

/// The same claim about another, with his share.
fn share_of(reading: &Reading, claim: &Claim, who: usize, figure: &Figure) -> Claim {
    let mut claim = claim.clone();
    let span = reading.tree.sentence.tokens[who].span;
    let text = phrase_text(&reading.tree, &reading.lexicon().words, who).0;
    claim.actor = Some(Found::at(text, span, "actor.gapped"));
    claim.actor_party = None;
    figure.replace_in(&mut claim);
    Draft { claim }.finish(reading)
}
