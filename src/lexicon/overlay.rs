//! A user's folder of word lists, read once: each file adds lines to the list of its name or strikes lines out.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::table::{self, Fault, Row};
use crate::error::Error;

/// Names of the lists that can be laid over.
pub const LISTS: &[&str] = &[
    "cues.tsv",
    "dates.tsv",
    "denial_idioms.tsv",
    "frames.tsv",
    "irregular.tsv",
    "lemmas.tsv",
    "nominals.tsv",
    "numbers.tsv",
    "parties.tsv",
    "people.tsv",
    "place_countries.tsv",
    "place_features.tsv",
    "place_names.tsv",
    "place_qualifiers.tsv",
    "place_regions.tsv",
    "place_stoplist.tsv",
    "roles.tsv",
    "states.tsv",
    "words.tsv",
];

/// What stands before the name of a user's list where a line of it is shown.
pub const PREFIX: &str = "overlay/";

/// The user's texts by the name of the list; the default has none.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    texts: FxHashMap<String, String>,
}

impl Overlay {
    /// Reads every list of a folder.
    ///
    /// # Errors
    /// The folder or a list in it cannot be read, or a `.tsv` file there bears the name of no list.
    pub fn read(folder: &Path) -> Result<Overlay, Error> {
        let failed = |path: &Path, source| Error::Read {
            path: path.to_owned(),
            source,
        };
        let mut overlay = Overlay::default();
        let entries = std::fs::read_dir(folder).map_err(|error| failed(folder, error))?;
        for entry in entries {
            let path = entry.map_err(|error| failed(folder, error))?.path();
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            let Some(name) = name.filter(|name| name.ends_with(".tsv")) else {
                continue;
            };
            if !LISTS.contains(&name.as_str()) {
                return Err(Error::Lexicon {
                    file: path,
                    line: None,
                    what: format!("no list has this name; the lists are {}", LISTS.join(", ")),
                });
            }
            let text = std::fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
            let bare = text.strip_prefix('\u{feff}').unwrap_or(&text);
            overlay.texts.insert(name, bare.to_owned());
        }
        Ok(overlay)
    }

    /// The user's text for a list, `""` where there is none.
    pub fn text(&self, list: &str) -> &str {
        self.texts.get(list).map_or("", String::as_str)
    }

    /// The rows of a list with the user's laid over it.
    pub(super) fn over<'a>(
        &'a self,
        list: &'static str,
        own: &'static str,
        text: &'a str,
    ) -> Vec<Row<'a>> {
        let added = table::rows(own, self.text(list)).collect();
        table::overlaid(table::rows(list, text).collect(), added)
    }
}

/// The first fault as an error that names the user's file and line; faults of the program's own lists are none.
pub(super) fn refuse(folder: &Path, faults: &[Fault]) -> Result<(), Error> {
    let own = faults
        .iter()
        .find_map(|fault| Some((fault, fault.line.file.strip_prefix(PREFIX)?)));
    match own {
        None => Ok(()),
        Some((fault, name)) => Err(Error::Lexicon {
            file: folder.join(name),
            line: Some(fault.line.line),
            what: fault.what.clone(),
        }),
    }
}

/// The rows of a list that lies in `data/`, with the user's laid over it.
macro_rules! list_rows {
    ($overlay:expr, $file:literal) => {
        $overlay.over(
            $file,
            concat!("overlay/", $file),
            include_str!(concat!("data/", $file)),
        )
    };
}
pub(super) use list_rows;
