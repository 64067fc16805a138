//! Verdicts to and from a CSV file that two reviewers pass to each other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::Value;

use crate::error::Error;
use crate::model::verdict::{Answer, Fate, Judgement, Verdict, in_force};
use crate::obey;

use super::journal::{Journal, clean_name};
use super::record;

const COLUMNS: [&str; 5] = ["when", "who", "kind", "about", "verdict"];

/// The verdicts as a CSV file, in the order in which they were given.
pub fn export(verdicts: &[Verdict]) -> Vec<u8> {
    let mut verdicts: Vec<&Verdict> = verdicts.iter().collect();
    verdicts.sort_by_key(|verdict| (verdict.when, &verdict.id));
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for verdict in verdicts {
        let payload = Value::Object(record::to_json(&verdict.judgement)).to_string();
        let marks = verdict.judgement.marks();
        let about = marks.first().map_or("", |mark| mark.sentence.as_str());
        let _ = writer.write_record([
            verdict.when.to_string().as_str(),
            &verdict.who,
            record::kind(&verdict.judgement),
            // Quoted, so that no spreadsheet runs it.
            &format!("\u{201c}{about}\u{201d}"),
            &payload,
        ]);
    }
    writer.into_inner().unwrap_or_default()
}

/// Reads such a file.
///
/// # Errors
/// It cannot be read, or a row of it is no verdict; the row's line is named.
pub fn read(path: &Path) -> Result<Vec<Verdict>, Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::Read {
        path: path.into(),
        source,
    })?;
    let wrong = |line: u64, what: &str| Error::Verdicts {
        file: PathBuf::from(path),
        line,
        what: what.into(),
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(bytes.as_slice());
    let headers = reader
        .headers()
        .map_err(|_| wrong(1, "is no CSV file"))?
        .clone();
    let column = |name: &str| {
        headers
            .iter()
            .position(|header| header.trim_start_matches('\u{feff}') == name)
    };
    let [Some(when), Some(who), Some(kind), Some(verdict)] =
        ["when", "who", "kind", "verdict"].map(column)
    else {
        return Err(wrong(1, "has no columns when, who, kind and verdict"));
    };
    let mut verdicts = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            wrong(line, "is no row of CSV in UTF-8")
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        let cell = |column: usize| record.get(column).unwrap_or("");
        let row = row(cell(when), cell(who), cell(kind), cell(verdict));
        verdicts.push(row.map_err(|what| wrong(line, what))?);
    }
    Ok(verdicts)
}

fn row(when: &str, who: &str, kind: &str, verdict: &str) -> Result<Verdict, &'static str> {
    let when: Timestamp = when
        .parse()
        .map_err(|_| "`when` is no point in time such as 2026-01-31T12:00:00Z")?;
    let payload: Value = serde_json::from_str(verdict).map_err(|_| "`verdict` is no JSON")?;
    let judgement = record::from_json(kind, &payload).ok_or("this kind of verdict is not known")?;
    Ok(record::verdict(&clean_name(who), when, judgement))
}

/// What an import brought.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Verdicts that were new.
    pub new: usize,
    /// Verdicts that were known.
    pub known: usize,
    /// Contradictions that both sides judged and agree on; unsure counts as no judgement.
    pub agreed: usize,
    /// Contradictions that both sides judged differently, as the two quotes.
    pub disputed: Vec<String>,
    /// New or old verdicts that a later one now overrules, as `id by id`.
    pub overruled: Vec<String>,
}

/// Takes verdicts in; those that are known are left as they are.
///
/// # Errors
/// The store cannot be written.
pub fn import(journal: &mut Journal, verdicts: &[Verdict]) -> Result<Imported, Error> {
    journal.refresh()?;
    let known: BTreeSet<_> = journal
        .verdicts()
        .iter()
        .map(|own| own.id.clone())
        .collect();
    let theirs = answers(verdicts);
    let ours: Vec<Verdict> = own(journal.verdicts(), verdicts);
    let ours = answers(&ours);
    let mut imported = Imported::default();
    for (pair, (answer, quotes)) in &theirs {
        match ours.get(pair) {
            Some((own, _)) if own == answer => imported.agreed += 1,
            Some(_) => imported.disputed.push(quotes.clone()),
            None => {}
        }
    }
    for verdict in verdicts {
        if known.contains(&verdict.id) {
            imported.known += 1;
        } else {
            journal.take_in(verdict)?;
            imported.new += 1;
        }
    }
    imported.overruled = overruled(journal.verdicts());
    Ok(imported)
}

/// What the store holds and the file does not.
fn own(stored: &[Verdict], file: &[Verdict]) -> Vec<Verdict> {
    let theirs: BTreeSet<_> = file.iter().map(|verdict| &verdict.id).collect();
    let own = stored
        .iter()
        .filter(|verdict| !theirs.contains(&verdict.id));
    own.cloned().collect()
}

fn overruled(verdicts: &[Verdict]) -> Vec<String> {
    let fates = obey::quarrels(verdicts);
    let pairs = verdicts
        .iter()
        .zip(fates)
        .filter_map(|(verdict, fate)| match fate {
            Fate::Overruled(by) => Some(format!("{} by {by}", verdict.id)),
            _ => None,
        });
    pairs.collect()
}

type Pair = (compact_str::CompactString, compact_str::CompactString);

/// The answer in force on each pair of claims, with the quotes.
fn answers(verdicts: &[Verdict]) -> BTreeMap<Pair, (Answer, String)> {
    let mut answers = BTreeMap::new();
    for at in in_force(verdicts) {
        let Judgement::Contradiction {
            left,
            right,
            answer,
        } = &verdicts[at].judgement
        else {
            continue;
        };
        if *answer == Answer::Unsure {
            continue;
        }
        let pair = (
            left.key.clone().min(right.key.clone()),
            left.key.clone().max(right.key.clone()),
        );
        answers.insert(
            pair,
            (*answer, format!("{} / {}", left.sentence, right.sentence)),
        );
    }
    answers
}
