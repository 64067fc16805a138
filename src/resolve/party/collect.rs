//! Reads an article once for its names: states in play, full names, acronyms, roles, and mentions in order.

use compact_str::CompactString;

use crate::lexicon::parties::{
    Caps, FormKind, Gender, PartyKind, RoleKind, Word, fold, split_words,
};
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Tag};
use crate::model::span::Span;

use super::chunk::chunks;
use super::head::head_of;
use super::items::{Item, Label, label};
use super::kinds::is_noun;
use super::names::{ArticleNames, Mentioned};
use super::phrase::{Phrase, Tie};
use super::{PartyContext, PartyDecision, decide};

/// A stretch of text with its place and, where it was parsed, its tree.
struct Piece<'t> {
    text: &'t str,
    at: Option<u32>,
    tree: Option<&'t ParsedSentence>,
}

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
    let read: Vec<(Vec<Word>, Vec<Item<'_>>)> = pieces
        .iter()
        .map(|piece| {
            let words = split_words(piece.text);
            let items = label(&words, context);
            (words, items)
        })
        .collect();
    for (piece, (_, items)) in pieces.iter().zip(&read) {
        note_ties(&mut names, items);
        note_common(&mut names, piece);
    }
    for (piece, (words, items)) in pieces.iter().zip(&read) {
        note_places(&mut names, piece, words, items, context);
        let shouted = is_title_case(words);
        for (first, last) in chunks(items, words) {
            note_chunk(&mut names, piece, &words[first..last], shouted, context);
        }
    }
    names
}

fn note_ties(names: &mut ArticleNames, items: &[Item<'_>]) {
    for item in items {
        let Label::Name(hits) = &item.label else {
            continue;
        };
        let mut strong = hits.iter().filter(|m| !m.form.weak);
        let Some(first) = strong.next() else { continue };
        if strong.all(|m| m.entry.canonical == first.entry.canonical) {
            names.tie(&first.entry.country);
            let full = item.last - item.first > 1 || first.entry.kind != PartyKind::Person;
            if full && first.form.kind == FormKind::Name {
                names.note_full(&first.entry.canonical);
            }
        }
    }
}

/// Words that only begin a sentence, or stand in a headline, with a capital ("Explosions").
fn note_common(names: &mut ArticleNames, piece: &Piece<'_>) {
    let Some(tree) = piece.tree else { return };
    for (at, token) in tree.tokens.iter().enumerate() {
        let noun = matches!(token.tag, Tag::NN | Tag::NNS | Tag::JJ | Tag::VBG);
        let word = tree.word(at);
        if noun && word.starts_with(char::is_uppercase) {
            names.note_common(word);
        }
    }
}

fn note_places(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
    context: &PartyContext<'_>,
) {
    for item in items.iter().filter(|i| matches!(i.label, Label::Unknown)) {
        let (start, end) = (words[item.first].start, words[item.last - 1].end);
        if let Some(country) = (context.country_of)(&piece.text[start..end]) {
            let at = piece.at.map(|offset| offset + start as u32);
            names.note_place(at, country.into());
        }
    }
}

fn note_chunk(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    shouted: bool,
    context: &PartyContext<'_>,
) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    let text = &piece.text[first.start..last.end];
    let at = piece.at.map(|offset| offset + first.start as u32);
    let phrase = Phrase::read(text, context);
    let decision = decide::decide(text, at, names, context);
    if shouted && decision.kind == PartyKind::Unlisted {
        return;
    }
    if decision.party.is_some() {
        note_unlisted(names, &phrase, &decision);
    }
    let classes = classes_of(&phrase, context);
    if decision.rule == "party.none" {
        return;
    }
    names.mentions.push(Mentioned {
        at,
        subject: is_subject(piece, first.start, last.end),
        classes,
        role: head_role(&phrase),
        gender: phrase
            .gender()
            .or_else(|| listed_gender(&decision, context)),
        person: is_person(piece, first.start, last.end),
        decision,
    });
}

/// Classes of the role nouns in a phrase, those inside listed names too ("Russian Defence Ministry").
fn classes_of(phrase: &Phrase<'_>, context: &PartyContext<'_>) -> Vec<CompactString> {
    let mut classes = Vec::new();
    for item in phrase.parts.iter().flat_map(|part| &part.items) {
        let mut at = item.first;
        while at < item.last {
            let found = context.lexicon.longest_role(&phrase.words, at);
            let noun = found.filter(|(_, role)| is_noun(role.kind));
            classes.extend(noun.map(|(_, role)| role.class.clone()));
            at += noun.map_or(1, |(length, _)| length);
        }
    }
    classes
}

/// Names that no list knows are kept with the side that this phrase gave them, and their acronym.
fn note_unlisted(names: &mut ArticleNames, phrase: &Phrase<'_>, decision: &PartyDecision) {
    let Some(core) = phrase.parts.first() else {
        return;
    };
    let acronym = phrase
        .parts
        .iter()
        .find(|p| p.tie == Tie::Bracketed)
        .and_then(|p| acronym_of(phrase, &p.items))
        .filter(|acronym| spells(acronym, &decision.entity));
    let unknown = core
        .items
        .iter()
        .rev()
        .find(|i| matches!(i.label, Label::Unknown));
    if let Some(item) = unknown.filter(|i| phrase.written(i) == decision.entity) {
        names.note_known(phrase.written(item), acronym, decision.clone());
    } else if let (Some(acronym), true) = (acronym, decision.party.is_some()) {
        names.note_known(&decision.entity, Some(acronym), decision.clone());
    } else if decision.kind == PartyKind::Person && decision.line.is_none() {
        names.note_known(&decision.entity, None, decision.clone());
    }
    for part in phrase
        .parts
        .iter()
        .skip(1)
        .filter(|p| p.tie == Tie::Apposed)
    {
        let Some(item) = head_of(part).map(|h| &part.items[h]) else {
            continue;
        };
        if matches!(item.label, Label::Unknown) && phrase.written(item) == decision.entity {
            names.note_known(phrase.written(item), None, decision.clone());
        }
    }
}

/// Whether the letters of an acronym begin words of the name, in order.
fn spells(acronym: &str, name: &str) -> bool {
    let folded = fold(name);
    let mut initials = folded
        .split([' ', '-'])
        .filter_map(|word| word.chars().next());
    fold(acronym)
        .chars()
        .all(|letter| initials.any(|initial| initial == letter))
}

fn acronym_of<'p>(phrase: &Phrase<'p>, items: &[Item<'p>]) -> Option<&'p str> {
    let [item] = items else { return None };
    let word = phrase.words.get(item.first)?;
    (item.last - item.first == 1 && word.caps == Caps::Upper).then(|| phrase.written(item))
}

fn head_role(phrase: &Phrase<'_>) -> Option<RoleKind> {
    let core = phrase.parts.first()?;
    core.items[head_of(core)?].role_kind()
}

fn is_subject(piece: &Piece<'_>, start: usize, end: usize) -> bool {
    let Some(tree) = piece.tree else { return false };
    let span = Span::new(start + tree.offset as usize, end + tree.offset as usize);
    let subject = |dep| matches!(dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Agent);
    tree.tokens
        .iter()
        .any(|t| span.holds(t.span) && subject(t.dep))
}

/// The gender that the lists tell of a person.
fn listed_gender(decision: &PartyDecision, context: &PartyContext<'_>) -> Option<Gender> {
    let person = decision.kind == PartyKind::Person && decision.line.is_some();
    let line = context
        .lexicon
        .named(&decision.entity, context.date)
        .filter(|_| person)?;
    line.gender
}

/// Whether a named entity of the tree at this stretch is a person.
fn is_person(piece: &Piece<'_>, start: usize, end: usize) -> Option<bool> {
    let tree = piece.tree?;
    let span = Span::new(start + tree.offset as usize, end + tree.offset as usize);
    let inside = |at: u32| {
        tree.tokens
            .get(at as usize)
            .is_some_and(|t| span.holds(t.span))
    };
    let mut entities = tree
        .entities
        .iter()
        .filter(|e| inside(e.first) && inside(e.last));
    entities.next_back().map(|e| e.label == EntityLabel::Person)
}

/// Share of capitals from which a line is a headline whose capitals tell nothing.
const HEADLINE_CAPITALS: f64 = 0.75;
/// Shorter lines can be all names.
const SHORTEST_HEADLINE: usize = 5;

fn is_title_case(words: &[Word]) -> bool {
    let plain: Vec<&Word> = words
        .iter()
        .filter(|w| !w.is_mark() && !w.is_possessive())
        .collect();
    let capital = plain.iter().filter(|w| w.caps > Caps::Lower).count();
    plain.len() >= SHORTEST_HEADLINE && capital as f64 >= HEADLINE_CAPITALS * plain.len() as f64
}
