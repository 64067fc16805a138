//! Text of a table's cell that no spreadsheet runs as a formula.

use std::borrow::Cow;

/// The text, with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, "CSV Injection").
pub fn harmless(text: &str) -> Cow<'_, str> {
    let start = text.trim_start_matches(' ');
    let marks = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match start.starts_with(marks) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}
