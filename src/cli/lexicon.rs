//! `atodds lexicon show NAME`: what a name means to the program, and which line of which list says so.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::exit::Exit;
use crate::config;
use crate::error::Error;
use crate::lexicon::Lexicon;
use crate::lexicon::cues::CuePart;
use crate::lexicon::parties::PartyMatch;
use crate::lexicon::places::PlaceRef;
use crate::model::claim::LexiconLine;
use crate::resolve::place::{PlaceContext, PlaceMention, resolve_place};

/// Arguments of `atodds lexicon`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Show what a name or word resolves to, from which line of which list, and why.
    Show {
        /// The name as an article writes it.
        name: String,
        /// The day of the article, YYYY-MM-DD: offices and names change hands.
        #[arg(long, value_name = "DAY")]
        date: Option<Date>,
        /// Settings file; without it an atodds.toml in this folder is used if there is one.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
}

/// Places that are listed of a name that many bear.
const MOST_PLACES: usize = 12;

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<Exit, Error> {
    let Task::Show { name, date, config } = &args.task;
    let config = config::find(config.as_deref(), &[PathBuf::from("corpus")])?;
    let lexicon = Lexicon::with_overlay(&config.lexicon.overlay)?;
    let mut text = String::new();
    parties(&mut text, &lexicon, name, *date);
    places(&mut text, &lexicon, name, *date);
    words(&mut text, &lexicon, &name.to_lowercase());
    if text.is_empty() {
        text = format!(
            "No list knows {name}. In an article it stands for itself, as a party or place of its own.\n"
        );
    }
    super::print(text.as_bytes())?;
    Ok(Exit::Done)
}

fn parties(text: &mut String, lexicon: &Lexicon, name: &str, date: Option<Date>) {
    for found in lexicon.parties.find(name, date) {
        let _ = writeln!(text, "{}", party(&found));
    }
}

fn party(found: &PartyMatch<'_>) -> String {
    let entry = found.entry;
    let mut text = format!(
        "party   {} ({:?}) speaks for {}",
        entry.canonical, entry.kind, entry.speaks_for
    );
    if !entry.office.is_empty() {
        let _ = write!(text, ", {}", entry.office);
    }
    if entry.from.is_some() || entry.to.is_some() {
        let day = |date: Option<Date>| date.map_or_else(|| "…".to_owned(), |date| date.to_string());
        let _ = write!(text, ", {} to {}", day(entry.from), day(entry.to));
    }
    if !entry.backed_by.is_empty() {
        let _ = write!(text, ", backed by {}", entry.backed_by.replace('|', ", "));
    }
    let weak = if found.form.weak {
        ", counts only beside another mention"
    } else {
        ""
    };
    format!(
        "{text}\n          as {:?}{weak}: {}",
        found.form.kind,
        line(entry.line)
    )
}

fn places(text: &mut String, lexicon: &Lexicon, name: &str, date: Option<Date>) {
    let found: Vec<PlaceRef<'_>> = lexicon.places.find(name).collect();
    for place in found.iter().take(MOST_PLACES) {
        let part = |place: Option<PlaceRef<'_>>| {
            place.map_or(String::new(), |place| place.name().to_owned())
        };
        let from = place
            .line()
            .map_or_else(|| "the gazetteer".to_owned(), line);
        let _ = writeln!(
            text,
            "place   {} [{}] {:?}, {}, {}, {} people\n          {from}",
            place.name(),
            place.key(),
            place.kind(),
            part(place.region()),
            part(place.country()),
            place.population(),
        );
    }
    if found.len() > MOST_PLACES {
        let _ = writeln!(
            text,
            "        and {} more of that name",
            found.len() - MOST_PLACES
        );
    }
    if !found.is_empty() {
        let mention = PlaceMention {
            text: name,
            region: None,
        };
        let decision = resolve_place(&mention, &PlaceContext::default(), lexicon.places, date);
        let _ = writeln!(
            text,
            "        without anything around it: {} ({})",
            decision.place.name, decision.rule
        );
    }
    if let Some(stop) = lexicon.places.stop_line(name) {
        let _ = writeln!(
            text,
            "        also an ordinary word, a place only where the syntax says so: {}",
            line(stop)
        );
    }
}

fn words(text: &mut String, lexicon: &Lexicon, word: &str) {
    for part in [CuePart::Verb, CuePart::Noun, CuePart::Adjective] {
        if let Some(cue) = lexicon.cues.find(word, part) {
            let _ = writeln!(
                text,
                "cue     {word} ({part:?}): {:?}\n          {}",
                cue.class,
                line(cue.line)
            );
        }
    }
    for frame in lexicon
        .frames
        .of_verb(word)
        .iter()
        .chain(lexicon.frames.of_noun(word))
    {
        let _ = writeln!(
            text,
            "frame   {word}: {} with {:?}, who {:?}, what {:?}, if {:?}\n          {}",
            frame.assertion,
            frame.needs,
            frame.agent,
            frame.theme,
            frame.condition,
            line(frame.line),
        );
    }
}

fn line(line: LexiconLine) -> String {
    format!("{} line {}", line.file, line.line)
}
