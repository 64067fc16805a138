//! Short texts that stand in every claim (rules, lexicon files), kept once and known by number.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

/// The symbols of a store.
pub struct Symbols {
    texts: FxHashMap<u64, &'static str>,
    numbers: FxHashMap<&'static str, u64>,
    /// Numbers given out since the last save.
    new: Vec<(u64, &'static str)>,
}

impl Symbols {
    /// Reads all of them.
    pub fn load(connection: &Connection) -> rusqlite::Result<Symbols> {
        let mut found = Symbols {
            texts: FxHashMap::default(),
            numbers: FxHashMap::default(),
            new: Vec::new(),
        };
        let mut statement = connection.prepare("SELECT symbol, text FROM symbol")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text = intern(row.get_ref(1)?.as_str()?);
            let number: i64 = row.get(0)?;
            found.texts.insert(number as u64, text);
            found.numbers.insert(text, number as u64);
        }
        Ok(found)
    }

    /// The number of a text, a new one where it has none.
    pub fn number(&mut self, text: &'static str) -> u64 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let number = self.texts.keys().max().map_or(1, |last| last + 1);
        self.texts.insert(number, text);
        self.numbers.insert(text, number);
        self.new.push((number, text));
        number
    }

    /// The text of a number, `None` for a number that was never given out.
    pub fn text(&self, number: u64) -> Option<&'static str> {
        self.texts.get(&number).copied()
    }

    /// Writes those that were given out since.
    pub fn save(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut statement =
            connection.prepare("INSERT INTO symbol (symbol, text) VALUES (?, ?)")?;
        for (number, text) in self.new.drain(..) {
            statement.execute(params![number as i64, text])?;
        }
        Ok(())
    }
}

/// Every symbol that this process has seen; a few hundred, as rules and lexicon files are.
static SEEN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The one copy of a text that lives as long as the process.
pub fn intern(text: &str) -> &'static str {
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    match seen.get(text) {
        Some(known) => known,
        None => {
            let kept: &'static str = Box::leak(text.into());
            seen.insert(kept);
            kept
        }
    }
}
