//! Free indirect speech: "They knew of nothing, its director said. No meeting had ever been held." goes on in the past perfect,
//! and "Nor do we hold the bridge" with a denial, as the word of whoever spoke right before.

use compact_str::CompactString;

use crate::lexicon::cues::CueClass;
use crate::lexicon::dates::Unit;
use crate::lexicon::words::Set;
use crate::model::claim::Found;
use crate::model::parsed::{Dep, Pos, Tag};
use crate::model::span::TextField;

use super::Placed;
use super::anaphora::Memory;
use super::cue::{is_negated, verb_entry};
use super::date::DateMention;
use super::reading::Reading;
use super::voice::is_none;

/// Whose word a sentence is that names nobody who reports it and goes on from the report right before.
pub(super) fn goes_on(
    at: usize,
    sentences: &[Placed],
    reading: &Reading,
    memory: &Memory,
) -> Option<Found<CompactString>> {
    let body = |at: usize| sentences[at].field == TextField::Body && sentences[at].run.is_none();
    let before = at.checked_sub(1)?;
    let follows = body(at) && sentences[before].field == TextField::Body;
    let spoke = memory.spoke == Some(before);
    let says = |speaker: usize| !reading.shows_only(speaker);
    if !follows || !spoke || reading.cues.iter().any(|cue| cue.speaker.is_some_and(says)) {
        return None;
    }
    let root = (0..reading.tree.len()).find(|&at| reading.tree.head(at).is_none())?;
    let opens = sentences[at].paragraph != sentences[before].paragraph;
    // "Critics had called it a wish list": whose report that is, the sentence tells.
    let reports = is_report(reading, root);
    let goes_on = !reports && is_backshifted(reading, root) && (!opens || denies(reading, root));
    let told = goes_on || adds_denial(reading);
    let name = memory.speaker.clone().filter(|_| told)?;
    Some(Found::implied(name, "speaker.free-indirect"))
}

/// "had never been held": what "has never been held" becomes in reported speech. "In 2019 the firm had sold it" is what the
/// outlet tells of the time before.
fn is_backshifted(reading: &Reading, root: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let had = |kid: usize| {
        let past = tree.dep(kid) == Dep::Aux && tree.tag(kid) == Tag::VBD;
        past && words.has(Set::PerfectAux, &tree.word(kid).to_lowercase())
    };
    let perfect = tree.is_verb(root) && tree.kids(root).any(had);
    // "Had they known, they would have left": a condition.
    let opens = |at: usize| tree.pos(at) == Pos::Aux;
    let dated = |date: &DateMention| date.first < OPENING || date.grain == Unit::Year;
    perfect && !opens(0) && !reading.dates.iter().any(dated)
}

fn is_report(reading: &Reading, root: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let entry = verb_entry(tree, &lexicon.cues, root);
    let says = entry.is_some_and(|entry| {
        matches!(
            entry.class,
            CueClass::Say | CueClass::Confirm | CueClass::Deny
        )
    });
    says || lexicon.words.has(Set::NamingVerb, tree.lemma(root))
}

/// "No mine had been laid by them": a paragraph of the outlet's own begins with what somebody did ("Corvel had hoped for more"),
/// and hardly ever with what nobody did.
fn denies(reading: &Reading, root: usize) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    let subject = tree.subject(root);
    is_negated(tree, words, root) || subject.is_some_and(|at| is_none(tree, words, at))
}

/// "Nor had anyone been aware of it", "Nor do they hold the bridge".
fn adds_denial(reading: &Reading) -> bool {
    let (tree, words) = (&reading.tree, &reading.lexicon().words);
    tree.len() > 2 && words.has(Set::FurtherNegator, tree.lemma(0)) && tree.pos(1) == Pos::Aux
}

/// Tokens of a sentence within which a date sets the scene for all of it.
const OPENING: usize = 3;
