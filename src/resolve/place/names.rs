//! The names in a parsed sentence that may be places, each with what the syntax says and the verdict.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::lexicon::cues::CuePart;
use crate::lexicon::parties::{Caps, FormKind, PartyKind, PartyMatch, RoleKind, split_words};
use crate::lexicon::places::{PlaceRef, Sense, Side};
use crate::lexicon::words::Set;
use crate::model::parsed::{Dep, EntityLabel, ParsedSentence, Pos, Tag};
use crate::model::place::PlaceKind;
use crate::model::span::Span;

use super::read::read_name;
use super::verdict::{PlaceVerdict, SyntaxHints, is_place};

/// A name in a sentence that may be a place.
#[derive(Debug, Clone, Copy)]
pub struct SentenceName {
    /// The name, without "the" and the owner's mark.
    pub span: Span,
    /// The region or country that stands right behind it ("Kherson, Ukraine"); `None` where none does.
    pub region: Option<Span>,
    /// Whether it is a place, and why.
    pub verdict: PlaceVerdict,
}

/// Every name of a sentence that the parser or the gazetteer takes for a place, in the order of the text.
pub fn names_in(sentence: &ParsedSentence, lexicon: &Lexicon) -> Vec<SentenceName> {
    let stretches = stretches(sentence, lexicon);
    let bodies = bodies_in(sentence, lexicon);
    let name = |&(first, last, label): &(usize, usize, Option<EntityLabel>)| {
        let span = cover(sentence, first, last);
        let inside =
            |body: &Span| body.start <= span.start && span.end <= body.end && *body != span;
        let hints = SyntaxHints {
            part_of_name: bodies.iter().any(inside) || goes_on(sentence, lexicon, first, last),
            ..hints(sentence, lexicon, first, last, label)
        };
        SentenceName {
            span,
            region: None,
            verdict: is_place(sentence.slice(span), hints, lexicon.places),
        }
    };
    let mut names: Vec<SentenceName> = stretches.iter().map(name).collect();
    for at in 1..names.len() {
        let (left, right) = (names[at - 1].span, names[at].span);
        if is_held(sentence, lexicon, left, right) {
            names[at - 1].region = Some(right);
        }
    }
    names
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
fn goes_on(sentence: &ParsedSentence, lexicon: &Lexicon, first: usize, last: usize) -> bool {
    let text = sentence.slice(cover(sentence, first, last));
    let of = last + 1 < sentence.tokens.len() && lexicon.parties.is_of(sentence.word(last + 1));
    let name = sentence.tokens.get(last + 2);
    of && name.is_some_and(|token| token.pos == Pos::Propn)
        && lexicon.places.stop_line(text).is_some()
}

/// Listed names of groups, companies and outlets of several words ("Times of Israel"): a place inside is part of them.
fn bodies_in(sentence: &ParsedSentence, lexicon: &Lexicon) -> Vec<Span> {
    let words = split_words(&sentence.text);
    let start = sentence.offset as usize;
    let body = |at: usize| {
        let (length, found) = lexicon.parties.longest_name(&words, at)?;
        let own = |m: &PartyMatch<'_>| {
            matches!(
                m.entry.kind,
                PartyKind::Group | PartyKind::Political | PartyKind::Company | PartyKind::Outlet
            )
        };
        let span = Span::new(start + words[at].start, start + words[at + length - 1].end);
        (length > 1 && found.iter().all(own)).then_some(span)
    };
    (0..words.len()).filter_map(body).collect()
}

/// First and last token of each candidate with the label of its entity: entities, and runs of proper nouns outside them.
fn stretches(
    sentence: &ParsedSentence,
    lexicon: &Lexicon,
) -> Vec<(usize, usize, Option<EntityLabel>)> {
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
    found.sort_unstable_by_key(|&(first, ..)| first);
    let mut free = 0;
    for at in 0..found.len() {
        let next = found.get(at + 1).map_or(taken.len(), |&(first, ..)| first);
        let (first, last, label) = found[at];
        let last = with_rest(sentence, lexicon, (first, last));
        let (first, last) = with_kind(sentence, lexicon, (first, last), free..next);
        found[at] = (first, last, label);
        free = last + 1;
    }
    found.retain(|&(first, last, label)| {
        is_place_label(label) || is_listed(sentence.slice(cover(sentence, first, last)), lexicon)
    });
    found
}

/// The stretch with the words beside it that say what it is ("Kherson region", "province of Aleppo", "Handarat district").
fn with_kind(
    sentence: &ParsedSentence,
    lexicon: &Lexicon,
    (mut first, mut last): (usize, usize),
    room: Range<usize>,
) -> (usize, usize) {
    let tells = |sense: Sense| {
        matches!(
            sense,
            Sense::Region | Sense::Facility | Sense::Natural | Sense::Quarter
        )
    };
    let word = |at: usize| sentence.word(at).to_lowercase();
    let qualifiers = lexicon.places.qualifiers();
    let (from, to) = (
        room.start.max(first.saturating_sub(LONGEST_KIND)),
        room.end.min(last + 1 + LONGEST_KIND),
    );
    let behind: Vec<String> = (last + 1..to).map(word).collect();
    for count in (1..=behind.len()).rev() {
        let part: Vec<&str> = behind[..count].iter().map(String::as_str).collect();
        let found = qualifiers.find(Side::After, &part);
        if found.is_some_and(|found| found.words == count && tells(found.sense)) {
            last += count;
            return (first, last);
        }
    }
    let before: Vec<String> = (from..first).map(word).collect();
    for start in 0..before.len() {
        let part: Vec<&str> = before[start..].iter().map(String::as_str).collect();
        let found = qualifiers.find(Side::Before, &part);
        if found.is_some_and(|found| found.words == part.len() && tells(found.sense)) {
            first = from + start;
            break;
        }
    }
    (first, last)
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

fn cover(sentence: &ParsedSentence, first: usize, last: usize) -> Span {
    Span {
        start: sentence.tokens[first].span.start,
        end: sentence.tokens[last].span.end,
    }
}

fn hints(
    sentence: &ParsedSentence,
    lexicon: &Lexicon,
    first: usize,
    last: usize,
    label: Option<EntityLabel>,
) -> SyntaxHints {
    let head = head_of(sentence, first, last);
    // "Russia and Iran denied": both do what the first does.
    let token = &sentence.tokens[first_mate(sentence, head)];
    let governor = &sentence.tokens[token.head as usize];
    let verb = matches!(governor.pos, Pos::Verb | Pos::Aux);
    let subject = token.dep == Dep::Nsubj && verb;
    let word = governor.lemma.to_lowercase();
    let by = lexicon.words.has(Set::AgentPreposition, &word)
        && !lexicon.words.has(Set::PlacePreposition, &word);
    let text = sentence.slice(cover(sentence, first, last));
    let bearer = bearer(text, lexicon);
    let cue = lexicon.cues.find(&word, CuePart::Verb).is_some();
    let above = sentence.tokens[governor.head as usize].lemma.to_lowercase();
    let shared = token.dep == Dep::Pobj
        && lexicon.words.has(Set::RelationPreposition, &word)
        && !lexicon.words.has(Set::LineNoun, &above);
    let role = |at: usize| {
        let words = split_words(sentence.word(at));
        lexicon
            .parties
            .longest_role(&words, 0)
            .map(|(_, role)| role.kind)
    };
    let governed_by = role(token.head as usize);
    // "Tel Aviv-based", "JERUSALEM (AP)"
    let seated = governed_by == Some(RoleKind::Based)
        || first == 0 && last + 1 < sentence.tokens.len() && sentence.word(last + 1) == "(";
    let government = bearer == Some(Bearer::Government);
    let of_force = government && governed_by == Some(RoleKind::Force);
    let named_ally = first > 0 && role(first - 1) == Some(RoleKind::Staff);
    SyntaxHints {
        label,
        part_of_name: false,
        locative: seated || is_located(sentence, lexicon, head, government),
        saying_subject: subject && cue,
        agent: subject && governor.pos == Pos::Verb
            || token.dep == Dep::Pobj && (governor.dep == Dep::Agent || by),
        object: matches!(
            token.dep,
            Dep::Dobj | Dep::Nsubjpass | Dep::Compound | Dep::Appos
        ) && !(verb && cue)
            && !of_force,
        addressed: token.dep == Dep::Dative || shared || named_ally,
        government,
        bearer: bearer == Some(Bearer::Other),
        person_neighbour: label != Some(EntityLabel::Gpe) && is_titled(sentence, lexicon, first)
            || label == Some(EntityLabel::Person) && last > first,
    }
}

/// The first of the names that "and" joins to this one.
fn first_mate(sentence: &ParsedSentence, head: usize) -> usize {
    let mut at = head;
    for _ in 0..LONGEST_CHAIN {
        let token = &sentence.tokens[at];
        let governor = token.head as usize;
        let mate = token.dep == Dep::Conj && sentence.tokens[governor].pos == Pos::Propn;
        if !mate || governor >= at {
            break;
        }
        at = governor;
    }
    at
}

/// Who else can be meant by a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bearer {
    /// A government, by its capital or seat.
    Government,
    /// A body, group, company, outlet or person.
    Other,
}

/// Who else the party lists know by the name, `None` where nobody; the state of a country is the country.
fn bearer(text: &str, lexicon: &Lexicon) -> Option<Bearer> {
    let found = lexicon.parties.find(text, None);
    let mut strong = found.iter().filter(|found| !found.form.weak);
    let first = strong.next()?;
    match (first.entry.kind, first.form.kind) {
        (PartyKind::State, FormKind::Capital | FormKind::Seat) => Some(Bearer::Government),
        (PartyKind::State, _) => None,
        _ => Some(Bearer::Other),
    }
}

/// The token of the stretch whose head lies outside it.
fn head_of(sentence: &ParsedSentence, first: usize, last: usize) -> usize {
    let outside = |&at: &usize| {
        let head = sentence.tokens[at].head as usize;
        head < first || head > last || head == at
    };
    (first..=last).rev().find(outside).unwrap_or(last)
}

/// Under a preposition of place, itself or as a mate of one that is. Behind "to", "on", "from" a `government` is a place
/// only with a word of motion or attack ("fled to Kyiv", not "aid to Kyiv").
fn is_located(sentence: &ParsedSentence, lexicon: &Lexicon, head: usize, government: bool) -> bool {
    let lemma = |at: usize| sentence.tokens[at].lemma.to_lowercase();
    let mut at = head;
    for _ in 0..LONGEST_CHAIN {
        let token = &sentence.tokens[at];
        let governor = token.head as usize;
        match token.dep {
            Dep::Pobj => {
                let (word, above) = (
                    lemma(governor),
                    lemma(sentence.tokens[governor].head as usize),
                );
                let loose = government && lexicon.words.has(Set::LoosePreposition, &word);
                let moves = || {
                    lexicon.words.has(Set::MotionWord, &above)
                        || lexicon.words.has(Set::AttackNoun, &above)
                };
                return lexicon.words.has(Set::PlacePreposition, &word)
                    && !lexicon.words.has(Set::According, &above)
                    && (!loose || moves());
            }
            Dep::Conj | Dep::Appos | Dep::Compound | Dep::Nmod if governor != at => at = governor,
            _ => return false,
        }
    }
    false
}

/// Coordinations longer than this are lists of something else.
const LONGEST_CHAIN: usize = 12;

/// A title or an office stands right before ("President Lincoln").
fn is_titled(sentence: &ParsedSentence, lexicon: &Lexicon, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let words = split_words(sentence.word(before));
    let title = |kind: RoleKind| {
        matches!(
            kind,
            RoleKind::Title
                | RoleKind::Office
                | RoleKind::Minister
                | RoleKind::Staff
                | RoleKind::Spokes
                | RoleKind::Member
        )
    };
    let role = lexicon.parties.longest_role(&words, 0);
    words.first().is_some_and(|word| word.caps > Caps::Lower)
        && role.is_some_and(|(_, role)| title(role.kind))
}

/// Whether the right name says where the left one lies: behind a comma or "in", a region or country in which one of the name lies.
fn is_held(sentence: &ParsedSentence, lexicon: &Lexicon, left: Span, right: Span) -> bool {
    let between = Span {
        start: left.end,
        end: right.start,
    };
    let joint = sentence.slice(between).trim();
    let words: Vec<&str> = joint.split_whitespace().collect();
    let by_preposition = match words.as_slice() {
        [word] | [word, _] => lexicon
            .words
            .has(Set::RegionPreposition, &word.to_lowercase()),
        _ => false,
    };
    let right = read_name(sentence.slice(right), lexicon.places).name;
    let left = read_name(sentence.slice(left), lexicon.places).name;
    let holds = |place: PlaceRef<'_>| {
        let mut holders = lexicon.places.find(right);
        holders.any(|holder| {
            place.region() == Some(holder)
                || holder.kind() == PlaceKind::Country && place.country() == Some(holder)
        })
    };
    let country = lexicon
        .places
        .find(left)
        .any(|place| place.kind() == PlaceKind::Country);
    !country && (by_preposition || joint == ",") && lexicon.places.find(left).any(holds)
}
