//! What stands around every page: progress, agreement, the last verdict, and the way back.

use crate::error::Error;
use crate::model::verdict::{Judgement, Verdict};

use super::super::desk::Desk;
use super::super::filter::Filter;
use super::super::journal::Journal;
use super::super::tally;
use super::words;

/// All that the pages are made from.
pub struct Room {
    /// The run.
    pub desk: Desk,
    /// The verdicts.
    pub journal: Journal,
    /// Proof that a request comes from a page of this program.
    pub token: String,
    /// Verdicts that the run obeyed when it was made.
    pub obeyed: usize,
}

impl Room {
    /// A room for a run that obeyed the journal's verdicts.
    pub fn new(mut desk: Desk, journal: Journal, token: String) -> Room {
        desk.consider(journal.verdicts());
        let obeyed = journal.verdicts().len();
        Room {
            desk,
            journal,
            token,
            obeyed,
        }
    }

    /// Takes in what others wrote since.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn refresh(&mut self) -> Result<(), Error> {
        if self.journal.refresh()? {
            self.consider();
        }
        Ok(())
    }

    /// Takes note of the journal's verdicts.
    pub fn consider(&mut self) {
        self.desk.consider(self.journal.verdicts());
    }
}

/// What an address asks for besides the page itself.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// The part of the queue that is gone through.
    pub filter: Filter,
    /// Id of the verdict that was given on the way here; empty for none.
    pub said: String,
    /// Something that went wrong on the way here; empty for nothing.
    pub trouble: String,
    /// Words to search for on the page itself.
    pub search: String,
}

/// What stands around a page.
pub struct Frame {
    pub title: String,
    pub token: String,
    pub query: String,
    pub here: String,
    pub said: String,
    pub trouble: String,
    pub reviewer: String,
    pub done: usize,
    pub left: usize,
    pub all: usize,
    pub rate: String,
    pub agreement: String,
    pub scores: bool,
    pub scores_link: String,
    pub unknown: usize,
}

impl Frame {
    /// The frame of the page at `path`.
    pub fn new(title: &str, path: &str, room: &Room, ask: &Ask) -> Frame {
        let (done, all) = room.desk.progress(&ask.filter);
        let verdicts = room.journal.verdicts();
        let rate = tally::rate(verdicts, room.journal.reviewer());
        let other = Filter {
            scores: !ask.filter.scores,
            ..ask.filter.clone()
        };
        let query = ask.filter.query();
        Frame {
            title: title.into(),
            token: room.token.clone(),
            here: format!("{path}{query}"),
            said: said(&ask.said, room),
            trouble: ask.trouble.clone(),
            reviewer: room.journal.reviewer().into(),
            done,
            left: all - done,
            all,
            rate: rate.map_or_else(String::new, |rate| format!("{rate:.0} an hour")),
            agreement: tally::agreement(verdicts).tell(),
            scores: ask.filter.scores,
            scores_link: format!("{path}{}", other.query()),
            unknown: room.journal.unknown(),
            query,
        }
    }
}

/// The last verdict in a sentence, with the score that was hidden until it was given.
fn said(id: &str, room: &Room) -> String {
    let Some(verdict) = room.journal.find(id) else {
        return String::new();
    };
    let text = match &verdict.judgement {
        Judgement::Undo { of } => told("Undone", of, room),
        Judgement::Redo { of } => told("Redone", of, room),
        judgement => format!("Kept in the store: {}.", words::verdict(judgement)),
    };
    format!("{text}{}", score(verdict, room))
}

fn told(what: &str, id: &str, room: &Room) -> String {
    let of = room
        .journal
        .find(id)
        .map(|verdict| words::verdict(&verdict.judgement));
    format!("{what}: {}.", of.unwrap_or_default())
}

fn score(verdict: &Verdict, room: &Room) -> String {
    let Judgement::Contradiction { left, right, .. } = &verdict.judgement else {
        return String::new();
    };
    let rows = &room.desk.run().contradictions;
    let is_it = |claim: u32, key: &str| room.desk.mark(claim).key == key;
    let at = rows
        .iter()
        .position(|row| is_it(row.left.quote, &left.key) && is_it(row.right.quote, &right.key));
    at.map_or_else(String::new, |at| {
        format!(
            " The program gave it {:.2} bits, rank {} of {}.",
            rows[at].weight,
            at + 1,
            rows.len()
        )
    })
}
