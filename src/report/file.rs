//! Files that are never seen half written.

use std::fs;
use std::path::Path;

use crate::error::Error;

/// Makes a folder with all that lead to it.
pub(super) fn make_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|source| Error::Write {
        path: folder.to_path_buf(),
        source,
    })
}

/// Writes a file aside and renames it into place.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let aside = path.with_file_name(name);
    fs::write(&aside, bytes)
        .and_then(|()| fs::rename(&aside, path))
        .map_err(|source| {
            // What is left of a failed attempt helps nobody; that it cannot be removed neither.
            let _ = fs::remove_file(&aside);
            Error::Write {
                path: path.to_path_buf(),
                source,
            }
        })
}
