//! Notes one phrase of an article among its names: whom it mentions, and as what.

use compact_str::CompactString;

use crate::lexicon::parties::{Caps, PartyKind, RoleKind, Word};
use crate::model::parsed::EntityLabel;

use super::beforehand::note_listed_person;
use super::beside::{
    is_called_body, is_called_company, is_named_with_article, listed_gender, named_gender,
};
use super::classes::{AGENCY, COURT};
use super::complements::note_complements;
use super::described::{body_alone, described, institution_alone};
use super::head::head_of;
use super::installed::installed;
use super::items::{Item, Label};
use super::kinds::{is_person_noun, names_body};
use super::landed::land_told;
use super::names::{ArticleNames, Mentioned, Rank};
use super::newcomer::{classes_of, head_role, is_many, note_unlisted};
use super::owners::note_owners;
use super::phrase::Phrase;
use super::standing::{
    Piece, acts_as_body, is_called_person, is_it, is_named_beside, is_told_person, label_at,
    rank_of, speaking_pronoun, speaks_of_body,
};
use super::{PartyContext, PartyDecision, aged, anaphora, decide, unlisted};

/// A phrase that was read and decided, and where it stands.
struct Chunk<'c> {
    text: &'c str,
    phrase: Phrase<'c>,
    decision: PartyDecision,
    /// First byte in the body; `None` in the title.
    at: Option<u32>,
    /// First and one past the last byte in its stretch of text.
    start: usize,
    end: usize,
}

/// Notes whom a phrase names, and what it tells of him.
pub(super) fn note_chunk(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    shouted: bool,
    context: &PartyContext<'_>,
) {
    note_listed(names, piece, words, context);
    let Some(chunk) = decided(names, piece, words, context) else {
        return;
    };
    if shouted && chunk.decision.kind == PartyKind::Unlisted {
        return;
    }
    note_introduced(names, &chunk, context);
    let person = chunk.decision.kind == PartyKind::Person;
    note_complements(names, piece, &chunk.phrase, (chunk.start, person), context);
    let guessed = is_guessed_in_title(&chunk);
    let none = guessed || chunk.decision.rule == "party.none";
    if none || names.is_own_outlet(&chunk.decision.entity) {
        return;
    }
    note_owners(names, piece, &chunk.phrase, chunk.start, context);
    if is_called_company(&chunk.phrase, &chunk.decision) {
        names.companies.insert(chunk.decision.entity.clone());
    }
    note_mention(names, piece, chunk, context);
}

/// "Against Corvel, its chairman and Jane Roe": notes where a phrase begins that is no subject and stands before "and".
fn note_listed(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    context: &PartyContext<'_>,
) {
    let (Some(offset), Some(first), Some(last)) = (piece.at, words.first(), words.last()) else {
        return;
    };
    let rest = piece.text.get(last.end..).unwrap_or_default().trim_start();
    let next = rest
        .split(' ')
        .next()
        .and_then(|word| context.lexicon.role_of(word));
    let joined = next.is_some_and(|role| role.kind == RoleKind::And);
    if joined && rank_of(piece, first.start, last.end) == Rank::Other {
        names.listed.insert(offset + first.start as u32);
    }
}

/// Reads and decides the phrase of these words; `None` where there are none.
fn decided<'c>(
    names: &ArticleNames,
    piece: &Piece<'c>,
    words: &[Word],
    context: &PartyContext<'c>,
) -> Option<Chunk<'c>> {
    let (start, end) = (words.first()?.start, words.last()?.end);
    let text = &piece.text[start..end];
    let at = piece.at.map(|offset| offset + start as u32);
    let phrase = Phrase::read(text, context);
    let decision = decide::decide(text, at, names, context);
    let body = described_body(piece, &phrase, &decision, (start, end), context);
    let body = body.or_else(|| installed(names, piece, &phrase, (start, end)));
    Some(Chunk {
        text,
        phrase,
        decision: body.unwrap_or(decision),
        at,
        start,
        end,
    })
}

/// "A committee of prisoners' families said", "the banking supervisor said": a body that the text introduces by what it is,
/// for "it" and "the committee".
fn described_body(
    piece: &Piece<'_>,
    phrase: &Phrase<'_>,
    decision: &PartyDecision,
    (start, end): (usize, usize),
    context: &PartyContext<'_>,
) -> Option<PartyDecision> {
    let body = head_role(phrase).is_some_and(names_body) && decision.rule == "party.none";
    let rank = rank_of(piece, start, end);
    let firm = head_role(phrase) == Some(RoleKind::Company) && rank == Rank::Subject;
    let acts = body && (rank == Rank::Main || firm);
    let core = phrase
        .parts
        .first()
        .filter(|_| acts && piece.at.is_some())?;
    let agency = |item: &Item<'_>| item.role().is_some_and(|role| role.class.ends_with(AGENCY));
    // "The studios' alliance": of those whom a common noun names.
    let owned = core.items.windows(2).any(|pair| {
        let noun = matches!(pair[0].label, Label::Other | Label::Role(_));
        noun && matches!(pair[1].label, Label::Possessive)
    });
    let group = || {
        let own = head_role(phrase).is_some_and(|kind| kind == RoleKind::Political);
        let (first, last) = (core.items.first()?, core.items.last()?);
        (owned && own).then(|| phrase.stretch(first.first, last.last).into())
    };
    // "The national power company ... its manager": one of which the text tells no name.
    let firm = || {
        let company = head_role(phrase) == Some(RoleKind::Company) && core.definite;
        let named = |item: &Item<'_>| matches!(item.label, Label::Name(_) | Label::Unknown);
        let qualified = core
            .items
            .iter()
            .any(|item| matches!(item.label, Label::Other));
        let (first, last) = (core.items.first()?, core.items.last()?);
        let trade = || institution_alone(phrase.text, context).is_some();
        let alone = company && (qualified || trade()) && !core.items.iter().any(named);
        alone.then(|| phrase.stretch(first.first, last.last).into())
    };
    let name = match core.indefinite {
        true => described(phrase.text, context),
        false if core.items.iter().any(agency) => body_alone(phrase.text, context),
        false => group().or_else(firm).or_else(|| organ_alone(phrase)),
    };
    name.map(|name| PartyDecision {
        rule: "party.described",
        ..unlisted::own(&name)
    })
}

/// "The electoral commission rejected it. Its chairwoman said": an organ of which nothing tells whose it is.
fn organ_alone(phrase: &Phrase<'_>) -> Option<CompactString> {
    let [core] = phrase.parts.as_slice() else {
        return None;
    };
    let head = &core.items[head_of(core)?];
    // A jury has neither spokesmen nor a director.
    let organ = |item: &Item<'_>| {
        item.role()
            .is_some_and(|role| role.kind == RoleKind::Body && role.class != COURT)
    };
    let organ = organ(head) && core.owner.is_none();
    let listed = |item: &Item<'_>| matches!(item.label, Label::Name(_));
    let owned = |item: &Item<'_>| matches!(item.label, Label::Possessive);
    let told = core.definite || core.items.iter().any(owned);
    let first = core.items.first()?;
    let alone = organ && told && !core.same && !core.items.iter().any(listed);
    alone.then(|| phrase.stretch(first.first, head.last).into())
}

/// Notes what the phrase tells of one whom no list knows, and the persons whose side it leaves open.
fn note_introduced(names: &mut ArticleNames, chunk: &Chunk<'_>, context: &PartyContext<'_>) {
    let (phrase, decision) = (&chunk.phrase, &chunk.decision);
    if decision.party.is_some() {
        note_unlisted(names, phrase, decision, context);
        note_listed_person(names, phrase, decision, context);
    }
    if is_called_person(phrase) && decision.party.as_ref() == Some(&decision.entity) {
        names.staff.push((chunk.text.into(), chunk.at));
    }
}

/// "Minister denies it": in a headline, whom the text below names; what the headline lets guess leads nowhere.
fn is_guessed_in_title(chunk: &Chunk<'_>) -> bool {
    let lone = chunk.phrase.parts.len() == 1;
    let guessed = chunk.at.is_none() && chunk.decision.rule.starts_with(GUESSED) && lone;
    guessed && head_role(&chunk.phrase).is_some_and(is_person_noun)
}

/// Enters the phrase among the mentions, with what the parser says of it.
fn note_mention(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    chunk: Chunk<'_>,
    context: &PartyContext<'_>,
) {
    if leads(&chunk) && chunk.decision.kind != PartyKind::Company {
        names.note_person(&chunk.decision.entity);
    }
    let end = end_of_core(&chunk);
    let label = label_at(piece, chunk.start, end);
    let rank = rank_of(piece, chunk.start, end);
    note_sort(names, piece, &chunk, label, rank, context);
    let (mut classes, mut nouns) = classes_of(&chunk.phrase, context);
    // "IBRA said ... the commission": what the letters stand for.
    if is_listed_acronym(&chunk) {
        let full = Phrase::read(&chunk.decision.entity, context);
        let (own, called) = classes_of(&full, context);
        classes.extend(own);
        nouns.extend(called);
    }
    let (phrase, decision) = (chunk.phrase, chunk.decision);
    names.mentions.push(Mentioned {
        at: chunk.at,
        length: (chunk.end - chunk.start) as u32,
        rank,
        nouns,
        classes,
        // "The United Steelworkers": a name, whatever noun ends it.
        role: head_role(&phrase).filter(|kind| *kind != RoleKind::People || !is_coined(&decision)),
        many: is_many(&phrase) && !is_coined(&decision),
        gender: phrase
            .gender()
            .or_else(|| listed_gender(&decision, context))
            .or_else(|| named_gender(&decision, names, context)),
        person: label.map(|label| label == EntityLabel::Person),
        land: land_told(&phrase),
        years: aged::told_behind(piece.text.get(chunk.end..).unwrap_or_default()),
        decision,
    });
}

/// Whether a phrase is nothing but letters for a body that the lists know by more words.
fn is_listed_acronym(chunk: &Chunk<'_>) -> bool {
    let letters = chunk
        .phrase
        .words
        .iter()
        .filter(|word| word.caps > Caps::Lower);
    let short = letters.clone().all(|word| word.caps == Caps::Upper) && letters.count() == 1;
    let body = !matches!(chunk.decision.kind, PartyKind::State | PartyKind::Person);
    short && body && chunk.decision.line.is_some() && chunk.decision.entity.contains(' ')
}

/// Whether a side of its own goes by a name of several words with capitals.
fn is_coined(decision: &PartyDecision) -> bool {
    let own = decision.party.as_ref() == Some(&decision.entity);
    let name = decision.entity.as_str();
    let capitals = name
        .split(' ')
        .all(|word| word.starts_with(char::is_uppercase));
    own && decision.kind == PartyKind::Unlisted && name.contains(' ') && capitals
}

/// "Jane Roe, who heads Corvel": the phrase tells whom she leads.
fn leads(chunk: &Chunk<'_>) -> bool {
    chunk.phrase.has(RoleKind::Leads)
}

/// Where what the parser says of the phrase ends: "Jane Roe, who heads Corvel" has its word on her, not on the firm.
fn end_of_core(chunk: &Chunk<'_>) -> usize {
    let core = chunk
        .phrase
        .parts
        .first()
        .and_then(|core| core.items.last());
    core.filter(|_| leads(chunk)).map_or(chunk.end, |item| {
        chunk.start + chunk.phrase.words[item.last - 1].end
    })
}

/// Notes whether the name is taken for a body's or a person's.
fn note_sort(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    chunk: &Chunk<'_>,
    label: Option<EntityLabel>,
    rank: Rank,
    context: &PartyContext<'_>,
) {
    let (phrase, decision) = (&chunk.phrase, &chunk.decision);
    let organisation = label.map_or(0, |label| match label {
        EntityLabel::Gpe if rank != Rank::Other => acts_as_body(decision, context),
        _ => speaks_of_body(label, chunk.text, decision, context),
    });
    // "The society Registro Adriatico": no person's name, whatever the parser takes it for.
    let called = is_called_body(phrase);
    let organisation = match called {
        true => organisation.max(0) + 2,
        // "The Northern Front": no person goes by "the".
        false if label != Some(EntityLabel::Person) && is_named_with_article(phrase) => {
            organisation.max(1)
        }
        false => organisation,
    };
    // "Kaleya Copper denied that it had heard of cracks": no person is an "it".
    let thing =
        rank == Rank::Main && label.is_some() && is_it(piece, chunk.start, chunk.end, context);
    let organisation = if thing {
        organisation.max(0) + 2
    } else {
        organisation
    };
    if !called && !thing && is_person_here(chunk, label) {
        names.note_person(&decision.entity);
    }
    if is_called_person(phrase) || is_named_beside(phrase, decision) || is_told_person(phrase) {
        names.introduced.insert(decision.entity.clone());
    }
    let times = if chunk.at.is_none() { IN_TITLE } else { 1 };
    names.note_named(&decision.entity, times, organisation);
}

/// Whether the phrase, or the parser of a bare name of several words, says that it is a person.
fn is_person_here(chunk: &Chunk<'_>, label: Option<EntityLabel>) -> bool {
    let (phrase, decision) = (&chunk.phrase, &chunk.decision);
    let body = label == Some(EntityLabel::Org);
    let named = decision.entity == chunk.text && chunk.text.contains(' ');
    is_called_person(phrase)
        || is_named_beside(phrase, decision) && !body
        || label == Some(EntityLabel::Person) && named
}

/// "The Brigades blew up the bridge, it said. Its secretary, Jane Roe": whoever "it" is speaks here, and not the Brigades.
pub(super) fn note_speaking_pronoun(
    names: &mut ArticleNames,
    piece: &Piece<'_>,
    words: &[Word],
    context: &PartyContext<'_>,
) {
    let (Some(start), Some(at)) = (piece.at, speaking_pronoun(piece, words, context)) else {
        return;
    };
    // Who is told of in the same sentence does not tell it.
    let before = start.saturating_sub(1);
    let Some(decision) = anaphora::pronoun(RoleKind::It, Some(before), names) else {
        return;
    };
    names.mentions.push(Mentioned {
        at: Some(at),
        length: 0,
        rank: Rank::Main,
        nouns: Vec::new(),
        classes: Vec::new(),
        role: None,
        many: false,
        gender: None,
        person: Some(false),
        land: None,
        years: None,
        decision,
    });
}

/// "CEO Jane Roe" before the firm is named: once all names are read, it tells whose she is.
pub(super) fn note_staff_again(names: &mut ArticleNames, context: &PartyContext<'_>) {
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

/// What the codes of the rules begin with that take a noun for that of the state at hand.
const GUESSED: &str = "party.state-of-";

/// A name in the title counts as often as so many in the body: the article is about it.
const IN_TITLE: u32 = 2;
