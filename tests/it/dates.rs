//! The dates of `tests/spec/dates.md`, and what holds for any text.

use std::sync::LazyLock;

use atodds::extract::date::{DateMention, Kind, date_of, find_dates, report_date_of};
use atodds::extract::tree::Tree;
use atodds::lexicon::dates::DateWords;
use atodds::model::claim::DateRange;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::parsed::parse;
use crate::soup::sentences;
use crate::spec_table::{Row, report, rows};

const EVENTS: &str = "The date of an event and the date of its report";

#[test]
fn the_page_holds() {
    let words = DateWords::embedded();
    let rows = rows(include_str!("../spec/dates.md"));
    let wrong: Vec<String> = rows.iter().filter_map(|row| check(row, &words)).collect();
    report("dates.md", rows.len(), &wrong);
    assert!(rows.len() >= 150);
}

/// What is wrong with a row.
fn check(row: &Row, words: &DateWords) -> Option<String> {
    let dateline: Option<Date> = row.cells[0].parse().ok();
    let sentence = parse(&row.cells[1]);
    let tree = Tree::new(&sentence);
    let mentions = find_dates(&tree, dateline, words);
    let (wanted, got) = if row.part == EVENTS {
        let wanted = format!("{} / {}", row.cells[2], row.cells[3]);
        (wanted, events(&tree, row, &mentions))
    } else {
        let shown: Vec<String> = mentions
            .iter()
            .map(|mention| show(mention, sentence.slice(mention.span)))
            .collect();
        (row.cells[2].clone(), shown.join("; "))
    };
    (wanted != got).then(|| {
        format!(
            "  line {}: {}\n    wanted {wanted}\n    got    {got}",
            row.line, row.cells[1]
        )
    })
}

fn show(mention: &DateMention, words: &str) -> String {
    let kind = match mention.kind {
        Kind::Point | Kind::Interval => "",
        Kind::Since => " since",
        Kind::Until => " until",
        Kind::Reference => " ref",
    };
    format!("{words} = {}{kind}", days(mention.range))
}

fn days(range: DateRange) -> String {
    if range.first == range.last {
        range.first.to_string()
    } else {
        format!("{}..{}", range.first, range.last)
    }
}

/// The dates of the words that the row names, in its own form.
fn events(tree: &Tree, row: &Row, mentions: &[DateMention]) -> String {
    let dated = |cell: &str, found: &dyn Fn(usize) -> Option<DateRange>| {
        let Some((word, _)) = cell.split_once(" = ") else {
            return String::new();
        };
        let token = (0..tree.len()).find(|&token| tree.word(token) == word);
        let range = token.and_then(found);
        format!("{word} = {}", range.map_or("none".to_owned(), days))
    };
    let event = dated(&row.cells[2], &|token| {
        date_of(tree, token, mentions).map(|mention| mention.range)
    });
    let told = dated(&row.cells[3], &|token| {
        report_date_of(tree, token, mentions).map(|mention| mention.range)
    });
    format!("{event} / {told}")
}

const LIST: &str = include_str!("../../src/lexicon/data/dates.tsv");

static WORDS: LazyLock<DateWords> = LazyLock::new(DateWords::embedded);

fn datelines() -> impl Strategy<Value = Option<Date>> {
    let date = (1800i16..2200, 1i8..13, 1i8..32)
        .prop_map(|(year, month, day)| Date::new(year, month, day).ok());
    prop_oneof![
        Just(Some(Date::MIN)),
        Just(Some(Date::MAX)),
        Just(None),
        date
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_words_give_real_spans_in_order(sentence in sentences(LIST), dateline in datelines()) {
        let tree = Tree::new(&sentence);
        let mentions = find_dates(&tree, dateline, &WORDS);
        for mention in &mentions {
            prop_assert!(mention.first <= mention.last && mention.last < tree.len());
            prop_assert_eq!(mention.span.start, sentence.tokens[mention.first].span.start);
            prop_assert!(!sentence.slice(mention.span).is_empty());
            prop_assert!(mention.range.first <= mention.range.last);
            prop_assert!(mention.named.first <= mention.named.last);
        }
        prop_assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        for token in 0..tree.len() {
            date_of(&tree, token, &mentions);
            report_date_of(&tree, token, &mentions);
        }
    }

    #[test]
    fn without_a_dateline_nothing_leans_on_one(sentence in sentences(LIST), dateline in datelines()) {
        let tree = Tree::new(&sentence);
        let bare = find_dates(&tree, None, &WORDS);
        let dated = find_dates(&tree, dateline, &WORDS);
        if dateline.is_some_and(|date| (1900..2100).contains(&date.year())) {
            prop_assert!(bare.len() <= dated.len());
        }
    }
}
