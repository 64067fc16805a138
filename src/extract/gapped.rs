//! "Downed 89 drones over the country, and 18 over Novgorod", "30 were arrested on Friday, 12 on Saturday": a number in a gap
//! counts the same at another place or on another day.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Question};
use crate::model::parsed::{Pos, Tag};

use super::anaphora::Memory;
use super::date::{DateMention, Kind};
use super::draft::{Draft, VERB_RULE};
use super::leftover::{FIGURE_RULE, holds};
use super::named_place::names_of;
use super::phrase::phrase_text;
use super::place::{PlaceMention, place_under};
use super::quantity::{BARE, Figure};
use super::reading::Reading;

/// Adds a claim for each bare number before a place or a day of its own that follows what `claims` count, in place of claims that
/// could make little of it.
pub(super) fn count_in_gaps(reading: &Reading, memory: &Memory, claims: &mut Vec<Claim>) {
    for (at, figure) in reading.figures.iter().enumerate() {
        let weak = |claim: &Claim| [VERB_RULE, FIGURE_RULE].contains(&claim.assertion.rule);
        let before = reading.figures[..at].last();
        let Some((first, scene)) = before.zip(scene_in_gap(reading, figure)) else {
            continue;
        };
        // "shot down 12 over X and three over Y": the three were not over X.
        let elsewhere = |claim: &Claim| {
            let told = claim.place.as_ref().and_then(|place| place.span);
            told.is_some_and(|span| span.end <= figure.span.start)
        };
        let framed = claims
            .iter()
            .any(|claim| holds(claim, figure) && !weak(claim) && !elsewhere(claim));
        if framed || !is_gap(reading, first, figure) {
            continue;
        }
        let counted = |claim: &&Claim| {
            claim.question == Question::Quantity && holds(claim, first) && !weak(claim)
        };
        let place = matches!(scene, Scene::Place(_));
        let told: Vec<Claim> = claims.iter().filter(counted).cloned().collect();
        let told: Vec<Claim> = told
            .into_iter()
            .filter_map(|claim| at_scene(reading, memory, claim, figure, &scene))
            .collect();
        if !told.is_empty() {
            // "89 over the country, and 18 over X": the 89 were not over X.
            let wide = |claim: &&mut Claim| claim.place.is_none() && holds(claim, first);
            let around = whole_before(reading, first, figure);
            for claim in claims.iter_mut().filter(|_| place).filter(wide) {
                claim.place_as_written = around.clone().unwrap_or_default();
            }
            claims.retain(|claim| !holds(claim, figure));
            claims.extend(told);
        }
    }
}

/// "the whole country": what a preposition of place governs between two numbers.
fn whole_before(reading: &Reading, first: &Figure, figure: &Figure) -> Option<CompactString> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let led = |&at: &usize| words.has(Set::ScenePreposition, tree.lemma(at));
    let mut between = (first.last + 1..figure.first).filter(led);
    let noun = between.find_map(|at| tree.governed(at))?;
    Some(phrase_text(tree, words, noun).0)
}

/// Where or when a number in a gap counts.
enum Scene<'r> {
    Place(PlaceMention),
    Day(&'r DateMention),
}

/// The place or day that the preposition right behind a bare number governs.
fn scene_in_gap<'r>(reading: &'r Reading, figure: &Figure) -> Option<Scene<'r>> {
    let tree = &reading.tree;
    let preposition = figure.last + 1;
    let bare = figure.rule == BARE && figure.counted.is_none();
    let led = bare && preposition < tree.len() && tree.pos(preposition) == Pos::Adp;
    let preposition = Some(preposition).filter(|_| led)?;
    let point = |date: &&DateMention| {
        [preposition, preposition + 1].contains(&date.first) && date.kind == Kind::Point
    };
    let day = || reading.dates.iter().find(point).map(Scene::Day);
    place_under(tree, reading.lexicon(), preposition)
        .map(Scene::Place)
        .or_else(day)
}

/// Whether a number goes on a list that another one began: behind "and" or a comma, without a verb between.
fn is_gap(reading: &Reading, first: &Figure, figure: &Figure) -> bool {
    let tree = &reading.tree;
    let before = figure.first.checked_sub(1);
    let joined = before.is_some_and(|at| {
        matches!(tree.tag(at), Tag::CC | Tag::Comma | Tag::Colon) || tree.pos(at) == Pos::Adv
    });
    // "said that 12 people had died in X and three in Y": the verb of the number before.
    let clause = tree.head_verb(first.head).unwrap_or(first.last);
    let from = clause.max(first.last) + 1;
    // "listed 89 drones downed over the country": its participle.
    let verbs = (from..figure.first).any(|at| tree.is_verb(at) && tree.tag(at) != Tag::VBN);
    joined && !verbs && clause < figure.first && !figure.share && !first.share
}

/// The same claim with another number, at another place or on another day.
fn at_scene(
    reading: &Reading,
    memory: &Memory,
    mut claim: Claim,
    figure: &Figure,
    scene: &Scene,
) -> Option<Claim> {
    figure.replace_in(&mut claim);
    let mention = match scene {
        Scene::Place(mention) => mention,
        Scene::Day(day) => {
            claim.dates = Some(Found::at(day.range, day.span, day.rule));
            return Some(Draft { claim }.finish(reading));
        }
    };
    let (name, rule) = names_of(reading, mention, memory).into_iter().next()?;
    let draft = Draft { claim }.at_place(mention, name, rule);
    Some(draft.finish(reading))
}
