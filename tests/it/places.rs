//! Place names: pairs that are one place, homonyms by syntax, and what the well-known patterns give.

use atodds::lexicon::Lexicon;
use atodds::lexicon::places::Gazetteer;
use atodds::model::article::Article;
use atodds::model::place::PlaceKind;
use atodds::pipeline::{Tools, terms_of};
use atodds::resolve::article::JudgedName;
use atodds::resolve::place::{PlaceContext, PlaceDecision, PlaceMention, resolve_place};

const PAIRS: &str = include_str!("../spec/place_names.tsv");
const HOMONYMS: &str = include_str!("../spec/homonyms.tsv");

/// Pairs that the spec has to hold at least.
const LEAST_PAIRS: usize = 120;

pub fn lines(text: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
        .map(|(at, line)| (at + 1, line.split('\t').collect()))
}

fn place(text: &str, region: &str) -> PlaceDecision {
    let mention = PlaceMention {
        text,
        region: Some(region).filter(|region| !region.is_empty()),
    };
    resolve_place(
        &mention,
        &PlaceContext::default(),
        Gazetteer::embedded(),
        None,
    )
}

#[test]
fn pairs_of_names_are_linked_or_kept_apart() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for (line, cells) in lines(PAIRS) {
        let (left, right) = (place(cells[1], cells[3]), place(cells[2], cells[3]));
        let known = |found: &PlaceDecision| found.place.kind != PlaceKind::Unlisted;
        let same = left.place.key == right.place.key && known(&left) && known(&right);
        count += usize::from(cells[0] == "same");
        if same != (cells[0] == "same") {
            wrong.push(format!(
                "{line}: {} is {} ({}), {} is {} ({})",
                cells[1], left.place.key, left.rule, cells[2], right.place.key, right.rule
            ));
        }
    }
    assert!(count >= LEAST_PAIRS, "only {count} pairs");
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The name of the sentence at which `words` stand, where it is a place.
fn named(sentence: &str, words: &str) -> Option<JudgedName> {
    let article = Article {
        body: sentence.to_owned(),
        ..Article::default()
    };
    let tools = Tools::new(Lexicon::embedded());
    let at = sentence.find(words).unwrap() as u32;
    let terms = terms_of(&article, &tools);
    terms
        .names()
        .find(|name| name.span.start <= at && at < name.span.end && name.verdict.is_place)
}

#[test]
fn homonyms_are_decided_by_the_syntax() {
    let mut wrong = Vec::new();
    for (line, cells) in lines(HOMONYMS) {
        let found = named(cells[2], cells[0]).map(|name| name.decision.place);
        let fits = match &found {
            None => cells[1] == "-",
            Some(place) => [
                Some(place.key.as_str()),
                Some(place.name.as_str()),
                place.region.as_deref(),
                place.country.as_deref(),
            ]
            .contains(&Some(cells[1])),
        };
        if !fits {
            wrong.push(format!(
                "{line}: {} is {found:?}, not {}",
                cells[0], cells[1]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn facilities_are_understood_by_pattern() {
    for (text, name, part_of) in [
        ("Zaporizhzhia NPP", "Zaporizhzhia Nuclear Power Plant", true),
        ("Al-Shifa hospital", "Al-Shifa Hospital", true),
        ("Kakhovka dam", "Kakhovka dam", true),
        ("Antonivsky bridge", "Antonivka bridge", true),
        ("Poltava airport", "Poltava airport", true),
        ("Vinnytsia hospital", "Vinnytsia hospital", true),
    ] {
        let found = place(text, "");
        assert!(
            found.place.name.eq_ignore_ascii_case(name),
            "{text}: {found:?}"
        );
        assert_eq!(found.place.part_of.is_some(), part_of, "{text}: {found:?}");
    }
}
