//! What the title, the dateline and the lists tell of an article's names beside the sentences that are read in order.

use compact_str::CompactString;

use crate::lexicon::parties::{FormKind, PartyKind, PartyMatch, RoleKind, Word, split_words};
use crate::lexicon::vectors::Vectors;
use crate::model::parsed::{EntityLabel, Tag};
use crate::model::span::Span;

use super::classes::FAMILY;
use super::items::{Item, Label};
use super::labels::label;
use super::names::ArticleNames;
use super::newcomer::is_described;
use super::phrase::Phrase;
use super::standing::{Piece, label_at};
use super::{PartyContext, PartyDecision};

/// A name of one word in the title stands for a longer one in the body that begins or ends with it ("Strand out at Meridian").
pub(super) fn note_title_names(
    names: &mut ArticleNames,
    pieces: &[Piece<'_>],
    read: &[(Vec<Word>, Vec<Item<'_>>)],
    context: &PartyContext<'_>,
) {
    let unknown = |piece: &Piece<'_>, words: &[Word], item: &Item<'_>| {
        let (start, end) = (words[item.first].start, words[item.last - 1].end);
        let name = piece.text.get(start..end).map(CompactString::from);
        name.filter(|_| matches!(item.label, Label::Unknown))
            .map(|name| (name, start, end))
    };
    let all = || pieces.iter().zip(read);
    let of = |title: bool| all().filter(move |(piece, _)| piece.at.is_none() == title);
    for (piece, (words, items)) in of(true) {
        let lone = items.iter().filter(|item| item.last - item.first == 1);
        for (short, ..) in lone.filter_map(|item| unknown(piece, words, item)) {
            // A person goes by the last word, a body by the first ones.
            let longer = |name: &str, label: Option<EntityLabel>| {
                let rest = name.strip_prefix(short.as_str());
                let begins = rest.is_some_and(|rest| rest.starts_with(' '));
                let head = name.strip_suffix(short.as_str());
                let ends = head.is_some_and(|head| head.ends_with(' '));
                let person = label == Some(EntityLabel::Person);
                begins && !person && !is_described(name, context) || ends
            };
            let body = of(false).flat_map(|(piece, (words, items))| {
                let named = items.iter().filter_map(|item| unknown(piece, words, item));
                named.map(|(name, start, end)| (name, label_at(piece, start, end)))
            });
            let body: Vec<_> = body.collect();
            let Some((name, label)) = body.iter().find(|(name, label)| longer(name, *label)) else {
                continue;
            };
            // "Meridian" may be one of several bodies whose names begin so, or goes by that name in the body, too.
            let other = |(other, label): &(CompactString, Option<EntityLabel>)| {
                other != name && longer(other, *label) || *other == short
            };
            let person = *label == Some(EntityLabel::Person);
            if person || !body.iter().any(other) {
                names.titled.insert(short, name.clone());
                if person {
                    names.note_person(name);
                }
            }
        }
    }
}

/// The first place in the dateline, which stands before the first sentence.
pub(super) fn note_dateline(names: &mut ArticleNames, context: &PartyContext<'_>) {
    let Some(line) = context.dateline else { return };
    let words = split_words(line);
    let items = label(&words, context);
    let country = items.iter().find_map(|item| {
        let (first, last) = (words.get(item.first)?, words.get(item.last - 1)?);
        let place = line.get(first.start..last.end)?;
        let lies_in = || (context.country_of)(place).map(CompactString::from);
        match &item.label {
            Label::Name(hits) => {
                let mut states = hits.iter().filter(|m| m.entry.kind == PartyKind::State);
                let state = states.next();
                // Brussels is a town before it is the seat of a body; the capital of a land that others claim is its own.
                let own = |m: &PartyMatch<'_>| {
                    let capital = m.form.kind == FormKind::Capital && m.entry.is_de_facto();
                    m.form.kind == FormKind::Name || capital
                };
                let town = !state.is_some_and(own);
                let country = state.map(|m| m.entry.country.clone());
                lies_in().filter(|_| town).or(country)
            }
            Label::Unknown => lies_in(),
            _ => None,
        }
    });
    if let Some(country) = country {
        // The dateline tells more than a name in passing.
        names.note_place(Some(0), country.clone());
        names.note_place(Some(0), country.clone());
        let land = context.lexicon.named(&country, context.date);
        names.apart = land.is_some_and(|entry| entry.is_de_facto());
        if let Some(claimant) = (context.country_of)(&country) {
            names.touch(&claimant);
        }
    }
}

/// Words that only begin a sentence, or stand in a headline, with a capital ("Explosions").
pub(super) fn note_common(names: &mut ArticleNames, piece: &Piece<'_>) {
    let Some(tree) = piece.tree else { return };
    for (at, token) in tree.tokens.iter().enumerate() {
        let name = matches!(token.tag, Tag::NNP | Tag::NNPS | Tag::FW);
        let word = tree.word(at);
        let acronym = word.len() <= LONGEST_ACRONYM && word.chars().all(char::is_uppercase);
        // The parser takes a firm that it does not know for a noun, too.
        let known = || Vectors::embedded().find(&word.to_lowercase()).is_some();
        if !name && !acronym && word.starts_with(char::is_uppercase) && known() {
            names.note_common(word);
        }
    }
}

/// A listed person whom the article names in full goes on by any part of the name: the surname of "Lin Jian" comes first.
pub(super) fn note_listed_person(
    names: &mut ArticleNames,
    phrase: &Phrase<'_>,
    decision: &PartyDecision,
    context: &PartyContext<'_>,
) {
    let full = |item: &Item<'_>| item.is_person() && item.last - item.first > 1;
    let mut items = phrase.parts.iter().flat_map(|part| &part.items);
    if decision.kind == PartyKind::Person
        && decision.line.is_some()
        && let Some(item) = items.find(|item| full(item))
    {
        // Others do not go by the first word of their name.
        let by_last_only = !goes_by_first_word(decision, context);
        names.note_known(phrase.written(item), None, by_last_only, decision.clone());
    }
}

/// Whether the lists call people of the person's country by the first word of their name.
fn goes_by_first_word(decision: &PartyDecision, context: &PartyContext<'_>) -> bool {
    let mut lines = context.lexicon.lines_of(&decision.entity);
    lines.any(|line| context.lexicon.goes_by_first_word(&line.country))
}

/// A longer word all in capitals may be shouted.
const LONGEST_ACRONYM: usize = 5;

/// "Hernán Bustos": Bustos is a man in this article, whatever town is called so.
pub(super) fn note_surnames(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
    context: &PartyContext<'_>,
) {
    let several =
        |item: &&Item<'_>| matches!(item.label, Label::Unknown) && item.last - item.first > 1;
    note_lone_surnames(names, piece, words, items);
    for item in items.iter().filter(several) {
        let (first, last) = (&words[item.first], &words[item.last - 1]);
        let person = || label_at(piece, first.start, last.end) == Some(EntityLabel::Person);
        if context.lexicon.is_first_name(&first.key) || person() {
            names
                .surnames
                .insert(piece.text[last.start..last.end].into());
        }
    }
}

/// Notes the names of several words that the parser takes for an organisation's.
pub(super) fn note_bodies(names: &mut ArticleNames, piece: &Piece<'_>) {
    let Some(tree) = piece.tree else { return };
    let entities = tree.entities.iter();
    let bodies = entities.filter(|entity| entity.label == EntityLabel::Org);
    for entity in bodies {
        let (first, last) = (entity.first as usize, entity.last as usize);
        let (Some(start), Some(end)) = (tree.tokens.get(first), tree.tokens.get(last)) else {
            continue;
        };
        let span = Span::new(start.span.start as usize, end.span.end as usize);
        if first < last {
            names.bodies.insert(tree.slice(span).into());
        }
    }
}

/// "Ms Tolosa", "the Verlaine family": of a person, whatever town is called so.
fn note_lone_surnames(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    items: &[Item<'_>],
) {
    for (at, item) in items.iter().enumerate() {
        let lone = item.last - item.first == 1 && matches!(item.label, Label::Unknown);
        let before = at.checked_sub(1).and_then(|at| items[at].role_kind());
        let family = items.get(at + 1).and_then(Item::role);
        let family = family.is_some_and(|role| role.class == FAMILY);
        if lone && (before == Some(RoleKind::Title) || family) {
            let word = &words[item.first];
            names
                .surnames
                .insert(piece.text[word.start..word.end].into());
        }
    }
}
