//! The store: one SQLite file with articles, claims, what was found in them, and what reviewers said.
//!
//! A run asks the store what it knows ([`Store::recall`]), so that only new articles are read and parsed, and is saved in
//! one transaction ([`Store::save_with`]): articles whose text and settings are known stay as they are with their claims,
//! new ones come in, those that are gone leave with what hung on them. What the run changed is kept ([`Store::history`]).
//! Verdicts are only ever added ([`Store::append_verdict`]).
//! The file opens in any SQLite tool; the views `claims`, `contradictions` and `verdicts` are made for that.

mod before;
mod changes;
mod claim;
mod history;
mod identity;
mod insert;
mod lineage;
mod load;
mod near;
mod open;
mod pack;
mod rebuild;
mod recall;
mod rows;
mod save;
mod stories;
mod symbols;
mod trouble;
mod verdict;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::config::STORE_ENDING;
use crate::error::Error;

pub use history::{Event, Held, History};
pub use lineage::Step;
pub use open::Lock;
pub use rebuild::Rebuilt;
pub use recall::Recall;
use symbols::Symbols;
pub use verdict::Verdict;

/// An open store.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    symbols: Symbols,
}

impl Store {
    /// Opens the store at `path`, and makes it where there is none.
    ///
    /// # Errors
    /// The file cannot be opened or made, is no store of atodds, is damaged, or was written by a newer atodds.
    pub fn open(path: &Path) -> Result<Store, Error> {
        open::open(path, true)
    }

    /// Opens a store that must be there, for reading and for verdicts.
    ///
    /// # Errors
    /// As [`Store::open`], and there is none.
    pub fn open_existing(path: &Path) -> Result<Store, Error> {
        open::open(path, false)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The connection, for queries of a view's own; tables and columns are explained in `migrations/`.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// What [`rusqlite`] said, as an error that speaks to a person; for queries of a view's own.
    pub fn trouble(&self, error: rusqlite::Error) -> Error {
        trouble::tell(&self.path, error)
    }
}

/// Where the store of some paths lies unless told otherwise: beside the first of them, `corpus/` has
/// `corpus.atodds.sqlite`; several paths have one under a name of their own.
pub fn beside(paths: &[PathBuf]) -> PathBuf {
    let mut paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    paths.sort();
    paths.dedup();
    let first = paths.first().copied().unwrap_or(Path::new("."));
    let real = first.canonicalize().unwrap_or_else(|_| first.to_path_buf());
    let mut name = real.file_name().unwrap_or_default().to_owned();
    if paths.len() > 1 {
        let mut hasher = blake3::Hasher::new();
        for path in &paths {
            hasher.update(path.as_os_str().as_encoded_bytes());
            hasher.update(&[0]);
        }
        let rest = hasher.finalize().to_hex();
        name.push(format!("+{}-{}", paths.len() - 1, &rest[..8]));
    }
    name.push(STORE_ENDING);
    match first.file_name() {
        Some(_) => first.with_file_name(name),
        // `.`, `..` and `/` have no name of their own.
        None => real.parent().unwrap_or(Path::new("/")).join(name),
    }
}
