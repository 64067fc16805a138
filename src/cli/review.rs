//! `atodds review`: clusters and contradictions judged by hand, on a local page or from the command line.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::PoisonError;

use jiff::Timestamp;

use super::exit::Exit;
use super::progress::Bar;
use crate::config::{self, Config};
use crate::error::Error;
use crate::model::run::Run;
use crate::pipeline;
use crate::review::{self, Desk, Journal, Room, Wish};
use crate::store::{self, Store};

/// Arguments of `atodds review`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folders and files whose claims are judged.
    #[arg(value_name = "PATH", default_value = "corpus")]
    paths: Vec<PathBuf>,
    /// Store that holds the verdicts; without it the one beside the first PATH.
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,
    /// Settings file; without it an atodds.toml beside the first PATH is used if there is one.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Who gives the verdicts.
    #[arg(long, value_name = "NAME")]
    reviewer: Option<String>,
    /// Port of the local page; 0 takes a free one.
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    port: u16,
    /// Print the address only, open no browser.
    #[arg(long)]
    no_open: bool,
    /// List what there is to judge and end.
    #[arg(long, conflicts_with_all = ["decide", "export", "import"])]
    list: bool,
    /// Give a verdict and end: right, wrong, unsure, keep, eject, merge=ID, never=ID, split=ID,ID, note=WORDS, party=NAME,
    /// place=NAME, date=DAY, stance=affirm, quantity=N, or undo and redo with `-` for ID.
    #[arg(long, num_args = 2, value_names = ["ID", "VERDICT"], conflicts_with_all = ["export", "import"])]
    decide: Option<Vec<String>>,
    /// Write every verdict to a CSV file and end.
    #[arg(long, value_name = "FILE", conflicts_with = "import")]
    export: Option<PathBuf>,
    /// Take in the verdicts of such a file and end.
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let path = args
        .store
        .clone()
        .unwrap_or_else(|| store::beside(&args.paths));
    let name = args.reviewer.clone().or_else(|| std::env::var("USER").ok());
    let reviewer = name.unwrap_or_else(|| "reviewer".into());
    let mut journal = Journal::open(Store::open(&path)?, &reviewer, Timestamp::now)?;
    if let Some(file) = &args.export {
        std::fs::write(file, review::export(journal.verdicts())).map_err(|source| {
            Error::Write {
                path: file.clone(),
                source,
            }
        })?;
        return say(&format!(
            "{} verdicts -> {}\n",
            journal.verdicts().len(),
            file.display()
        ));
    }
    if let Some(file) = &args.import {
        let imported = review::import(&mut journal, &review::read_verdicts(file)?)?;
        return say(&told(&imported));
    }
    if let Some([id, verdict]) = args.decide.as_deref() {
        return decide(args, journal, id, verdict);
    }
    let (run, config) = judged_run(args, &journal)?;
    if args.list {
        let mut desk = Desk::new(run, &config.review);
        desk.consider(journal.verdicts());
        return say(&list(&desk));
    }
    open(args, run, &config, journal)
}

fn say(text: &str) -> Result<Exit, Error> {
    super::print(text.as_bytes())?;
    Ok(Exit::Done)
}

/// A run that obeys the verdicts so far.
fn judged_run(args: &Args, journal: &Journal) -> Result<(Run, Config), Error> {
    let config = config::find(args.config.as_deref(), &args.paths)?;
    let recall = journal.store().recall(&config)?;
    let verdicts = journal.verdicts();
    let (run, _) = pipeline::run_obeying(verdicts, &args.paths, &config, &recall, &Bar::new())?;
    Ok((run, config))
}

fn decide(args: &Args, mut journal: Journal, id: &str, verdict: &str) -> Result<Exit, Error> {
    let given = match verdict {
        "undo" => journal.undo()?,
        "redo" => journal.redo()?,
        _ => {
            let (run, config) = judged_run(args, &journal)?;
            let desk = Desk::new(run, &config.review);
            let judgement = review::judgement(&Wish::parse(id, verdict), &desk);
            let judgement = judgement.map_err(|what| Error::Review {
                what,
                hint: "`atodds review --list` prints the ids, `atodds review --help` the verdicts"
                    .into(),
            })?;
            Some(journal.add(judgement)?)
        }
    };
    match given {
        Some(given) => say(&format!("{} {verdict} by {}\n", given.id, given.who)),
        None => say("nothing of yours is left to undo or redo\n"),
    }
}

/// One line an entry: id, sort, whether it was judged, what it is about.
fn list(desk: &Desk) -> String {
    let mut text = String::new();
    for (entry, judged) in desk.entries() {
        let judged = if judged { "judged" } else { "to do" };
        let title = entry.title.replace(['\t', '\n'], " ");
        text += &format!(
            "{}\t{}\t{judged}\t{}\t{}\t{title}\n",
            entry.id,
            entry.sort.name(),
            entry.question.as_str(),
            entry.place,
        );
    }
    text
}

fn told(imported: &review::Imported) -> String {
    let judged = imported.agreed + imported.disputed.len();
    let mut text = format!("{} new verdicts, {} known\n", imported.new, imported.known);
    if judged > 0 {
        let share = review::Share {
            right: imported.agreed,
            of: judged,
        };
        text += &format!(
            "agreement on contradictions that both judged: {}\n",
            share.tell()
        );
    }
    for quotes in &imported.disputed {
        text += &format!("  they say otherwise: {quotes}\n");
    }
    for pair in &imported.overruled {
        text += &format!("  conflict, the later one is obeyed: {pair}\n");
    }
    text
}

fn open(args: &Args, run: Run, config: &Config, journal: Journal) -> Result<Exit, Error> {
    let trouble = |what: String| Error::Review {
        what,
        hint: "choose another port with `--port`, or 0 for a free one".into(),
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port))
        .map_err(|error| trouble(format!("port {} cannot be listened on: {error}", args.port)))?;
    let port = listener
        .local_addr()
        .map_err(|error| trouble(error.to_string()))?
        .port();
    let token = review::token().map_err(|error| trouble(error.to_string()))?;
    let address = format!("http://127.0.0.1:{port}/?token={token}");
    let room = Room::new(Desk::new(run, &config.review), journal, token);
    say(&format!(
        "Review at {address}\nEnd with Ctrl-C; every verdict is kept at once.\n"
    ))?;
    if !args.no_open && open::that_detached(&address).is_err() {
        say("No browser could be opened: open the address by hand.\n")?;
    }
    let room = review::serve(room, listener)?;
    let room = room.lock().unwrap_or_else(PoisonError::into_inner);
    let agreement = review::agreement(room.journal.verdicts()).tell();
    match agreement.as_str() {
        "" => Ok(Exit::Done),
        agreement => say(&format!("{agreement}\n")),
    }
}
