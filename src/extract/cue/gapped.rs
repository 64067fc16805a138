//! "The master blames the wiring for the fire, rebels a drone": the second of two who blame leaves out the verb.

use crate::lexicon::cues::CueClass;
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Pos, Tag};

use super::super::tree::{OF, Tree};
use super::Cue;

/// The cues of those who blame behind a comma without saying so again.
pub(super) fn gapped_blame(tree: &Tree, words: &WordSets, found: &[Cue]) -> Vec<Cue> {
    let whole = found.iter().filter(|cue| {
        let blames = matches!(
            cue.class,
            CueClass::Accuse | CueClass::Attribute | CueClass::Hold
        );
        blames && cue.accused.is_some() && cue.speaker.is_some() && !cue.undecided
    });
    let tailed = whole.filter_map(|cue| {
        let last = cue.contents.iter().copied().chain(cue.accused).max()?;
        let (speaker, accused) = tail(tree, words, last)?;
        Some(Cue {
            speaker: Some(speaker),
            accused: Some(accused),
            ..cue.clone()
        })
    });
    tailed.collect()
}

/// Who blames and who is blamed, where nothing else stands behind the comma after `last`.
fn tail(tree: &Tree, words: &WordSets, last: usize) -> Option<(usize, usize)> {
    let comma = (last + 1..tree.len()).find(|&at| tree.tag(at) == Tag::Comma)?;
    let end = (comma + 1..tree.len())
        .find(|&at| tree.pos(at) == Pos::Punct && tree.tag(at) != Tag::HYPH)
        .unwrap_or(tree.len());
    let second = (comma + 2..end.saturating_sub(1)).find(|&at| begins(tree, words, at))?;
    let speaker = second - 1;
    let plain = |at: usize| matches!(tree.pos(at), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn);
    let first = (comma + 1..speaker).all(plain);
    let somebody = tree.pos(speaker) == Pos::Propn || is_somebody(tree, words, speaker);
    let idle = !(second..end).any(|at| {
        matches!(tree.tag(at), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD) || tree.is_time(at)
    });
    let accused = blamed(tree, second, end)?;
    (first && somebody && idle).then_some((speaker, accused))
}

/// "rebels", also where the parser takes the noun for a verb.
fn is_somebody(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let word = tree.word(token).to_lowercase();
    words.is_somebody(tree.lemma(token)) || words.is_somebody(&word)
}

/// Whether a noun phrase begins that is no part of the one before it.
fn begins(tree: &Tree, words: &WordSets, token: usize) -> bool {
    let that_of = tree.tag(token) == Tag::IN && tree.lemma(token + 1) == OF;
    // "attributed it to the storm, the union to neglect".
    let laid = words.has(Set::BlamePreposition, tree.lemma(token));
    matches!(tree.tag(token), Tag::DT | Tag::PRPS | Tag::WDT) || that_of || laid
}

/// The noun of the phrase from `start`, or the one under its "of" ("that of the rebels").
fn blamed(tree: &Tree, start: usize, end: usize) -> Option<usize> {
    let nominal = |&at: &usize| matches!(tree.pos(at), Pos::Noun | Pos::Propn);
    let of = start + 1 < end && tree.lemma(start + 1) == OF;
    let from = if of { start + 2 } else { start };
    let first = (from..end).find(nominal)?;
    (first..end).take_while(|at| nominal(at)).last()
}
