//! A run that says what the gold says scores 1 throughout; each fault lowers its own figure.

use atodds::config::Config;
use atodds::eval::gold::{Gold, GoldClaim};
use atodds::eval::sample::{Evaluation, evaluate};
use atodds::model::article::Article;
use atodds::model::claim::{Claim, DateRange, Found, Quantity, Stance};
use atodds::model::cluster::{Cluster, Copy};
use atodds::model::contradiction::{Contradiction, Side};
use atodds::model::place::{Place, PlaceKind};
use atodds::model::run::Run;
use atodds::model::span::{Span, TextField};
use atodds::model::story::Story;
use compact_str::{CompactString, ToCompactString};

const GOLD: &str = r#"{
  "episode": "dam",
  "claims": [
    {"id": "c1", "article": "dam/1.md", "anchor": "Russia blew up the dam", "in": "body", "speaker": "Kyiv",
     "party": "Ukraine", "actor": "Russia", "actor_party": "Russia", "question": "responsibility",
     "assertion": "Russia blew up the dam", "stance": "affirm", "modality": "stated", "places": ["Nova Kakhovka"],
     "place_region": "", "date_first": "2023-06-06", "date_last": "2023-06-06", "quantity": null,
     "back_reference": false},
    {"id": "c2", "article": "dam/2.md", "anchor": "denied it", "in": "body", "speaker": "Dmitry Peskov",
     "party": "Russia", "actor": "Russia", "actor_party": "Russia", "question": "responsibility",
     "assertion": "Russia blew up the dam", "stance": "deny", "modality": "stated", "places": ["Nova Kakhovka"],
     "place_region": "", "date_first": "2023-06-06", "date_last": "2023-06-06", "quantity": null,
     "back_reference": true},
    {"id": "c3", "article": "dam/2.md", "anchor": "at least 5 dead", "in": "title", "speaker": "",
     "party": "", "actor": "", "actor_party": "", "question": "quantity",
     "assertion": "people died", "stance": "affirm", "modality": "stated", "places": [],
     "place_region": "", "date_first": "", "date_last": "", "quantity": {"low": 5, "high": null, "unit": "dead"},
     "back_reference": false}
  ],
  "disputes": [{"id": "D1", "kind": "denial", "proposition": "Russia blew up the dam",
     "sides": [{"party": "Ukraine", "claims": ["c1"]}, {"party": "Russia", "claims": ["c2"]}],
     "status": "conceded", "status_claim": "c2", "self": false}],
  "lookalikes": [{"id": "N1", "claims": [["c1"], ["c3"]], "reason": "another matter"}],
  "copies": [{"article": "dam/2.md", "of": "dam/1.md", "agency": ""}],
  "clusters": [["c1", "c2"], ["c3"]]
}"#;

fn gold() -> Gold {
    let mut gold = Gold::default();
    gold.add(GOLD).unwrap();
    gold
}

fn article(key: &str, title: &str, body: &str) -> Article {
    Article {
        key: key.to_owned(),
        title: title.to_owned(),
        body: body.to_owned(),
        ..Article::default()
    }
}

fn named(name: &str) -> Option<Found<CompactString>> {
    (!name.is_empty()).then(|| Found::implied(name.to_compact_string(), "test"))
}

fn place(name: &str) -> Place {
    Place {
        key: name.to_compact_string(),
        name: name.to_compact_string(),
        kind: PlaceKind::Settlement,
        region: None,
        country: None,
        coordinates: None,
        part_of: None,
        undecided: Vec::new(),
    }
}

/// The claim that says what the gold says; its sentence is the whole field.
fn claim(articles: &[Article], gold: &GoldClaim) -> Claim {
    let article = articles
        .iter()
        .position(|article| article.key == gold.article)
        .unwrap();
    let text = articles[article].text(gold.field);
    let start = text.find(&gold.anchor).unwrap();
    let quantity = gold.quantity.as_ref().map(|gold| Quantity {
        low: gold.low,
        high: gold.high,
        unit: gold.unit.to_compact_string(),
        of: None,
    });
    Claim {
        id: gold.id.to_compact_string(),
        article: article as u32,
        field: gold.field,
        sentence: Span::new(0, text.len()),
        trigger: Span::new(start, start + gold.anchor.len()),
        speaker: named(&gold.speaker),
        cue: None,
        relayed_by: Vec::new(),
        party: named(&gold.party),
        stance: Found::implied(gold.stance, "test"),
        modality: Found::implied(gold.modality, "test"),
        actor: named(&gold.actor),
        actor_party: named(&gold.actor_party),
        assertion: Found::implied(CompactString::default(), "test"),
        question: gold.question,
        object: None,
        object_party: None,
        place: gold
            .places
            .first()
            .map(|name| Found::implied(place(name), "test")),
        place_as_written: CompactString::default(),
        partial: false,
        dates: gold.first.map(|first| {
            Found::implied(
                DateRange {
                    first,
                    last: gold.last.unwrap(),
                },
                "test",
            )
        }),
        quantity: quantity.map(|quantity| Found::implied(quantity, "test")),
        back_reference: gold
            .points_back
            .then(|| atodds::model::claim::BackReference {
                target: None,
                how: String::new(),
            }),
        words: Vec::new(),
    }
}

/// Two claims of one cluster set against each other.
fn contradiction(gold: &Gold, left: u32, right: u32) -> Contradiction {
    let side = |claim: u32| Side {
        party: None,
        position: String::new(),
        quote: claim,
        claims: vec![claim],
        independent_reports: 1,
    };
    Contradiction {
        id: "x".into(),
        code: "C101",
        kind: gold.disputes[0].kind,
        status: gold.disputes[0].status,
        status_claim: None,
        weight: 0.0,
        cluster: 0,
        dates: None,
        left: side(left),
        right: side(right),
        note: String::new(),
    }
}

fn perfect(gold: &Gold) -> Run {
    let articles = vec![
        article("dam/1.md", "", "Russia blew up the dam, Kyiv said."),
        article(
            "dam/2.md",
            "A dam breaks, at least 5 dead",
            "Dmitry Peskov denied it.",
        ),
    ];
    let clusters = gold.clusters.iter().map(|claims| Cluster {
        id: "k".into(),
        claims: claims.clone(),
        independent_reports: 1,
    });
    Run {
        claims: gold
            .claims
            .iter()
            .map(|gold| claim(&articles, gold))
            .collect(),
        clusters: clusters.collect(),
        stories: vec![Story {
            id: "s".into(),
            articles: vec![0, 1],
            typical: 0,
            likeness: 1.0,
        }],
        copies: vec![Copy {
            article: 1,
            of: 0,
            share: 1.0,
            agency: None,
            how: String::new(),
        }],
        contradictions: vec![contradiction(gold, 0, 1)],
        articles,
        ..Run::default()
    }
}

#[track_caller]
fn value(evaluation: &Evaluation, metric: &str) -> f64 {
    let found = evaluation
        .measures
        .iter()
        .find(|measure| measure.metric == metric && measure.part == "all");
    found.unwrap_or_else(|| panic!("no metric {metric}")).value
}

#[test]
fn a_perfect_run_scores_one() {
    let gold = gold();
    let evaluation = evaluate(&perfect(&gold), &gold, &Config::default());
    assert_eq!(evaluation.findings, []);
    assert!(evaluation.unplaced.is_empty());
    let whole = evaluation
        .measures
        .iter()
        .filter(|measure| measure.part == "all");
    for measure in whole.filter(|measure| measure.counts.is_none_or(|(_, total)| total > 0)) {
        let expected = if measure.metric.ends_with("error") || measure.metric.ends_with("count") {
            0.0
        } else {
            1.0
        };
        assert_eq!(measure.value, expected, "{}", measure.metric);
    }
}

#[test]
fn a_missing_claim_lowers_recall_and_loses_its_dispute() {
    let gold = gold();
    let mut run = perfect(&gold);
    run.claims.remove(0);
    run.clusters.clear();
    run.contradictions.clear();
    let evaluation = evaluate(&run, &gold, &Config::default());
    assert_eq!(value(&evaluation, "claims.recall"), 2.0 / 3.0);
    assert_eq!(value(&evaluation, "claims.precision"), 1.0);
    assert_eq!(value(&evaluation, "disputes.recall"), 0.0);
    assert!(
        evaluation
            .findings
            .iter()
            .any(|finding| finding.sort == "claim.missed")
    );
}

#[test]
fn a_second_claim_of_a_sentence_is_false() {
    let gold = gold();
    let mut run = perfect(&gold);
    run.claims.push(run.claims[0].clone());
    let evaluation = evaluate(&run, &gold, &Config::default());
    assert_eq!(value(&evaluation, "claims.recall"), 1.0);
    assert_eq!(value(&evaluation, "claims.precision"), 3.0 / 4.0);
}

#[test]
fn the_better_of_two_claims_is_paired() {
    let gold = gold();
    let mut run = perfect(&gold);
    let mut other = run.claims[0].clone();
    other.stance.value = Stance::Deny;
    other.party = named("Russia");
    run.claims.insert(0, other);
    run.clusters.clear();
    run.contradictions.clear();
    let evaluation = evaluate(&run, &gold, &Config::default());
    assert_eq!(value(&evaluation, "field.stance"), 1.0);
    assert_eq!(value(&evaluation, "field.party"), 1.0);
}

#[test]
fn another_question_is_in_the_sentence_but_does_not_fit() {
    let gold = gold();
    let mut run = perfect(&gold);
    run.claims[0].question = atodds::model::claim::Question::Control;
    let evaluation = evaluate(&run, &gold, &Config::default());
    assert_eq!(value(&evaluation, "claims.anchor_recall"), 1.0);
    assert_eq!(value(&evaluation, "claims.recall"), 2.0 / 3.0);
}

#[test]
fn a_flagged_lookalike_and_a_false_row_are_counted() {
    let gold = gold();
    let mut run = perfect(&gold);
    run.contradictions.push(contradiction(&gold, 2, 0));
    let evaluation = evaluate(&run, &gold, &Config::default());
    assert_eq!(value(&evaluation, "rows.precision"), 0.5);
    assert_eq!(value(&evaluation, "lookalikes.left_alone"), 0.0);
    assert!(
        evaluation
            .findings
            .iter()
            .any(|finding| finding.sort == "row.false")
    );
}

#[test]
fn a_run_inside_the_corpus_folder_finds_its_articles() {
    let gold = gold();
    let mut run = perfect(&gold);
    run.articles[0].key = "1.md".to_owned();
    run.articles[1].key = "2.md".to_owned();
    assert_eq!(
        value(&evaluate(&run, &gold, &Config::default()), "claims.recall"),
        1.0
    );
}

#[test]
fn a_wrong_id_is_named() {
    let broken = GOLD.replace("\"claims\": [\"c1\"]", "\"claims\": [\"c9\"]");
    let error = Gold::default().add(&broken).unwrap_err();
    assert!(error.contains("c9"), "{error}");
}

#[test]
fn the_title_is_not_the_body() {
    let gold = gold();
    let mut run = perfect(&gold);
    run.claims[2].field = TextField::Body;
    assert_eq!(
        value(
            &evaluate(&run, &gold, &Config::default()),
            "claims.anchor_recall"
        ),
        2.0 / 3.0
    );
}
