//! A user's folder of word lists: what it adds and strikes out reaches the claims, and what is wrong in it is said.

use std::fs;
use std::path::Path;

use atodds::config::Config;
use atodds::lexicon::Lexicon;
use atodds::lexicon::cues::CuePart;
use atodds::model::article::Article;
use atodds::model::claim::Claim;
use atodds::pipeline::{Tools, claims_of};

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn claims(body: &str, overlay: &Path) -> Vec<Claim> {
    let mut config = Config::default();
    config.lexicon.overlay = overlay.to_path_buf();
    let article = Article {
        body: body.to_owned(),
        ..Article::default()
    };
    claims_of(0, &article, &Tools::configured(&config).unwrap()).claims
}

fn party(claims: &[Claim]) -> Option<&str> {
    claims
        .iter()
        .find_map(|claim| claim.party.as_ref())
        .map(|party| party.value.as_str())
}

const SENTENCE: &str = "The Ruritanian Guard said that its troops had captured Strelsau.";

#[test]
fn a_party_and_a_place_are_added() {
    let own = folder(&[
        (
            "parties.tsv",
            "Ruritanian Guard\t\tforce\tFrance\t\tFrance\t\t\town\n",
        ),
        (
            "place_features.tsv",
            "own:strelsau\tStrelsau\tsettlement\t\tFR\t47.0\t3.0\t\n",
        ),
    ]);
    let found = claims(SENTENCE, own.path());
    assert_eq!(party(&found), Some("France"), "{found:?}");
    let place = found.iter().find_map(|claim| claim.place.as_ref()).unwrap();
    assert_eq!(place.value.key, "own:strelsau");
    let line = place.line.unwrap();
    assert_eq!((line.file, line.line), ("overlay/place_features.tsv", 1));
}

#[test]
fn a_cue_is_added_and_one_is_struck_out() {
    let own = folder(&[("cues.tsv", "burble\tv\tsay\t-\n-deny\tv\n")]);
    let lexicon = Lexicon::with_overlay(own.path()).unwrap();
    assert!(lexicon.cues.find("burble", CuePart::Verb).is_some());
    assert!(lexicon.cues.find("deny", CuePart::Verb).is_none());
    assert!(
        lexicon.cues.find("deny", CuePart::Noun).is_none()
            || lexicon.cues.find("reject", CuePart::Verb).is_some()
    );
}

#[test]
fn a_party_is_struck_out() {
    let own = folder(&[("parties.tsv", "-Hamas\n")]);
    let lexicon = Lexicon::with_overlay(own.path()).unwrap();
    assert!(lexicon.parties.find("Hamas", None).is_empty());
    assert!(!Lexicon::embedded().parties.find("Hamas", None).is_empty());
}

fn error(files: &[(&str, &str)]) -> String {
    let own = folder(files);
    let error = Lexicon::with_overlay(own.path()).unwrap_err().to_string();
    error.replace(&format!("{}/", own.path().display()), "")
}

#[test]
fn what_is_wrong_is_said_with_file_and_line() {
    for (name, text, starts) in [
        (
            "parties.tsv",
            "# mine\nX\t\tcircus\t\t\t\t\t\town\n",
            "parties.tsv:2: ",
        ),
        (
            "cues.tsv",
            "burble\tv\tsay\t-\nhum\tv\tsing\t-\n",
            "cues.tsv:2: ",
        ),
        ("frames.tsv", "hum\tv\n", "frames.tsv:1: "),
        ("words.tsv", "no_such_set\thum\n", "words.tsv:1: "),
        (
            "place_names.tsv",
            "gn:0\tNowhere\tNowhere\t\t\t\town\n",
            "place_names.tsv:1: ",
        ),
        ("roles.tsv", "hummer\thummer\tsinger\n", "roles.tsv:1: "),
        ("parteis.tsv", "", "parteis.tsv: no list has this name"),
    ] {
        let said = error(&[(name, text)]);
        assert!(said.starts_with(starts), "{name}: {said}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let error = Lexicon::with_overlay(Path::new("no/such/folder")).unwrap_err();
    assert!(error.to_string().contains("no/such/folder"), "{error}");
}
