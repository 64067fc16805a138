//! The parser on any text: no panic, spans that are real text, and the same answer however it is asked.

use std::time::{Duration, Instant};

use atodds::model::parsed::{Dep, ParsedSentence};
use atodds::parse::{Parser, sentence_starts};
use proptest::prelude::*;

fn parse(text: &str) -> ParsedSentence {
    Parser::embedded().parse(text, 0)
}

/// Checks what must hold of every analysis.
fn check(text: &str, offset: usize, parsed: &ParsedSentence) {
    assert_eq!(parsed.text, text);
    assert_eq!(parsed.offset as usize, offset);
    let mut end = offset;
    for token in &parsed.tokens {
        let (first, last) = (token.span.start as usize, token.span.end as usize);
        assert!(first >= end && last > first, "tokens follow each other");
        let gap = &text[end - offset..first - offset];
        assert!(
            gap.is_empty() || gap == " ",
            "only a blank lies between tokens, not {gap:?}"
        );
        assert!(text.is_char_boundary(last - offset));
        assert!(
            (token.head as usize) < parsed.tokens.len(),
            "heads point inside"
        );
        assert!(!token.lemma.is_empty());
        end = last;
    }
    assert!(["", " "].contains(&&text[end - offset..]));
    for pair in parsed.entities.windows(2) {
        assert!(pair[0].last < pair[1].first, "entities are in order");
    }
    assert!(
        parsed
            .entities
            .iter()
            .all(|e| e.first <= e.last && (e.last as usize) < parsed.tokens.len())
    );
    check_trees(parsed);
}

/// Every token reaches a root, and there is a sentence start for each root.
fn check_trees(parsed: &ParsedSentence) {
    for mut token in 0..parsed.tokens.len() {
        for _ in 0..=parsed.tokens.len() {
            token = parsed.tokens[token].head as usize;
        }
        assert_eq!(
            parsed.tokens[token].head as usize, token,
            "heads end at a root"
        );
    }
    assert_eq!(
        sentence_starts(parsed).first(),
        (!parsed.tokens.is_empty()).then_some(&true)
    );
}

#[test]
fn a_sentence_has_its_tree() {
    let parsed =
        Parser::embedded().parse("Kyiv denied Moscow's claim to have taken Pokrovsk.", 100);
    let root = parsed
        .tokens
        .iter()
        .position(|token| token.dep == Dep::Root)
        .unwrap();
    assert_eq!(parsed.word(root), "denied");
    assert_eq!(parsed.tokens[root].lemma, "deny");
    assert_eq!(
        (
            parsed.tokens[0].span.start,
            parsed.tokens[0].dep,
            parsed.tokens[0].head
        ),
        (100, Dep::Nsubj, 1)
    );
}

#[test]
fn batches_of_any_size_give_the_same() {
    let sentences: Vec<String> = include_str!("../golden/parity/sentences.txt")
        .lines()
        .map(str::to_owned)
        .collect();
    let texts: Vec<(&str, usize)> = sentences
        .iter()
        .enumerate()
        .map(|(n, text)| (text.as_str(), n))
        .collect();
    let whole = Parser::embedded().parse_batch(&texts);
    let alone: Vec<ParsedSentence> = texts
        .iter()
        .map(|(text, offset)| Parser::embedded().parse(text, *offset))
        .collect();
    assert!(whole == alone);
    let backwards: Vec<_> = texts.iter().rev().copied().collect();
    let mut sevens: Vec<_> = backwards
        .chunks(7)
        .flat_map(|texts| Parser::embedded().parse_batch(texts))
        .collect();
    sevens.reverse();
    assert!(whole == sevens);
    texts
        .iter()
        .zip(&whole)
        .for_each(|((text, offset), parsed)| check(text, *offset, parsed));
}

#[test]
fn threads_give_the_same() {
    let text = "The ministry, which denied the report on Tuesday, said 20 of 31 drones had been shot down.";
    let expected = parse(text);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..4).map(|_| scope.spawn(|| parse(text))).collect();
        for worker in workers {
            assert_eq!(worker.join().unwrap(), expected);
        }
    });
}

#[test]
fn odd_texts_are_parsed() {
    for text in [
        "",
        " ",
        "  ",
        "\n",
        " \n",
        "\u{a0}",
        "\0",
        "\u{feff}",
        "…",
        "'",
        "\u{1f1fa}",
        "e\u{301}",
        "a \u{3000} b",
    ] {
        check(text, 0, &parse(text));
    }
}

#[test]
fn a_megabyte_of_one_thing_costs_little() {
    let started = Instant::now();
    for unit in [
        "a", "(", ".", "'s", "@a.", "://", "5km", " ", "\n", "—", "我", "-x",
    ] {
        let text = unit.repeat((1 << 20) / unit.len());
        check_ends(&text, &parse(&text));
    }
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "{:?}",
        started.elapsed()
    );
}

/// The cheap part of [`check`], for long texts.
fn check_ends(text: &str, parsed: &ParsedSentence) {
    assert_eq!(parsed.tokens.first().map(|token| token.span.start), Some(0));
    assert_eq!(
        parsed.tokens.last().map(|token| token.span.end),
        Some(text.len() as u32)
    );
}

#[test]
fn long_texts_are_parsed_in_pieces() {
    let text = "The army denied it. ".repeat(3000);
    let parsed = parse(&text);
    assert_eq!(parsed.tokens.len(), 15_000);
    assert!(
        parsed
            .tokens
            .iter()
            .all(|token| (token.head as usize) < parsed.tokens.len())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_parsed(text in "\\PC{0,60}", offset in 0usize..1000) {
        check(&text, offset, &Parser::embedded().parse(&text, offset));
    }

    #[test]
    fn any_mix_of_pieces_is_parsed(pieces in prop::collection::vec(piece(), 0..30)) {
        let text = pieces.concat();
        check(&text, 0, &parse(&text));
    }
}

/// What real texts are made of.
const PIECES: [&str; 35] = [
    " ",
    "  ",
    "\n",
    "\t",
    ".",
    "...",
    ",",
    "\"",
    "“",
    "”",
    "'s",
    "n't",
    "’",
    "(",
    ")",
    "-",
    "—",
    "/",
    "@",
    "://",
    ":)",
    "U.S.",
    "a.m.",
    "Russia",
    "denied",
    "that",
    "10",
    "km",
    "$",
    "%",
    "www.x.com",
    "cannot",
    "gonna",
    "Gen.",
    "😀",
];

/// One of them, or any character.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}
