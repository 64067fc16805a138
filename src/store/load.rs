//! The store to a run: what the last run found.

use rusqlite::{Connection, Row};
use rustc_hash::FxHashMap;

use super::symbols::{Symbols, intern};
use super::trouble::broken;
use super::{Store, claim, rows, stories};
use crate::error::Error;
use crate::model::claim::{Claim, DateRange};
use crate::model::cluster::{Cluster, Copy};
use crate::model::contradiction::{Contradiction, Kind, Side, Status};
use crate::model::run::Run;

impl Store {
    /// The last run that was saved: articles, sentences, claims, clusters, copies and contradictions. What was left out
    /// of it, its counts and its timings are not kept.
    ///
    /// # Errors
    /// The store cannot be read, or is damaged.
    pub fn load(&self) -> Result<Run, Error> {
        load(&self.connection).map_err(|error| self.trouble(error))
    }

    /// One claim by its number in the table `claim`, as a claim of article `article`.
    ///
    /// # Errors
    /// There is none, or the store is damaged.
    pub fn claim(&self, number: i64, article: u32) -> Result<Claim, Error> {
        let packed = self
            .connection
            .prepare_cached("SELECT packed FROM claim WHERE claim = ?")
            .and_then(|mut statement| statement.query_row([number], |row| row.get(0)));
        let packed: Vec<u8> = packed.map_err(|error| self.trouble(error))?;
        self.unpack(&packed, article)
    }

    /// The claim of a cell of the column `packed`, as a claim of article `article`.
    ///
    /// # Errors
    /// The store is damaged.
    pub fn unpack(&self, packed: &[u8], article: u32) -> Result<Claim, Error> {
        let found = claim::unpack(packed, article, &self.symbols);
        found.ok_or_else(|| self.trouble(broken("a claim that cannot be read")))
    }
}

struct Loader<'a> {
    connection: &'a Connection,
    symbols: &'a Symbols,
    run: Run,
    /// Index in the run of each article and claim, by number.
    articles: FxHashMap<i64, u32>,
    claims: FxHashMap<i64, u32>,
}

fn load(connection: &Connection) -> rusqlite::Result<Run> {
    // One view of the store, whatever is written meanwhile.
    let transaction = connection.unchecked_transaction()?;
    let symbols = Symbols::load(connection)?;
    let mut loader = Loader {
        connection,
        symbols: &symbols,
        run: Run::default(),
        articles: FxHashMap::default(),
        claims: FxHashMap::default(),
    };
    loader.read_articles()?;
    loader.read_claims()?;
    loader.read_clusters()?;
    loader.read_contradictions()?;
    loader.read_copies()?;
    loader.run.stories = stories::load(connection, &loader.articles)?;
    let run = loader.run;
    transaction.commit()?;
    Ok(run)
}

impl Loader<'_> {
    fn read_articles(&mut self) -> rusqlite::Result<()> {
        let sql = format!(
            "SELECT {}, sentences FROM article JOIN article_text USING (article) ORDER BY position",
            rows::ARTICLE
        );
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let index = self.run.articles.len() as u32;
            self.articles.insert(row.get(0)?, index);
            self.run.articles.push(rows::article(row)?);
            let sentences = rows::unpack_sentences(row.get_ref(8)?.as_blob()?, index);
            let sentences = sentences.ok_or_else(|| broken("sentences that cannot be read"))?;
            self.run.sentences.extend(sentences);
        }
        Ok(())
    }

    fn read_claims(&mut self) -> rusqlite::Result<()> {
        let sql = "SELECT claim, article, packed FROM claim ORDER BY article, ordinal";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut found: Vec<(i64, Claim)> = Vec::new();
        while let Some(row) = rows.next()? {
            let article = self.find_article(row.get(1)?)?;
            let claim = claim::unpack(row.get_ref(2)?.as_blob()?, article, self.symbols);
            let claim = claim.ok_or_else(|| broken("a claim that cannot be read"))?;
            found.push((row.get(0)?, claim));
        }
        // Within an article they stand in order already.
        found.sort_by_key(|(_, claim)| claim.article);
        for (number, claim) in found {
            self.claims.insert(number, self.run.claims.len() as u32);
            self.run.claims.push(claim);
        }
        Ok(())
    }

    fn find_article(&self, number: i64) -> rusqlite::Result<u32> {
        let found = self.articles.get(&number).copied();
        found.ok_or_else(|| broken("an article that is not there"))
    }

    fn find_claim(&self, number: i64) -> rusqlite::Result<u32> {
        let found = self.claims.get(&number).copied();
        found.ok_or_else(|| broken("a claim that is not there"))
    }

    fn read_clusters(&mut self) -> rusqlite::Result<()> {
        let sql = "SELECT id, independent_reports FROM cluster ORDER BY cluster";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.run.clusters.push(Cluster {
                id: row.get_ref(0)?.as_str()?.into(),
                claims: Vec::new(),
                independent_reports: row.get(1)?,
            });
        }
        let mut statement = self
            .connection
            .prepare("SELECT claim, cluster FROM member")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (claim, cluster) = (self.find_claim(row.get(0)?)?, row.get::<_, u32>(1)?);
            let cluster = self.run.clusters.get_mut(cluster as usize);
            let cluster = cluster.ok_or_else(|| broken("a cluster that is not there"))?;
            cluster.claims.push(claim);
        }
        for cluster in &mut self.run.clusters {
            cluster.claims.sort_unstable();
        }
        Ok(())
    }

    fn read_contradictions(&mut self) -> rusqlite::Result<()> {
        let sql = "SELECT * FROM contradiction ORDER BY position";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let found = self.contradiction(row)?;
            self.run.contradictions.push(found);
        }
        let sql = "SELECT contradiction, side, claim FROM voice";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let claim = self.find_claim(row.get(2)?)?;
            let found = self
                .run
                .contradictions
                .get_mut(row.get::<_, u32>(0)? as usize);
            let found = found.ok_or_else(|| broken("a contradiction that is not there"))?;
            match row.get_ref(1)?.as_str()? {
                "left" => found.left.claims.push(claim),
                _ => found.right.claims.push(claim),
            }
        }
        for found in &mut self.run.contradictions {
            found.left.claims.sort_unstable();
            found.right.claims.sort_unstable();
        }
        Ok(())
    }

    fn contradiction(&self, row: &Row<'_>) -> rusqlite::Result<Contradiction> {
        let kind = Kind::from_name(row.get_ref("kind")?.as_str()?);
        let status = Status::from_name(row.get_ref("status")?.as_str()?);
        let by: Option<i64> = row.get("status_claim")?;
        Ok(Contradiction {
            id: row.get_ref("id")?.as_str()?.into(),
            code: intern(row.get_ref("code")?.as_str()?),
            kind: kind.ok_or_else(|| broken("a kind of contradiction that is none"))?,
            status: status.ok_or_else(|| broken("a status that is none"))?,
            status_claim: by.map(|claim| self.find_claim(claim)).transpose()?,
            weight: row.get("weight")?,
            cluster: row.get("cluster")?,
            dates: dates(row)?,
            left: self.side(
                row,
                [
                    "left_party",
                    "left_position",
                    "left_quote",
                    "left_independent_reports",
                ],
            )?,
            right: self.side(
                row,
                [
                    "right_party",
                    "right_position",
                    "right_quote",
                    "right_independent_reports",
                ],
            )?,
            note: row.get("note")?,
        })
    }

    fn side(&self, row: &Row<'_>, columns: [&str; 4]) -> rusqlite::Result<Side> {
        let party: Option<String> = row.get(columns[0])?;
        Ok(Side {
            party: party.map(Into::into),
            position: row.get(columns[1])?,
            quote: self.find_claim(row.get(columns[2])?)?,
            claims: Vec::new(),
            independent_reports: row.get(columns[3])?,
        })
    }

    fn read_copies(&mut self) -> rusqlite::Result<()> {
        let sql = "SELECT article, of, share, agency, how FROM copy";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let agency: Option<String> = row.get(3)?;
            self.run.copies.push(Copy {
                article: self.find_article(row.get(0)?)?,
                of: self.find_article(row.get(1)?)?,
                share: row.get(2)?,
                agency: agency.map(Into::into),
                how: row.get(4)?,
            });
        }
        self.run.copies.sort_by_key(|copy| copy.article);
        Ok(())
    }
}

fn dates(row: &Row<'_>) -> rusqlite::Result<Option<DateRange>> {
    let day = |column: &str| -> rusqlite::Result<Option<jiff::civil::Date>> {
        let text: Option<String> = row.get(column)?;
        let day = text.map(|text| text.parse().map_err(|_| broken("a day that is none")));
        day.transpose()
    };
    let (first, last) = (day("date_first")?, day("date_last")?);
    Ok(first
        .zip(last)
        .map(|(first, last)| DateRange { first, last }))
}
