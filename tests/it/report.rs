//! A run to files.

use std::fs;
use std::time::Duration;

use atodds::config::Config;
use atodds::model::article::{Article, Skipped};
use atodds::model::claim::{
    BackReference, Claim, DateRange, Found, Modality, Quantity, Question, Stance,
};
use atodds::model::cluster::Cluster;
use atodds::model::contradiction::{Contradiction, Kind, Side, Status};
use atodds::model::place::{Place, PlaceKind};
use atodds::model::run::Run;
use atodds::model::span::{Span, TextField};
use atodds::report;
use jiff::civil::date;

use crate::folder::Folder;

const BODY: &str = "=The army \"took\" Pokrovsk.\n\nKyiv denied it, at once.";

fn article(key: &str) -> Article {
    Article {
        key: key.into(),
        outlet: Some(format!("Outlet, {key}")),
        url: Some("https://example.org/a".into()),
        published: Some(date(2025, 12, 3)),
        title: "-40 degrees in Pokrovsk".into(),
        body: BODY.into(),
        extra: Vec::new(),
    }
}

fn claim(id: &str, article: u32, field: TextField, sentence: Span, stance: Stance) -> Claim {
    let implied = |text: &str| Some(Found::implied(text.into(), "test.rule"));
    Claim {
        id: id.into(),
        article,
        field,
        sentence,
        speaker: implied("@army"),
        party: implied(if stance == Stance::Deny {
            "Ukraine"
        } else {
            "Russia"
        }),
        stance: Found::implied(stance, "stance.plain"),
        modality: Found::implied(Modality::Stated, "modality.plain"),
        assertion: Found::implied("capture".into(), "assertion.frame"),
        question: Question::Control,
        place: Some(Found::implied(
            Place {
                key: "gn:1".into(),
                name: "Pokrovsk".into(),
                kind: PlaceKind::Settlement,
                region: Some("Donetsk".into()),
                country: Some("Ukraine".into()),
                coordinates: Some((48.28, -37.18)),
                part_of: None,
                undecided: Vec::new(),
            },
            "place.listed",
        )),
        place_as_written: "Krasnoarmeysk".into(),
        dates: Some(Found::implied(
            DateRange {
                first: date(2025, 12, 1),
                last: date(2025, 12, 1),
            },
            "date.weekday",
        )),
        quantity: Some(Found::implied(
            Quantity {
                low: Some(20.0),
                high: None,
                unit: "drone".into(),
                of: None,
            },
            "quantity.at-least",
        )),
        back_reference: (stance == Stance::Deny).then(|| BackReference {
            target: Some("c1".into()),
            how: "nearest".into(),
        }),
        ..empty_claim()
    }
}

fn empty_claim() -> Claim {
    Claim {
        id: "".into(),
        article: 0,
        field: TextField::Body,
        sentence: Span::default(),
        trigger: Span::default(),
        speaker: None,
        cue: None,
        relayed_by: Vec::new(),
        party: None,
        stance: Found::implied(Stance::Affirm, "stance.plain"),
        modality: Found::implied(Modality::Stated, "modality.plain"),
        actor: None,
        actor_party: None,
        assertion: Found::implied("attack".into(), "assertion.frame"),
        question: Question::Occurrence,
        object: None,
        object_party: None,
        place: None,
        place_as_written: "".into(),
        partial: false,
        dates: None,
        quantity: None,
        back_reference: None,
        words: Vec::new(),
    }
}

fn side(party: &str, claim: u32) -> Side {
    Side {
        party: Some(party.into()),
        position: format!("{party} holds Pokrovsk"),
        quote: claim,
        claims: vec![claim],
        independent_reports: 1,
    }
}

/// Two outlets, three claims, one of them a headline's and bare, one cluster, one contradiction.
fn run() -> Run {
    let first = Span::new(0, 26);
    let second = Span::new(28, BODY.len());
    Run {
        articles: vec![article("a.md"), article("b.md")],
        claims: vec![
            claim("c2", 1, TextField::Body, second, Stance::Deny),
            claim("c1", 0, TextField::Body, first, Stance::Affirm),
            Claim {
                id: "c3".into(),
                field: TextField::Title,
                sentence: Span::new(0, 23),
                ..empty_claim()
            },
        ],
        clusters: vec![Cluster {
            id: "k1".into(),
            claims: vec![0, 1],
            independent_reports: 2,
        }],
        contradictions: vec![Contradiction {
            id: "x1".into(),
            code: "C101",
            kind: Kind::Denial,
            status: Status::Open,
            status_claim: None,
            weight: 7.256,
            cluster: 0,
            dates: None,
            left: side("Russia", 1),
            right: side("Ukraine", 0),
            note: "Russia says it took Pokrovsk, Ukraine denies it.".into(),
        }],
        skipped: vec![
            Skipped {
                file: "z".into(),
                why: "empty".into(),
            },
            Skipped {
                file: "=a,b\n".into(),
                why: "binary".into(),
            },
        ],
        counts: vec![("files", 3), ("articles", 2)],
        timings: vec![("read", Duration::from_micros(1_234_567))],
        ..Run::default()
    }
}

/// The rows of a written file as a spreadsheet reads them.
fn table(run: &Run, name: &str) -> Vec<Vec<String>> {
    let folder = Folder::new();
    report::write(run, &Config::default(), &folder.path().join("new/folder")).unwrap();
    let path = folder.path().join("new/folder").join(name);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .unwrap();
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        record.unwrap().iter().map(str::to_owned).collect()
    };
    reader.records().map(row).collect()
}

/// One row with the names of its columns, empty cells left out.
fn row(run: &Run, name: &str, number: usize) -> String {
    let table = table(run, name);
    let cells = table[0]
        .iter()
        .zip(&table[number])
        .filter(|(_, cell)| !cell.is_empty());
    cells
        .map(|(column, cell)| format!("{column}: {cell}\n"))
        .collect()
}

#[test]
fn columns_stand_as_promised() {
    let promised = [
        (
            "claims.csv",
            "claim_id, article, outlet, published, url, speaker, party, stance, modality, actor, actor_party, assertion, question, object, place, place_as_written, region, country, lat, lon, date_first, date_last, quantity_low, quantity_high, unit, back_reference, sentence_start, sentence_end, sentence, cluster_id",
        ),
        (
            "clusters.csv",
            "cluster_id, question, place, object, date_first, date_last, claims, articles, outlets, independent_reports, parties_affirming, parties_denying, status, claim_ids",
        ),
        (
            "contradictions.csv",
            "contradiction_id, code, kind, status, weight, cluster_id, question, place, date_first, date_last, left_party, left_position, left_speaker, left_outlet, left_published, left_article, left_quote, left_claims, left_independent_reports, right_party, right_position, right_speaker, right_outlet, right_published, right_article, right_quote, right_claims, right_independent_reports, note",
        ),
        (
            "stories.csv",
            "story_id, headline, date_first, date_last, articles, outlets, independent_reports, claims, contradictions, likeness, article_keys, outlet_names",
        ),
        ("skipped.csv", "file, why"),
    ];
    for (name, columns) in promised {
        let header = table(&Run::default(), name).remove(0);
        let columns: Vec<&str> = columns.split(", ").collect();
        assert_eq!(header[..columns.len()], columns, "{name}");
        for row in table(&run(), name) {
            assert_eq!(row.len(), header.len(), "{name}: {row:?}");
        }
    }
}

#[test]
fn a_claim_of_the_body() {
    insta::assert_snapshot!(row(&run(), "claims.csv", 2));
}

#[test]
fn a_claim_of_a_headline_has_no_offsets() {
    insta::assert_snapshot!(row(&run(), "claims.csv", 1));
}

#[test]
fn claims_stand_in_the_order_of_the_text_whatever_their_order_in_the_run() {
    let mut shuffled = run();
    shuffled.claims.swap(0, 1);
    shuffled.clusters[0].claims = vec![0, 1];
    shuffled.contradictions.clear();
    let ids: Vec<String> = table(&shuffled, "claims.csv")
        .into_iter()
        .skip(1)
        .map(|row| row[0].clone())
        .collect();
    assert_eq!(ids, ["c3", "c1", "c2"]);
}

#[test]
fn a_cluster() {
    insta::assert_snapshot!(row(&run(), "clusters.csv", 1));
}

#[test]
fn a_contradiction() {
    insta::assert_snapshot!(row(&run(), "contradictions.csv", 1));
}

#[test]
fn no_cell_runs_as_a_formula() {
    for name in [
        "claims.csv",
        "clusters.csv",
        "contradictions.csv",
        "stories.csv",
        "skipped.csv",
    ] {
        for cell in table(&run(), name).into_iter().flatten() {
            let harmless =
                cell.parse::<f64>().is_ok() || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(harmless, "{name}: {cell}");
        }
    }
}

#[test]
fn bytes_are_rfc_4180_and_the_same_each_time() {
    let folder = Folder::new();
    let write = || {
        report::write(&run(), &Config::default(), folder.path()).unwrap();
        fs::read(folder.path().join("skipped.csv")).unwrap()
    };
    assert_eq!(write(), b"file,why\r\n\"'=a,b\n\",binary\r\nz,empty\r\n");
    assert_eq!(write(), write());
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "claims.csv",
            "clusters.csv",
            "contradictions.csv",
            "run.json",
            "skipped.csv",
            "stories.csv"
        ]
    );
}

#[test]
fn the_summary_is_json() {
    let folder = Folder::new();
    report::write(&run(), &Config::default(), folder.path()).unwrap();
    let text = fs::read_to_string(folder.path().join("run.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["counts"]["articles"], 2);
    assert_eq!(json["seconds"]["read"], 1.235);
    assert_eq!(json["settings"]["read"]["slash_dates"], "month-first");
    assert!(
        text.find("files").unwrap() < text.find("articles").unwrap(),
        "the order of the work"
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let folder = Folder::with("taken", "a file");
    let error =
        report::write(&run(), &Config::default(), &folder.path().join("taken")).unwrap_err();
    assert!(error.to_string().starts_with("cannot write"), "{error}");
    assert!(error.hint().unwrap().contains("--out"));
}
