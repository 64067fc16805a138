//! Reads an article once for its names: states in play, full names, acronyms, roles, and mentions in order.

use crate::lexicon::parties::{Word, split_words};
use crate::model::parsed::ParsedSentence;

use super::beforehand::{note_bodies, note_common, note_dateline, note_surnames, note_title_names};
use super::beside::{is_place_beside_person, note_companies, note_partners};
use super::chunk::chunks;
use super::items::Item;
use super::labels::label;
use super::names::ArticleNames;
use super::note::{note_chunk, note_speaking_pronoun, note_staff_again};
use super::own_land::{lands_in, note_offices};
use super::standing::{Piece, acts_apart, is_title_case};
use super::ties::{note_movements, note_places, note_ties};
use super::{PartyContext, publisher};

/// Names of parsed sentences.
pub(super) fn from_parsed(
    title: &[ParsedSentence],
    body: &[ParsedSentence],
    context: &PartyContext<'_>,
) -> ArticleNames {
    let piece = |sentence| -> Piece<'_> {
        let sentence: &ParsedSentence = sentence;
        Piece {
            text: &sentence.text,
            at: None,
            tree: Some(sentence),
        }
    };
    let titles = title.iter().map(piece);
    let bodies = body.iter().map(|s| Piece {
        at: Some(s.offset),
        ..piece(s)
    });
    read(&titles.chain(bodies).collect::<Vec<_>>(), context)
}

/// Names of plain text, one piece a line.
pub(super) fn from_text(text: &str, context: &PartyContext<'_>) -> ArticleNames {
    let mut at = 0;
    let mut pieces = Vec::new();
    for line in text.split_inclusive('\n') {
        pieces.push(Piece {
            text: line,
            at: Some(at),
            tree: None,
        });
        at += line.len() as u32;
    }
    read(&pieces, context)
}

fn read(pieces: &[Piece<'_>], context: &PartyContext<'_>) -> ArticleNames {
    let mut names = ArticleNames::default();
    names.publisher = publisher::read(context);
    if let Some(first) = pieces.iter().find(|piece| piece.at.is_some()) {
        publisher::confirm(&mut names.publisher, first.text, context);
    }
    note_dateline(&mut names, context);
    let read: Vec<(Vec<Word>, Vec<Item<'_>>)> = pieces
        .iter()
        .map(|piece| {
            let words = split_words(piece.text);
            let items = label(&words, context);
            (words, items)
        })
        .collect();
    note_title_names(&mut names, pieces, &read, context);
    for (piece, (words, items)) in pieces.iter().zip(&read) {
        note_surnames(&mut names, piece, words, items, context);
        note_bodies(&mut names, piece);
    }
    let mut movements = Vec::new();
    for (piece, (_, items)) in pieces.iter().zip(&read) {
        if let Some(at) = piece.at {
            names.note_start(at);
            names.note_quotes(at, piece.text);
        }
        movements.extend(note_ties(&mut names, items, piece.at.is_none(), context));
    }
    for (piece, (words, items)) in pieces.iter().zip(&read) {
        let lands = lands_in(&names, piece, words, items, context);
        names.lands.extend(lands);
    }
    let lands = names.lands.clone();
    let country_of = |name: &str| {
        let town = !lands.contains(name);
        town.then(|| (context.country_of)(name)).flatten()
    };
    let context = &PartyContext {
        country_of: &country_of,
        ..*context
    };
    for (piece, (words, items)) in pieces.iter().zip(&read) {
        note_common(&mut names, piece);
        note_places(&mut names, piece, words, items, context);
        note_companies(&mut names, piece, words, items);
        note_partners(&mut names, piece, words, items);
    }
    note_movements(&mut names, &movements);
    for (piece, (words, items)) in pieces.iter().zip(&read) {
        note_offices(&mut names, piece, words, items, context);
    }
    for (piece, (words, items)) in pieces.iter().zip(&read) {
        note_phrases(&mut names, piece, words, items, context);
    }
    note_staff_again(&mut names, context);
    names
}

/// Notes every phrase of a stretch of text that can be a name.
fn note_phrases(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
    context: &PartyContext<'_>,
) {
    let shouted = is_title_case(words);
    let apart = |here, there| {
        acts_apart(piece, words, here, there)
            || is_place_beside_person(piece, words, (here, there), context)
    };
    for (first, last) in chunks(items, words, &apart) {
        note_chunk(names, piece, &words[first..last], shouted, context);
    }
    note_speaking_pronoun(names, piece, words, context);
}
