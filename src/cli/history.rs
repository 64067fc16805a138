//! `atodds history`: the life of one contradiction or cluster.

use std::path::PathBuf;

use super::exit::Exit;
use super::{news, print};
use crate::error::Error;
use crate::model::change::What;
use crate::store::{self, Event, History, Step, Store};

/// Arguments of `atodds history`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Id of a contradiction (x…) or a cluster (k…), of today or of any earlier run.
    id: String,
    /// Folders and files whose store is meant.
    #[arg(value_name = "PATH", default_value = "corpus")]
    paths: Vec<PathBuf>,
    /// The store's file, where it does not lie beside the first PATH.
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let path = args
        .store
        .clone()
        .unwrap_or_else(|| store::beside(&args.paths));
    let store = Store::open_existing(&path)?;
    let found = store.history(&args.id)?.ok_or_else(|| Error::Store {
        file: path,
        what: format!(
            "no contradiction and no cluster was ever called `{}`",
            args.id
        ),
        hint: "ids stand in contradictions.csv and clusters.csv".into(),
    })?;
    print(text(&args.id, &found).as_bytes())?;
    Ok(Exit::Done)
}

fn text(id: &str, found: &History) -> String {
    let mut text = match found.events.last() {
        Some(last) => format!("{id}: {}\n", last.change.note),
        None => format!("{id}\n"),
    };
    text += &format!("  first seen {}", found.first_seen);
    text += &match &found.now {
        None => ", gone today\n".to_owned(),
        Some(now) if now == id => "\n".to_owned(),
        Some(now) => format!(", today {now}\n"),
    };
    for event in &found.events {
        text += &told(event);
    }
    for (seen, step) in &found.steps {
        text += &format!("  {seen}  {}\n", stepped(step));
    }
    for held in &found.rows {
        text += &format!("  {}  {}: {}\n", held.id, held.status.as_str(), held.note);
    }
    text
}

/// One event: the day of the article that brought it, what happened, who said what, and when it was seen.
fn told(event: &Event) -> String {
    let change = &event.change;
    let day = change
        .day
        .map_or_else(|| "          ".to_owned(), |day| day.to_string());
    let matter = match (&change.voice, change.what) {
        (Some(voice), _) => news::spoken(change, voice),
        (None, What::Renamed) => {
            let former = change.other.as_deref().unwrap_or("");
            format!("{} (was {former})", change.contradiction)
        }
        (None, _) => String::new(),
    };
    let what = change.what.as_str();
    format!("  {day}  {what:<10} {matter} [seen {}]\n", event.seen)
}

fn stepped(step: &Step) -> String {
    let (cluster, claims) = (&step.cluster, step.claims);
    let other = step.other.as_deref().unwrap_or("");
    match step.change.as_str() {
        "grown" => format!("{cluster} gained {claims} claims"),
        "shrunk" => format!("{cluster} lost {claims} claims with their articles"),
        "split" => format!("{cluster} split off {other} with {claims} claims"),
        "merged" => format!("{cluster} merged into {other} with {claims} claims"),
        "renamed" => format!("{cluster} goes on as {other}"),
        _ => format!("{cluster} is gone"),
    }
}
