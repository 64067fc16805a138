//! No figure of quality falls below its floor, and floors are lowered only with a reason.

#![allow(clippy::unwrap_used, reason = "a broken fixture should stop the test")]

use std::path::Path;

use atodds::config::Config;
use atodds::eval::gate::{Gate, fingerprint};
use atodds::eval::gold::Gold;
use atodds::eval::sample::evaluate;
use atodds::model::measure::Measure;
use atodds::pipeline::{self, Silent};

#[test]
fn no_figure_is_below_its_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (gold, files) = Gold::load(&root.join("corpus/gold")).unwrap();
    let mut config = Config::default();
    config.contradict.own_words = true;
    let run = pipeline::run(&[root.join("corpus")], &config, &Silent).unwrap();
    let gate =
        Gate::parse(&std::fs::read_to_string(root.join("tests/gate.toml")).unwrap()).unwrap();
    let evaluation = evaluate(&run, &gold, &config);
    assert!(
        evaluation.unplaced.is_empty(),
        "gold claims whose anchors the articles do not hold"
    );
    let drops = gate.drops(&evaluation.measures);
    assert!(drops.is_empty(), "below their floors: {drops:#?}");
    assert_eq!(
        gate.fingerprint,
        fingerprint(&run, &files),
        "the sample has changed since the floors were measured: `atodds eval --bless`"
    );
}

const TEXT: &str =
    "fingerprint = \"g1\"\n[floors]\n\"claims.recall\" = 0.5\n\"claims.precision\" = 0.5\n";

fn measured(recall: u64, precision: u64) -> [Measure; 2] {
    [
        Measure::share("sample", "claims.recall", recall, 10),
        Measure::share("sample", "claims.precision", precision, 10),
    ]
}

#[test]
fn a_drop_is_named() {
    let gate = Gate::parse(TEXT).unwrap();
    assert_eq!(gate.drops(&measured(5, 6)), []);
    let drops = gate.drops(&measured(4, 6));
    assert_eq!(drops[0].metric, "claims.recall");
    assert_eq!(gate.drops(&[]).len(), 2, "what is not measured has dropped");
}

#[test]
fn floors_rise_without_a_reason() {
    let mut gate = Gate::parse(TEXT).unwrap();
    gate.bless(&measured(7, 5), "g2", None).unwrap();
    assert_eq!(gate.floors["claims.recall"], 0.7);
    assert_eq!(gate.fingerprint, "g2");
    assert_eq!(gate.lowered, []);
}

#[test]
fn floors_do_not_fall_without_a_reason() {
    let mut gate = Gate::parse(TEXT).unwrap();
    let before = gate.clone();
    assert!(gate.bless(&measured(7, 4), "g2", None).is_err());
    assert!(gate.bless(&measured(7, 4), "g2", Some("  ")).is_err());
    assert_eq!(gate, before);
    gate.bless(&measured(7, 4), "g2", Some("the gold was \"wrong\""))
        .unwrap();
    assert_eq!(gate.floors["claims.precision"], 0.4);
    assert_eq!(gate.lowered[0].reason, "the gold was \"wrong\"");
}

#[test]
fn the_file_is_written_as_it_is_read() {
    let mut gate = Gate::parse(TEXT).unwrap();
    gate.bless(&measured(7, 4), "g2", Some("the gold was \"wrong\""))
        .unwrap();
    assert_eq!(Gate::parse(&gate.render()).unwrap(), gate);
    let unexplained = gate.render().replace("the gold was \\\"wrong\\\"", "");
    assert!(Gate::parse(&unexplained).is_err());
}
