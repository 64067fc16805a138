//! The day that a claim is given where its own sentence tells none: that of the lead for a headline, of the vote for a result.

use atodds::model::article::Article;
use atodds::pipeline::{Tools, claims_of};

/// The first days of the claims of an assertion, in the order of the text.
fn days(title: &str, body: &str, assertion: &str) -> Vec<String> {
    let article = Article {
        title: title.into(),
        body: body.into(),
        published: Some("2024-05-15".parse().unwrap()),
        ..Article::default()
    };
    let claims = claims_of(0, &article, &Tools::embedded()).claims;
    let told = claims
        .iter()
        .filter(|claim| claim.assertion.value == assertion);
    told.map(|claim| {
        claim
            .dates
            .as_ref()
            .map_or(String::new(), |found| found.value.first.to_string())
    })
    .collect()
}

#[test]
fn a_headline_has_the_day_of_its_lead() {
    let lead = "The rebels said on Monday that their men were in Goma. Nothing more was known.";
    let found = days("Rebels captured Goma, spokesman says", lead, "capture");
    assert_eq!(found.first().map(String::as_str), Some("2024-05-13"));
    let old = "The town was founded on 3 May 1904. The rebels said that they were strong.";
    let found = days("Rebels captured Goma, spokesman says", old, "capture");
    assert_eq!(found.first().map(String::as_str), Some("2024-05-15"));
}

#[test]
fn the_result_of_a_vote_is_of_its_day() {
    let body = "Kenya held a presidential election on 5 May. \
        On Tuesday the commission said that Mary Otieno had received 54 percent of the votes.";
    assert_eq!(days("Notes of the day", body, "vote"), ["2024-05-05"]);
    let body = "Kenya held a conference on 5 May. \
        On Tuesday the commission said that Mary Otieno had received 54 percent of the votes.";
    assert_ne!(days("Notes of the day", body, "vote"), ["2024-05-05"]);
}

#[test]
fn a_day_before_a_noun_is_the_nouns() {
    let jailed = "A court jailed the general over the 1998 massacre in Goma.";
    assert_eq!(days("Notes of the day", jailed, "detain"), ["2024-05-15"]);
    let broken = "Rebels broke the 2020 truce, the army said.";
    assert_eq!(days("Notes of the day", broken, "violate"), ["2024-05-15"]);
    let killed = "The army said nine people died in the 2021 attack on Goma.";
    assert_eq!(days("Notes of the day", killed, "die"), ["2021-01-01"]);
    let won = "The party won the 2023 election, its leader said.";
    assert_eq!(days("Notes of the day", won, "win"), ["2023-01-01"]);
}
