//! Who does what a claim tells, where a pronoun or a row leaves it to what stands before.

use atodds::model::article::Article;
use atodds::pipeline::{Tools, claims_of};

/// The doers of the claims of a text, in its order; empty where nobody is named.
fn doers(body: &str) -> Vec<String> {
    let article = Article {
        title: "Notes of the day".into(),
        body: body.into(),
        published: Some("2024-05-15".parse().unwrap()),
        ..Article::default()
    };
    let claims = claims_of(0, &article, &Tools::embedded()).claims;
    let name = |claim: &atodds::model::claim::Claim| {
        claim
            .actor
            .as_ref()
            .map_or(String::new(), |actor| actor.value.to_string())
    };
    claims.iter().map(name).collect()
}

#[test]
fn we_are_the_body_for_which_somebody_speaks() {
    let found = doers("\"We did not sink the barge,\" Corvel spokesman Jon Roe said.");
    assert_eq!(found, ["Corvel"]);
    let found = doers("\"I did not sink the barge,\" Corvel spokesman Jon Roe said.");
    assert!(
        found.iter().all(|doer| doer.ends_with("Jon Roe")),
        "{found:?}"
    );
    let found = doers("\"We did not sink the barge,\" said Jon Roe, a passenger.");
    assert!(
        found.iter().all(|doer| doer.contains("Jon Roe")),
        "{found:?}"
    );
}

#[test]
fn a_group_that_acts_for_a_state_acts_by_its_own_name() {
    let found = doers("\"We took Bakhmut,\" said Wagner commander Ivan Petrov.");
    assert!(
        !found.is_empty() && found.iter().all(|doer| doer.contains("Wagner")),
        "{found:?}"
    );
    let found = doers("\"We took Bakhmut,\" said Russian commander Ivan Petrov.");
    assert!(
        found.iter().all(|doer| !doer.contains("Wagner")),
        "{found:?}"
    );
}

#[test]
fn the_last_of_a_row_has_the_doer_of_the_first() {
    let body = "The army used 80 drones, nine missiles and four boats against the port, the governor said.";
    let found = doers(body);
    assert!(
        found.len() == 4 && found.iter().all(|doer| doer == "The army"),
        "{found:?}"
    );
    let found = doers("The governor spoke of 80 drones and nine missiles.");
    assert!(
        found.iter().all(|doer| !doer.contains("governor")),
        "{found:?}"
    );
}

#[test]
fn a_doer_is_whom_a_role_stands_for() {
    let body = "Corvel hired 40 drivers in May. The company fired the manager, the union said.";
    let found = doers(body);
    assert_eq!(
        found.last().map(String::as_str),
        Some("Corvel"),
        "{found:?}"
    );
    let body = "Corvel hired 40 drivers in May. Its garage fired the manager, the union said.";
    let found = doers(body);
    assert_ne!(
        found.last().map(String::as_str),
        Some("Corvel"),
        "{found:?}"
    );
}

#[test]
fn they_are_others_than_those_who_say_so() {
    let body = "Norland and Sudan share a border. The army of Sudan spoke of an attack by Chad on Sunday. \
        Chad denied it. \"They fired at our post at dawn,\" the army of Sudan said.";
    let found = doers(body);
    assert!(
        found.last().is_none_or(|doer| !doer.contains("Sudan")),
        "{found:?}"
    );
    let body =
        "The army of Sudan said that its men were at the post. They fired at dawn, the army said.";
    let found = doers(body);
    assert!(!found.is_empty(), "{found:?}");
}
