//! `skipped.csv`: every input, or part of one, that became no article, with the reason.

use crate::model::run::Run;

use super::sheet::Sheet;

const COLUMNS: &[&str] = &["file", "why"];

/// The table of what was left out, ordered by file.
pub(super) fn sheet(run: &Run) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    let mut skipped: Vec<_> = run.skipped.iter().collect();
    skipped.sort();
    for skipped in skipped {
        sheet.text(&skipped.file);
        sheet.text(&skipped.why);
        sheet.end_row();
    }
    sheet
}
