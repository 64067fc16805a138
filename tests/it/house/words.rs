//! What only some rooms may do: threads, files, printing, serialising.

use super::{none, sources};

/// Words in code, and the rooms in which they may stand.
const RESERVED: &[(&str, &[&str])] = &[
    ("rayon", &["pipeline"]),
    ("thread::spawn", &["pipeline"]),
    (
        "serde",
        &[
            "config", "read", "report", "store", "compare", "review", "explain", "eval", "cli",
        ],
    ),
    (
        "std::fs",
        &[
            "config", "read", "lexicon", "store", "report", "review", "eval", "cli",
        ],
    ),
    ("std::env", &["cli"]),
    ("process::exit", &["cli"]),
    ("println!", &["cli"]),
    ("print!", &["cli"]),
    ("HashMap::iter", &[]),
    ("SystemTime", &["cli", "store"]),
    ("Zoned::now", &["cli", "store"]),
];

#[test]
fn reserved_words_stay_in_their_rooms() {
    let mut findings = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            for (word, rooms) in RESERVED {
                if line.contains(word) && !rooms.contains(&source.room()) {
                    findings.push(format!("{}:{number} `{word}`", source.path));
                }
            }
        }
    }
    none("words outside their rooms", findings);
}

#[test]
fn no_path_of_one_machine() {
    let places = ["/home/", "/root/", "/Users/", "/work/", "C:\\"];
    let mut findings = Vec::new();
    for source in sources() {
        for (index, line) in source.text.lines().enumerate() {
            if places.iter().any(|place| line.contains(place)) {
                findings.push(format!("{}:{}", source.path, index + 1));
            }
        }
    }
    none("paths of one machine", findings);
}
