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
use crate::lexicon::parties::{FormKind, PartyKind, PartyMatch, RoleKind, split_words};
use crate::lexicon::places::PlaceRef;
use crate::model::claim::LexiconLine;
use crate::model::place::PlaceKind;
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
    role(&mut text, &lexicon, name);
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
    let mut told: Vec<String> = Vec::new();
    for found in lexicon.parties.find(name, date) {
        let party = party(&found, date);
        // One entry can have the name in two forms.
        if !told.contains(&party) {
            let _ = writeln!(text, "{party}");
            told.push(party);
        }
    }
}

fn party(found: &PartyMatch<'_>, date: Option<Date>) -> String {
    let entry = found.entry;
    let mut text = format!("party   {}, {}: ", entry.canonical, sort(entry.kind));
    match (entry.speaks_for_itself(), entry.kind) {
        (true, PartyKind::Person) => text.push_str("speaks for nobody else"),
        (true, _) => text.push_str("a side of its own"),
        (false, _) => {
            let _ = write!(text, "speaks for {}", entry.speaks_for);
        }
    }
    if !entry.office.is_empty() && entry.kind == PartyKind::Person {
        let _ = write!(text, ", {}", entry.office);
    }
    text.push_str(&term(entry.from, entry.to));
    if date.is_some() && !entry.holds_on(date) {
        text.push_str(", so not on that day");
    }
    if !entry.backed_by.is_empty() {
        let _ = write!(text, "; backed by {}", entry.backed_by.replace('|', ", "));
    }
    let weak = if found.form.weak {
        ", counts only where the article names the same country or person elsewhere"
    } else {
        ""
    };
    let form = match found.form.kind {
        FormKind::Name => "by this name",
        FormKind::Demonym => "as the adjective or the people of the state",
        FormKind::Capital => "as the capital, which stands for the government",
        FormKind::Seat => "as the seat of the government, which stands for it",
    };
    format!("{text}\n          {form}{weak}: {}", line(entry.line))
}

fn sort(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::State => "a state or a land with a voice of its own",
        PartyKind::Government => "a body of a state",
        PartyKind::Force => "an armed force of a state",
        PartyKind::Group => "a group",
        PartyKind::Political => "a political party or movement",
        PartyKind::Body => "an international body",
        PartyKind::Company => "a company",
        PartyKind::Organization => "an organisation",
        PartyKind::Outlet => "a medium",
        PartyKind::Person => "a person",
        PartyKind::Unlisted => "on no list",
    }
}

fn term(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!(", from {from} to {to}"),
        (Some(from), None) => format!(", from {from} on"),
        (None, Some(to)) => format!(", until {to}"),
        (None, None) => String::new(),
    }
}

/// Common nouns that give a phrase its side ("spokesman", "defence ministry").
fn role(text: &mut String, lexicon: &Lexicon, name: &str) {
    let words = split_words(name);
    let Some((length, role)) = lexicon.parties.longest_role(&words, 0) else {
        return;
    };
    if length == words.len() {
        let _ = writeln!(
            text,
            "noun    {name}, the same as \"{}\": {}\n          {}",
            role.class,
            side_of(role.kind),
            line(role.line)
        );
    }
}

/// How a phrase with such a noun finds its side.
fn side_of(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Office => {
            "an office of a state; whoever holds it on the day speaks for the state"
        }
        RoleKind::Minister | RoleKind::Body | RoleKind::Force => {
            "a state's; whose, the words before it, behind \"of\", or the article tell"
        }
        RoleKind::Spokes | RoleKind::Staff | RoleKind::Head => {
            "speaks for whom the words before it or behind \"of\" and \"for\" name"
        }
        RoleKind::Business | RoleKind::Counsel => {
            "speaks for the company, body or person that the words around it name, never for a state"
        }
        RoleKind::Local => "an officer of a place, speaks for the state that it belongs to",
        RoleKind::Group | RoleKind::Political | RoleKind::Opposition | RoleKind::Candidate => {
            "a side of its own, not its country's"
        }
        RoleKind::Company | RoleKind::Institution => {
            "without a name it is the one that the article named before"
        }
        RoleKind::Member => "a member of a parliament, speaks for no state",
        RoleKind::People => "people, nobody's side",
        RoleKind::Outlet => "a medium, which passes on what others say",
        RoleKind::StateMedia => "a medium that speaks for the state which owns it",
        RoleKind::Text => "a text, which speaks for its author",
        RoleKind::Past => "says that an office is over: who held it speaks for nobody else",
        RoleKind::Time => "a word of the calendar or the clock, nobody",
        _ => "a small word that tells how a name phrase is built",
    }
}

fn places(text: &mut String, lexicon: &Lexicon, name: &str, date: Option<Date>) {
    let mut found: Vec<PlaceRef<'_>> = Vec::new();
    for place in lexicon.places.find(name) {
        if !found.iter().any(|known| known.key() == place.key()) {
            found.push(place);
        }
    }
    for place in found.iter().take(MOST_PLACES) {
        let from = place
            .line()
            .map_or_else(|| "the gazetteer".to_owned(), line);
        let _ = writeln!(text, "{}\n          {from}", told(place));
    }
    if found.len() > MOST_PLACES {
        let _ = writeln!(
            text,
            "        and {} more of that name",
            found.len() - MOST_PLACES
        );
    }
    if let Some(stop) = lexicon.places.stop_line(name).filter(|_| !found.is_empty()) {
        let _ = writeln!(
            text,
            "        also an ordinary word or a surname, a place only where the sentence says so: {}",
            line(stop)
        );
    }
    if lexicon.names_a_movement(name) {
        let _ = writeln!(
            text,
            "        never a place in an article: the group bears the name"
        );
    } else if !found.is_empty() {
        let mention = PlaceMention {
            text: name,
            region: None,
        };
        let decision = resolve_place(&mention, &PlaceContext::default(), lexicon.places, date);
        let _ = match decision.rule {
            "place.undecided" => writeln!(
                text,
                "        where an article tells no more, it stays open which ({})",
                decision.rule
            ),
            rule => writeln!(
                text,
                "        where an article tells no more, {} is meant ({rule})",
                decision.place.name
            ),
        };
    }
}

fn told(place: &PlaceRef<'_>) -> String {
    let kind = match place.kind() {
        PlaceKind::Natural => "natural feature",
        PlaceKind::Unlisted => "on no list",
        kind => kind.as_str(),
    };
    let mut text = format!("place   {}, {kind}", place.name());
    for part in [place.region(), place.country()].into_iter().flatten() {
        let _ = write!(text, ", {}", part.name());
    }
    if matches!(place.kind(), PlaceKind::Settlement | PlaceKind::Country) {
        let _ = write!(text, ", about {} people", place.population());
    }
    format!("{text} [{}]", place.key())
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
    let unit = if line.file.ends_with(".bin") {
        "record"
    } else {
        "line"
    };
    format!("{} {unit} {}", line.file, line.line)
}
