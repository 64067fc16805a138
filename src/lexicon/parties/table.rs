//! Cells of the party lists: forms, days, and the strikes of an overlay.

use jiff::civil::Date;

use super::entry::{Form, FormKind};
use crate::lexicon::table::{self, Row};

/// A line of an overlay that takes an entry or one form away.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strike<'t> {
    name: &'t str,
    form: Option<&'t str>,
}

impl Strike<'_> {
    /// Whether it takes the whole entry away.
    pub fn takes(&self, canonical: &str) -> bool {
        self.name == canonical && self.form.is_none_or(|f| f.contains('|'))
    }

    /// Whether it takes one form of the entry away.
    pub fn takes_form(&self, canonical: &str, form: &str) -> bool {
        self.name == canonical && self.form == Some(form)
    }
}

/// The data rows of a list, strikes left out.
pub(super) fn entries<'t>(file: &'static str, text: &'t str) -> impl Iterator<Item = Row<'t>> {
    table::rows(file, text).filter(|row| !row.column(0).starts_with('-'))
}

/// The strikes of an overlay.
pub(super) fn strikes(text: &str) -> Vec<Strike<'_>> {
    let struck = text.lines().filter_map(|line| line.strip_prefix('-'));
    let read = struck.map(|line| {
        let mut cells = line.split('\t').map(str::trim);
        Strike {
            name: cells.next().unwrap_or_default(),
            form: cells.next().filter(|form| !form.is_empty()),
        }
    });
    read.collect()
}

/// The forms of a cell; a leading `?` marks a weak one.
pub(super) fn forms<'t>(
    row: &Row<'t>,
    cell: usize,
    kind: FormKind,
) -> impl Iterator<Item = Form> + use<'t> {
    let parts = row.column(cell).split('|').map(str::trim);
    parts.filter(|form| !form.is_empty()).map(move |part| {
        let bare = part.strip_prefix('?');
        Form {
            written: bare.unwrap_or(part).into(),
            kind,
            weak: bare.is_some(),
        }
    })
}

/// The day in a cell, `None` where it is empty.
pub(super) fn day(row: &Row<'_>, cell: usize) -> Result<Option<Date>, String> {
    match row.column(cell) {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| format!("{text:?} is no date")),
    }
}
