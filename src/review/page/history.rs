//! The history: every verdict with who, when, and what became of it.

use askama::Template;

use crate::model::verdict::{Fate, Judgement, Verdict, in_force};
use crate::obey;

use super::frame::{Ask, Frame, Room};
use super::words;

/// One verdict.
struct Line {
    id: String,
    when: String,
    who: String,
    what: String,
    about: Vec<(String, String)>,
    link: String,
    fate: String,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "history.html")]
struct Page {
    frame: Frame,
    lines: Vec<Line>,
    older: usize,
}

/// Verdicts on the page, the latest ones.
const MOST: usize = 500;

/// The page as HTML.
///
/// # Errors
/// The template cannot be written.
pub fn history(room: &Room, ask: &Ask) -> askama::Result<String> {
    let verdicts = room.journal.verdicts();
    let quarrels = obey::quarrels(verdicts);
    let standing = in_force(verdicts);
    let mut order: Vec<usize> = (0..verdicts.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse((verdicts[at].when, at)));
    let line = |&at: &usize| {
        let stands = standing.contains(&at);
        line(at, &verdicts[at], stands, &quarrels[at], room)
    };
    let shown = Page {
        frame: Frame::new("History", "/history", room, ask),
        lines: order.iter().take(MOST).map(line).collect(),
        older: verdicts.len().saturating_sub(MOST),
    };
    shown.render()
}

fn line(at: usize, verdict: &Verdict, stands: bool, quarrel: &Fate, room: &Room) -> Line {
    let (fate, class) = fate(at, verdict, stands, quarrel, room);
    let claim = verdict
        .judgement
        .marks()
        .first()
        .and_then(|mark| room.desk.find_mark(mark));
    let run = room.desk.run();
    Line {
        id: verdict.id.to_string(),
        when: verdict.when.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
        who: verdict.who.clone(),
        what: what(verdict, room),
        about: words::about(verdict),
        link: claim.map_or_else(String::new, |claim| {
            format!("/claim/{}", run.claims[claim as usize].id)
        }),
        fate,
        class,
    }
}

fn what(verdict: &Verdict, room: &Room) -> String {
    let of = match &verdict.judgement {
        Judgement::Undo { of } | Judgement::Redo { of } => room.journal.find(of),
        _ => None,
    };
    let what = words::verdict(&verdict.judgement);
    match of {
        Some(of) => format!("{what}: {}", words::verdict(&of.judgement)),
        None => what,
    }
}

/// What the run at hand did with a verdict, or what the next one will.
fn fate(
    at: usize,
    verdict: &Verdict,
    stands: bool,
    quarrel: &Fate,
    room: &Room,
) -> (String, &'static str) {
    if matches!(
        verdict.judgement,
        Judgement::Undo { .. } | Judgement::Redo { .. }
    ) {
        return (String::new(), "plain");
    }
    if !stands {
        return words::fate(&Fate::Undone);
    }
    if matches!(quarrel, Fate::Overruled(_)) {
        return words::fate(quarrel);
    }
    match room.desk.run().fates.get(at).filter(|_| at < room.obeyed) {
        Some(Fate::Undone) | None => ("obeyed from the next run on".into(), "plain"),
        Some(fate) => words::fate(fate),
    }
}
