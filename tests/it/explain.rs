//! Explanations: they sum up, they agree with the run, and they say which link of the chain decided.

use std::path::PathBuf;

use assert_cmd::Command;
use atodds::config::Config;
use atodds::explain::{ContradictionWhy, Explainer, Explanation, PairWhy, Subject, find, write};
use atodds::model::run::Run;
use atodds::page::Page;
use atodds::pipeline::{self, Silent};

use crate::claims;
use crate::folder::Folder;

fn table(table: &str) -> Run {
    let (claims, articles) = claims::parse(table);
    let outcome = claims::run(&claims, &articles);
    Run {
        articles,
        clusters: outcome.clusters,
        contradictions: outcome.contradictions,
        claims,
        ..Run::default()
    }
}

fn pair(run: &Run, left: u32, right: u32) -> PairWhy {
    match Explainer::new(run, &Config::default()).explain_pair(left, right) {
        Explanation::Pair(why) => *why,
        other => panic!("{other:?}"),
    }
}

fn row(run: &Run, index: u32) -> ContradictionWhy {
    let config = Config::default();
    match Explainer::new(run, &config).explain(Subject::Contradiction(index)) {
        Explanation::Contradiction(why) => *why,
        other => panic!("{other:?}"),
    }
}

const TOWN: &str = "\
id | outlet date | party | stance | actor | assertion | place | date | quantity | object
c11111 | TASS 2025-12-02 | Russia | affirm | Russia | capture | Pokrovsk | 2025-12-01
c22222 | CGTN 2025-12-03 | Ukraine | deny | Russia | capture | Pokrovsk |
c33333 | AP 2025-12-03 | Shell | affirm | Shell | talk | | 2025-12-02 | | takeover
c44444 | Post 2024-01-03 | Russia | affirm | Russia | capture | Pokrovsk | 2024-01-02
";

#[test]
fn a_pair_of_one_cluster_names_the_rule_that_proposed_it_and_the_sum_of_its_steps() {
    let why = pair(&table(TOWN), 0, 1);
    assert!(
        why.verdict.starts_with("They stand in one cluster: "),
        "{}",
        why.verdict
    );
    let proposed = why.proposals.iter().find(|rule| rule.proposed).unwrap();
    assert_eq!(proposed.rule, "place-family");
    assert_eq!(
        why.steps.iter().map(|step| step.bits).sum::<f32>(),
        why.weight
    );
    assert_eq!(why.grouping.left, why.grouping.right);
}

#[test]
fn a_pair_of_a_row_names_it() {
    let run = table(TOWN);
    let why = pair(&run, 0, 1);
    assert_eq!(why.row.contradictions, [run.contradictions[0].id.as_str()]);
}

#[test]
fn a_pair_of_no_row_says_which_rule_comes_nearest_and_what_it_lacks() {
    let before = "\
c11111 | A 2025-12-02 | Reds | affirm | Reds | capture | Tarn | 2025-12-01
c22222 | B 2025-11-03 | Blues | affirm | Blues | control | Tarn | 2025-11-02
";
    let why = pair(&table(before), 0, 1).row;
    assert_eq!(why.rule, Some("C201"));
    assert!(
        why.says.ends_with("would hold if both told one day."),
        "{}",
        why.says
    );
    let thin = "\
c11111 | A 2025-12-02 | Reds | affirm | Blues | attack | | 2025-12-01
c22222 | A 2025-12-02 | Blues | deny | Blues | supply | | 2025-12-01
";
    let why = pair(&table(thin), 0, 1).row;
    assert!(why.says.contains("both asserted one thing"), "{}", why.says);
    assert!(why.contradictions.is_empty());
}

#[test]
fn a_pair_that_no_rule_proposed_says_so_rule_by_rule() {
    let why = pair(&table(TOWN), 0, 2);
    assert!(why.verdict.contains("none of the"), "{}", why.verdict);
    assert!(why.proposals.iter().all(|rule| !rule.proposed));
    assert!(!why.grouping.together);
}

#[test]
fn a_pair_too_far_apart_in_time_says_how_far() {
    let why = pair(&table(TOWN), 0, 3);
    let place = why
        .proposals
        .iter()
        .find(|rule| rule.rule == "place-family")
        .unwrap();
    assert!(place.why.contains("699 days apart"), "{}", place.why);
}

#[test]
fn a_contradiction_shows_both_words_its_ground_and_its_weight() {
    let run = table(TOWN);
    let why = row(&run, 0);
    assert_eq!((why.code, why.kind), ("C101", "denial"));
    assert_eq!(why.clash, Some(("c11111".into(), "c22222".into())));
    assert_eq!(
        why.steps.iter().map(|step| step.bits).sum::<f32>(),
        why.weight
    );
    assert_eq!(why.settled.status, "open");
    assert!(
        why.missing
            .contains(&"the right quote does not tell the date".to_owned())
    );
    let mut page = Page::new(80);
    write(&Explanation::Contradiction(Box::new(why)), &mut page);
    let text = page.into_text();
    for part in [
        "Left: Russia: ",
        "Right: Ukraine: ",
        "the same place",
        "a word of denial",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn a_cluster_starts_with_its_founder_and_tells_how_the_others_joined() {
    let run = table(TOWN);
    let config = Config::default();
    let found = find(&run, &run.clusters[0].id).unwrap();
    let Explanation::Cluster(why) = Explainer::new(&run, &config).explain(found) else {
        panic!("no cluster");
    };
    assert_eq!(why.members[0].source.claim, "c11111");
    assert_eq!(why.members[0].nearest, None);
    assert_eq!(why.members[1].nearest.as_deref(), Some("c11111"));
    assert_eq!(why.members[1].rule, Some("place-family"));
    assert_eq!(
        why.members[1].row.as_deref(),
        Some(run.contradictions[0].id.as_str())
    );
}

#[test]
fn ids_may_be_begun_and_unknown_ones_are_answered_with_near_ones() {
    let run = table(TOWN);
    assert_eq!(find(&run, "c22222").unwrap(), Subject::Claim(1));
    let rest = &run.contradictions[0].id[..9];
    assert_eq!(find(&run, rest).unwrap(), Subject::Contradiction(0));
    let error = find(&run, "c22322").unwrap_err();
    assert!(
        error.hint().unwrap().starts_with("did you mean c22222"),
        "{error:?}"
    );
    assert!(find(&run, "k").is_err());
}

#[test]
fn on_the_sample_corpus_every_weight_is_the_sum_of_its_steps_and_every_pair_has_its_rule() {
    let config = Config::default();
    let run = pipeline::run(&[PathBuf::from("corpus")], &config, &Silent).unwrap();
    let pairs = pipeline::weighed_pairs(&run, &config);
    assert!(pairs.len() > 1000);
    for pair in &pairs {
        let sum: f32 = pair.steps.iter().map(|step| step.bits).sum();
        assert_eq!(sum, pair.weight, "{:?}", pair.candidate);
    }
    let explainer = Explainer::new(&run, &config);
    for pair in pairs.iter().step_by(97) {
        let Explanation::Pair(why) =
            explainer.explain_pair(pair.candidate.left, pair.candidate.right)
        else {
            panic!("no pair");
        };
        let proposed = why.proposals.iter().find(|rule| rule.proposed);
        assert_eq!(proposed.map(|rule| rule.rule), Some(pair.candidate.rule));
        assert_eq!(why.weight, pair.weight);
    }
    assert!(!run.contradictions.is_empty());
    for index in 0..run.contradictions.len() as u32 {
        let Explanation::Contradiction(why) = explainer.explain(Subject::Contradiction(index))
        else {
            panic!("no contradiction");
        };
        let sum: f32 = why.steps.iter().map(|step| step.bits).sum();
        assert_eq!(sum, why.weight, "{}", why.contradiction);
        assert!(!why.rule.is_empty() && !why.left.quote.quote.is_empty());
        assert!(
            why.clash.is_some(),
            "{} has no two claims that clash",
            why.contradiction
        );
    }
}

#[test]
fn rules_that_do_not_propose_a_pair_are_never_said_to() {
    let config = Config::default();
    let run = pipeline::run(&[PathBuf::from("corpus/pokrovsk-2025")], &config, &Silent).unwrap();
    let pairs = pipeline::weighed_pairs(&run, &config);
    let candidates: std::collections::BTreeSet<(u32, u32)> = pairs
        .iter()
        .map(|pair| (pair.candidate.left, pair.candidate.right))
        .collect();
    let explainer = Explainer::new(&run, &config);
    for left in (0..run.claims.len() as u32).step_by(7) {
        for right in (left + 1..run.claims.len() as u32).step_by(5) {
            let Explanation::Pair(why) = explainer.explain_pair(left, right) else {
                panic!("no pair");
            };
            let proposed = why.proposals.iter().any(|rule| rule.proposed);
            assert_eq!(
                proposed,
                candidates.contains(&(left, right)),
                "{left} {right}"
            );
        }
    }
}

#[test]
fn the_command_explains_as_text_and_as_json_and_refuses_unknown_ids() {
    let folder = Folder::with(
        "corpus/a.md",
        "---\noutlet: Daily Post\ndate: 2025-12-03\ntitle: Town\n---\nKyiv denied that Russian troops had captured Pokrovsk.\n",
    );
    let run = |args: &[&str]| {
        let mut command = Command::cargo_bin("atodds").unwrap();
        command
            .current_dir(folder.path())
            .args(args)
            .output()
            .unwrap()
    };
    let claims = String::from_utf8(run(&["report", "--stage", "claims"]).stdout).unwrap();
    let id = claims.lines().nth(1).unwrap().split(',').next().unwrap();
    let text = String::from_utf8(run(&["explain", id]).stdout).unwrap();
    assert!(text.starts_with(&format!("Claim {id}: ")), "{text}");
    for part in [
        "said by Kyiv, for Ukraine",
        "frames.tsv line ",
        "“Pokrovsk”",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains('\u{1b}'), "no colour when piped");
    let json: serde_json::Value =
        serde_json::from_slice(&run(&["explain", &id[..8], "--format", "json"]).stdout).unwrap();
    assert_eq!(json[0]["explains"], "claim");
    assert_eq!(json[0]["claim"], id);
    let output = run(&["explain", "c0000000000000000"]);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.contains("no claim, cluster or contradiction is called"),
        "{error}"
    );
}
