//! New articles held against a corpus: every contradiction of the full report is shown, and nothing else.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use atodds::compare::{self, Comparison, Standing};
use atodds::config::Config;
use atodds::model::run::Run;
use atodds::page::Page;
use atodds::pipeline::{self, Silent};

use crate::claims;
use crate::folder::Folder;

#[test]
fn each_article_of_the_sample_held_out_shows_the_rows_that_the_report_has_of_it() {
    let config = Config::default();
    let run = pipeline::run(&[PathBuf::from("corpus")], &config, &Silent).unwrap();
    let mut shown = BTreeSet::new();
    for article in 0..run.articles.len() as u32 {
        let held = compare::hold(&run, &[article], &config).articles.remove(0);
        let of_article = |claims: &[u32]| {
            claims
                .iter()
                .any(|&claim| run.claims[claim as usize].article == article)
        };
        let rows = run.contradictions.iter();
        let rows = rows.filter(|row| of_article(&row.left.claims) || of_article(&row.right.claims));
        let wanted: BTreeSet<String> = rows.map(|row| row.id.to_string()).collect();
        let disputes: BTreeSet<String> = held
            .disputes
            .iter()
            .map(|row| row.contradiction.clone())
            .collect();
        assert_eq!(disputes, wanted, "{}", held.article);
        for dispute in &held.disputes {
            assert_eq!(dispute.own.article, held.article);
            assert_eq!(
                dispute.within,
                dispute.other.article == held.article,
                "{}",
                dispute.contradiction
            );
            assert!(!dispute.claims.is_empty() && !dispute.other.quote.is_empty());
        }
        let contradicting = held
            .claims
            .iter()
            .filter(|claim| claim.standing == Standing::Contradicts);
        assert_eq!(
            contradicting.count() > 0,
            held.contradicts(),
            "{}",
            held.article
        );
        shown.extend(disputes);
    }
    assert_eq!(shown.len(), run.contradictions.len());
}

/// Holds the articles of one outlet against the rest of a table.
fn hold(table: &str, outlet: &str) -> Comparison {
    let (claims, articles) = claims::parse(table);
    let outcome = claims::run(&claims, &articles);
    let run = Run {
        articles,
        clusters: outcome.clusters,
        contradictions: outcome.contradictions,
        claims,
        ..Run::default()
    };
    let new = (0..)
        .zip(&run.articles)
        .filter(|(_, article)| article.outlet.as_deref() == Some(outlet));
    let new: Vec<u32> = new.map(|(index, _)| index).collect();
    compare::hold(&run, &new, &Config::default())
}

fn standings(comparison: &Comparison) -> Vec<(Standing, u32)> {
    let claims = comparison.articles.iter().flat_map(|held| &held.claims);
    claims
        .map(|claim| (claim.standing, claim.reports))
        .collect()
}

#[test]
fn a_denial_of_what_the_corpus_says_contradicts_it() {
    let found = hold(
        "r1 | TASS 2025-12-02 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01
         u1 | New 2025-12-03 | Ukraine | deny | Russia | capture | Pokrovsk |",
        "New",
    );
    assert_eq!(standings(&found), [(Standing::Contradicts, 0)]);
    let dispute = &found.articles[0].disputes[0];
    assert_eq!((dispute.code, dispute.within), ("C101", false));
    assert_eq!(dispute.other.party.as_deref(), Some("Russia"));
    assert_eq!(dispute.other.outlet.as_deref(), Some("TASS"));
    assert!(found.contradicts());
}

#[test]
fn an_article_that_reports_both_sides_of_a_matter_of_its_own_contradicts_nothing() {
    let found = hold(
        "r1 | New 2025-12-02 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01
         u1 | New 2025-12-02 | Ukraine | deny | Russia | capture | Pokrovsk |
         x1 | AP 2025-12-02 | Shell | affirm | Shell | talk | | 2025-12-01 | | takeover",
        "New",
    );
    assert!(found.articles[0].disputes[0].within);
    assert!(!found.contradicts());
    assert_eq!(standings(&found), [(Standing::New, 0), (Standing::New, 0)]);
}

#[test]
fn what_others_say_as_well_is_corroborated_by_so_many_reports() {
    let found = hold(
        "r1 | TASS 2025-12-02 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01
         r2 | AP 2025-12-02 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01
         n1 | New 2025-12-03 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01
         n2 | New 2025-12-03 | Russia | affirm | Russia | capture | Vovchansk | 2025-12-01",
        "New",
    );
    assert_eq!(
        standings(&found),
        [(Standing::Corroborated, 2), (Standing::New, 0)]
    );
}

#[test]
fn a_place_that_changed_hands_since_makes_a_capture_old_news() {
    let found = hold(
        "u1 | AP 2025-12-08 | Ukraine | affirm | Ukraine | capture | Pokrovsk | 2025-12-07
         n1 | New 2025-12-03 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01",
        "New",
    );
    let claim = &found.articles[0].claims[0];
    assert_eq!(claim.standing, Standing::Superseded);
    assert_eq!(claim.superseded_by.as_ref().unwrap().claim, "u1");
}

#[test]
fn pages_and_tables_name_both_sides() {
    let found = hold(
        "r1 | TASS 2025-12-02 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01
         u1 | New 2025-12-03 | Ukraine | deny | Russia | capture | Pokrovsk |",
        "New",
    );
    let mut page = Page::new(80);
    compare::write(&found, &mut page);
    let text = page.into_text();
    for part in ["Contradicts", "TASS, 2025-12-02", "1 independent report"] {
        assert!(text.contains(part), "{part}\n{text}");
        assert!(
            text.lines()
                .all(|line| line.chars().filter(|letter| *letter != '\u{1b}').count() < 100)
        );
    }
    let table = String::from_utf8(compare::csv(&found)).unwrap();
    assert!(table.starts_with("article,claim_id,standing,"), "{table}");
    assert!(table.contains(",u1,contradicts,"), "{table}");
    assert!(compare::markdown(&found).contains("\n## Contradicts\n"));
}

const OLD: &str = "---\noutlet: TASS\ndate: 2025-12-02\ntitle: Town\n---\n\
    The Russian Defence Ministry said on Tuesday that its troops had captured Pokrovsk on Monday.\n";
const NEW: &str = "---\noutlet: Daily Post\ndate: 2025-12-03\ntitle: Still ours\n---\n\
    Ukraine's General Staff denied on Wednesday that Russian troops had captured Pokrovsk.\n";

fn atodds(folder: &Folder, args: &[&str], input: &str) -> Output {
    let mut command = Command::cargo_bin("atodds").unwrap();
    command
        .current_dir(folder.path())
        .args(args)
        .write_stdin(input)
        .output()
        .unwrap()
}

#[test]
fn the_command_reads_files_and_standard_input_and_checks() {
    let folder = Folder::with("corpus/old.md", OLD);
    folder.file("new.md", NEW);
    let output = atodds(&folder, &["compare", "new.md", "--check"], "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.starts_with("Still ours\nDaily Post, 2025-12-03, new.md\n"),
        "{text}"
    );
    assert!(
        text.contains("Contradicts") && !text.contains('\u{1b}'),
        "{text}"
    );
    let output = atodds(&folder, &["compare", "-", "--format", "json"], NEW);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        json["articles"][0]["disputes"][0]["other"]["outlet"],
        "TASS"
    );
    assert!(!folder.path().join("reports").exists());
    let output = atodds(&folder, &["compare", "corpus/old.md", "--check"], "");
    assert_eq!(
        output.status.code(),
        Some(0),
        "held against the rest of the corpus, not against itself"
    );
}

#[test]
fn articles_are_added_afterwards_and_nothing_is_written_over() {
    let folder = Folder::with("corpus/old.md", OLD);
    folder.file("new.md", NEW);
    assert!(
        atodds(&folder, &["compare", "new.md", "--add"], "")
            .status
            .success()
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join("corpus/new.md")).unwrap(),
        NEW
    );
    assert!(
        atodds(&folder, &["compare", "new.md", "--add"], "")
            .status
            .success(),
        "again"
    );
    folder.file("new.md", NEW.replace("Still", "Not"));
    let output = atodds(&folder, &["compare", "new.md", "--add"], "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        std::fs::read_to_string(folder.path().join("corpus/new.md")).unwrap(),
        NEW
    );
    assert!(
        atodds(
            &folder,
            &["compare", "-", "--add"],
            &NEW.replace("Still", "Yet")
        )
        .status
        .success()
    );
    assert_eq!(
        std::fs::read_dir(folder.path().join("corpus"))
            .unwrap()
            .count(),
        3
    );
}

#[test]
fn nothing_to_compare_is_an_error_with_the_reason() {
    let folder = Folder::with("corpus/old.md", OLD);
    let output = atodds(&folder, &["compare", "missing.md"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("missing.md")
    );
}
