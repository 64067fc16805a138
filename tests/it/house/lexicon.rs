//! Word lists are data with a header, sorted, and hold nothing twice.

use std::fs;
use std::path::{Path, PathBuf};

use super::{files, none};

/// Lists whose order means something, each with the reason.
const ORDERED: &[(&str, &str)] = &[
    (
        "places/russian_forms.tsv",
        "the first ending that fits counts",
    ),
    (
        "places/spelling.tsv",
        "later replacements see what earlier ones made",
    ),
];

fn lists() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    let is_list = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "tsv");
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(&folder)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        (name, fs::read_to_string(&path).unwrap())
    };
    files(&folder)
        .into_iter()
        .filter(is_list)
        .map(read)
        .collect()
}

fn entries(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
}

#[test]
fn every_list_has_a_header() {
    let mut findings = Vec::new();
    for (name, text) in lists() {
        for part in [
            "# what: ",
            "# columns: ",
            "# source: ",
            "# licence: ",
            "# known gaps: ",
        ] {
            let head = text.lines().take_while(|line| line.starts_with('#'));
            if !head.into_iter().any(|line| line.starts_with(part)) {
                findings.push(format!("{name}: no `{part}`"));
            }
        }
    }
    none("lists without a part of the header", findings);
}

#[test]
fn every_list_is_sorted_and_holds_nothing_twice() {
    let mut findings = Vec::new();
    for (name, text) in lists() {
        let entries = entries(&text);
        let ordered = ORDERED.iter().any(|(known, _)| *known == name);
        let wrong = entries
            .windows(2)
            .find(|pair| pair[0] == pair[1] || !ordered && pair[0] > pair[1]);
        if let Some(pair) = wrong {
            findings.push(format!("{name}: `{}` before `{}`", pair[0], pair[1]));
        }
    }
    none(
        "lists out of order (`LC_ALL=C sort -u` puts them right)",
        findings,
    );
}

#[test]
fn lists_are_clean_text() {
    let mut findings = Vec::new();
    for (name, text) in lists() {
        let dirty = |line: &&str| {
            line.contains('\r') || line.ends_with([' ', '\t']) || line.trim().is_empty()
        };
        if let Some(line) = text.lines().find(dirty) {
            findings.push(format!("{name}: `{line}`"));
        }
        if !text.ends_with('\n') {
            findings.push(format!("{name}: no line end at its end"));
        }
    }
    none(
        "lists with blanks at line ends, blank lines or carriage returns",
        findings,
    );
}

#[test]
fn labels_of_pages_are_known_kinds() {
    let (_, text) = lists()
        .into_iter()
        .find(|(name, _)| name == "page_labels.tsv")
        .unwrap();
    let kinds = [
        "outlet",
        "person",
        "date",
        "updated",
        "url",
        "noise",
        "cut",
        "credit-end",
        "credit-start",
        "tail",
        "inlay",
        "footer",
    ];
    for entry in entries(&text) {
        let (form, kind) = entry.split_once('\t').unwrap();
        assert!(kinds.contains(&kind), "{entry}");
        assert!(
            kind.starts_with("credit")
                || matches!(kind, "tail" | "inlay" | "footer")
                || form == form.to_lowercase(),
            "{entry}: labels are lower case"
        );
    }
}
