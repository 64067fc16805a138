//! A run to CSV files and run.json; the only home of column names.

mod accuracy;
mod claims;
mod clusters;
mod contradictions;
mod file;
mod sheet;
mod skipped;
mod summary;
mod words;

use std::path::Path;

use crate::config::Config;
use crate::error::Error;
use crate::model::measure::Measure;
use crate::model::run::Run;

use sheet::Sheet;

/// Writes `claims.csv`, `clusters.csv`, `contradictions.csv`, `skipped.csv` and `run.json` into `folder`.
///
/// The folder is made where it is missing. Each file is written aside and renamed, so that a reader never sees half a
/// file; the same run gives the same bytes, `run.json` with its timings aside.
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
    file::make_folder(folder)?;
    let separator = config.report.list_separator.as_str();
    let sheets = [
        ("claims.csv", claims::sheet(run)),
        ("clusters.csv", clusters::sheet(run, separator)),
        ("contradictions.csv", contradictions::sheet(run, separator)),
        ("skipped.csv", skipped::sheet(run)),
    ];
    for (name, sheet) in sheets {
        file::replace(&folder.join(name), &sheet.into_bytes())?;
    }
    file::replace(&folder.join("run.json"), &summary::json(run, config))
}

/// Writes figures of quality as `name` into `folder`, which is made where it is missing.
///
/// # Errors
/// The folder or the file cannot be written.
pub fn write_accuracy(measures: &[Measure], name: &str, folder: &Path) -> Result<(), Error> {
    file::make_folder(folder)?;
    file::replace(&folder.join(name), &accuracy::sheet(measures).into_bytes())
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
