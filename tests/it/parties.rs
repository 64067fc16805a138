//! The party lists and party resolution: a literate spec, the lists as data, and no panic on any text.

use std::collections::{BTreeMap, BTreeSet};

use atodds::lexicon::parties::{PartyKind, PartyLexicon};
use atodds::resolve::party::{
    ArticleNames, PartyContext, PartyDecision, PartyMention, described, resolve_party,
};
use proptest::prelude::*;

const SPEC: &str = include_str!("../spec/parties.tsv");

/// Share of the spec that must come out right.
const FLOOR: f64 = 0.97;

struct Case<'a> {
    number: usize,
    mention: &'a str,
    party: Option<&'a str>,
    entity: &'a str,
    date: &'a str,
    article: &'a str,
}

fn cases() -> impl Iterator<Item = Case<'static>> {
    let lines = SPEC
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.starts_with('#') && !l.is_empty());
    lines.map(|(number, line)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or("");
        Case {
            number: number + 1,
            mention: cell(0),
            party: Some(cell(1)).filter(|p| *p != "-"),
            entity: cell(2),
            date: cell(3),
            article: cell(4),
        }
    })
}

/// A small gazetteer for the spec.
fn country_of(name: &str) -> Option<String> {
    let country = match name {
        "Kherson" | "Pokrovsk" => "Ukraine",
        "Belgorod" => "Russia",
        "Texas" | "Arizona" => "United States",
        _ => return None,
    };
    Some(country.to_owned())
}

fn decide(case: &Case<'_>) -> PartyDecision {
    let context = PartyContext {
        country_of: &country_of,
        is_small_town: &|_| false,
        ..PartyContext::new(PartyLexicon::embedded(), case.date.parse().ok())
    };
    let names = ArticleNames::from_text(case.article, &context);
    let at = case.article.rfind(case.mention).map(|at| at as u32);
    let mention = PartyMention {
        text: case.mention,
        at,
    };
    resolve_party(&mention, &names, &context)
}

#[test]
fn spec_comes_out() {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in cases() {
        count += 1;
        let decision = decide(&case);
        let entity = case.entity.is_empty() || decision.entity == case.entity;
        if decision.party.as_deref() != case.party || !entity {
            wrong.push(format!(
                "{}: {:?} is {:?} ({}) by {}, not {:?} ({})",
                case.number,
                case.mention,
                decision.party,
                decision.entity,
                decision.rule,
                case.party,
                case.entity
            ));
        }
    }
    assert!(count >= 250, "only {count} cases");
    let share = 1.0 - wrong.len() as f64 / count as f64;
    assert!(
        share >= FLOOR,
        "{share:.3} of {count}:\n{}",
        wrong.join("\n")
    );
    println!("{share:.3} of {count}; wrong:\n{}", wrong.join("\n"));
}

#[test]
fn every_decision_of_a_listed_name_shows_its_line() {
    for case in cases() {
        let decision = decide(&case);
        let listed = decision.rule == "party.listed"
            || decision.rule == "party.state"
            || decision.rule == "party.person";
        assert!(!listed || decision.line.is_some(), "{}", case.mention);
    }
}

#[test]
fn lists_are_sorted_and_unique() {
    for (file, text) in lists() {
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
        let unique: BTreeSet<&str> = lines.iter().copied().collect();
        assert_eq!(lines.len(), unique.len(), "{file} repeats a line");
        assert!(lines.is_sorted(), "{file} is not sorted");
        assert!(
            lines.iter().all(|l| *l == l.trim_end() && !l.is_empty()),
            "{file} has loose blanks"
        );
    }
}

#[test]
fn sides_and_countries_are_listed() {
    let lexicon = PartyLexicon::embedded();
    let names: BTreeSet<&str> = lexicon
        .entries()
        .iter()
        .map(|e| e.canonical.as_str())
        .collect();
    let states = lexicon
        .entries()
        .iter()
        .filter(|e| e.kind == PartyKind::State);
    let states: BTreeSet<&str> = states.map(|e| e.canonical.as_str()).collect();
    for entry in lexicon.entries() {
        assert!(names.contains(entry.speaks_for.as_str()), "{entry:?}");
        assert!(
            entry.country.is_empty() || states.contains(entry.country.as_str()),
            "{entry:?}"
        );
        let backers = entry.backed_by.split('|').filter(|b| !b.is_empty());
        backers.for_each(|backer| assert!(names.contains(backer), "{entry:?}"));
        assert!(
            entry
                .from
                .is_none_or(|from| entry.to.is_none_or(|to| from <= to)),
            "{entry:?}"
        );
    }
}

#[test]
fn terms_of_one_entity_do_not_overlap_on_different_sides() {
    let mut terms: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for entry in PartyLexicon::embedded().entries() {
        terms.entry(&entry.canonical).or_default().push(entry);
    }
    for (name, entries) in terms {
        for (at, left) in entries.iter().enumerate() {
            for right in &entries[at + 1..] {
                let apart = left.to.zip(right.from).is_some_and(|(to, from)| to < from)
                    || right.to.zip(left.from).is_some_and(|(to, from)| to < from);
                let day = left.to == right.from || right.to == left.from;
                assert!(
                    apart || day || left.speaks_for == right.speaks_for,
                    "{name}: {left:?} {right:?}"
                );
            }
        }
    }
}

#[test]
fn an_overlay_adds_and_strikes() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("parties.tsv"),
        "-Hamas\n-BP\tbp\nUtopian Guard\tUG\tforce\tFrance\t\tFrance\t\t\town\n",
    )
    .unwrap();
    let lexicon = PartyLexicon::with_overlay(folder.path()).unwrap();
    assert!(lexicon.find("HAMAS", None).is_empty());
    assert!(lexicon.find("bp", None).is_empty());
    assert!(!lexicon.find("BP", None).is_empty());
    let found = lexicon.find("UG", None);
    assert_eq!(found[0].entry.speaks_for, "France");
    assert_eq!(found[0].entry.line.file, "overlay/parties.tsv");
    assert_eq!(found[0].entry.line.line, 3);
}

#[test]
fn a_broken_overlay_names_the_line() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("people.tsv"),
        "Jane Doe\t\tpresident\tFrance\tFrance\t31.12.2020\n",
    )
    .unwrap();
    let error = PartyLexicon::with_overlay(folder.path())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("people.tsv:1") && error.contains("31.12.2020"),
        "{error}"
    );
}

fn lists() -> [(&'static str, &'static str); 4] {
    [
        (
            "states.tsv",
            include_str!("../../src/lexicon/data/states.tsv"),
        ),
        (
            "parties.tsv",
            include_str!("../../src/lexicon/data/parties.tsv"),
        ),
        (
            "people.tsv",
            include_str!("../../src/lexicon/data/people.tsv"),
        ),
        (
            "roles.tsv",
            include_str!("../../src/lexicon/data/roles.tsv"),
        ),
    ]
}

proptest! {
    #[test]
    fn any_text_is_decided(mention in ".{0,80}", article in ".{0,200}", at in proptest::option::of(0u32..300)) {
        let context = PartyContext::new(PartyLexicon::embedded(), None);
        let names = ArticleNames::from_text(&article, &context);
        resolve_party(&PartyMention { text: &mention, at }, &names, &context);
    }

    #[test]
    fn words_of_the_lists_in_any_order_are_decided(words in proptest::collection::vec(any::<proptest::sample::Index>(), 0..9)) {
        let vocabulary: Vec<&str> = SPEC.split([' ', '\t', '\n']).collect();
        let mention: Vec<&str> = words.iter().map(|index| *index.get(&vocabulary)).collect();
        let mention = mention.join(" ");
        let context = PartyContext::new(PartyLexicon::embedded(), Some(jiff::civil::date(2023, 5, 1)));
        let names = ArticleNames::from_text(&mention, &context);
        resolve_party(&PartyMention::new(&mention), &names, &context);
    }
}

#[test]
fn those_who_are_described_stand_under_the_words_for_them() {
    let context = PartyContext::new(PartyLexicon::embedded(), None);
    let cases = [
        ("Two nurses at the clinic", Some("nurses at the clinic")),
        ("one passenger", Some("passenger")),
        ("Several villagers", Some("villagers")),
        ("The widows of the miners", Some("widows of the miners")),
        ("the villagers", Some("villagers")),
        ("A Marseille resident", Some("Marseille resident")),
        ("three airlines", Some("airlines")),
        ("the hospital's surgeons", Some("hospital's surgeons")),
        ("Relatives of the sailors", Some("relatives of the sailors")),
        // Whom the text named before or leaves out.
        ("the company", None),
        ("company", None),
        ("the suspect", None),
        ("officials", None),
        ("a spokeswoman", None),
        ("the minister", None),
        // Texts, things and nobody in particular.
        ("a study", None),
        ("several", None),
        ("both", None),
        ("the latest report", None),
        ("the missile", None),
        ("local media", None),
        ("Failure", None),
        ("", None),
    ];
    for (text, wanted) in cases {
        let name = described(text, &context);
        assert_eq!(name.as_deref(), wanted, "{text}");
    }
}
