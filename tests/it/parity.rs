//! The parser against recorded spaCy output: `benches/peers/record_parity.py` tells how it was recorded.

use std::collections::HashSet;
use std::io::Read;

use atodds::model::parsed::ParsedSentence;
use atodds::parse::{Parser, sentence_starts};
use flate2::read::GzDecoder;
use serde_json::Value;

/// Per mille of equal cases that each attribute must reach.
const FLOOR: f64 = 999.0;

/// What is compared of a token that both have.
const ATTRIBUTES: [&str; 6] = [
    "tag",
    "coarse tag",
    "lemma",
    "head",
    "relation",
    "sentence start",
];

/// A token's place in the text, in bytes.
type Place = (usize, usize);

/// One analysis in a form that can be compared.
struct Analysis {
    tokens: Vec<(Place, [String; ATTRIBUTES.len()])>,
    entities: HashSet<(usize, usize, String)>,
}

fn ours(parsed: &ParsedSentence) -> Analysis {
    let place = |token: u32| {
        let span = parsed.tokens[token as usize].span;
        (span.start as usize, span.end as usize)
    };
    let starts = sentence_starts(parsed);
    let attributes = |(number, token): (usize, &atodds::model::parsed::Token)| {
        let head = place(token.head).0.to_string();
        let [tag, pos, dep] =
            [token.tag.as_str(), token.pos.as_str(), token.dep.as_str()].map(str::to_owned);
        (
            place(number as u32),
            [
                tag,
                pos,
                token.lemma.to_string(),
                head,
                dep,
                starts[number].to_string(),
            ],
        )
    };
    let entities = parsed.entities.iter();
    Analysis {
        tokens: parsed.tokens.iter().enumerate().map(attributes).collect(),
        entities: entities
            .map(|e| {
                (
                    place(e.first).0,
                    place(e.last).1,
                    e.label.as_str().to_owned(),
                )
            })
            .collect(),
    }
}

fn theirs(text: &str, line: &Value) -> Analysis {
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()])
        .collect();
    let tokens = line["tokens"].as_array().unwrap();
    let number = |value: &Value| value.as_u64().unwrap() as usize;
    let place = |token: &Value| (bytes[number(&token[0])], bytes[number(&token[1])]);
    let name = |value: &Value| value.as_str().unwrap().to_owned();
    let attributes = |(token, start): (&Value, &Value)| {
        let head = place(&tokens[number(&token[5])]).0.to_string();
        let start = start.as_bool().unwrap().to_string();
        (
            place(token),
            [
                name(&token[2]),
                name(&token[3]),
                name(&token[4]),
                head,
                name(&token[6]),
                start,
            ],
        )
    };
    let entity = |entity: &Value| {
        let (first, last) = (&tokens[number(&entity[0])], &tokens[number(&entity[1])]);
        (place(first).0, place(last).1, name(&entity[2]))
    };
    Analysis {
        tokens: tokens
            .iter()
            .zip(line["starts"].as_array().unwrap())
            .map(attributes)
            .collect(),
        entities: line["entities"]
            .as_array()
            .unwrap()
            .iter()
            .map(entity)
            .collect(),
    }
}

/// Equal cases and all cases.
#[derive(Default, Clone, Copy)]
struct Count(usize, usize);

impl Count {
    fn add(&mut self, equal: usize, all: usize) {
        *self = Count(self.0 + equal, self.1 + all);
    }

    fn check(self, name: &str) {
        let per_mille = 1000.0 * self.0 as f64 / self.1 as f64;
        assert!(
            per_mille >= FLOOR,
            "{name}: {} of {} equal, {per_mille:.2} per mille",
            self.0,
            self.1
        );
    }
}

fn check(file: &str) {
    let path = format!("{}/tests/golden/parity/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(path).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    // Typographic marks are shown to the networks as straight ones, which spaCy does not do.
    let printed = |line: &Value| {
        let text = line["text"].as_str().unwrap();
        text.contains(['‘', '’', '“', '”'])
    };
    let all = lines.len();
    let lines: Vec<Value> = lines.into_iter().filter(|line| !printed(line)).collect();
    assert!(
        4 * lines.len() > 3 * all,
        "too few sentences are left to compare"
    );
    let texts: Vec<(&str, usize)> = lines
        .iter()
        .map(|line| (line["text"].as_str().unwrap(), 0))
        .collect();
    let (mut tokens, mut entities) = (Count::default(), Count::default());
    let mut attributes = [Count::default(); ATTRIBUTES.len()];
    for (line, parsed) in lines.iter().zip(Parser::embedded().parse_batch(&texts)) {
        let (left, right) = (ours(&parsed), theirs(&parsed.text, line));
        let common = left.tokens.iter().filter_map(|(place, left)| {
            let right = right.tokens.iter().find(|(other, _)| other == place)?;
            Some((left, &right.1))
        });
        let common: Vec<_> = common.collect();
        // F1 is twice the common ones over the sum of both.
        tokens.add(2 * common.len(), left.tokens.len() + right.tokens.len());
        entities.add(
            2 * left.entities.intersection(&right.entities).count(),
            left.entities.len() + right.entities.len(),
        );
        for (left, right) in common {
            for (count, (left, right)) in attributes.iter_mut().zip(left.iter().zip(right)) {
                count.add(usize::from(left == right), 1);
            }
        }
    }
    tokens.check("tokens");
    entities.check("entities");
    attributes
        .iter()
        .zip(ATTRIBUTES)
        .for_each(|(count, name)| count.check(name));
}

#[test]
fn own_sentences_are_parsed_as_spacy_parses_them() {
    check("own.jsonl.gz");
}

#[test]
fn corpus_sentences_are_parsed_as_spacy_parses_them() {
    check("corpus.jsonl.gz");
}
