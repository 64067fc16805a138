//! The figures of `tests/spec/figures.md`, and what holds for any text.

use std::sync::LazyLock;

use atodds::extract::quantity::{Figure, figures_of, find_figures};
use atodds::extract::tree::Tree;
use atodds::lexicon::numbers::NumberWords;

use proptest::prelude::*;

use crate::parsed::parse;
use crate::soup::sentences;
use crate::spec_table::{Row, report, rows};

const EVENTS: &str = "The figures of an event";

#[test]
fn the_page_holds() {
    let words = NumberWords::embedded();
    let rows = rows(include_str!("../spec/figures.md"));
    let wrong: Vec<String> = rows.iter().filter_map(|row| check(row, &words)).collect();
    report("figures.md", rows.len(), &wrong);
    assert!(rows.len() >= 150);
}

/// What is wrong with a row.
fn check(row: &Row, words: &NumberWords) -> Option<String> {
    let sentence = parse(&row.cells[0]);
    let tree = Tree::new(&sentence);
    let found = find_figures(&tree, words);
    let (wanted, kept) = if row.part == EVENTS {
        let token = |word: &str| (0..tree.len()).find(|&token| tree.word(token) == word);
        let mut words = row.cells[1].split(" > ");
        let event = words
            .next()
            .and_then(token)
            .expect("the event stands in its sentence");
        let theme = words.next().and_then(token);
        (&row.cells[2], figures_of(&tree, event, theme, &found))
    } else {
        (&row.cells[1], found.iter().collect())
    };
    let shown: Vec<String> = kept.into_iter().map(|figure| show(&tree, figure)).collect();
    let got = shown.join("; ");
    (*wanted != got).then(|| {
        format!(
            "  line {}: {}\n    wanted {wanted}\n    got    {got}",
            row.line, row.cells[0]
        )
    })
}

fn show(tree: &Tree, figure: &Figure) -> String {
    let amount = match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => number(low),
        (Some(0.0), Some(high)) => format!("<={}", number(high)),
        (Some(low), Some(high)) => format!("{}..{}", number(low), number(high)),
        (Some(low), None) => format!(">={}", number(low)),
        (None, Some(high)) => format!("<={}", number(high)),
        (None, None) => "?".to_owned(),
    };
    let about = if figure.approximate { "~" } else { "" };
    let of = figure
        .of
        .map_or(String::new(), |of| format!(" of {}", tree.word(of)));
    format!("{about}{amount} {}{of}", figure.unit)
        .trim()
        .to_owned()
}

/// At most one decimal, as the page writes them, two where the number has them.
fn number(value: f64) -> String {
    let short = (value * 10.0).round() / 10.0;
    let shown = if (value * 100.0).fract().abs() < 1e-9 {
        value
    } else {
        short
    };
    shown.to_string()
}

const LIST: &str = include_str!("../../src/lexicon/data/numbers.tsv");

static WORDS: LazyLock<NumberWords> = LazyLock::new(NumberWords::embedded);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_words_give_real_spans_in_order(sentence in sentences(LIST)) {
        let tree = Tree::new(&sentence);
        let figures = find_figures(&tree, &WORDS);
        for figure in &figures {
            prop_assert!(figure.first <= figure.last && figure.last < tree.len());
            prop_assert!(figure.head < tree.len());
            prop_assert!(!sentence.slice(figure.span).is_empty());
            let (low, high) = (figure.low.unwrap_or(0.0), figure.high.unwrap_or(f64::INFINITY));
            prop_assert!(low <= high, "{low} {high} {}", sentence.slice(figure.span));
            prop_assert!(low.is_finite() && low >= 0.0);
        }
        prop_assert!(figures.windows(2).all(|pair| pair[0].first < pair[1].first));
        for token in 0..tree.len() {
            figures_of(&tree, token, None, &figures);
        }
    }
}
