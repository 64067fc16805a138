//! A folder of files made for one test, and what is read from it.

use std::fs;
use std::path::{Path, PathBuf};

use atodds::config::Config;
use atodds::model::article::{Article, Skipped};
use atodds::read;
use tempfile::TempDir;

/// A folder that is removed with the value.
pub struct Folder {
    dir: TempDir,
}

impl Folder {
    pub fn new() -> Folder {
        Folder {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    /// A folder with one file.
    pub fn with(name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        let folder = Folder::new();
        folder.file(name, bytes);
        folder
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// What is read from the folder, file names in reasons relative to it.
    pub fn read(&self) -> (Vec<Article>, Vec<Skipped>) {
        self.read_with(&Config::default())
    }

    pub fn read_with(&self, config: &Config) -> (Vec<Article>, Vec<Skipped>) {
        let (mut articles, mut skipped) = read_paths(&[self.path().to_path_buf()], config);
        let root = format!("{}/", self.path().display());
        for skip in &mut skipped {
            skip.file = skip.file.replace(&root, "");
            skip.why = skip.why.replace(&root, "");
        }
        articles.sort_by(|left, right| left.key.cmp(&right.key));
        (articles, skipped)
    }

    /// The only article in the folder, which must give no reason to complain.
    pub fn article(&self) -> Article {
        let (mut articles, skipped) = self.read();
        assert_eq!(skipped, [], "nothing should be left out");
        assert_eq!(articles.len(), 1, "{articles:#?}");
        articles.remove(0)
    }

    /// The reason why the only file in the folder gives no article.
    pub fn reason(&self) -> String {
        let (articles, mut skipped) = self.read();
        assert_eq!(articles, [], "no article should come of it");
        assert_eq!(skipped.len(), 1, "{skipped:#?}");
        skipped.remove(0).why
    }
}

/// What is read from paths, in the order of the walk.
pub fn read_paths(paths: &[PathBuf], config: &Config) -> (Vec<Article>, Vec<Skipped>) {
    let (inputs, mut skipped) = read::walk(paths, &config.read);
    let mut articles = Vec::new();
    for input in &inputs {
        let (found, left_out) = read::load(input, &config.read);
        articles.extend(found);
        skipped.extend(left_out);
    }
    (articles, skipped)
}
