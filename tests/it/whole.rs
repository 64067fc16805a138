//! The whole way from articles to reports: the same answer for any order and thread count, and nothing lost by the scan.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use atodds::config::Config;
use atodds::extract::scan::Scan;
use atodds::model::claim::Stance;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent, Tools, claims_of};

const REPORTS: [&str; 5] = [
    "claims.csv",
    "clusters.csv",
    "stories.csv",
    "contradictions.csv",
    "skipped.csv",
];

/// Episodes that a run here reads: enough to cluster across outlets, few enough for a test.
const EPISODES: [&str; 3] = [
    "corpus/pokrovsk-2025",
    "corpus/bakhmut-2023",
    "corpus/kakhovka-2023",
];

fn reports(paths: &[&str], threads: &str) -> Vec<Vec<u8>> {
    let out = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("atodds").unwrap();
    command
        .env("RAYON_NUM_THREADS", threads)
        .arg("report")
        .args(paths)
        .arg("--no-store")
        .arg("--out")
        .arg(out.path());
    command.assert().success();
    REPORTS
        .iter()
        .map(|name| std::fs::read(out.path().join(name)).unwrap())
        .collect()
}

#[test]
fn reports_are_the_same_for_any_thread_count_and_order_of_input() {
    let plain = reports(&EPISODES, "1");
    assert_eq!(plain, reports(&EPISODES, "2"), "two threads");
    let shuffled = [EPISODES[2], EPISODES[0], EPISODES[1]];
    assert_eq!(plain, reports(&shuffled, "2"), "another order of paths");
}

fn run(path: &Path) -> Run {
    pipeline::run(&[path.to_path_buf()], &Config::default(), &Silent).unwrap()
}

#[test]
fn the_scan_loses_no_claim_of_the_sample_corpus() {
    let articles = run(Path::new("corpus/pokrovsk-2025")).articles;
    let scanned = Tools::embedded();
    let whole = Tools {
        scan: Scan::everything(),
        ..Tools::embedded()
    };
    for article in &articles {
        let found = |tools: &Tools| -> BTreeSet<(u32, String)> {
            let claims = claims_of(0, article, tools).claims;
            claims
                .iter()
                .map(|claim| (claim.trigger.start, claim.assertion.value.to_string()))
                .collect()
        };
        assert_eq!(found(&scanned), found(&whole), "{}", article.key);
    }
}

#[test]
fn spans_are_the_words_of_the_article() {
    let run = run(Path::new("corpus/kakhovka-2023"));
    assert!(run.claims.len() > 50);
    for claim in &run.claims {
        let article = &run.articles[claim.article as usize];
        let text = article.text(claim.field);
        assert!(!claim.sentence.of(text).is_empty(), "{}", claim.id);
        assert!(claim.sentence.holds(claim.trigger), "{}", claim.id);
        if let Some(place) = claim.place.as_ref().and_then(|place| place.span) {
            assert!(!place.of(text).is_empty(), "{}", claim.id);
        }
    }
}

#[test]
fn ids_of_claims_are_unique() {
    let run = run(Path::new("corpus/pokrovsk-2025"));
    let ids: BTreeSet<&str> = run.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids.len(), run.claims.len());
}

#[test]
fn a_real_article_gives_its_claims_and_its_three_disputes() {
    let path = PathBuf::from("../shared/articles/cgtn-2025-12-03.txt");
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return;
    }
    let run = run(&path);
    let held = |place: &str, party: &str, stance: Stance| {
        run.claims.iter().any(|claim| {
            claim
                .place
                .as_ref()
                .is_some_and(|found| found.value.name == place)
                && claim.party_name() == Some(party)
                && claim.stance.value == stance
        })
    };
    for place in [
        "Zelenyi Hai",
        "Dobropillia",
        "Pokrovsk",
        "Vovchansk",
        "Kupiansk",
    ] {
        assert!(held(place, "Russia", Stance::Affirm), "{place} by Russia");
    }
    for place in ["Pokrovsk", "Vovchansk", "Kupiansk"] {
        assert!(
            held(place, "Ukraine", Stance::Deny),
            "{place} denied by Ukraine"
        );
    }
    let disputed: BTreeSet<&str> = run
        .contradictions
        .iter()
        .filter_map(|found| run.claims[found.left.quote as usize].place.as_ref())
        .map(|place| place.value.name.as_str())
        .collect();
    assert_eq!(
        disputed,
        BTreeSet::from(["Kupiansk", "Pokrovsk", "Vovchansk"])
    );
}
