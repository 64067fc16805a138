//! A CSV table in memory: UTF-8, RFC 4180, and no cell that a spreadsheet would run.

use std::fmt::Display;

use jiff::civil::Date;

use crate::cell::harmless;

/// A table under construction, filled cell by cell.
pub(super) struct Sheet {
    writer: csv::Writer<Vec<u8>>,
    row: csv::ByteRecord,
}

impl Sheet {
    /// A table with a header row.
    pub fn new(columns: &[&str]) -> Sheet {
        let mut builder = csv::WriterBuilder::new();
        builder.terminator(csv::Terminator::CRLF).flexible(true);
        let mut sheet = Sheet {
            writer: builder.from_writer(Vec::new()),
            row: csv::ByteRecord::new(),
        };
        for column in columns {
            sheet.row.push_field(column.as_bytes());
        }
        sheet.end_row();
        sheet
    }

    /// A cell of text, made harmless.
    pub fn text(&mut self, text: &str) {
        self.row.push_field(harmless(text).as_bytes());
    }

    /// A cell of text, empty for `None`.
    pub fn text_or_empty(&mut self, text: Option<&str>) {
        self.text(text.unwrap_or(""));
    }

    /// A cell with a number.
    pub fn number(&mut self, number: impl Display) {
        self.row.push_field(number.to_string().as_bytes());
    }

    /// A cell with a number, empty for `None`.
    pub fn number_or_empty(&mut self, number: Option<impl Display>) {
        match number {
            Some(number) => self.number(number),
            None => self.row.push_field(b""),
        }
    }

    /// A cell `YYYY-MM-DD`, empty for `None`.
    pub fn date(&mut self, date: Option<Date>) {
        self.number_or_empty(date);
    }

    /// A cell `true` or `false`.
    pub fn truth(&mut self, truth: bool) {
        self.number(truth);
    }

    /// A cell with a list; a separator within an entry becomes a slash.
    pub fn list<T: AsRef<str>>(&mut self, entries: &[T], separator: &str) {
        let entry = |entry: &T| entry.as_ref().replace(separator, "/");
        let entries: Vec<String> = entries.iter().map(entry).collect();
        self.text(&entries.join(separator));
    }

    /// Closes the row.
    pub fn end_row(&mut self) {
        // Writing to memory cannot fail.
        let _ = self.writer.write_byte_record(&self.row);
        self.row.clear();
    }

    /// The file's bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.writer.into_inner().unwrap_or_default()
    }
}
