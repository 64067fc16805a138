//! Flat answers: "Not so, said X", "Pure fiction, says X", "Baseless accusations, answered X", "He was blunt: lies."

use crate::lexicon::cues::{CueClass, CuePart};
use crate::lexicon::words::Set;
use crate::model::claim::Stance;
use crate::model::parsed::{Dep, Pos, Tag};

use super::super::cue::{according_to, verb_speaker};
use super::super::reading::Reading;
use super::super::tree::Tree;
use super::super::voice::Voice;
use super::reply::Reply;

/// Words that a flat answer has at most.
const FLAT: usize = 9;

/// "Not so, said X", "\"Pure fiction,\" says X", "A forgery, says X", or a whole quotation that is nothing else.
pub(super) fn flat(reading: &Reading) -> Option<Reply> {
    let tree = &reading.tree;
    let first = (0..tree.len()).find(|&at| !is_mark(tree, at))?;
    from(reading, first).or_else(|| behind_colon(reading))
}

/// "The spokesman was blunt: \"Lies.\"": whoever the clause before the colon is about.
fn behind_colon(reading: &Reading) -> Option<Reply> {
    let tree = &reading.tree;
    let colon = (1..tree.len()).find(|&at| tree.word(at) == COLON)?;
    let phrase: Vec<usize> = (colon + 1..tree.len())
        .filter(|&at| !is_mark(tree, at))
        .collect();
    let last = *phrase.last().filter(|_| phrase.len() <= FLAT)?;
    let subject = (0..colon)
        .find(|&at| tree.dep(at) == Dep::Nsubj && tree.is_nominal(at))
        .or_else(|| label_before(tree, colon))?;
    let named = reading.lexicon().words.is_somebody(tree.lemma(subject))
        || matches!(tree.pos(subject), Pos::Propn | Pos::Pron);
    let answers = named && is_flat_denial(reading, &phrase, last);
    answers.then(|| reply(last, Voice::plain(subject, Stance::Deny)))
}

/// "Norway: a lie", "...; Norway: a lie": the name that stands alone before the colon.
fn label_before(tree: &Tree, colon: usize) -> Option<usize> {
    let first = (0..colon)
        .rfind(|&at| is_mark(tree, at))
        .map_or(0, |mark| mark + 1);
    let name = |at: usize| matches!(tree.pos(at), Pos::Propn | Pos::Noun | Pos::Det | Pos::Adj);
    let alone = first < colon && (first..colon).all(name);
    Some(colon - 1).filter(|&at| alone && tree.is_nominal(at))
}

/// The sign before an answer.
const COLON: &str = ":";

/// What begins at `first`, up to a comma, a mark or the end.
fn from(reading: &Reading, first: usize) -> Option<Reply> {
    let tree = &reading.tree;
    let end = (first..tree.len())
        .find(|&at| is_mark(tree, at))
        .unwrap_or(tree.len());
    let phrase: Vec<usize> = (first..end).collect();
    let last = *phrase.last().filter(|_| phrase.len() <= FLAT)?;
    if !is_flat_denial(reading, &phrase, last) {
        return None;
    }
    let rest = (end..tree.len()).find(|&at| !is_mark(tree, at));
    let account = || rest.and_then(|at| according_to(tree, &reading.lexicon().words, at)?.speaker);
    let speaker = rest.and_then(|_| said_by(reading, end)).or_else(account);
    let whole = rest.is_none() && reading.is_somebodys();
    let voice = match speaker {
        Some(speaker) => Voice::plain(speaker, Stance::Deny),
        None if whole => Voice {
            speaker: None,
            ..Voice::plain(last, Stance::Deny)
        },
        None => return None,
    };
    Some(reply(last, voice))
}

/// The answer of one voice, to whatever was told before.
fn reply(token: usize, voice: Voice) -> Reply {
    Reply {
        token,
        told: true,
        claimant: None,
        charged: false,
        voices: vec![voice],
    }
}

fn is_mark(tree: &Tree, at: usize) -> bool {
    matches!(tree.pos(at), Pos::Punct | Pos::Space)
}

/// Who says what stands before `end`.
fn said_by(reading: &Reading, end: usize) -> Option<usize> {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let says = |&at: &usize| {
        tree.is_verb(at)
            && lexicon
                .cues
                .find(tree.lemma(at), CuePart::Verb)
                .is_some_and(|entry| entry.class == CueClass::Say)
    };
    let verb = (end..tree.len()).find(says)?;
    // The parser may take the answer for the subject, and who says it for the object.
    let behind = || {
        tree.kids(verb)
            .find(|&kid| kid > verb && matches!(tree.pos(kid), Pos::Noun | Pos::Propn))
    };
    let own = || {
        let mut kids = tree.kids(verb).filter(|&kid| kid >= end);
        kids.find(|&kid| tree.dep(kid) == Dep::Nsubj)
    };
    verb_speaker(tree, &lexicon.words, verb)
        .filter(|&speaker| speaker >= end)
        .or_else(own)
        .or_else(behind)
}

fn is_flat_denial(reading: &Reading, phrase: &[usize], last: usize) -> bool {
    let (tree, lexicon) = (&reading.tree, reading.lexicon());
    let words: Vec<String> = phrase
        .iter()
        .map(|&at| tree.word(at).to_lowercase())
        .collect();
    if lexicon.words.has(Set::FlatDenial, &words.join("_")) {
        return true;
    }
    // "Did he help? 'No,' she said."
    let bare = matches!(words.as_slice(), [word] if lexicon.words.has(Set::BareNo, word));
    if reading.after_question && bare {
        return true;
    }
    let denies = |at: usize| {
        let lemma = tree.lemma(at).to_lowercase();
        let mut judges = lexicon.cues.nominal(&lemma);
        let noun = tree.pos(at) == Pos::Noun;
        // "pure theatre".
        noun && lexicon.words.has(Set::VerdictWord, &lemma)
            || judges.any(|entry| entry.class == CueClass::Deny)
    };
    // "complete fiction from start to finish".
    let from = phrase.iter().position(|&at| tree.dep(at) == Dep::Prep);
    let (phrase, last) = match from.filter(|&at| at > 0) {
        Some(at) if denies(phrase[at - 1]) => (&phrase[..at], phrase[at - 1]),
        _ => (phrase, last),
    };
    // "baseless accusations", "baseless and unlawful threats", "an incorrect statement".
    let reports = |at: usize| lexicon.words.has(Set::BackNoun, tree.lemma(at));
    let baseless = |at: usize| {
        (tree.tag(at) == Tag::NNS || reports(at))
            && tree
                .kids(at)
                .any(|kid| tree.pos(kid) == Pos::Adj && denies(kid))
    };
    let plain = |&at: &usize| {
        matches!(
            tree.pos(at),
            Pos::Det | Pos::Adj | Pos::Adv | Pos::Noun | Pos::Propn | Pos::Cconj | Pos::Verb
        ) && !lexicon.words.has(Set::Negator, tree.lemma(at))
            && tree.kid(at, Dep::Nsubj).is_none()
    };
    (denies(last) || baseless(last)) && phrase.iter().all(plain)
}
