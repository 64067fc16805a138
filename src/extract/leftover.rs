//! Figures that no claim of their sentence took up: how many people, arms or places a party speaks of all the same.

use compact_str::{CompactString, format_compact};

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found, Question};
use crate::model::parsed::{Dep, Pos};

use super::again::Tally;
use super::anaphora::Memory;
use super::cue::{GAUGE_RULE, verb_entry, verb_speaker};
use super::draft::Draft;
use super::quantity::Figure;
use super::reading::Reading;
use super::tree::OF;
use super::voice::Voice;

/// The assertion that there are so many.
const COUNT: &str = "count";

/// The rule of a claim that only tells a figure.
pub const FIGURE_RULE: &str = "assertion.figure";

/// "together with six crew members", "speaks of 65 prisoners": a claim for each counted figure that somebody tells and
/// that none of `claims` holds.
pub fn leftover_claims(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    let left = reading
        .figures
        .iter()
        .filter(|figure| counts_something(reading, figure))
        .filter(|figure| !takes(claims, figure));
    left.flat_map(|figure| figure_claims(reading, memory, figure))
        .collect()
}

/// "put the figure at ten", "the army's count is 4,700": a figure of what the text counted before.
pub fn tally_claims(reading: &Reading, memory: &Memory, claims: &[Claim]) -> Vec<Claim> {
    if reading.figures.is_empty() {
        return Vec::new();
    }
    let bare = reading
        .figures
        .iter()
        .filter(|figure| figure.counted.is_none() && !figure.share && !takes(claims, figure));
    let here = Tally::all(claims);
    let known = if here.is_empty() {
        &memory.tallies
    } else {
        &here
    };
    let noun = |figure: &Figure| {
        let tally = tally_noun(reading, figure).filter(|_| figure.unit.is_empty());
        tally.or_else(|| told_number(reading, figure))
    };
    bare.filter_map(|figure| Some((figure, noun(figure)?, Tally::of_number(known, figure.low)?)))
        .flat_map(|(figure, noun, tally)| {
            let mut told = told_tally(reading, memory, figure, noun);
            told.iter_mut().for_each(|claim| tally.lend(claim));
            told
        })
        .collect()
}

fn takes(claims: &[Claim], figure: &Figure) -> bool {
    claims
        .iter()
        .filter_map(|claim| claim.quantity.as_ref())
        .filter_map(|quantity| quantity.span)
        .any(|span| span.start < figure.span.end && figure.span.start < span.end)
}

/// The noun of a count, itself without what it counts, that the clause gives the figure to.
fn tally_noun(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let verb = tree.head_verb(figure.head)?;
    let open = |&noun: &usize| {
        let below = tree.kids(noun).any(|kid| {
            matches!(tree.dep(kid), Dep::Prep | Dep::Acl | Dep::Relcl)
                && !tree.is_below(figure.head, kid)
        });
        words.has(Set::TallyNoun, tree.lemma(noun)) && !below
    };
    [tree.subject(verb), tree.object(verb)]
        .into_iter()
        .flatten()
        .find(open)
}

/// "said it was 58", "speaks of 300", "lists eleven": the number itself, where a report tells it of what was counted.
fn told_number(reading: &Reading, figure: &Figure) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let number = (figure.first..=figure.last).find(|&at| tree.pos(at) == Pos::Num)?;
    let verb = tree.head_verb(number)?;
    let it = |at: usize| lexicon.words.has(Set::ItPronoun, tree.lemma(at));
    let direct = tree.head(number) == Some(verb);
    let equated =
        direct && tree.dep(number) == Dep::Attr && tree.kid(verb, Dep::Nsubj).is_some_and(it);
    let says = || {
        verb_entry(tree, &lexicon.cues, verb)
            .is_some_and(|entry| matches!(entry.class, CueClass::Say | CueClass::Confirm))
    };
    let beside = direct && tree.dep(number) == Dep::Dobj;
    let below = tree.head(number).is_some_and(|at| {
        tree.dep(at) == Dep::Prep && tree.lemma(at) == OF && tree.head(at) == Some(verb)
    });
    (equated || (beside || below) && says()).then_some(number)
}

fn told_tally(reading: &Reading, memory: &Memory, figure: &Figure, noun: usize) -> Vec<Claim> {
    let root = reading.tree.head_verb(noun).unwrap_or(noun);
    let told = reading.voices_of(noun);
    let owned = |voice: Voice| Voice {
        speaker: voice
            .speaker
            .or_else(|| reading.tree.possessor(noun))
            .or_else(|| teller(reading, noun)),
        ..voice
    };
    told.into_iter()
        .map(owned)
        .filter(|voice| voice.speaker.is_some() || reading.is_somebodys())
        .flat_map(|voice| {
            let draft = Draft::figure(reading, root, noun, &voice, memory);
            draft.counted(&[figure], &COUNT.into())
        })
        .map(|draft| draft.finish(reading))
        .collect()
}

/// Who lists or gives a number.
fn teller(reading: &Reading, number: usize) -> Option<usize> {
    let tree = &reading.tree;
    let verb = tree.head_verb(number)?;
    let gives = reading
        .lexicon()
        .words
        .has(Set::GaugeVerb, tree.lemma(verb))
        && tree.object(verb) == Some(number);
    let reports = || {
        verb_entry(tree, &reading.lexicon().cues, verb)
            .is_some_and(|entry| entry.class == CueClass::Say)
    };
    let says = gives || tree.pos(number) == Pos::Num && reports();
    verb_speaker(tree, &reading.lexicon().words, verb).filter(|_| says)
}

fn counts_something(reading: &Reading, figure: &Figure) -> bool {
    let words = &reading.lexicon().words;
    let sets = [
        Set::PersonNoun,
        Set::LossNoun,
        Set::ArmsNoun,
        Set::TargetNoun,
    ];
    // "471 dead": a word for harm is an event, or the parser lost it.
    let harm = |noun: usize| {
        let lemma = reading.tree.lemma(noun);
        reading.tree.pos(noun) == Pos::Adj || !reading.lexicon().frames.of_noun(lemma).is_empty()
    };
    // "one contractor said", "two sister ships": who speaks, and what kind, are not counted.
    let aside = |noun: usize| {
        reading.tree.dep(noun) == Dep::Compound
            || reading.cues.iter().any(|cue| cue.speaker == Some(noun))
    };
    figure
        .counted
        .is_none_or(|noun| !harm(noun) && !aside(noun))
        && !figure.unit.is_empty()
        && !figure.share
        && (sets.iter().any(|&set| words.has(set, &figure.unit)) || is_gauged(reading, figure))
}

/// "put the number of operatives at 800": whatever they are, somebody counts them.
fn is_gauged(reading: &Reading, figure: &Figure) -> bool {
    let gauges = |at: usize| {
        reading
            .cues
            .iter()
            .any(|cue| cue.token == at && cue.rule == GAUGE_RULE)
    };
    figure.counted.is_none() && reading.tree.ancestors(figure.head).any(gauges)
}

fn figure_claims(reading: &Reading, memory: &Memory, figure: &Figure) -> Vec<Claim> {
    let noun = figure.counted.unwrap_or(figure.head);
    let root = reading.tree.head_verb(noun).unwrap_or(noun);
    let told = reading.voices_of(noun);
    let said = |voice: &&Voice| voice.speaker.is_some() || reading.is_somebodys();
    let claim = |voice: &Voice| {
        let draft = Draft::figure(reading, root, noun, voice, memory);
        // Figures of different verbs are not rivals.
        let of = format_compact!("{COUNT}:{}", reading.tree.lemma(root));
        draft.counted(&[figure], &of)
    };
    told.iter()
        .filter(said)
        .flat_map(claim)
        .map(|draft| draft.finish(reading))
        .collect()
}

impl Draft {
    /// A claim that there is what a noun counts, in the clause of `root`.
    fn figure(reading: &Reading, root: usize, noun: usize, voice: &Voice, memory: &Memory) -> Self {
        let mut draft = Draft::plain(reading, root, voice, memory);
        let span = reading.tree.sentence.tokens[noun].span;
        let claim = &mut draft.claim;
        claim.trigger = span;
        claim.assertion = Found::at(CompactString::from(COUNT), span, FIGURE_RULE);
        claim.question = Question::Quantity;
        claim.actor = None;
        draft.set_object(reading, Some(noun));
        draft
    }
}
