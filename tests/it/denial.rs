//! Denials and accusations: every case of `tests/spec/denial.md` against the claims that its text gives.

use atodds::model::article::Article;
use atodds::model::claim::{Claim, Found, Modality, Stance};
use atodds::model::span::TextField;
use atodds::pipeline::{Tools, claims_of};
use compact_str::CompactString;

/// One row of a table; `*` and an empty cell fit anything.
pub(crate) struct Row {
    cells: Vec<String>,
    must_hold: bool,
}

pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) article: Article,
    rows: Vec<Row>,
}

fn cases() -> Vec<Case> {
    cases_of(include_str!("../spec/denial.md"))
}

/// The cases of a spec in this form.
pub(crate) fn cases_of(text: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    let (mut open, mut must_hold) = (false, true);
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            (open, must_hold) = (true, true);
            let article = Article {
                key: format!("denial.md#{name}"),
                ..Article::default()
            };
            found.push(Case {
                name: name.to_owned(),
                article,
                rows: Vec::new(),
            });
        } else if line.starts_with("# ") {
            open = false;
        }
        let Some(case) = found.last_mut().filter(|_| open) else {
            continue;
        };
        if let Some(outlet) = line.strip_prefix("outlet: ") {
            case.article.outlet = Some(outlet.into());
        } else if let Ok(date) = line.trim().parse() {
            case.article.published = Some(date);
        } else if let Some(quote) = line.strip_prefix('>') {
            quoted(&mut case.article, quote.trim());
        } else if line.trim() == "Must not hold:" {
            must_hold = false;
        } else if line.starts_with('|')
            && !line.starts_with("| ---")
            && !line.starts_with("| speaker")
        {
            let cells = line
                .trim_matches('|')
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect();
            case.rows.push(Row { cells, must_hold });
        }
    }
    found
}

fn quoted(article: &mut Article, line: &str) {
    match line.strip_prefix("# ") {
        Some(title) => article.title = title.to_owned(),
        None if line.is_empty() => article.body.push_str("\n\n"),
        None => {
            if !article.body.is_empty() && !article.body.ends_with('\n') {
                article.body.push(' ');
            }
            article.body.push_str(line);
        }
    }
}

/// The words that a field was read from.
fn written(article: &Article, claim: &Claim, found: &Option<Found<CompactString>>) -> String {
    let text = if claim.field == TextField::Title {
        &article.title
    } else {
        &article.body
    };
    let span = found.as_ref().and_then(|found| found.span);
    span.map(|span| span.of(text).to_owned())
        .unwrap_or_default()
}

fn fits(article: &Article, row: &Row, claim: &Claim) -> bool {
    let value = |found: &Option<atodds::model::claim::Found<compact_str::CompactString>>| {
        found
            .as_ref()
            .map(|found| found.value.to_string())
            .unwrap_or_default()
    };
    let holds = |cell: &str, texts: &[String]| {
        texts
            .iter()
            .any(|text| text.to_lowercase().contains(&cell.to_lowercase()))
    };
    let stance = if claim.stance.value == Stance::Affirm {
        "affirm"
    } else {
        "deny"
    };
    let place = claim
        .place
        .as_ref()
        .map(|place| place.value.name.to_string())
        .unwrap_or_default();
    row.cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty() && *cell != "*")
        .all(|(column, cell)| match column {
            0 => holds(
                cell,
                &[
                    value(&claim.speaker),
                    written(article, claim, &claim.speaker),
                ],
            ),
            1 => value(&claim.party) == *cell,
            2 => stance == cell,
            3 => claim.assertion.value == cell.as_str(),
            4 => holds(
                cell,
                &[
                    value(&claim.actor),
                    value(&claim.actor_party),
                    written(article, claim, &claim.actor),
                ],
            ),
            _ => holds(cell, &[claim.place_as_written.to_string(), place.clone()]),
        })
}

/// Fails with every case whose claims are not as its rows say.
pub(crate) fn hold_all(cases: &[Case]) {
    let tools = Tools::embedded();
    let mut broken = Vec::new();
    for case in cases {
        let claims = claims_of(0, &case.article, &tools).claims;
        let failed = failures(case, &claims);
        if !failed.is_empty() {
            let told: Vec<String> = claims.iter().map(told).collect();
            broken.push(format!("{}\n{}", failed.join("\n"), told.join("\n")));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn failures(case: &Case, claims: &[Claim]) -> Vec<String> {
    let broken = case.rows.iter().filter(|row| {
        let stated = |claim: &&Claim| row.must_hold || claim.modality.value == Modality::Stated;
        claims
            .iter()
            .filter(stated)
            .any(|claim| fits(&case.article, row, claim))
            != row.must_hold
    });
    broken
        .map(|row| {
            let word = if row.must_hold {
                "misses"
            } else {
                "must not hold"
            };
            format!(
                "{}: {word} | {} |\n    {}{}",
                case.name,
                row.cells.join(" | "),
                case.article.title,
                case.article.body
            )
        })
        .collect()
}

fn told(claim: &Claim) -> String {
    let text = |found: &Option<atodds::model::claim::Found<compact_str::CompactString>>| {
        found
            .as_ref()
            .map(|found| found.value.to_string())
            .unwrap_or_else(|| "-".into())
    };
    format!(
        "      {} / {} {:?} {:?} {} by {} / {} on {} / {} in {}",
        text(&claim.speaker),
        text(&claim.party),
        claim.stance.value,
        claim.modality.value,
        claim.assertion.value,
        text(&claim.actor),
        text(&claim.actor_party),
        text(&claim.object),
        text(&claim.object_party),
        claim
            .place
            .as_ref()
            .map(|place| place.value.name.as_str())
            .unwrap_or("-"),
    )
}

/// Names of the cases that are known to fail; each line has a reason after a tab.
fn known_gaps() -> std::collections::BTreeSet<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/spec/denial-known-gaps.txt"
    );
    let text = std::fs::read_to_string(path).expect("the list of known gaps is part of the tree");
    let names = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_case_of_the_denial_spec_is_read_right() {
    let tools = Tools::embedded();
    let cases = cases();
    assert!(cases.len() >= 150, "the spec has {} cases", cases.len());
    let mut broken = Vec::new();
    let mut failing = std::collections::BTreeSet::new();
    for case in &cases {
        let claims = claims_of(0, &case.article, &tools).claims;
        let failed = failures(case, &claims);
        if !failed.is_empty() {
            failing.insert(case.name.clone());
            broken.push(format!(
                "{}\n{}",
                failed.join("\n"),
                claims.iter().map(told).collect::<Vec<_>>().join("\n")
            ));
        }
    }
    println!(
        "{} of {} cases pass",
        cases.len() - broken.len(),
        cases.len()
    );
    let known = known_gaps();
    assert!(
        failing == known,
        "not as listed in tests/spec/denial-known-gaps.txt: new {:?}, mended {:?}\n{}",
        failing.difference(&known).collect::<Vec<_>>(),
        known.difference(&failing).collect::<Vec<_>>(),
        broken.join("\n")
    );
}
