//! The store as the memory of the pipeline: what was read and drawn by an earlier run.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OpenFlags, params};
use rustc_hash::FxHashMap;

use super::identity::{Digest, Identity};
use super::symbols::Symbols;
use super::{Store, claim, rows};
use crate::config::Config;
use crate::error::Error;
use crate::model::article::{Article, Skipped};
use crate::pipeline::{ArticleClaims, Loaded, Memory};
use crate::read::{self, Input};

/// A store as it was when this was made. What it cannot read it does not remember; the run then reads it anew.
pub struct Recall {
    connection: Mutex<Connection>,
    symbols: Symbols,
    known: FxHashMap<Digest, i64>,
    identity: Identity,
}

impl Store {
    /// What the store remembers of files and articles under some settings.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn recall(&self, config: &Config) -> Result<Recall, Error> {
        let recall = || -> rusqlite::Result<Recall> {
            // A connection of its own, so that threads may ask it; the transaction keeps it from seeing changes.
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(&self.path, flags)?;
            connection.busy_timeout(super::open::PATIENCE)?;
            connection.execute_batch("BEGIN")?;
            Ok(Recall {
                symbols: Symbols::load(&connection)?,
                known: known(&connection)?,
                identity: Identity::new(config),
                connection: Mutex::new(connection),
            })
        };
        recall().map_err(|error| self.trouble(error))
    }
}

fn known(connection: &Connection) -> rusqlite::Result<FxHashMap<Digest, i64>> {
    let mut statement = connection.prepare("SELECT digest, article FROM article")?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    found.collect()
}

impl Memory for Recall {
    fn is_of_use(&self) -> bool {
        // A first run hashes as well: the next one will ask.
        true
    }

    fn file(&self, input: &Input, digest: &read::Digest) -> Option<Loaded> {
        let digest = self.identity.file(digest);
        read_file(&self.connection(), &input.shown, &digest).ok()?
    }

    fn claims(&self, index: u32, article: &Article) -> Option<ArticleClaims> {
        let number = *self.known.get(&self.identity.article(article))?;
        let (sentences, claims) = read_claims(&self.connection(), number).ok()?;
        let unpack = |packed: Vec<u8>| claim::unpack(&packed, index, &self.symbols);
        Some(ArticleClaims {
            sentences: rows::unpack_sentences(&sentences, index)?,
            claims: claims.into_iter().map(unpack).collect::<Option<_>>()?,
        })
    }
}

impl Recall {
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a file gave, `None` where it is not known or has changed.
fn read_file(
    connection: &Connection,
    shown: &str,
    digest: &Digest,
) -> rusqlite::Result<Option<Loaded>> {
    let sql = "SELECT file, articles, skipped FROM file WHERE shown = ? AND digest = ?";
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query(params![shown, digest])?;
    let Some(row) = found.next()? else {
        return Ok(None);
    };
    let (file, count): (i64, u32) = (row.get(0)?, row.get(1)?);
    let Some(skipped) = unpack_skipped(row.get_ref(2)?.as_str()?) else {
        return Ok(None);
    };
    let sql = format!(
        "SELECT {} FROM article JOIN article_text USING (article) WHERE file = ? ORDER BY position",
        rows::ARTICLE
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let articles: rusqlite::Result<Vec<Article>> =
        statement.query_map([file], rows::article)?.collect();
    let articles = articles?;
    Ok((articles.len() == count as usize).then_some((articles, skipped)))
}

/// What was left out of a file, as it stands in the column `skipped`.
pub fn pack_skipped(skipped: &[Skipped]) -> String {
    let pairs: Vec<_> = skipped.iter().map(|skip| (&skip.file, &skip.why)).collect();
    serde_json::to_string(&pairs).unwrap_or_default()
}

fn unpack_skipped(text: &str) -> Option<Vec<Skipped>> {
    let pairs: Vec<(String, String)> = serde_json::from_str(text).ok()?;
    let skipped = pairs.into_iter().map(|(file, why)| Skipped { file, why });
    Some(skipped.collect())
}

type Packed = (Vec<u8>, Vec<Vec<u8>>);

fn read_claims(connection: &Connection, article: i64) -> rusqlite::Result<Packed> {
    let sql = "SELECT sentences FROM article_text WHERE article = ?";
    let sentences = connection
        .prepare_cached(sql)?
        .query_row([article], |row| row.get(0))?;
    let sql = "SELECT packed FROM claim WHERE article = ? ORDER BY ordinal";
    let mut statement = connection.prepare_cached(sql)?;
    let claims = statement.query_map([article], |row| row.get(0))?;
    Ok((sentences, claims.collect::<rusqlite::Result<_>>()?))
}
