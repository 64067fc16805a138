//! The store gives back what was put in, refuses what it cannot read, and never lets go of a verdict.

use std::fs;
use std::path::Path;

use atodds::config::Config;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent};
use atodds::store::{self, Store};
use serde_json::json;

use crate::folder::Folder;

fn sample() -> Run {
    let path = Path::new("corpus/pokrovsk-2025").to_path_buf();
    pipeline::run(&[path], &Config::default(), &Silent).unwrap()
}

/// What a store keeps of a run.
fn kept(mut run: Run) -> Run {
    run.counts.clear();
    run.timings.clear();
    run.skipped.clear();
    run
}

#[test]
fn a_run_comes_back_as_it_was() {
    let folder = Folder::new();
    let path = folder.path().join("a.atodds.sqlite");
    let run = sample();
    assert!(run.contradictions.len() > 3 && run.claims.len() > 100);
    let config = Config::default();
    Store::open(&path).unwrap().save(&run, &config).unwrap();
    let mut store = Store::open_existing(&path).unwrap();
    assert_eq!(store.load().unwrap(), kept(run.clone()));
    // Saved again, nothing is doubled.
    store.save(&run, &config).unwrap();
    assert_eq!(store.load().unwrap(), kept(run));
}

#[test]
fn the_views_show_a_sentence_and_its_cluster() {
    let folder = Folder::new();
    let mut store = Store::open(&folder.path().join("a.atodds.sqlite")).unwrap();
    let run = sample();
    store.save(&run, &Config::default()).unwrap();
    let claim = &run.claims[0];
    let article = &run.articles[claim.article as usize];
    let cluster = run.cluster_of()[0].unwrap();
    let sql = "SELECT sentence, cluster_id FROM claims WHERE claim_id = ?";
    let found: (String, String) = store
        .connection()
        .query_row(sql, [claim.id.as_str()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(found.0, claim.sentence.of(article.text(claim.field)));
    assert_eq!(found.1, run.clusters[cluster as usize].id.as_str());
    let rows: i64 = store
        .connection()
        .query_row(
            "SELECT count(*) FROM contradictions WHERE left_quote <> ''",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(rows, run.contradictions.len() as i64);
}

#[test]
fn verdicts_are_added_and_taken_back_but_never_changed() {
    let folder = Folder::new();
    let path = folder.path().join("a.atodds.sqlite");
    let mut store = Store::open(&path).unwrap();
    let first = store
        .append_verdict("reject", &json!({"contradiction": "x1"}), "ann")
        .unwrap();
    let second = store
        .append_verdict("apart", &json!({"claims": ["c1", "c2"]}), "bob")
        .unwrap();
    let undo = store.undo_verdict(first, "ann").unwrap();
    assert!(
        store
            .undo_verdict(first, "ann")
            .unwrap_err()
            .to_string()
            .contains("taken back by verdict 3")
    );
    assert!(store.undo_verdict(undo, "ann").is_err());
    assert!(
        store
            .undo_verdict(99, "ann")
            .unwrap_err()
            .to_string()
            .contains("no verdict 99")
    );
    for sql in [
        "DELETE FROM verdict",
        "UPDATE verdict SET who = 'eve'",
        "DELETE FROM verdict WHERE verdict = 2",
    ] {
        let refused = store.connection().execute(sql, []).unwrap_err();
        assert!(
            refused.to_string().contains("a verdict is never"),
            "{refused}"
        );
    }
    store.save(&sample(), &Config::default()).unwrap();
    store.save(&Run::default(), &Config::default()).unwrap();
    drop(store);
    let verdicts = Store::open_existing(&path).unwrap().verdicts().unwrap();
    let standing: Vec<i64> = verdicts
        .iter()
        .filter(|verdict| verdict.stands())
        .map(|verdict| verdict.id)
        .collect();
    assert_eq!((verdicts.len(), standing), (3, vec![second]));
    assert_eq!(verdicts[0].undone_by, Some(undo));
    assert_eq!(verdicts[1].payload, json!({"claims": ["c1", "c2"]}));
    assert!(
        verdicts[1].at.ends_with('Z') && verdicts[1].at.len() == 20,
        "{}",
        verdicts[1].at
    );
}

fn message(path: &Path) -> String {
    let error = Store::open(path).map(|_| ()).unwrap_err();
    format!("{error} / {}", error.hint().unwrap_or_default())
}

#[test]
fn what_is_no_store_of_ours_is_refused_and_left_alone() {
    let words = "no database at all, but long enough to be looked at as if it were one";
    let folder = Folder::with("text.sqlite", words);
    let text = folder.path().join("text.sqlite");
    assert!(
        message(&text).contains("this is no store of atodds"),
        "{}",
        message(&text)
    );
    let other = folder.path().join("other.sqlite");
    rusqlite::Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE a (b)")
        .unwrap();
    assert!(
        message(&other).contains("a database of another program"),
        "{}",
        message(&other)
    );
    let newer = folder.path().join("newer.sqlite");
    Store::open(&newer)
        .unwrap()
        .connection()
        .pragma_update(None, "user_version", 999)
        .unwrap();
    assert!(
        message(&newer).contains("written by a newer atodds"),
        "{}",
        message(&newer)
    );
    let missing = folder.path().join("missing.sqlite");
    assert!(Store::open_existing(&missing).is_err());
    assert!(!missing.exists());
    assert_eq!(fs::read(&text).unwrap(), words.as_bytes());
}

#[test]
fn a_damaged_store_is_told_and_says_the_way_back() {
    let folder = Folder::new();
    let path = folder.path().join("a.atodds.sqlite");
    Store::open(&path)
        .unwrap()
        .save(&sample(), &Config::default())
        .unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let (start, end) = (4096, bytes.len());
    bytes[start..end].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    let error = match Store::open(&path) {
        Ok(store) => store.load().unwrap_err(),
        Err(error) => error,
    };
    assert!(error.to_string().contains("damaged"), "{error}");
    assert!(error.hint().unwrap().contains("--rebuild"));
}

#[test]
fn a_store_lies_beside_what_it_is_of() {
    let beside = |paths: &[&str]| {
        let paths: Vec<_> = paths.iter().map(std::path::PathBuf::from).collect();
        store::beside(&paths)
    };
    assert_eq!(beside(&["corpus"]), Path::new("corpus.atodds.sqlite"));
    assert_eq!(beside(&["corpus/"]), Path::new("corpus.atodds.sqlite"));
    assert_eq!(
        beside(&["corpus/gold"]),
        Path::new("corpus/gold.atodds.sqlite")
    );
    assert!(beside(&["."]).ends_with(format!(
            "{}.atodds.sqlite",
            std::env::current_dir()
                .unwrap()
                .file_name()
                .unwrap()
                .to_string_lossy()
        )));
    let two = beside(&["b", "a"]);
    assert_eq!(two, beside(&["a", "b", "a"]), "in any order");
    assert!(two.to_string_lossy().starts_with("a+1-"), "{two:?}");
}

#[test]
fn a_store_among_the_articles_is_no_input() {
    let folder = Folder::with(
        "a.md",
        "---\ntitle: Town falls\n---\nThe weather stays fine.\n",
    );
    let store = Store::open(&folder.path().join("b.atodds.sqlite")).unwrap();
    let (articles, skipped) = folder.read();
    assert_eq!((articles.len(), skipped.len()), (1, 0), "{skipped:?}");
    drop(store);
}
