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

#[test]
fn the_dead_are_of_the_day_on_which_they_died() {
    let body = "The ferry Aldora sank off Cape Winter on 4 May. \
        On 6 May the coast guard had counted 19 dead. The death toll rose to 24 on Wednesday, the mayor said.";
    let found = days("Notes of the day", body, "die");
    assert_eq!(found, ["2024-05-04", "2024-05-04"]);
    let body = "The ferry Aldora sank off Cape Winter on 4 May. On 6 May six divers died, the coast guard said.";
    assert_eq!(days("Notes of the day", body, "die"), ["2024-05-06"]);
}

#[test]
fn that_day_is_that_of_the_deed_and_not_of_the_word() {
    let body = "A silo in Goma exploded on 29 April. \
        The mayor said on Tuesday that a gas tank exploded that day.";
    let found = days("Notes of the day", body, "explode");
    assert_eq!(found, ["2024-04-29", "2024-04-29"]);
    let body = "A silo in Goma exploded on 29 April. The mayor said on Tuesday that it was safe. \
        A gas tank exploded the same day.";
    let found = days("Notes of the day", body, "explode");
    assert_eq!(found, ["2024-04-29", "2024-05-14"]);
}

#[test]
fn what_went_on_beside_a_deed_has_its_day() {
    let body = "Two grenades tore through a crowd leaving a rally in Goma on Thursday, killing six people.";
    let found = days("Notes of the day", body, "kill");
    assert!(
        !found.is_empty() && found.iter().all(|day| day == "2024-05-09"),
        "{found:?}"
    );
    let body = "The army killed six rebels, though it had promised on Thursday to spare them.";
    let found = days("Notes of the day", body, "kill");
    assert!(found.iter().all(|day| day != "2024-05-09"), "{found:?}");
}

#[test]
fn a_stand_is_as_of_the_day_that_was_named_for_it() {
    let body = "The chairman of Corvel said on Monday that the firm was sound. He said he rejects the offer of the Lupin Group.";
    assert_eq!(days("Notes of the day", body, "reject"), ["2024-05-13"]);
    let old = "The chairman of Corvel said on 3 March that the firm was sound. He said he rejects the offer of the Lupin Group.";
    assert_eq!(days("Notes of the day", old, "reject"), ["2024-05-15"]);
}
