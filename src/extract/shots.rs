//! How often somebody fired: "fired twice", "heard four shots" and "a single round was fired" tell one count.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Quantity, Question, Stance};
use crate::model::parsed::Dep;

use super::leftover::holds;
use super::quantity::{Figure, TIMES};
use super::reading::Reading;

/// The assertion that so many were fired, and what is counted of it.
const FIRED: &str = "launch";
const SHOT: &str = "shot";

/// The rule of a figure that "a single" tells.
const SINGLE_RULE: &str = "figure.single";

/// Makes the counts of shots of a sentence claims on one matter, whatever its verb and noun.
pub(super) fn count_shots(reading: &Reading, claims: &mut [Claim]) {
    for figure in &reading.figures {
        let Some(fired) = fired(reading, figure) else {
            continue;
        };
        for claim in claims.iter_mut().filter(|claim| holds(claim, figure)) {
            let Some(quantity) = claim.quantity.as_mut() else {
                continue;
            };
            quantity.value.unit = SHOT.into();
            quantity.value.of = Some(FIRED.into());
            as_fired(claim, fired);
        }
    }
    for noun in 0..reading.tree.len() {
        single(reading, noun, claims);
    }
}

fn as_fired(claim: &mut Claim, fired: bool) {
    claim.question = Question::Quantity;
    claim.assertion.value = FIRED.into();
    claim.object = None;
    // Who hears or counts shots did not fire them.
    if !fired {
        claim.actor = None;
    }
}

/// Whether a figure counts shots: `true` where its verb tells that they were fired, `false` where somebody heard or
/// counted them.
fn fired(reading: &Reading, figure: &Figure) -> Option<bool> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.head_verb(figure.head)?;
    let fires = is_fired(reading, verb);
    let times = figure.unit == TIMES;
    let is = |set| {
        figure
            .counted
            .is_some_and(|noun| words.has(set, tree.lemma(noun)))
    };
    let heard = words.has(Set::HearVerb, tree.lemma(verb)) || tree.kid(verb, Dep::Expl).is_some();
    let counts = times || is(Set::ShotNoun) || is(Set::RoundNoun);
    let plain = is(Set::ShotNoun) && heard;
    // "fired twelve times": beside the verb, and no count of something else.
    let own = !times || tree.head(figure.head) == Some(verb);
    (fires && counts && own || plain).then_some(fires)
}

/// "fired", "opened fire": no missile, and nobody from a post.
fn is_fired(reading: &Reading, verb: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let opens = || {
        let fire = |at: usize| words.has(Set::FireNoun, tree.lemma(at));
        words.has(Set::OpenVerb, tree.lemma(verb)) && tree.object(verb).is_some_and(fire)
    };
    let other = tree.kid(verb, Dep::Dobj).is_some_and(|object| {
        let sets = [Set::ShotNoun, Set::RoundNoun, Set::FireNoun];
        let timed = tree.kids(object).any(|kid| tree.dep(kid) == Dep::Nummod)
            && tree.lemma(object) == TIMES;
        !timed
            && !sets
                .into_iter()
                .any(|set| words.has(set, tree.lemma(object)))
    });
    opens() || words.has(Set::FireVerb, tree.lemma(verb)) && !other
}

/// "a single shot was fired".
fn single(reading: &Reading, noun: usize, claims: &mut [Claim]) {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let shot = [Set::ShotNoun, Set::RoundNoun];
    if !shot.into_iter().any(|set| words.has(set, tree.lemma(noun))) {
        return;
    }
    let one = tree
        .kids(noun)
        .find(|&kid| words.has(Set::SingleWord, tree.lemma(kid)));
    let verb = tree.head_verb(noun).filter(|&verb| is_fired(reading, verb));
    let (Some(one), Some(verb)) = (one, verb) else {
        return;
    };
    let span = tree.sentence.tokens[one].span;
    let trigger = tree.sentence.tokens[verb].span;
    let open = |claim: &&mut Claim| {
        claim.trigger == trigger && claim.quantity.is_none() && claim.stance.value == Stance::Affirm
    };
    for claim in claims.iter_mut().filter(open) {
        let value = Quantity {
            low: Some(1.0),
            high: Some(1.0),
            unit: SHOT.into(),
            of: Some(CompactString::from(FIRED)),
        };
        claim.quantity = Some(Found::at(value, span, SINGLE_RULE));
        as_fired(claim, true);
    }
}
