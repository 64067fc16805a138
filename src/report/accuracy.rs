//! `accuracy.csv`: one row a figure of quality, in the order in which it was measured.

use crate::model::measure::Measure;

use super::sheet::Sheet;

const COLUMNS: &[&str] = &["set", "part", "metric", "value", "right", "total"];

/// The table of figures.
pub(super) fn sheet(measures: &[Measure]) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    for measure in measures {
        sheet.text(measure.set);
        sheet.text(&measure.part);
        sheet.text(measure.metric);
        // Four decimals tell one claim in ten thousand from none.
        sheet.number(format!("{:.4}", measure.value));
        sheet.number_or_empty(measure.counts.map(|(right, _)| right));
        sheet.number_or_empty(measure.counts.map(|(_, total)| total));
        sheet.end_row();
    }
    sheet
}
