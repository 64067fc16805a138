//! The names in a parsed sentence that may be places, each with what the syntax says and the verdict.

use crate::lexicon::Lexicon;
use crate::lexicon::parties::{PartyKind, PartyMatch, split_words};
use crate::lexicon::places::PlaceRef;
use crate::lexicon::words::Set;
use crate::model::parsed::ParsedSentence;
use crate::model::place::PlaceKind;
use crate::model::span::Span;

use super::hints::hints;
use super::read::read_name;
use super::stretches::{Stretch, cover, goes_on, stretches};
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
    let name = |&(first, last, label): &Stretch| {
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
