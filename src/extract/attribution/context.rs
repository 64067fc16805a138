//! Traits of what stands around a word in the text: its neighbours, commas, quotation marks, and what the cue list made of it.

use crate::lexicon::words::{Set, WordSets};

use super::super::cue::Cue;
use super::super::tree::Tree;

/// The names of the list: `pw`, `nw` the word before and behind, `wpw`, `wnw` the same with the word itself, `start`,
/// `mid`, `end` where it stands, `comma` behind one, `nq` somewhere in a sentence with quotation marks, `noq` in one without.
pub(super) fn context(tree: &Tree, words: &WordSets, token: usize, found: &mut Vec<String>) {
    let lemma = tree.lemma(token);
    let before = token.checked_sub(1).map_or("^", |at| tree.lemma(at));
    let behind = (token + 1 < tree.len()).then(|| tree.lemma(token + 1));
    let behind = behind.unwrap_or("$");
    found.push(format!("pw {before}"));
    found.push(format!("nw {behind}"));
    found.push(format!("wpw {lemma} {before}"));
    found.push(format!("wnw {lemma} {behind}"));
    let place = match token {
        _ if token + 2 >= tree.len() => "end",
        0 | 1 => "start",
        _ => "mid",
    };
    found.push(place.to_owned());
    if before == COMMA {
        found.push("comma".to_owned());
    }
    let quotes = (0..tree.len()).any(|at| words.has(Set::DoubleQuote, tree.word(at)));
    found.push(if quotes { "nq" } else { "noq" }.to_owned());
}

/// A mark, not a word.
const COMMA: &str = ",";

/// What the cue list makes of the word: `cue` with its class and whether speaker and content were found, `rule` the rule
/// that found it, `said` and `speaks` for words that are said or speak by another cue.
pub(super) fn listed(cues: &[Cue], token: usize, found: &mut Vec<String>) {
    for cue in cues {
        if cue.token == token {
            let (speaker, content) = (cue.speaker.is_some(), !cue.contents.is_empty());
            found.push("cue".to_owned());
            found.push(format!("cue {:?} {speaker} {content}", cue.class));
            found.push(format!("rule {}", cue.rule));
        }
        if cue.contents.contains(&token) {
            found.push("said".to_owned());
        }
        if cue.speaker == Some(token) {
            found.push("speaks".to_owned());
        }
    }
}
