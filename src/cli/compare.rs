//! `atodds compare`: new articles held against a corpus.

mod add;

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::exit::Exit;
use super::progress::Bar;
use crate::compare::{self, Comparison};
use crate::config::{self, Config};
use crate::error::Error;
use crate::model::article::{Article, Skipped};
use crate::page::Page;
use crate::store::{self, Store};
use crate::{pipeline, read};

/// Arguments of `atodds compare`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Articles to hold against the corpus: files, folders, or `-` for standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The corpus: folders and files to read, as given to `report`.
    #[arg(long = "in", value_name = "PATH", default_value = "corpus", num_args = 1..)]
    paths: Vec<PathBuf>,
    /// Settings file; without it an atodds.toml beside the first PATH is used if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Hold against this store of an earlier report [default: the one beside the first PATH, if there is one].
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,
    /// Read the corpus anew, even where a store of it is there.
    #[arg(long, conflicts_with = "store")]
    no_store: bool,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// End with exit code 1 when an article contradicts the corpus.
    #[arg(long)]
    check: bool,
    /// Copy the articles into the first PATH afterwards, which must be a folder.
    #[arg(long)]
    add: bool,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// A row for each claim and contradiction.
    Csv,
    /// One object.
    Json,
    /// Markdown.
    Md,
}

/// What the program calls standard input.
const STDIN: &str = "-";

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let config = config::find(args.config.as_deref(), &args.paths)?;
    let piped = piped(&args.files)?;
    let new = articles(&args.files, piped.as_deref(), &config)?;
    let bar = Bar::new();
    let found = match args.known() {
        Some(path) => against_store(&Store::open_existing(&path)?, new, &config, &bar)?,
        None => against_files(&args.paths, new, &config, &bar)?,
    };
    show(&found, args.format)?;
    if args.add {
        let folder = args.paths.first().map_or(Path::new("."), PathBuf::as_path);
        add::copy(&args.files, piped.as_deref(), folder, &config)?;
    }
    Ok(match args.check && found.contradicts() {
        true => Exit::Findings,
        false => Exit::Done,
    })
}

impl Args {
    /// The store to hold against: the one that is named, or the one that `report` keeps of these paths if there is one.
    fn known(&self) -> Option<PathBuf> {
        if self.no_store || self.store.is_some() {
            return self.store.clone();
        }
        let path = store::beside(&self.paths);
        let holds = std::fs::metadata(&path).is_ok_and(|file| file.len() > 0);
        holds.then_some(path)
    }
}

/// Holds articles against what the last report found: only what could bear on them is looked up.
fn against_store(
    store: &Store,
    new: Vec<Article>,
    config: &Config,
    bar: &Bar,
) -> Result<Comparison, Error> {
    let new = pipeline::draw(new, config, bar)?;
    let near = store.near(&new, &config.block)?;
    let (mut run, new) = compare::join(near, new);
    pipeline::relate(&mut run, config, bar);
    let mut found = compare::hold(&run, &new, config);
    found.corpus = store.count_articles()?;
    Ok(found)
}

/// Holds articles against a corpus that is read now.
fn against_files(
    paths: &[PathBuf],
    new: Vec<Article>,
    config: &Config,
    bar: &Bar,
) -> Result<Comparison, Error> {
    let corpus = pipeline::read(paths, config, bar)?.articles;
    let (articles, new) = compare::gather(corpus, new);
    let run = pipeline::run_articles(articles, config, bar)?;
    Ok(compare::hold(&run, &new, config))
}

/// The bytes of standard input, where it is asked for.
fn piped(files: &[PathBuf]) -> Result<Option<Vec<u8>>, Error> {
    if !files.iter().any(|file| file.as_os_str() == STDIN) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|source| Error::Read {
        path: "standard input".into(),
        source,
    })?;
    Ok(Some(bytes))
}

/// The articles of files and of standard input; what is left out of them is said on standard error.
fn articles(
    files: &[PathBuf],
    piped: Option<&[u8]>,
    config: &Config,
) -> Result<Vec<Article>, Error> {
    let named: Vec<PathBuf> = files
        .iter()
        .filter(|file| file.as_os_str() != STDIN)
        .cloned()
        .collect();
    let (inputs, mut left_out) = read::walk(&named, &config.read);
    let mut found = Vec::new();
    let read = inputs.iter().map(|input| read::load(input, &config.read));
    let piped = piped.map(|bytes| read::load_bytes("standard input", bytes, &config.read));
    for (articles, skipped) in read.chain(piped) {
        found.extend(articles);
        left_out.extend(skipped);
    }
    let reasons = left_out.iter().map(reason);
    if found.is_empty() {
        return Err(Error::NothingToRead {
            paths: reasons.collect(),
        });
    }
    reasons.for_each(|reason| super::warn(&reason));
    Ok(found)
}

fn reason(skipped: &Skipped) -> String {
    format!("{}: {}", skipped.file, skipped.why)
}

fn show(found: &compare::Comparison, format: Format) -> Result<(), Error> {
    match format {
        Format::Text => {
            let mut page = Page::new(super::columns());
            compare::write(found, &mut page);
            super::print_page(page)
        }
        Format::Csv => super::print(&compare::csv(found)),
        Format::Md => super::print(compare::markdown(found).as_bytes()),
        Format::Json => {
            let mut text = serde_json::to_string_pretty(found).unwrap_or_default();
            text.push('\n');
            super::print(text.as_bytes())
        }
    }
}
