//! Names in public news items, read one by one, where the files lie beside the package: places, and the sides of speakers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use atodds::config::Config;
use atodds::eval::names;
use atodds::model::article::Article;
use atodds::model::span::TextField;
use atodds::pipeline::{Tools, terms_of};
use atodds::read;
use rustc_hash::FxHashMap;

use crate::places::lines;

const SPEAKERS: &str = include_str!("../spec/readings_speakers.tsv");
const PLACES: &str = include_str!("../spec/readings_places.tsv");

/// Lowest share of names rightly taken for a place or not, and of places rightly identified, in each file.
const PLACE_FLOORS: (f64, f64) = (0.85, 0.85);
/// Lowest share of speakers with the right party.
const SPEAKER_FLOOR: f64 = 0.90;

struct Reading {
    file: &'static str,
    address: &'static str,
    field: TextField,
    at: u32,
    words: &'static str,
    expected: &'static str,
}

fn readings(text: &'static str) -> Vec<Reading> {
    let read = |(_, cells): (usize, Vec<&'static str>)| Reading {
        file: cells[0],
        address: cells[1],
        field: match cells[2] {
            "title" => TextField::Title,
            _ => TextField::Body,
        },
        at: cells[3].parse().unwrap(),
        words: cells[4],
        expected: cells[5],
    };
    lines(text).map(read).collect()
}

/// The articles that the readings name, by address; empty where a file is not there.
fn articles(readings: &[Reading]) -> FxHashMap<&'static str, Article> {
    let config = Config::default();
    let files: BTreeSet<&str> = readings.iter().map(|reading| reading.file).collect();
    let wanted: FxHashMap<&str, ()> = readings.iter().map(|r| (r.address, ())).collect();
    let mut found = FxHashMap::default();
    for file in files {
        let Some(path) = beside(&format!("shared/data/{file}")) else {
            println!("SKIPPED: no shared/data/{file} in a folder around the package");
            continue;
        };
        let (inputs, _) = read::walk(&[path], &config.read);
        let loaded = inputs
            .iter()
            .flat_map(|input| read::load(input, &config.read).0);
        for article in loaded {
            let number = article.extra.iter().find(|(key, _)| key == "id");
            let address = article.url.as_ref().or(number.map(|(_, id)| id));
            if let Some((&address, _)) = address.and_then(|a| wanted.get_key_value(a.as_str())) {
                found.entry(address).or_insert(article);
            }
        }
    }
    found
}

/// A file in the package's folder or one around it.
fn beside(path: &str) -> Option<PathBuf> {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders
        .map(|folder| folder.join(path))
        .find(|path| path.exists())
}

#[derive(Default)]
struct Tally {
    names: usize,
    decided: usize,
    places: usize,
    identified: usize,
}

#[test]
fn places_are_read_as_they_were() {
    let (readings, tools) = (readings(PLACES), Tools::embedded());
    let articles = articles(&readings);
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for reading in &readings {
        let Some(article) = articles.get(reading.address) else {
            continue;
        };
        let tally = tallies.entry(reading.file).or_default();
        let terms = terms_of(article, &tools);
        let found = terms.names().find(|name| {
            name.field == reading.field
                && name.span.start <= reading.at
                && reading.at < name.span.end
        });
        let key = found
            .as_ref()
            .filter(|name| name.verdict.is_place)
            .map(|name| name.decision.place.key.as_str());
        let is_place = reading.expected != "-";
        let right = key.is_none_or(|key| match reading.expected {
            "*" => true,
            "name:" => key.starts_with("name:"),
            expected => key == expected,
        });
        tally.names += 1;
        tally.decided += usize::from(key.is_some() == is_place);
        tally.places += usize::from(key.is_some() && is_place);
        tally.identified += usize::from(key.is_some() && is_place && right);
        if key.is_some() != is_place || !right {
            let rule = found
                .as_ref()
                .map(|name| (name.verdict.rule, name.decision.rule));
            println!(
                "{} {} {} is {key:?} by {rule:?}, not {}",
                reading.address, reading.at, reading.words, reading.expected
            );
        }
    }
    for (file, tally) in &tallies {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (decided, identified) = (
            share(tally.decided, tally.names),
            share(tally.identified, tally.places),
        );
        println!(
            "{file}: place or not {decided:.3} of {}, which {identified:.3} of {}",
            tally.names, tally.places
        );
        assert!(
            decided >= PLACE_FLOORS.0 && identified >= PLACE_FLOORS.1,
            "{file}: {decided:.3} {identified:.3}"
        );
    }
}

#[test]
fn speakers_have_their_party() {
    let (readings, tools) = (readings(SPEAKERS), Tools::embedded());
    let articles = articles(&readings);
    let (mut count, mut wrong) = (0, Vec::new());
    for reading in &readings {
        let Some(article) = articles.get(reading.address) else {
            continue;
        };
        let mut terms = terms_of(article, &tools);
        let at = Some(reading.at).filter(|_| reading.field == TextField::Body);
        let decision = terms.party(reading.words, at);
        let party = decision.party.as_deref().unwrap_or("-");
        let fits = |side: &str| party == side || names::is_party(side, party);
        count += 1;
        if !reading.expected.split('|').any(fits) {
            wrong.push(format!(
                "{} {} {:?} is {party} by {}, not {}",
                reading.address, reading.at, reading.words, decision.rule, reading.expected
            ));
        }
    }
    let share = 1.0 - wrong.len() as f64 / f64::from(count.max(1));
    println!("party right {share:.3} of {count}\n{}", wrong.join("\n"));
    assert!(share >= SPEAKER_FLOOR, "{share:.3} of {count}");
}
