//! `atodds eval --set`: a public set of the field, with the metric that its literature uses.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use flate2::bufread::MultiGzDecoder;
use serde::de::DeserializeOwned;

use crate::config::Config;
use crate::error::Error;
use crate::eval::finding::Finding;
use crate::eval::sets::{case2021, emergent, polnear, timex};
use crate::lexicon::Lexicon;
use crate::model::measure::Measure;
use crate::parse::Parser;
use crate::pipeline::Tools;

/// A public set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Set {
    /// Attributions in political news: source, cue, content.
    Polnear,
    /// Snippets of conflict news by event class.
    Case2021,
    /// Dates in news with their days (MEANTIME).
    Timex,
    /// Rumours and the headlines for, against or observing them.
    Emergent,
}

/// Figures and findings.
pub(super) type Measured = (Vec<Measure>, Vec<Finding>);

/// Measures on the files of a set.
pub(super) fn measure(set: Set, files: &[PathBuf], config: &Config) -> Result<Measured, Error> {
    match set {
        Set::Polnear => polnear(files),
        Set::Case2021 => Ok(case2021::measure(&records(files)?, &Tools::embedded())),
        Set::Timex => timex(files),
        Set::Emergent => emergent::measure(&records(files)?, config),
    }
}

fn polnear(files: &[PathBuf]) -> Result<Measured, Error> {
    let (lexicon, parser) = (Lexicon::embedded(), Parser::embedded());
    let mut tally = polnear::Tally::default();
    for article in records::<polnear::Article>(files)? {
        polnear::add(&article, &lexicon, parser, &mut tally);
    }
    let measures = tally.measures();
    tally.findings.sort();
    Ok((measures, tally.findings))
}

fn timex(files: &[PathBuf]) -> Result<Measured, Error> {
    let (lexicon, parser) = (Lexicon::embedded(), Parser::embedded());
    let mut measures = Vec::new();
    for path in files {
        let score = timex::measure(path, &lexicon.dates, &mut |text| parser.parse(text, 0));
        let score = score.map_err(|source| Error::Read {
            path: path.clone(),
            source,
        })?;
        let share = |metric, right: usize, total: usize| {
            Measure::share("timex", metric, right as u64, total as u64)
        };
        measures.push(share("days.accuracy", score.days_right, score.days));
        measures.push(share("dates.precision", score.right, score.found));
        measures.push(share("dates.recall", score.right, score.gold));
        measures.push(Measure::mean("timex", "dates.f1", score.f1()));
    }
    Ok((measures, Vec::new()))
}

/// The records of JSON lines files, which may be packed with gzip.
fn records<T: DeserializeOwned>(files: &[PathBuf]) -> Result<Vec<T>, Error> {
    let mut found = Vec::new();
    for path in files {
        for (number, line) in lines(path)?.lines().enumerate() {
            let record = serde_json::from_str(line).map_err(|error| Error::Gold {
                file: path.clone(),
                what: format!("line {}: {error}", number + 1),
            })?;
            found.push(record);
        }
    }
    Ok(found)
}

fn lines(path: &Path) -> Result<String, Error> {
    let unreadable = |source| Error::Read {
        path: path.to_path_buf(),
        source,
    };
    let mut reader = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut text = String::new();
    // The first two bytes of every gzip file (RFC 1952).
    let done = if reader
        .fill_buf()
        .map_err(unreadable)?
        .starts_with(&[0x1f, 0x8b])
    {
        MultiGzDecoder::new(reader).read_to_string(&mut text)
    } else {
        reader.read_to_string(&mut text)
    };
    done.map_err(unreadable)?;
    Ok(text)
}
