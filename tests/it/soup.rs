//! Sentences of random words with random trees, for what must hold for any input.

use atodds::model::parsed::{Dep, Entity, EntityLabel, ParsedSentence, Pos, Tag, Token};
use atodds::model::span::Span;
use proptest::prelude::*;

/// Words that no list holds, and numbers of every shape.
const OTHER: &[&str] = &[
    "forces",
    "took",
    "Pokrovsk",
    "drones",
    "said",
    "has",
    ",",
    ".",
    "(",
    ")",
    "'s",
    "é",
    "–",
    "12–18",
    "2–3",
    "0",
    "1",
    "7",
    "12",
    "29",
    "30",
    "31",
    "32",
    "99",
    "500",
    "1999",
    "2024",
    "2025",
    "9999",
    "10,000",
    "1,0,0",
    "3.5",
    "1.2.3",
    "31/02/2024",
    "02/12/2025",
    "2.12.25",
    "1.2bn",
    "5k",
    "50km",
    "~20",
    "20-30",
    "30-20",
    "1990s",
    "80s",
    "2nd",
    "99th",
    "'",
    "82",
    "$",
    "%",
    "1e9",
    "99999999999999999999",
    "mid-2011",
    "mid–May",
    "-",
    "--",
];

/// The words of a list, each form cut at its blanks.
fn vocabulary(list: &'static str) -> Vec<&'static str> {
    let entries = list.lines().filter(|line| !line.starts_with('#'));
    let forms = entries.filter_map(|line| line.split('\t').nth(1));
    forms
        .flat_map(|form| form.split(' '))
        .chain(OTHER.iter().copied())
        .collect()
}

/// Sentences of up to 30 words of a list; a head always stands before its dependent, so that the tree is one.
pub fn sentences(list: &'static str) -> impl Strategy<Value = ParsedSentence> {
    let word = prop::sample::select(vocabulary(list));
    let labels = (0..Tag::ALL.len(), 0..Pos::ALL.len(), 0..Dep::ALL.len());
    let token = (word, labels, any::<u16>(), any::<bool>());
    let entities = prop::collection::vec((0..30u32, 0..3u32, 0..EntityLabel::ALL.len()), 0..4);
    (prop::collection::vec(token, 1..30), entities, 0..1000u32).prop_map(
        |(words, entities, offset)| {
            let mut sentence = ParsedSentence {
                offset,
                ..ParsedSentence::default()
            };
            for (index, (word, (tag, pos, dep), head, capital)) in words.into_iter().enumerate() {
                push(&mut sentence, word, capital);
                let token = sentence.tokens.last_mut().unwrap();
                (token.tag, token.pos, token.dep) = (Tag::ALL[tag], Pos::ALL[pos], Dep::ALL[dep]);
                token.head = if index == 0 {
                    0
                } else {
                    u32::from(head) % index as u32
                };
            }
            let last = sentence.tokens.len() as u32 - 1;
            for (first, length, label) in entities.into_iter().filter(|(first, ..)| *first <= last)
            {
                let label = EntityLabel::ALL[label];
                sentence.entities.push(Entity {
                    first,
                    last: last.min(first + length),
                    label,
                });
            }
            sentence
        },
    )
}

fn push(sentence: &mut ParsedSentence, word: &str, capital: bool) {
    if !sentence.text.is_empty() {
        sentence.text.push(' ');
    }
    let start = sentence.text.len() + sentence.offset as usize;
    let mut letters = word.chars();
    match letters.next().filter(|_| capital) {
        Some(first) => {
            sentence.text.extend(first.to_uppercase());
            sentence.text.push_str(letters.as_str());
        }
        None => sentence.text.push_str(word),
    }
    sentence.tokens.push(Token {
        span: Span::new(start, sentence.text.len() + sentence.offset as usize),
        lemma: word.into(),
        tag: Tag::NN,
        pos: Pos::Noun,
        head: 0,
        dep: Dep::Dep,
    });
}
