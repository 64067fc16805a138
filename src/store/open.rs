//! Opening a store: what must hold before anything is read from it.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use super::symbols::Symbols;
use super::{Store, trouble};
use crate::error::Error;

/// Marks the file as a store of atodds (`PRAGMA application_id`): the letters `atod`.
const APPLICATION: i32 = i32::from_be_bytes(*b"atod");

/// How long to wait for another process that writes.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// One step a version, never changed once released.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/001_base.sql")),
    M::up(include_str!("migrations/002_near.sql")),
    M::up(include_str!("migrations/003_history.sql")),
    M::up(include_str!("migrations/004_heard.sql")),
    M::up(include_str!("migrations/005_stories.sql")),
];

/// Opens a store; `make` where it may be made.
pub fn open(path: &Path, make: bool) -> Result<Store, Error> {
    if !make && !path.exists() {
        return Err(Error::Store {
            file: path.to_path_buf(),
            what: "there is no store".into(),
            hint: "`atodds report` makes one, `--store FILE` names another".into(),
        });
    }
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if make {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let tell = |error| trouble::tell(path, error);
    let mut connection = Connection::open_with_flags(path, flags).map_err(tell)?;
    prepare(&connection).map_err(tell)?;
    if check(&connection, path)? < STEPS.len() || !is_logged(&connection).map_err(tell)? {
        migrate(&mut connection, path)?;
    }
    let symbols = Symbols::load(&connection).map_err(tell)?;
    Ok(Store {
        connection,
        path: path.to_path_buf(),
        symbols,
    })
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    // A verdict is on the disk when it is said to be.
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)
}

/// Whether changes go to a log first, so that readers never wait for a writer.
fn is_logged(connection: &Connection) -> rusqlite::Result<bool> {
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    Ok(mode == "wal")
}

/// The version of the store, 0 for a new file; refuses what is no store, or a newer one.
fn check(connection: &Connection, path: &Path) -> Result<usize, Error> {
    let number = |sql: &str| -> Result<i64, Error> {
        let value = connection.query_row(sql, [], |row| row.get(0));
        value.map_err(|error| trouble::tell(path, error))
    };
    // In the order opposite to that in which another process that makes the store writes them.
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let version = number("PRAGMA user_version")?;
    let application = number("PRAGMA application_id")?;
    let refuse = |what: String, hint: &str| Error::Store {
        file: path.to_path_buf(),
        what,
        hint: hint.into(),
    };
    if application != i64::from(APPLICATION) && (tables > 0 || version > 0) {
        return Err(refuse(
            "this is a database of another program".into(),
            "name another file with `--store FILE`",
        ));
    }
    if version > STEPS.len() as i64 {
        return Err(refuse(
            format!(
                "the store was written by a newer atodds (version {version} of its form, this program knows {})",
                STEPS.len()
            ),
            "use that newer atodds, or name another file with `--store FILE`",
        ));
    }
    Ok(version as usize)
}

/// Makes a new store, or brings an older one up to date, one process at a time.
fn migrate(connection: &mut Connection, path: &Path) -> Result<(), Error> {
    let lock = lock_file(path)?;
    lock.lock().map_err(|source| unlockable(path, source))?;
    let tell = |error| trouble::tell(path, error);
    connection
        .pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))
        .map_err(tell)?;
    connection
        .pragma_update(None, "application_id", APPLICATION)
        .map_err(tell)?;
    let migrated = Migrations::from_slice(STEPS).to_latest(connection);
    migrated.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => trouble::tell(path, err),
        other => Error::Store {
            file: path.to_path_buf(),
            what: format!("cannot be brought up to date: {other}"),
            hint: String::new(),
        },
    })
}

/// Keeps every other process from saving a run while it lives.
pub struct Lock {
    _file: File,
}

impl Store {
    /// Takes the lock of this store; calls `wait` first where another process has it.
    ///
    /// A run holds it from before it reads until its reports are in their place. Readers and verdicts do not ask for it.
    ///
    /// # Errors
    /// The lock file beside the store cannot be written.
    pub fn lock(&self, wait: impl FnOnce()) -> Result<Lock, Error> {
        let file = lock_file(&self.path)?;
        let taken = match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                wait();
                file.lock()
            }
            Err(TryLockError::Error(error)) => Err(error),
            Ok(()) => Ok(()),
        };
        taken.map_err(|source| unlockable(&self.path, source))?;
        Ok(Lock { _file: file })
    }
}

fn lock_file(path: &Path) -> Result<File, Error> {
    let path = lock_path(path);
    let opened = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path);
    opened.map_err(|source| unlockable(&path, source))
}

fn lock_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

fn unlockable(path: &Path, source: std::io::Error) -> Error {
    Error::Store {
        file: path.to_path_buf(),
        what: format!("cannot be locked: {source}"),
        hint: "name a place that can be written with `--store FILE`, or use `--no-store`".into(),
    }
}
