//! Data flows one way: which room may name which.

use super::{Source, none, sources};

/// Rooms from the ground up; a room names rooms of lower layers only, and itself.
const LAYERS: &[&[&str]] = &[
    &["error", "model", "page", "cell"],
    &["lexicon", "config"],
    &[
        "read",
        "segment",
        "parse",
        "extract",
        "resolve",
        "obey",
        "block",
        "score",
        "cluster",
        "copies",
        "story",
        "contradict",
    ],
    &["pipeline"],
    &["store"],
    &["report", "compare", "review", "explain", "eval"],
    &["cli"],
    &["main", "lib"],
];

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms that a line of code names by `crate::`.
fn named(line: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for (at, mark) in line.match_indices("crate::") {
        let rest = &line[at + mark.len()..];
        let list = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap(),
            None => rest
                .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                .next()
                .unwrap(),
        };
        let room = |entry: &str| entry.trim().split("::").next().unwrap().to_owned();
        rooms.extend(list.split(',').map(room).filter(|room| !room.is_empty()));
    }
    rooms
}

#[test]
fn every_room_has_a_layer() {
    let homeless = sources()
        .into_iter()
        .filter(|source| layer(source.room()).is_none());
    none(
        "rooms that no layer holds",
        homeless.map(|source| source.path).collect(),
    );
}

#[test]
fn rooms_name_lower_layers_only() {
    let mut findings = Vec::new();
    for source in sources().iter().filter(|source| source.room() != "lib") {
        findings.extend(climbs(source));
    }
    none("uses against the direction", findings);
}

fn climbs(source: &Source) -> Vec<String> {
    let own = layer(source.room());
    let mut findings = Vec::new();
    for (number, line) in source.code() {
        for room in named(line) {
            let known = layer(&room);
            if room != source.room() && known.is_some() && known >= own {
                findings.push(format!("{}:{number} names {room}", source.path));
            }
        }
    }
    findings
}

#[test]
fn the_direction_test_sees_a_climb() {
    let source = Source {
        path: "read/days.rs".into(),
        text: "use crate::model::article;\nuse crate::{config, extract::x};\n// crate::cli\nfn f() { crate::pipeline::run() }\n".into(),
    };
    assert_eq!(
        climbs(&source),
        [
            "read/days.rs:2 names extract",
            "read/days.rs:4 names pipeline"
        ]
    );
}
