//! A run to CSV files and run.json; the only home of column names.

mod accuracy;
mod changes;
mod claims;
mod clusters;
mod contradictions;
mod file;
mod sheet;
mod skipped;
mod stories;
mod summary;
mod words;

use std::path::Path;

use crate::config::Config;
use crate::error::Error;
use crate::model::change::Change;
use crate::model::measure::Measure;
use crate::model::run::Run;

use sheet::Sheet;

/// Writes `claims.csv`, `clusters.csv`, `contradictions.csv`, `stories.csv`, `skipped.csv` and `run.json` into
/// `folder`.
///
/// The folder is made where it is missing. All files are written aside before the first is renamed into place, so that a
/// reader never sees half a file; the same run gives the same bytes, `run.json` with its timings aside.
///
/// ```no_run
/// # fn main() -> Result<(), atodds::error::Error> {
/// use atodds::{config::Config, model::run::Run, report};
/// report::write(&Run::default(), &Config::default(), "reports".as_ref())?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// The folder or a file in it cannot be written.
pub fn write(run: &Run, config: &Config, folder: &Path) -> Result<(), Error> {
    stage(run, config, None, folder)?.publish()
}

/// Reports that lie on the disk, but not yet in their place.
pub struct Staged(file::Aside);

impl Staged {
    /// Moves them into place; without this they are removed again.
    ///
    /// # Errors
    /// A file cannot be moved.
    pub fn publish(self) -> Result<(), Error> {
        self.0.publish()
    }
}

/// Writes the same files aside, and `changes.csv` where it is known what the run changed.
///
/// # Errors
/// As [`write`].
pub fn stage(
    run: &Run,
    config: &Config,
    changes: Option<&[Change]>,
    folder: &Path,
) -> Result<Staged, Error> {
    let mut aside = file::Aside::new(folder)?;
    let separator = config.report.list_separator.as_str();
    let sheets = [
        ("claims.csv", Some(claims::sheet(run))),
        ("clusters.csv", Some(clusters::sheet(run, separator))),
        (
            "contradictions.csv",
            Some(contradictions::sheet(run, separator)),
        ),
        ("stories.csv", Some(stories::sheet(run, separator))),
        ("skipped.csv", Some(skipped::sheet(run))),
        ("changes.csv", changes.map(changes::sheet)),
    ];
    for (name, sheet) in sheets {
        if let Some(sheet) = sheet {
            aside.write(name, &sheet.into_bytes())?;
        }
    }
    aside.write("run.json", &summary::json(run, config))?;
    Ok(Staged(aside))
}

/// Writes figures of quality as `name` into `folder`, which is made where it is missing.
///
/// # Errors
/// The folder or the file cannot be written.
pub fn write_accuracy(measures: &[Measure], name: &str, folder: &Path) -> Result<(), Error> {
    let mut aside = file::Aside::new(folder)?;
    aside.write(name, &accuracy::sheet(measures).into_bytes())?;
    aside.publish()
}

/// The claims as the bytes of `claims.csv`.
pub fn claims(run: &Run) -> Vec<u8> {
    claims::sheet(run).into_bytes()
}

/// The sentences that the run kept, one a row, with whether each was parsed.
pub fn sentences(run: &Run) -> Vec<u8> {
    let mut sheet = Sheet::new(&[
        "article",
        "field",
        "sentence_start",
        "sentence_end",
        "parsed",
        "sentence",
    ]);
    for sentence in &run.sentences {
        let article = &run.articles[sentence.article as usize];
        sheet.text(&article.key);
        sheet.text(words::field(sentence.field));
        sheet.number(sentence.span.start);
        sheet.number(sentence.span.end);
        sheet.text(if sentence.parsed { "yes" } else { "no" });
        sheet.text(sentence.span.of(article.text(sentence.field)));
        sheet.end_row();
    }
    sheet.into_bytes()
}

/// The pairs that the run kept, one a row, with the steps that sum to the weight.
pub fn pairs(run: &Run) -> Vec<u8> {
    let mut sheet = Sheet::new(&["left", "right", "rule", "weight", "steps"]);
    for pair in &run.pairs {
        sheet.text(&run.claims[pair.candidate.left as usize].id);
        sheet.text(&run.claims[pair.candidate.right as usize].id);
        sheet.text(pair.candidate.rule);
        sheet.number(words::bits(pair.weight));
        let steps = pair.steps.iter();
        let steps: Vec<String> = steps
            .map(|step| format!("{} {} {}", step.field, step.level, words::bits(step.bits)))
            .collect();
        sheet.text(&steps.join("|"));
        sheet.end_row();
    }
    sheet.into_bytes()
}
