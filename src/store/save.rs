//! A run to the store, in one transaction: what is known stays, what is new comes in, what is gone leaves.

use std::ops::Range;

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use super::symbols::Symbols;
use super::{Store, claim, fingerprint, rows, trouble};
use crate::config::Config;
use crate::error::Error;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::contradiction::{Contradiction, Side};
use crate::model::run::{Run, Sentence};

/// Identity of an article and of all that its claims depend on.
pub type Digest = [u8; 32];

impl Store {
    /// Saves a run. Articles whose text and settings are known keep their claims as they are.
    ///
    /// All or nothing: where this fails, or the program is ended, the store is as it was before.
    ///
    /// # Errors
    /// The store cannot be written: another process is writing, no room, a damaged file.
    pub fn save(&mut self, run: &Run, config: &Config) -> Result<(), Error> {
        let path = self.path.clone();
        let saved = write(&mut self.connection, &mut self.symbols, run, config);
        saved.map_err(|error| trouble::tell(&path, error))
    }
}

fn write(
    connection: &mut Connection,
    symbols: &mut Symbols,
    run: &Run,
    config: &Config,
) -> rusqlite::Result<()> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let saved = Saver {
        connection: &transaction,
        symbols,
        run,
    }
    .save(config);
    match saved {
        Ok(()) => transaction.commit(),
        Err(error) => {
            drop(transaction);
            // Numbers that were given out in vain must not be taken for saved ones.
            *symbols = Symbols::load(connection)?;
            Err(error)
        }
    }
}

/// The digest of an article under a fingerprint of settings and program.
pub fn digest(article: &Article, fingerprint: &blake3::Hash) -> Digest {
    let mut hasher = blake3::Hasher::new();
    hasher.update(fingerprint.as_bytes());
    let mut eat = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    eat(&article.key);
    eat(article.outlet.as_deref().unwrap_or("\0"));
    eat(article.url.as_deref().unwrap_or("\0"));
    eat(&article
        .published
        .map_or_else(String::new, |day| day.to_string()));
    eat(&article.title);
    eat(&article.body);
    for (key, value) in &article.extra {
        eat(key);
        eat(value);
    }
    *hasher.finalize().as_bytes()
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
}

impl Saver<'_> {
    fn save(mut self, config: &Config) -> rusqlite::Result<()> {
        // What is derived is written anew: it refers to claims that may leave.
        self.connection.execute_batch(
            "DELETE FROM voice; DELETE FROM contradiction; DELETE FROM member; DELETE FROM cluster; DELETE FROM copy;",
        )?;
        let articles = self.articles(config)?;
        let claims = self.claim_numbers(&articles)?;
        self.clusters(&claims)?;
        self.contradictions(&claims)?;
        self.copies(&articles)?;
        self.symbols.save(self.connection)
    }

    /// Brings the articles up to date and gives the number of each.
    fn articles(&mut self, config: &Config) -> rusqlite::Result<Vec<i64>> {
        let mut known = self.known()?;
        let fingerprint = fingerprint(config);
        let run = self.run;
        let claims = ranges(run.articles.len(), &run.claims, |claim| claim.article);
        let sentences = ranges(run.articles.len(), &run.sentences, |found| found.article);
        let mut numbers = Vec::with_capacity(run.articles.len());
        for (position, article) in (0u32..).zip(&run.articles) {
            let digest = digest(article, &fingerprint);
            let number = match known.get_mut(&digest).and_then(Vec::pop) {
                Some(found) => {
                    self.move_to(&found, position)?;
                    found.number
                }
                None => {
                    let index = position as usize;
                    let number = self.article(
                        position,
                        article,
                        &digest,
                        &run.sentences[sentences[index].clone()],
                    )?;
                    self.claims(number, &run.claims[claims[index].clone()])?;
                    number
                }
            };
            numbers.push(number);
        }
        let mut leave = self
            .connection
            .prepare("DELETE FROM article WHERE article = ?")?;
        for gone in known.into_values().flatten() {
            leave.execute([gone.number])?;
        }
        Ok(numbers)
    }

    fn known(&self) -> rusqlite::Result<FxHashMap<Digest, Vec<Known>>> {
        let mut known: FxHashMap<Digest, Vec<Known>> = FxHashMap::default();
        let mut statement = self
            .connection
            .prepare("SELECT digest, article, position FROM article")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let found = Known {
                number: row.get(1)?,
                position: row.get(2)?,
            };
            known.entry(row.get(0)?).or_default().push(found);
        }
        Ok(known)
    }

    fn move_to(&self, found: &Known, position: u32) -> rusqlite::Result<()> {
        if found.position != position {
            self.connection
                .prepare_cached("UPDATE article SET position = ? WHERE article = ?")?
                .execute(params![position, found.number])?;
        }
        Ok(())
    }

    fn article(
        &self,
        position: u32,
        article: &Article,
        digest: &Digest,
        sentences: &[Sentence],
    ) -> rusqlite::Result<i64> {
        let sql = "INSERT INTO article (position, key, digest, outlet, url, published, title) VALUES (?, ?, ?, ?, ?, ?, ?)";
        self.connection.prepare_cached(sql)?.execute(params![
            position,
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
            insert_claim(self.connection, article, ordinal, found, &packed)?;
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
            insert_contradiction(self.connection, position, found, claims)?;
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

fn insert_claim(
    connection: &Connection,
    article: i64,
    ordinal: u32,
    claim: &Claim,
    packed: &[u8],
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO claim (article, ordinal, id, speaker, party, stance, modality, actor, actor_party, assertion, \
        question, object, place, place_key, date_first, date_last, quantity_low, quantity_high, unit, field, \
        sentence_start, sentence_end, packed) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let text = |found: &Option<crate::model::claim::Found<compact_str::CompactString>>| {
        found.as_ref().map(|found| found.value.to_string())
    };
    let place = claim.place.as_ref().map(|place| &place.value);
    let dates = claim.dates.as_ref().map(|dates| dates.value);
    let quantity = claim.quantity.as_ref().map(|quantity| &quantity.value);
    connection.prepare_cached(sql)?.execute(params![
        article,
        ordinal,
        claim.id.as_str(),
        text(&claim.speaker),
        text(&claim.party),
        claim.stance.value.as_str(),
        claim.modality.value.as_str(),
        text(&claim.actor),
        text(&claim.actor_party),
        claim.assertion.value.as_str(),
        claim.question.as_str(),
        text(&claim.object),
        place.map(|place| place.name.as_str()),
        place.map(|place| place.key.as_str()),
        dates.map(|dates| dates.first.to_string()),
        dates.map(|dates| dates.last.to_string()),
        quantity.and_then(|quantity| quantity.low),
        quantity.and_then(|quantity| quantity.high),
        quantity.map(|quantity| quantity.unit.as_str()),
        claim.field.as_str(),
        claim.sentence.start,
        claim.sentence.end,
        packed,
    ])?;
    Ok(())
}

fn insert_contradiction(
    connection: &Connection,
    position: u32,
    found: &Contradiction,
    claims: &[i64],
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO contradiction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let number = |claim: u32| claims[claim as usize];
    let (left, right) = (&found.left, &found.right);
    connection.prepare_cached(sql)?.execute(params![
        position,
        found.id.as_str(),
        found.code,
        found.kind.as_str(),
        found.status.as_str(),
        found.status_claim.map(number),
        found.weight,
        found.cluster,
        found.dates.map(|dates| dates.first.to_string()),
        found.dates.map(|dates| dates.last.to_string()),
        left.party.as_deref(),
        left.position,
        number(left.quote),
        left.independent_reports,
        right.party.as_deref(),
        right.position,
        number(right.quote),
        right.independent_reports,
        found.note,
    ])?;
    let voices = |side: &'static str, of: &Side| -> rusqlite::Result<()> {
        let sql = "INSERT INTO voice (contradiction, side, claim) VALUES (?, ?, ?)";
        let mut statement = connection.prepare_cached(sql)?;
        for &claim in &of.claims {
            statement.execute(params![position, side, number(claim)])?;
        }
        Ok(())
    };
    voices("left", left)?;
    voices("right", right)
}
