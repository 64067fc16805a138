//! What SQLite said, as an error that speaks to a person.

use std::path::Path;

use rusqlite::ErrorCode;

use crate::error::Error;

/// The error of a store at `path`.
pub fn tell(path: &Path, error: rusqlite::Error) -> Error {
    let (what, hint) = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => (
            "this is no store of atodds, or its beginning is damaged".to_owned(),
            "name another file with `--store FILE`, or make it anew with `atodds report --rebuild`",
        ),
        Some(ErrorCode::DatabaseCorrupt) => damaged(&error.to_string()),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => (
            "another program is writing to the store".to_owned(),
            "wait until it is done and try again; nothing was changed",
        ),
        Some(ErrorCode::DiskFull) => (
            "no room is left on the disk; the store is as it was before".to_owned(),
            "make room and run again",
        ),
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => (
            format!("the store cannot be opened for writing: {error}"),
            "name another file with `--store FILE`, or use `--no-store`",
        ),
        _ => (format!("the store failed: {error}"), ""),
    };
    Error::Store {
        file: path.to_path_buf(),
        what,
        hint: hint.into(),
    }
}

fn damaged(why: &str) -> (String, &'static str) {
    (
        format!("the store is damaged: {why}"),
        "`atodds report --rebuild` makes it anew from the articles and keeps every verdict that can be read",
    )
}

/// A row that makes no sense although SQLite could read it.
pub fn broken(what: &str) -> rusqlite::Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    rusqlite::Error::SqliteFailure(code, Some(what.to_owned()))
}
