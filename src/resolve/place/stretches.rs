//! The stretches of a sentence that may name a place, found and widened by the words that belong to them.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::places::{Sense, Side};
use crate::model::parsed::{EntityLabel, ParsedSentence, Pos, Tag};
use crate::model::span::Span;

use super::read::read_name;

/// First and last token of a candidate with the label of its entity, `None` outside entities.
pub(super) type Stretch = (usize, usize, Option<EntityLabel>);

/// First and last token of each candidate with the label of its entity: entities, and runs of proper nouns outside them.
pub(super) fn stretches(sentence: &ParsedSentence, lexicon: &Lexicon) -> Vec<Stretch> {
    let (mut found, taken) = entities(sentence);
    found.extend(loose_names(sentence, &taken));
    found.sort_unstable_by_key(|&(first, ..)| first);
    widen(sentence, lexicon, &mut found);
    found.retain(|&(first, last, label)| {
        is_place_label(label) || is_listed(sentence.slice(cover(sentence, first, last)), lexicon)
    });
    found
}

/// The entities that can be names, and which tokens an entity of any sort takes.
fn entities(sentence: &ParsedSentence) -> (Vec<Stretch>, Vec<bool>) {
    let mut taken = vec![false; sentence.tokens.len()];
    let mut found = Vec::new();
    for entity in &sentence.entities {
        let (first, last) = (entity.first as usize, entity.last as usize);
        taken[first..=last].fill(true);
        if is_no_name(entity.label) {
            continue;
        }
        if let Some((first, last)) = trimmed(sentence, first, last) {
            found.push((first, last, Some(entity.label)));
        }
    }
    (found, taken)
}

/// Runs of proper nouns outside the entities.
fn loose_names(sentence: &ParsedSentence, taken: &[bool]) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < taken.len() {
        let run = (at..taken.len())
            .take_while(|&token| !taken[token] && sentence.tokens[token].pos == Pos::Propn)
            .count();
        if run > 0 {
            found.push((at, at + run - 1, None));
        }
        at += run.max(1);
    }
    found
}

/// Gives each stretch the words beside it that belong to it and that no other one takes.
fn widen(sentence: &ParsedSentence, lexicon: &Lexicon, found: &mut [Stretch]) {
    let mut free = 0;
    for at in 0..found.len() {
        let next = found
            .get(at + 1)
            .map_or(sentence.tokens.len(), |&(first, ..)| first);
        let (first, last, label) = found[at];
        let last = with_rest(sentence, lexicon, (first, last));
        let (first, last) = with_kind(sentence, lexicon, (first, last), free..next);
        found[at] = (first, last, label);
        free = last + 1;
    }
}

/// "Line of Control": the end of a listed name that goes on behind a stretch.
fn with_rest(sentence: &ParsedSentence, lexicon: &Lexicon, (first, last): (usize, usize)) -> usize {
    let of = last + 2 < sentence.tokens.len() && lexicon.parties.is_of(sentence.word(last + 1));
    let whole = || sentence.slice(cover(sentence, first, last + 2));
    match of && lexicon.places.find(whole()).next().is_some() {
        true => last + 2,
        false => last,
    }
}

/// "Line of Control": a common word that goes on as a name of its own is no town of that name.
pub(super) fn goes_on(
    sentence: &ParsedSentence,
    lexicon: &Lexicon,
    first: usize,
    last: usize,
) -> bool {
    let text = sentence.slice(cover(sentence, first, last));
    let of = last + 1 < sentence.tokens.len() && lexicon.parties.is_of(sentence.word(last + 1));
    let name = sentence.tokens.get(last + 2);
    of && name.is_some_and(|token| token.pos == Pos::Propn)
        && lexicon.places.stop_line(text).is_some()
}

/// The stretch with the words beside it that say what it is ("Kherson region", "province of Aleppo", "Handarat district").
fn with_kind(
    sentence: &ParsedSentence,
    lexicon: &Lexicon,
    (first, last): (usize, usize),
    room: Range<usize>,
) -> (usize, usize) {
    let (from, to) = (
        room.start.max(first.saturating_sub(LONGEST_KIND)),
        room.end.min(last + 1 + LONGEST_KIND),
    );
    let behind = kind_behind(sentence, lexicon, last + 1..to);
    if behind > 0 {
        return (first, last + behind);
    }
    (first - kind_before(sentence, lexicon, from..first), last)
}

/// How many of the words right behind a stretch say what it is.
fn kind_behind(sentence: &ParsedSentence, lexicon: &Lexicon, room: Range<usize>) -> usize {
    let words = lower_words(sentence, room);
    let tells = |count: &usize| {
        let part: Vec<&str> = words[..*count].iter().map(String::as_str).collect();
        let found = lexicon.places.qualifiers().find(Side::After, &part);
        found.is_some_and(|found| found.words == *count && tells_kind(found.sense))
    };
    (1..=words.len()).rev().find(tells).unwrap_or(0)
}

/// How many of the words right before a stretch say what it is.
fn kind_before(sentence: &ParsedSentence, lexicon: &Lexicon, room: Range<usize>) -> usize {
    let words = lower_words(sentence, room);
    let tells = |count: &usize| {
        let part = words[words.len() - count..].iter();
        let part: Vec<&str> = part.map(String::as_str).collect();
        let found = lexicon.places.qualifiers().find(Side::Before, &part);
        found.is_some_and(|found| found.words == *count && tells_kind(found.sense))
    };
    (1..=words.len()).rev().find(tells).unwrap_or(0)
}

fn lower_words(sentence: &ParsedSentence, room: Range<usize>) -> Vec<String> {
    room.map(|at| sentence.word(at).to_lowercase()).collect()
}

/// Whether a word beside a name says what sort of place it is.
fn tells_kind(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Region | Sense::Facility | Sense::Natural | Sense::Quarter
    )
}

/// Words of the longest such phrase ("nuclear power plant").
const LONGEST_KIND: usize = 3;

/// The stretch without determiners, owners' marks and punctuation at its edges.
fn trimmed(sentence: &ParsedSentence, first: usize, last: usize) -> Option<(usize, usize)> {
    let edge = |at: &usize| {
        let token = &sentence.tokens[*at];
        matches!(token.tag, Tag::DT | Tag::POS)
            || matches!(token.pos, Pos::Punct | Pos::Space | Pos::Part)
    };
    let first = (first..=last).find(|at| !edge(at))?;
    let last = (first..=last).rev().find(|at| !edge(at))?;
    Some((first, last))
}

fn is_no_name(label: EntityLabel) -> bool {
    matches!(
        label,
        EntityLabel::Cardinal
            | EntityLabel::Date
            | EntityLabel::Language
            | EntityLabel::Money
            | EntityLabel::Ordinal
            | EntityLabel::Percent
            | EntityLabel::Quantity
            | EntityLabel::Time
    )
}

fn is_place_label(label: Option<EntityLabel>) -> bool {
    matches!(
        label,
        Some(EntityLabel::Gpe | EntityLabel::Location | EntityLabel::Facility)
    )
}

fn is_listed(text: &str, lexicon: &Lexicon) -> bool {
    lexicon
        .places
        .find(read_name(text, lexicon.places).name)
        .next()
        .is_some()
}

pub(super) fn cover(sentence: &ParsedSentence, first: usize, last: usize) -> Span {
    Span {
        start: sentence.tokens[first].span.start,
        end: sentence.tokens[last].span.end,
    }
}
