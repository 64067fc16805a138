//! What reviewers said: added, never changed.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use super::{Store, trouble};
use crate::error::Error;

/// One verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Number, ascending in the order in which verdicts were given.
    pub id: i64,
    /// What sort of verdict, a word of the view that wrote it.
    pub kind: String,
    /// What it says.
    pub payload: Value,
    /// Who gave it.
    pub who: String,
    /// When: UTC, RFC 3339 to the second.
    pub at: String,
    /// The verdict that this one takes back; `None` where it says something of its own.
    pub undoes: Option<i64>,
    /// The verdict that takes this one back; `None` while it stands.
    pub undone_by: Option<i64>,
}

impl Verdict {
    /// Whether it says something of its own that was not taken back.
    pub fn stands(&self) -> bool {
        self.undoes.is_none() && self.undone_by.is_none()
    }
}

/// Kind of a verdict that takes another back.
const UNDO: &str = "undo";

impl Store {
    /// Adds a verdict and gives its number. It is on the disk when this returns.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn append_verdict(&mut self, kind: &str, payload: &Value, who: &str) -> Result<i64, Error> {
        self.insert(kind, payload, who, None)
    }

    /// Takes a verdict back by adding one that says so, and gives that one's number.
    ///
    /// # Errors
    /// There is no such verdict, it was taken back already, or the store cannot be written.
    pub fn undo_verdict(&mut self, id: i64, who: &str) -> Result<i64, Error> {
        let sql = "SELECT undone_by, undoes FROM verdicts WHERE verdict = ?";
        let found = self
            .connection
            .query_row(sql, [id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional();
        let found: Option<(Option<i64>, Option<i64>)> =
            found.map_err(|error| self.trouble(error))?;
        let refuse = |what: String| Error::Store {
            file: self.path.clone(),
            what,
            hint: String::new(),
        };
        match found {
            None => Err(refuse(format!("there is no verdict {id}"))),
            Some((Some(by), _)) => Err(refuse(format!(
                "verdict {id} was taken back by verdict {by}"
            ))),
            Some((_, Some(of))) => Err(refuse(format!(
                "verdict {id} itself takes back verdict {of}: give that verdict again instead"
            ))),
            Some((None, None)) => {
                self.insert(UNDO, &Value::Object(Default::default()), who, Some(id))
            }
        }
    }

    fn insert(
        &mut self,
        kind: &str,
        payload: &Value,
        who: &str,
        undoes: Option<i64>,
    ) -> Result<i64, Error> {
        let sql = "INSERT INTO verdict (kind, payload, who, at, undoes) VALUES (?, ?, ?, ?, ?)";
        let row = params![kind, payload.to_string(), who, now(), undoes];
        let done = self.connection.execute(sql, row);
        done.map_err(|error| self.trouble(error))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Every verdict in the order in which they were given, those that were taken back included.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn verdicts(&self) -> Result<Vec<Verdict>, Error> {
        self.read_verdicts().map_err(|error| self.trouble(error))
    }

    fn read_verdicts(&self) -> rusqlite::Result<Vec<Verdict>> {
        let sql = "SELECT verdict, kind, payload, who, at, undoes, undone_by FROM verdicts ORDER BY verdict";
        let mut statement = self.connection.prepare(sql)?;
        let found = statement.query_map([], |row| {
            let payload = serde_json::from_str(row.get_ref(2)?.as_str()?);
            Ok(Verdict {
                id: row.get(0)?,
                kind: row.get(1)?,
                payload: payload.map_err(|_| trouble::broken("a verdict that is no JSON"))?,
                who: row.get(3)?,
                at: row.get(4)?,
                undoes: row.get(5)?,
                undone_by: row.get(6)?,
            })
        })?;
        found.collect()
    }
}

/// Now, in UTC to the second.
pub fn now() -> String {
    let second = Timestamp::now().as_second();
    Timestamp::from_second(second).map_or_else(|_| String::new(), |now| now.to_string())
}
