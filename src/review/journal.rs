//! The verdicts of a store: added one by one, undone and redone by further ones, never changed.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::error::Error;
use crate::model::verdict::{Judgement, Verdict, in_force};
use crate::store::Store;

use super::record;

/// Tells the time; given by the caller so that the room itself reads no clock.
pub type Clock = fn() -> Timestamp;

/// All verdicts of a store, kept in step with what others write to it.
pub struct Journal {
    store: Store,
    verdicts: Vec<Verdict>,
    rows: i64,
    unknown: usize,
    reviewer: String,
    clock: Clock,
}

impl Journal {
    /// Reads the verdicts of a store; new ones are given by `reviewer`.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn open(store: Store, reviewer: &str, clock: Clock) -> Result<Journal, Error> {
        let mut journal = Journal {
            store,
            verdicts: Vec::new(),
            rows: 0,
            unknown: 0,
            reviewer: clean_name(reviewer),
            clock,
        };
        journal.refresh()?;
        Ok(journal)
    }

    /// Reads what other programs wrote since, and says whether there was anything.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn refresh(&mut self) -> Result<bool, Error> {
        let sql = "SELECT count(*) FROM verdict";
        let rows = self.store.connection().query_row(sql, [], |row| row.get(0));
        let rows: i64 = rows.map_err(|error| self.store.trouble(error))?;
        if rows == self.rows {
            return Ok(false);
        }
        let rows = self.store.verdicts()?;
        self.rows = rows.len() as i64;
        self.verdicts = rows.iter().filter_map(read).collect();
        self.unknown = rows.len() - self.verdicts.len();
        Ok(true)
    }

    /// Every verdict in the order in which the store took them in.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// Rows that a newer program wrote and this one does not understand; they stay in the store.
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Who gives the verdicts.
    pub fn reviewer(&self) -> &str {
        &self.reviewer
    }

    /// Adds a verdict; it is on the disk when this returns.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn add(&mut self, judgement: Judgement) -> Result<Verdict, Error> {
        self.refresh()?;
        let verdict = record::verdict(&self.reviewer, self.now(), judgement);
        self.take_in(&verdict)?;
        Ok(verdict)
    }

    /// Adds a verdict as it is, with its own time and reviewer.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn take_in(&mut self, verdict: &Verdict) -> Result<(), Error> {
        let mut payload = record::to_json(&verdict.judgement);
        payload.insert("when".into(), verdict.when.to_string().into());
        let kind = record::kind(&verdict.judgement);
        self.store
            .append_verdict(kind, &Value::Object(payload), &verdict.who)?;
        self.rows += 1;
        self.verdicts.push(verdict.clone());
        Ok(())
    }

    /// Later than every verdict, even where clocks disagree.
    fn now(&self) -> Timestamp {
        let now = (self.clock)();
        let last = self.verdicts.iter().map(|verdict| verdict.when).max();
        let after = last.and_then(|last| last.checked_add(SignedDuration::from_micros(1)).ok());
        after.map_or(now, |after| after.max(now))
    }

    /// Undoes the reviewer's latest verdict that counts; `None` where there is none.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn undo(&mut self) -> Result<Option<Verdict>, Error> {
        self.refresh()?;
        let own = |&at: &usize| self.verdicts[at].who == self.reviewer;
        let last = in_force(&self.verdicts).into_iter().rev().find(own);
        let Some(undone) = last.map(|at| self.verdicts[at].clone()) else {
            return Ok(None);
        };
        self.add(Judgement::Undo {
            of: undone.id.clone(),
        })?;
        Ok(Some(undone))
    }

    /// Counts again what the reviewer undid last; `None` where nothing was undone since the last new verdict.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn redo(&mut self) -> Result<Option<Verdict>, Error> {
        self.refresh()?;
        let mut undone = Vec::new();
        for verdict in self
            .verdicts
            .iter()
            .filter(|verdict| verdict.who == self.reviewer)
        {
            match &verdict.judgement {
                Judgement::Undo { of } => undone.push(of.clone()),
                Judgement::Redo { of } => undone.retain(|id| id != of),
                _ => undone.clear(),
            }
        }
        let Some(of) = undone.pop() else {
            return Ok(None);
        };
        let redone = self.find(&of).cloned();
        self.add(Judgement::Redo { of })?;
        Ok(redone)
    }

    /// The verdict with an id, `None` where there is none.
    pub fn find(&self, id: &str) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.id == id)
    }
}

/// The verdicts of a store that this program understands, in the order in which it took them in.
///
/// # Errors
/// The store cannot be read.
pub fn verdicts(store: &Store) -> Result<Vec<Verdict>, Error> {
    Ok(store.verdicts()?.iter().filter_map(read).collect())
}

/// A name that is safe in a spreadsheet and on one line; `reviewer` where nothing is left.
pub fn clean_name(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !c.is_control()).collect();
    let plain = plain
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .trim_end();
    match plain {
        "" => "reviewer".into(),
        plain => plain.into(),
    }
}

fn read(row: &crate::store::Verdict) -> Option<Verdict> {
    let judgement = record::from_json(&row.kind, &row.payload)?;
    let when = row.payload.get("when").and_then(Value::as_str);
    let when = when.unwrap_or(&row.at).parse().ok()?;
    Some(record::verdict(&row.who, when, judgement))
}
