//! Files that are never seen half written.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Makes a folder with all that lead to it.
pub(super) fn make_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|source| told(folder, source))
}

/// Files that are written beside their places and wait to be moved there; dropped, they are removed.
pub(super) struct Aside {
    files: Vec<PathBuf>,
    folder: PathBuf,
    // Keeps another run from writing to the same folder; not every system can lock one, and then nothing is lost but this.
    _lock: Option<File>,
}

impl Aside {
    /// For files in `folder`, which is made where it is missing.
    pub fn new(folder: &Path) -> Result<Aside, Error> {
        make_folder(folder)?;
        let lock = File::open(folder).ok();
        let lock = lock.filter(|lock| lock.lock().is_ok());
        Ok(Aside {
            files: Vec::new(),
            folder: folder.to_path_buf(),
            _lock: lock,
        })
    }

    /// Writes a file aside, down to the disk.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.folder.join(name);
        self.files.push(path.clone());
        let written = File::create(aside(&path)).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(|source| told(&path, source))
    }

    /// Moves all files into place.
    pub fn publish(mut self) -> Result<(), Error> {
        for path in self.files.drain(..) {
            fs::rename(aside(&path), &path).map_err(|source| told(&path, source))?;
        }
        // So that the names last as well; not every system lets a folder be synced.
        if let Ok(folder) = File::open(&self.folder) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        for path in &self.files {
            // What is left of a failed attempt helps nobody; that it cannot be removed neither.
            let _ = fs::remove_file(aside(path));
        }
    }
}

fn aside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

fn told(path: &Path, source: std::io::Error) -> Error {
    Error::Write {
        path: path.to_path_buf(),
        source,
    }
}
