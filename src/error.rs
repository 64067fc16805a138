//! Errors as a person reads them: what file, what line, what was wrong, what to do.

use std::io;
use std::path::PathBuf;

/// Why a command could not be carried out. Broken input is no error: it becomes a line of `skipped.csv`.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A settings file that cannot be used.
    #[error("{}{}: {what}", file.display(), line_suffix(*line))]
    Config {
        /// The settings file.
        file: PathBuf,
        /// Line from 1; `None` where the whole file is meant.
        line: Option<u32>,
        /// What is wrong with it.
        what: String,
        /// What to do; empty where the message says it all.
        hint: String,
    },
    /// A lexicon file that cannot be used.
    #[error("{}{}: {what}", file.display(), line_suffix(*line))]
    Lexicon {
        /// The lexicon file.
        file: PathBuf,
        /// Line from 1; `None` where the whole file is meant.
        line: Option<u32>,
        /// What is wrong with it.
        what: String,
    },
    /// Gold annotation or a public set that cannot be used.
    #[error("{}: {what}", file.display())]
    Gold {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// None of the paths exists or none could be opened.
    #[error("nothing to read: {}", list(paths))]
    NothingToRead {
        /// The paths as given, each with the reason.
        paths: Vec<String>,
    },
    /// An id that no claim, cluster or contradiction bears.
    #[error("no claim, cluster or contradiction is called {id}")]
    UnknownId {
        /// The id as given.
        id: String,
        /// Ids that are close to it.
        nearest: Vec<String>,
    },
    /// An article that cannot be copied into the corpus.
    #[error("cannot add {}: {what}", path.display())]
    Add {
        /// Where it would lie.
        path: PathBuf,
        /// What is in the way.
        what: &'static str,
    },
    /// A file that cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder that cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file of verdicts that cannot be used.
    #[error("{}:{line}: {what}", file.display())]
    Verdicts {
        /// The file.
        file: PathBuf,
        /// Line from 1.
        line: u64,
        /// What is wrong with it.
        what: String,
    },
    /// A review that cannot be carried out.
    #[error("{what}")]
    Review {
        /// What is wrong.
        what: String,
        /// What to do; empty where the message says it all.
        hint: String,
    },
    /// A store that cannot be used.
    #[error("{}: {what}", file.display())]
    Store {
        /// The store's file.
        file: PathBuf,
        /// What is wrong with it.
        what: String,
        /// What to do; empty where the message says it all.
        hint: String,
    },
}

impl Error {
    /// What the person can do about it, one sentence; `None` where the message says it all.
    pub fn hint(&self) -> Option<String> {
        match self {
            Error::Config { hint, .. } | Error::Store { hint, .. } | Error::Review { hint, .. }
                if hint.is_empty() =>
            {
                None
            }
            Error::Config { hint, .. } | Error::Store { hint, .. } | Error::Review { hint, .. } => {
                Some(hint.clone())
            }
            Error::Verdicts { .. } => {
                Some("such a file is written by `atodds review --export FILE`".into())
            }
            Error::Lexicon { .. } => {
                Some("`#` lines at the top of each lexicon file say what its columns hold".into())
            }
            Error::Gold { .. } => Some("corpus/gold/GUIDE.md says what a gold file holds".into()),
            Error::NothingToRead { .. } => {
                Some("name a folder or files: `atodds report FOLDER`".into())
            }
            Error::UnknownId { nearest, .. } if nearest.is_empty() => Some(
                "ids stand in claims.csv, clusters.csv and contradictions.csv; an id belongs to the articles that it \
                 was made from, so name them with `--in PATH`"
                    .into(),
            ),
            Error::UnknownId { nearest, .. } => {
                Some(format!("did you mean {}?", nearest.join(" or ")))
            }
            Error::Add { .. } => {
                Some("rename the article, or name the folder of the corpus with `--in DIR`".into())
            }
            Error::Read { .. } => None,
            Error::Write { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                Some("make room and run again; what was there before is whole".into())
            }
            Error::Write { .. } => Some("name another folder with `--out DIR`".into()),
        }
    }
}

fn line_suffix(line: Option<u32>) -> String {
    line.map_or_else(String::new, |line| format!(":{line}"))
}

fn list(paths: &[String]) -> String {
    paths.join("; ")
}
