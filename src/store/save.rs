//! A run to the store, in one transaction: what is known stays, what is new comes in, what is gone leaves.

use std::ops::Range;

use rusqlite::{Connection, TransactionBehavior, params};
use rustc_hash::FxHashMap;

use super::before::Before;
use super::identity::{Digest, Identity};
use super::symbols::Symbols;
use super::{Store, changes, claim, history, insert, lineage, recall, rows, stories, trouble};
use crate::config::Config;
use crate::error::Error;
use crate::model::article::Article;
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::run::{Run, Sentence};
use crate::pipeline::FileRead;

impl Store {
    /// Saves a run and gives what it changed since the last run whose reports are in their place.
    ///
    /// Articles whose text and settings are known keep their claims as they are. All or nothing: where this fails, or the
    /// program is ended, the store is as it was before.
    ///
    /// # Errors
    /// The store cannot be written: another process is writing, no room, a damaged file.
    pub fn save(&mut self, run: &Run, config: &Config) -> Result<Vec<Change>, Error> {
        self.save_with(run, &[], config, |changes| Ok(changes.to_vec()))
    }

    /// The same, with the files that the run read, and with a last step before it counts: where that fails, nothing is
    /// saved.
    ///
    /// # Errors
    /// As [`Store::save`], and those of the last step.
    pub fn save_with<T>(
        &mut self,
        run: &Run,
        files: &[FileRead],
        config: &Config,
        last: impl FnOnce(&[Change]) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let saved = write(self, run, files, config, last);
        saved.map_err(|failure| match failure {
            Failure::Store(error) => trouble::tell(&self.path, error),
            Failure::Last(error) => error,
        })
    }
}

/// Why a run was not saved.
enum Failure {
    Store(rusqlite::Error),
    Last(Error),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Failure::Store(error)
    }
}

fn write<T>(
    store: &mut Store,
    run: &Run,
    files: &[FileRead],
    config: &Config,
    last: impl FnOnce(&[Change]) -> Result<T, Error>,
) -> Result<T, Failure> {
    let transaction = store
        .connection
        .transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have given out numbers since.
    let mut symbols = Symbols::load(&transaction)?;
    let changes = Saver {
        connection: &transaction,
        symbols: &mut symbols,
        run,
    }
    .save(files, &Identity::new(config))?;
    let done = last(&changes).map_err(Failure::Last)?;
    transaction.commit()?;
    store.symbols = symbols;
    Ok(done)
}

struct Saver<'a> {
    connection: &'a Connection,
    symbols: &'a mut Symbols,
    run: &'a Run,
}

/// What the store knows of an article.
struct Known {
    number: i64,
    position: u32,
    file: Option<i64>,
}

/// The articles of a run in the store.
struct Articles {
    /// The number of each.
    numbers: Vec<i64>,
    /// How many came in, and how many left.
    changed: (usize, usize),
}

impl Saver<'_> {
    fn save(mut self, files: &[FileRead], identity: &Identity) -> rusqlite::Result<Vec<Change>> {
        let before = Before::load(self.connection)?;
        // What is derived is written anew: it refers to claims that may leave.
        self.connection.execute_batch(
            "DELETE FROM voice; DELETE FROM contradiction; DELETE FROM member; DELETE FROM cluster; DELETE FROM copy; \
             DELETE FROM teller; DELETE FROM story;",
        )?;
        let files = self.files(files, identity)?;
        let articles = self.articles(&files, identity)?;
        let claims = self.claim_numbers(&articles.numbers)?;
        self.clusters(&claims)?;
        self.contradictions(&claims)?;
        self.copies(&articles.numbers)?;
        stories::save(self.connection, &self.run.stories, &articles.numbers)?;
        self.symbols.save(self.connection)?;
        self.history(&before, articles.changed)
    }

    /// Adds the run and what it changed; gives all that changed since the last published run.
    fn history(&self, before: &Before, articles: (usize, usize)) -> rusqlite::Result<Vec<Change>> {
        let number = history::add_run(self.connection, self.run, articles)?;
        let past = |id: &str| history::past(self.connection, id).unwrap_or(changes::Past::Unknown);
        let found = changes::find(before, self.run, &past);
        history::save(self.connection, number, &found)?;
        let steps = lineage::find(before, self.run);
        lineage::save(self.connection, number, self.run, &steps)?;
        history::unpublished(self.connection)
    }

    /// Brings the files up to date and gives the file of each article, `None` where it is not known.
    fn files(&self, files: &[FileRead], identity: &Identity) -> rusqlite::Result<Vec<Option<i64>>> {
        let mut of_article = Vec::with_capacity(self.run.articles.len());
        let mut keep = self.connection.prepare(
            "INSERT INTO file (shown, digest, articles, skipped) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (shown) \
             DO UPDATE SET digest = ?2, articles = ?3, skipped = ?4 RETURNING file",
        )?;
        let mut kept = rustc_hash::FxHashSet::default();
        for file in files {
            let number: Option<i64> = match &file.digest {
                None => None,
                Some(digest) => Some(keep.query_row(
                    params![
                        file.shown,
                        identity.file(digest),
                        file.articles,
                        recall::pack_skipped(&file.skipped)
                    ],
                    |row| row.get(0),
                )?),
            };
            kept.extend(number);
            of_article.extend((0..file.articles).map(|_| number));
        }
        of_article.resize(self.run.articles.len(), None);
        let mut statement = self.connection.prepare("SELECT file FROM file")?;
        let all: Vec<i64> = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut leave = self.connection.prepare("DELETE FROM file WHERE file = ?")?;
        for gone in all.into_iter().filter(|file| !kept.contains(file)) {
            leave.execute([gone])?;
        }
        Ok(of_article)
    }

    /// Brings the articles up to date.
    fn articles(
        &mut self,
        files: &[Option<i64>],
        identity: &Identity,
    ) -> rusqlite::Result<Articles> {
        let mut known = self.known()?;
        let run = self.run;
        let claims = ranges(run.articles.len(), &run.claims, |claim| claim.article);
        let sentences = ranges(run.articles.len(), &run.sentences, |found| found.article);
        let mut numbers = Vec::with_capacity(run.articles.len());
        let mut came = 0;
        for (index, article) in run.articles.iter().enumerate() {
            let digest = identity.article(article);
            let place = (index as u32, files[index]);
            let number = match known.get_mut(&digest).and_then(Vec::pop) {
                Some(found) => {
                    self.move_to(&found, place)?;
                    found.number
                }
                None => {
                    came += 1;
                    let sentences = &run.sentences[sentences[index].clone()];
                    let number = self.article(place, article, &digest, sentences)?;
                    self.claims(number, &run.drawn(claims[index].clone()))?;
                    number
                }
            };
            numbers.push(number);
        }
        let mut leave = self
            .connection
            .prepare("DELETE FROM article WHERE article = ?")?;
        let mut went = 0;
        for gone in known.into_values().flatten() {
            leave.execute([gone.number])?;
            went += 1;
        }
        Ok(Articles {
            numbers,
            changed: (came, went),
        })
    }

    fn known(&self) -> rusqlite::Result<FxHashMap<Digest, Vec<Known>>> {
        let mut known: FxHashMap<Digest, Vec<Known>> = FxHashMap::default();
        let mut statement = self
            .connection
            .prepare("SELECT digest, article, position, file FROM article")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let found = Known {
                number: row.get(1)?,
                position: row.get(2)?,
                file: row.get(3)?,
            };
            known.entry(row.get(0)?).or_default().push(found);
        }
        Ok(known)
    }

    fn move_to(&self, found: &Known, place: (u32, Option<i64>)) -> rusqlite::Result<()> {
        if (found.position, found.file) != place {
            self.connection
                .prepare_cached("UPDATE article SET position = ?, file = ? WHERE article = ?")?
                .execute(params![place.0, place.1, found.number])?;
        }
        Ok(())
    }

    fn article(
        &self,
        (position, file): (u32, Option<i64>),
        article: &Article,
        digest: &Digest,
        sentences: &[Sentence],
    ) -> rusqlite::Result<i64> {
        let sql = "INSERT INTO article (position, file, key, digest, outlet, url, published, title) \
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        self.connection.prepare_cached(sql)?.execute(params![
            position,
            file,
            article.key,
            digest,
            article.outlet,
            article.url,
            article.published.map(|day| day.to_string()),
            article.title,
        ])?;
        let number = self.connection.last_insert_rowid();
        let sql = "INSERT INTO article_text (article, body, extra, sentences) VALUES (?, ?, ?, ?)";
        self.connection.prepare_cached(sql)?.execute(params![
            number,
            article.body,
            rows::extra(article),
            rows::pack_sentences(sentences),
        ])?;
        Ok(number)
    }

    fn claims(&mut self, article: i64, claims: &[Claim]) -> rusqlite::Result<()> {
        for (ordinal, found) in (0u32..).zip(claims) {
            let packed = claim::pack(found, self.symbols);
            insert::claim(self.connection, article, ordinal, found, &packed)?;
        }
        Ok(())
    }

    /// The number of each claim of the run.
    fn claim_numbers(&self, articles: &[i64]) -> rusqlite::Result<Vec<i64>> {
        let mut numbers: FxHashMap<i64, Vec<i64>> = FxHashMap::default();
        let mut statement = self
            .connection
            .prepare("SELECT article, claim FROM claim ORDER BY article, ordinal")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            numbers.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        let of_article = |article: &i64| numbers.remove(article).unwrap_or_default();
        let found: Vec<i64> = articles.iter().flat_map(of_article).collect();
        match found.len() == self.run.claims.len() {
            true => Ok(found),
            false => Err(trouble::broken("claims are missing")),
        }
    }

    fn clusters(&self, claims: &[i64]) -> rusqlite::Result<()> {
        let mut cluster = self
            .connection
            .prepare("INSERT INTO cluster (cluster, id, independent_reports) VALUES (?, ?, ?)")?;
        let mut member = self
            .connection
            .prepare("INSERT INTO member (claim, cluster) VALUES (?, ?)")?;
        for (index, found) in (0u32..).zip(&self.run.clusters) {
            cluster.execute(params![index, found.id.as_str(), found.independent_reports])?;
            for &claim in &found.claims {
                member.execute(params![claims[claim as usize], index])?;
            }
        }
        Ok(())
    }

    fn contradictions(&self, claims: &[i64]) -> rusqlite::Result<()> {
        for (position, found) in (0u32..).zip(&self.run.contradictions) {
            insert::contradiction(self.connection, position, found, claims)?;
        }
        Ok(())
    }

    fn copies(&self, articles: &[i64]) -> rusqlite::Result<()> {
        let sql = "INSERT INTO copy (article, of, share, agency, how) VALUES (?, ?, ?, ?, ?)";
        let mut statement = self.connection.prepare(sql)?;
        for copy in &self.run.copies {
            statement.execute(params![
                articles[copy.article as usize],
                articles[copy.of as usize],
                copy.share,
                copy.agency.as_deref(),
                copy.how,
            ])?;
        }
        Ok(())
    }
}

/// Where the entries of each article stand in a list that is ordered by article.
fn ranges<T>(articles: usize, list: &[T], article: impl Fn(&T) -> u32) -> Vec<Range<usize>> {
    let mut start = 0;
    let range = |index: u32| {
        let end = start + list[start..].partition_point(|entry| article(entry) <= index);
        let range = start..end;
        start = end;
        range
    };
    (0..articles as u32).map(range).collect()
}
