//! Reads an article once for its names: states in play, full names, acronyms, roles, and mentions in order.

use compact_str::CompactString;

use crate::lexicon::parties::{Caps, PartyKind, RoleKind, Word, fold, split_words};
use crate::model::parsed::{EntityLabel, ParsedSentence};

use super::beforehand::{note_common, note_dateline, note_listed_person, note_title_names};
use super::beside::{
    is_called_body, is_called_company, is_place_beside_person, listed_gender, named_gender,
    note_companies,
};
use super::chunk::chunks;
use super::complements::note_complements;
use super::head::head_of;
use super::items::{Item, Label, label};
use super::kinds::{is_noun, is_person_noun};
use super::landed::land_told;
use super::names::{ArticleNames, Mentioned, Rank};
use super::phrase::{Phrase, Tie};
use super::standing::{
    Piece, acts_apart, acts_as_body, is_called_person, is_named_beside, is_title_case, label_at,
    rank_of, speaks_of_body,
};
use super::ties::{note_places, note_ties};
use super::{PartyContext, PartyDecision, decide, publisher};

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
        piece.at.into_iter().for_each(|at| names.note_start(at));
        note_ties(&mut names, items, piece.at.is_none(), context);
        note_common(&mut names, piece);
        note_places(&mut names, piece, words, items, context);
        note_companies(&mut names, piece, words, items);
    }
    for (piece, (words, items)) in pieces.iter().zip(&read) {
        let shouted = is_title_case(words);
        let apart = |here, there| {
            acts_apart(piece, words, here, there)
                || is_place_beside_person(piece, words, (here, there), context)
        };
        for (first, last) in chunks(items, words, &apart) {
            note_chunk(&mut names, piece, &words[first..last], shouted, context);
        }
    }
    note_staff_again(&mut names, context);
    names
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
        note_unlisted(names, &phrase, &decision, context);
        note_listed_person(names, &phrase, &decision, context);
    }
    if is_called_person(&phrase) && decision.party.as_ref() == Some(&decision.entity) {
        names.staff.push((text.into(), at));
    }
    let (classes, nouns) = classes_of(&phrase, context);
    let person = decision.kind == PartyKind::Person;
    note_complements(names, piece, &phrase, (first.start, person), context);
    // "Minister denies it": in a headline, whom the text below names; what the headline lets guess leads nowhere.
    let guessed = at.is_none() && decision.rule.starts_with(GUESSED) && phrase.parts.len() == 1;
    if guessed && head_role(&phrase).is_some_and(is_person_noun) {
        return;
    }
    if decision.rule == "party.none" || names.is_own_outlet(&decision.entity) {
        return;
    }
    note_owners(names, piece, &phrase, first.start, context);
    if is_called_company(&phrase, &decision) {
        names.companies.insert(decision.entity.clone());
    }
    // "Jane Roe, who heads Corvel": the parser's word on her, not on the firm.
    let leads = phrase.has(RoleKind::Leads);
    let core = phrase.parts.first().and_then(|core| core.items.last());
    let end = core.filter(|_| leads).map_or(last.end, |item| {
        first.start + phrase.words[item.last - 1].end
    });
    if leads && decision.kind != PartyKind::Company {
        names.note_person(&decision.entity);
    }
    let label = label_at(piece, first.start, end);
    let rank = rank_of(piece, first.start, end);
    let organisation = label.map_or(0, |label| match label {
        EntityLabel::Gpe if rank != Rank::Other => acts_as_body(&decision, context),
        _ => speaks_of_body(label, text, &decision, context),
    });
    // "The society Registro Adriatico": no person's name, whatever the parser takes it for.
    let called = is_called_body(&phrase);
    let organisation = if called {
        organisation.max(0) + 2
    } else {
        organisation
    };
    let body = label == Some(EntityLabel::Org);
    let person = is_called_person(&phrase) || is_named_beside(&phrase, &decision) && !body;
    if !called && person
        || !called
            && label == Some(EntityLabel::Person)
            && decision.entity == text
            && text.contains(' ')
    {
        names.note_person(&decision.entity);
    }
    let times = if at.is_none() { IN_TITLE } else { 1 };
    names.note_named(&decision.entity, times, organisation);
    names.mentions.push(Mentioned {
        at,
        rank,
        nouns,
        classes,
        role: head_role(&phrase),
        gender: phrase
            .gender()
            .or_else(|| listed_gender(&decision, context))
            .or_else(|| named_gender(&decision, names, context)),
        person: label.map(|label| label == EntityLabel::Person),
        land: land_told(&phrase),
        decision,
    });
}

/// "CEO Jane Roe" before the firm is named: once all names are read, it tells whose she is.
fn note_staff_again(names: &mut ArticleNames, context: &PartyContext<'_>) {
    for (text, at) in std::mem::take(&mut names.staff) {
        let phrase = Phrase::read(&text, context);
        let decision = decide::decide(&text, at, names, context);
        if decision
            .party
            .as_ref()
            .is_some_and(|party| *party != decision.entity)
        {
            note_unlisted(names, &phrase, &decision, context);
        }
    }
}

/// Classes and last words of the role nouns in a phrase, those inside listed names too ("Russian Defence Ministry").
pub(super) fn classes_of(
    phrase: &Phrase<'_>,
    context: &PartyContext<'_>,
) -> (Vec<CompactString>, Vec<CompactString>) {
    let (mut classes, mut nouns) = (Vec::new(), Vec::new());
    for item in phrase.parts.iter().flat_map(|part| &part.items) {
        let mut at = item.first;
        while at < item.last {
            let found = context.lexicon.longest_role(&phrase.words, at);
            let noun = found.filter(|(_, role)| is_noun(role.kind));
            classes.extend(noun.map(|(_, role)| role.class.clone()));
            nouns.extend(noun.map(|(_, role)| role.noun.clone()));
            at += noun.map_or(1, |(length, _)| length);
        }
    }
    (classes, nouns)
}

/// Names that no list knows are kept with the side that this phrase gave them, and their acronym.
fn note_unlisted(
    names: &mut ArticleNames,
    phrase: &Phrase<'_>,
    decision: &PartyDecision,
    context: &PartyContext<'_>,
) {
    let Some(core) = phrase.parts.first() else {
        return;
    };
    let acronym = phrase
        .parts
        .iter()
        .find(|p| p.tie == Tie::Bracketed)
        .and_then(|p| acronym_of(phrase, &p.items))
        .filter(|acronym| stands_for(acronym, decision, context));
    let described = is_described(&decision.entity, context);
    let unknown = core
        .items
        .iter()
        .rev()
        .find(|i| matches!(i.label, Label::Unknown));
    if let Some(item) = unknown.filter(|i| phrase.written(i) == decision.entity) {
        names.note_known(phrase.written(item), acronym, described, decision.clone());
    } else if let (Some(acronym), true) = (acronym, decision.party.is_some()) {
        names.note_known(&decision.entity, Some(acronym), described, decision.clone());
    } else if decision.kind == PartyKind::Person && decision.line.is_none() {
        names.note_known(&decision.entity, None, described, decision.clone());
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
            names.note_known(phrase.written(item), None, described, decision.clone());
        }
    }
}

/// Whether a name says by a noun of its own what sort of body it is ("Turku University Hospital").
pub(super) fn is_described(name: &str, context: &PartyContext<'_>) -> bool {
    let words = split_words(name);
    (0..words.len()).any(|at| {
        let role = context.lexicon.longest_role(&words, at);
        role.is_some_and(|(_, role)| is_noun(role.kind))
    })
}

/// Whether an acronym in brackets is the name's: its letters begin the name's words, or it is no outlet's and the name is
/// a body's of several words, since many keep the acronym of another language ("National Elections Commission (CNE)").
fn stands_for(acronym: &str, decision: &PartyDecision, context: &PartyContext<'_>) -> bool {
    let outlet = || {
        let found = context.lexicon.find(acronym, context.date);
        found.iter().any(|m| m.entry.kind == PartyKind::Outlet)
    };
    let body = decision.kind != PartyKind::Person
        && decision.entity.contains(' ')
        && is_described(&decision.entity, context);
    spells(acronym, &decision.entity) || body && !outlet()
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

pub(super) fn head_role(phrase: &Phrase<'_>) -> Option<RoleKind> {
    let core = phrase.parts.first()?;
    core.items[head_of(core)?].role_kind()
}

/// Owners inside a phrase are named too ("Meridian's chief executive", "the Houthis' channel").
fn note_owners(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    phrase: &Phrase<'_>,
    start: usize,
    context: &PartyContext<'_>,
) {
    for pair in phrase.parts.iter().flat_map(|part| part.items.windows(2)) {
        let named = matches!(pair[0].label, Label::Name(_) | Label::Unknown);
        if !named || !matches!(pair[1].label, Label::Possessive) {
            continue;
        }
        let (first, last) = (
            phrase.words[pair[0].first].start,
            phrase.words[pair[0].last - 1].end,
        );
        let at = piece.at.map(|offset| offset + (start + first) as u32);
        let owner = &phrase.text[first..last];
        let decision = decide::decide(owner, at, names, context);
        if decision.party.is_none() || names.is_own_outlet(&decision.entity) {
            continue;
        }
        let label = label_at(piece, start + first, start + last);
        let organisation =
            label.map_or(0, |label| speaks_of_body(label, owner, &decision, context));
        names.note_named(&decision.entity, 1, organisation);
        let firm = matches!(decision.kind, PartyKind::Unlisted | PartyKind::Company);
        let staff = phrase
            .parts
            .first()
            .and_then(|core| core.items[head_of(core)?].role());
        let managed = staff.is_some_and(|role| role.class == EXECUTIVE);
        if firm && managed && !names.persons.contains(&decision.entity) {
            names.companies.insert(decision.entity.clone());
        }
        names.mentions.push(Mentioned {
            at,
            rank: Rank::Other,
            nouns: Vec::new(),
            classes: Vec::new(),
            role: None,
            gender: listed_gender(&decision, context),
            person: label.map(|label| label == EntityLabel::Person),
            land: None,
            decision,
        });
    }
}

/// What the codes of the rules begin with that take a noun for that of the state at hand.
const GUESSED: &str = "party.state-of-";

/// Class of those who manage or own a company.
const EXECUTIVE: &str = "executive";

/// A name in the title counts as often as so many in the body: the article is about it.
const IN_TITLE: u32 = 2;
