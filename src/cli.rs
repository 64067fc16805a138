//! The command line: one file a subcommand.

mod compare;
mod config;
mod eval;
mod exit;
mod explain;
mod history;
mod lexicon;
mod news;
mod progress;
mod report;
mod review;
mod tracked;
mod watch;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::Error;

use exit::Exit;

/// Finds where news sources contradict each other, with the words of both sides.
#[derive(Debug, Parser)]
#[command(name = "atodds", version, after_help = exit::HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// One subcommand each.
#[derive(Debug, Subcommand)]
enum Command {
    /// Read articles and write the reports of claims, clusters and contradictions.
    Report(report::Args),
    /// Hold new articles against the corpus: what contradicts it, is corroborated, denied already, superseded or new.
    Compare(compare::Args),
    /// Say why a claim, two claims, a cluster or a contradiction of the reports is what it is.
    Explain(explain::Args),
    /// Keep the reports up to date while articles arrive; Ctrl-C ends it.
    Watch(watch::Args),
    /// Tell the life of one contradiction or cluster.
    History(history::Args),
    /// Judge clusters and contradictions by hand, on a local page; later runs obey the verdicts.
    Review(review::Args),
    /// Measure how right the program is, on the sample corpus or on a public set.
    Eval(eval::Args),
    /// Ask the word lists what a name means to the program.
    Lexicon(lexicon::Args),
    /// Print the settings in force, or every setting with its meaning.
    Config(config::Args),
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Report(args) => report::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Watch(args) => watch::run(&args),
        Command::History(args) => history::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Lexicon(args) => lexicon::run(&args),
        Command::Config(args) => config::run(&args),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(error) => {
            complain(&error);
            Exit::Error.into()
        }
    }
}

#[allow(clippy::print_stderr)]
fn complain(error: &Error) {
    eprintln!("atodds: {error}");
    if let Some(hint) = error.hint() {
        eprintln!("  hint: {hint}");
    }
}

/// Says something on standard error that does not stop the work.
#[allow(clippy::print_stderr)]
fn warn(what: &str) {
    eprintln!("atodds: {what}");
}

/// Columns of a page where standard output is no terminal.
const COLUMNS: usize = 100;

/// Columns of the terminal.
fn columns() -> usize {
    terminal_size::terminal_size().map_or(COLUMNS, |(width, _)| usize::from(width.0))
}

/// Writes a page to standard output, with its colours only on a terminal that wants them.
fn print_page(page: crate::page::Page) -> Result<(), Error> {
    let stdout = std::io::stdout();
    let plain = anstream::AutoStream::choice(&stdout) == anstream::ColorChoice::Never;
    let text = page.into_text();
    match plain {
        true => print(anstream::adapter::strip_str(&text).to_string().as_bytes()),
        false => print(text.as_bytes()),
    }
}

/// Writes to standard output; a reader that stops reading (`| head`) is no error.
fn print(bytes: &[u8]) -> Result<(), Error> {
    use std::io::{ErrorKind, Write};

    match std::io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done.map_err(|source| Error::Write {
            path: "standard output".into(),
            source,
        }),
    }
}
