//! Copies compared articles into the corpus, whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::Error;
use crate::model::id::stable_id;
use crate::read;

/// Copies the files, and standard input under a name made from its text, into `folder`. A file that is there already
/// with the same bytes stays; nothing is ever written over.
pub(super) fn copy(
    files: &[PathBuf],
    piped: Option<&[u8]>,
    folder: &Path,
    config: &Config,
) -> Result<(), Error> {
    if !folder.is_dir() {
        return Err(refuse(
            folder,
            "it is no folder, so nothing can be added to it",
        ));
    }
    let named: Vec<PathBuf> = files
        .iter()
        .filter(|file| file.as_os_str() != super::STDIN)
        .cloned()
        .collect();
    let (inputs, _) = read::walk(&named, &config.read);
    for input in inputs {
        let bytes = fs::read(&input.path).map_err(|source| Error::Read {
            path: input.path.clone(),
            source,
        })?;
        place(&folder.join(&input.key), &bytes, &input.path)?;
    }
    match piped {
        Some(bytes) => {
            let text = String::from_utf8_lossy(bytes);
            let name = format!("{}.txt", stable_id('a', [text.as_ref()]));
            place(&folder.join(name), bytes, Path::new(super::STDIN))
        }
        None => Ok(()),
    }
}

/// Writes a file aside and renames it, unless it is there.
fn place(path: &Path, bytes: &[u8], from: &Path) -> Result<(), Error> {
    let same_file = path
        .canonicalize()
        .ok()
        .is_some_and(|real| from.canonicalize().ok() == Some(real));
    if same_file || fs::read(path).is_ok_and(|known| known == bytes) {
        return Ok(());
    }
    if path.exists() {
        return Err(refuse(path, "another file of that name is there already"));
    }
    // Names that start with a dot are no articles, so a reader never sees half of one.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = path.with_file_name(format!(".{name}.part"));
    let parent = path.parent().unwrap_or(Path::new("."));
    let done = fs::create_dir_all(parent)
        .and_then(|()| fs::write(&aside, bytes))
        .and_then(|()| fs::rename(&aside, path));
    done.map_err(|source| Error::Write {
        path: path.to_path_buf(),
        source,
    })
}

fn refuse(path: &Path, what: &'static str) -> Error {
    Error::Add {
        path: path.to_path_buf(),
        what,
    }
}
