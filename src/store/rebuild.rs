//! The way back from a damaged store: a new one with every verdict and as much of the history as can be read.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, Row, params};

use super::{Store, open, verdict};
use crate::error::Error;

/// What became of the old store.
#[derive(Debug, Clone, PartialEq)]
pub struct Rebuilt {
    /// Where the old store lies now; `None` where there was none.
    pub aside: Option<PathBuf>,
    /// A text file with the verdicts that were read from it, one JSON object a line; `None` where there were none.
    pub verdicts: Option<PathBuf>,
    /// How many were carried over.
    pub carried: usize,
    /// Whether the history of runs was carried over as well.
    pub history: bool,
}

/// A row of the table `verdict`.
type Kept = (i64, String, String, String, String, Option<i64>);

/// Tables of the history, those that others refer to first.
const HISTORY: &[&str] = &[
    "run",
    "dispute",
    "event",
    "heard",
    "cluster_life",
    "lineage",
];

impl Store {
    /// Puts the store at `path` aside, whatever state it is in, and opens a new one in its place that holds its verdicts.
    /// The caller then saves a run into it.
    ///
    /// The verdicts are first written to a text file beside it, so that they are safe whatever happens next.
    ///
    /// # Errors
    /// Files beside the store cannot be written.
    pub fn rebuild(path: &Path) -> Result<(Store, Rebuilt), Error> {
        let mut rebuilt = Rebuilt {
            aside: None,
            verdicts: None,
            carried: 0,
            history: true,
        };
        let fresh = with_suffix(path, ".new");
        remove(&fresh);
        let mut store = open::open(&fresh, true)?;
        // A verdict that takes back a lost one is kept all the same.
        let lenient = store.connection.pragma_update(None, "foreign_keys", false);
        lenient.map_err(|error| store.trouble(error))?;
        if path.exists() {
            let old = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE);
            let kept = old.as_ref().map(read_verdicts).unwrap_or_default();
            if !kept.is_empty() {
                rebuilt.verdicts = Some(write_aside(path, &kept)?);
            }
            rebuilt.carried = kept.len();
            put(&mut store, &kept)?;
            rebuilt.history = old.is_ok_and(|old| copy_history(&old, &store).is_ok());
            rebuilt.aside = Some(stamped(path, "old.sqlite"));
        }
        // Closing the new store folds its log into it, so that one file is moved.
        drop(store);
        swap(path, &fresh, rebuilt.aside.as_deref())?;
        remove(&fresh);
        Ok((open::open(path, true)?, rebuilt))
    }
}

/// Verdicts as far as they can be read, each by itself.
fn read_verdicts(connection: &Connection) -> Vec<Kept> {
    let kept = |row: &Row<'_>| -> rusqlite::Result<Kept> {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
        ))
    };
    let mut found = Vec::new();
    let mut read = || -> rusqlite::Result<()> {
        let sql = "SELECT verdict, kind, payload, who, at, undoes FROM verdict ORDER BY verdict";
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            found.extend(kept(row).ok());
        }
        Ok(())
    };
    // Where the table breaks off, what came before is kept.
    let _ = read();
    found
}

fn write_aside(path: &Path, kept: &[Kept]) -> Result<PathBuf, Error> {
    let aside = stamped(path, "verdicts.jsonl");
    let mut text = String::new();
    for (id, kind, payload, who, at, undoes) in kept {
        let payload: serde_json::Value = serde_json::from_str(payload).unwrap_or_default();
        let line = serde_json::json!({
            "verdict": id, "kind": kind, "payload": payload, "who": who, "at": at, "undoes": undoes,
        });
        text += &format!("{line}\n");
    }
    let written = File::create(&aside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    match written {
        Ok(()) => Ok(aside),
        Err(source) => Err(Error::Write {
            path: aside,
            source,
        }),
    }
}

fn put(store: &mut Store, kept: &[Kept]) -> Result<(), Error> {
    let mut insert = || -> rusqlite::Result<()> {
        let transaction = store.connection.transaction()?;
        for (id, kind, payload, who, at, undoes) in kept {
            let sql = "INSERT INTO verdict (verdict, kind, payload, who, at, undoes) VALUES (?, ?, ?, ?, ?, ?)";
            transaction.execute(sql, params![id, kind, payload, who, at, undoes])?;
        }
        transaction.commit()
    };
    let done = insert();
    done.map_err(|error| store.trouble(error))
}

/// Copies the tables of the history, all or none.
fn copy_history(old: &Connection, store: &Store) -> rusqlite::Result<()> {
    let transaction = store.connection.unchecked_transaction()?;
    for table in HISTORY {
        let mut read = old.prepare(&format!("SELECT * FROM {table}"))?;
        let marks = vec!["?"; read.column_count()].join(", ");
        let mut write = transaction.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        let columns = read.column_count();
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let values: rusqlite::Result<Vec<rusqlite::types::Value>> =
                (0..columns).map(|column| row.get(column)).collect();
            write.execute(rusqlite::params_from_iter(values?))?;
        }
    }
    transaction.commit()
}

/// Moves the old store to `aside` and the new one into its place; logs of the old one go with it.
fn swap(path: &Path, fresh: &Path, aside: Option<&Path>) -> Result<(), Error> {
    let rename = |from: &Path, to: &Path| {
        fs::rename(from, to).map_err(|source| Error::Write {
            path: to.to_path_buf(),
            source,
        })
    };
    if let Some(aside) = aside {
        for suffix in ["-wal", "-shm"] {
            let log = with_suffix(path, suffix);
            if log.exists() {
                rename(&log, &with_suffix(aside, suffix))?;
            }
        }
        rename(path, aside)?;
    }
    rename(fresh, path)
}

fn remove(path: &Path) {
    // Left by a rebuilding, ended or done; where there is none, all the better.
    for suffix in ["", "-wal", "-shm", ".lock"] {
        let _ = fs::remove_file(with_suffix(path, suffix));
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// A name with the time in it, so that nothing older is written over.
fn stamped(path: &Path, name: &str) -> PathBuf {
    let time: String = verdict::now()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    with_suffix(path, &format!(".{time}.{name}"))
}
