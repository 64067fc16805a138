//! Every default in one commented file, compiled in; unknown keys are refused.

mod overlay;
mod sections;

use std::path::{Path, PathBuf};

use crate::error::Error;

pub use sections::{
    Block, Cluster, Config, Contradict, Copies, Fields, LeadingDate, Lexicon, Read, Report,
    Resolve, Review, Score, SlashDates, Story,
};

/// The default settings with their explanations, as `atodds config --default` prints them.
pub const DEFAULT_TOML: &str = include_str!("config/default.toml");

/// Name of a settings file that is found without being named.
pub const FILE_NAME: &str = "atodds.toml";

/// How the name of a store's file ends; files with this in their name are never taken for articles.
pub const STORE_ENDING: &str = ".atodds.sqlite";

impl Default for Config {
    /// The settings of `default.toml`.
    fn default() -> Self {
        // A test reads the compiled-in file, so that it cannot ship broken.
        overlay::apply("", Path::new("default.toml")).expect("default.toml is sound")
    }
}

/// Reads the settings file at `path` over the defaults.
///
/// # Errors
/// The file cannot be read, is no TOML, or holds a key or value that the program does not know.
pub fn load(path: &Path) -> Result<Config, Error> {
    let text = std::fs::read_to_string(path).map_err(|source| Error::Read {
        path: path.to_path_buf(),
        source,
    })?;
    let mut config = overlay::apply(&text, path)?;
    anchor(&mut config.lexicon.overlay, path);
    Ok(config)
}

/// Settings for a run over `paths`: the file `named`, else an `atodds.toml` beside the first path, else the defaults.
///
/// # Errors
/// As [`load`].
pub fn find(named: Option<&Path>, paths: &[PathBuf]) -> Result<Config, Error> {
    if let Some(path) = named {
        return load(path);
    }
    match paths.first().map(|path| beside(path)) {
        Some(path) if path.is_file() => load(&path),
        _ => Ok(Config::default()),
    }
}

/// The settings in force, as TOML.
pub fn print(config: &Config) -> String {
    toml::to_string_pretty(config).unwrap_or_default()
}

fn beside(path: &Path) -> PathBuf {
    path.parent()
        .unwrap_or_else(|| Path::new(""))
        .join(FILE_NAME)
}

/// A relative folder in a settings file counts from that file.
fn anchor(folder: &mut PathBuf, file: &Path) {
    if !folder.as_os_str().is_empty()
        && let Some(parent) = file.parent()
    {
        *folder = parent.join(&folder);
    }
}
