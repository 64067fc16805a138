//! The runs of a store and what each changed: written with a run, read by whoever asks for the life of something.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::changes::Past;
use super::lineage::Step;
use super::trouble::broken;
use super::{Store, verdict};
use crate::error::Error;
use crate::model::change::{Change, Hand, Voice, What};
use crate::model::contradiction::{Kind, Status};
use crate::model::run::Run;

/// What happened to a contradiction, and when it was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When the run was that saw it: UTC, RFC 3339.
    pub seen: String,
    /// What happened.
    pub change: Change,
}

/// The life of a contradiction or a cluster.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    /// Every id that it had, the asked one among them.
    pub ids: Vec<String>,
    /// The id that it has today; `None` when it is gone.
    pub now: Option<String>,
    /// When the run was that first saw it.
    pub first_seen: String,
    /// For a contradiction: what happened to it.
    pub events: Vec<Event>,
    /// For a cluster: its steps, each with when it was seen.
    pub steps: Vec<(String, Step)>,
    /// For a cluster: the contradictions that it holds today, the weightiest first.
    pub rows: Vec<Held>,
}

/// A contradiction of a cluster.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Id of the contradiction.
    pub id: String,
    /// Where it stands.
    pub status: Status,
    /// Its note.
    pub note: String,
}

impl Store {
    /// The life of a contradiction or a cluster by any id that it ever had; `None` for an id that was never given.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn history(&self, id: &str) -> Result<Option<History>, Error> {
        let found = contradiction(&self.connection, id).and_then(|found| match found {
            Some(found) => Ok(Some(found)),
            None => cluster(&self.connection, id),
        });
        found.map_err(|error| self.trouble(error))
    }

    /// The id that a cluster has today, by any that it ever had; `None` when it is gone or never was.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn find_cluster(&self, id: &str) -> Result<Option<String>, Error> {
        let found = follow(&self.connection, CLUSTERS, id);
        found
            .map(|found| found.and_then(|(_, now)| now))
            .map_err(|error| self.trouble(error))
    }

    /// Notes that the reports of every run so far are in their place.
    ///
    /// # Errors
    /// The store cannot be written.
    pub fn set_published(&mut self) -> Result<(), Error> {
        let done = self
            .connection
            .execute("UPDATE run SET published = 1 WHERE published = 0", []);
        done.map(|_| ()).map_err(|error| self.trouble(error))
    }

    /// When the last run was; `None` for a new store.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn last_run(&self) -> Result<Option<String>, Error> {
        let sql = "SELECT at FROM run ORDER BY run DESC LIMIT 1";
        let found = self.connection.query_row(sql, [], |row| row.get(0));
        found.optional().map_err(|error| self.trouble(error))
    }
}

/// Adds a run and gives its number; `articles` are those that came and those that went.
pub fn add_run(
    connection: &Connection,
    run: &Run,
    articles: (usize, usize),
) -> rusqlite::Result<i64> {
    let newest = run
        .articles
        .iter()
        .filter_map(|article| article.published)
        .max();
    let sql = "INSERT INTO run (at, newest, articles, new_articles, gone_articles, claims, clusters, contradictions) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    connection.execute(
        sql,
        params![
            verdict::now(),
            newest.map(|day| day.to_string()),
            run.articles.len() as i64,
            articles.0 as i64,
            articles.1 as i64,
            run.claims.len() as i64,
            run.clusters.len() as i64,
            run.contradictions.len() as i64,
        ],
    )?;
    Ok(connection.last_insert_rowid())
}

/// What earlier runs knew of a contradiction's id.
pub fn past(connection: &Connection, id: &str) -> rusqlite::Result<Past> {
    let sql = "SELECT gone_run IS NULL FROM dispute WHERE id = ?";
    let mut statement = connection.prepare_cached(sql)?;
    let lives: Option<bool> = statement.query_row([id], |row| row.get(0)).optional()?;
    Ok(match lives {
        None => Past::Unknown,
        Some(true) => Past::Alive,
        Some(false) => Past::Gone,
    })
}

/// Writes the changes of run `number`.
pub fn save(connection: &Connection, number: i64, changes: &[Change]) -> rusqlite::Result<()> {
    let mut born = connection.prepare(
        "INSERT INTO dispute (id, first_run) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET gone_run = NULL, now = NULL",
    )?;
    let mut renamed = connection.prepare(
        "INSERT INTO dispute (id, first_run) SELECT ?1, first_run FROM dispute WHERE id = ?2 \
         ON CONFLICT (id) DO UPDATE SET gone_run = NULL, now = NULL",
    )?;
    let mut inherit = connection.prepare(
        "INSERT OR IGNORE INTO heard SELECT ?1, article FROM heard WHERE contradiction = ?2",
    )?;
    let mut dead = connection.prepare("UPDATE dispute SET gone_run = ?, now = ? WHERE id = ?")?;
    for change in changes {
        let id = change.contradiction.as_str();
        match (change.what, &change.other) {
            (What::New | What::Returned, _) => born.execute(params![id, number])?,
            (What::Renamed, Some(other)) => {
                renamed.execute(params![id, other.as_str()])?;
                inherit.execute(params![id, other.as_str()])?;
                dead.execute(params![number, id, other.as_str()])?
            }
            (What::Gone, _) => dead.execute(params![number, None::<String>, id])?,
            _ => 0,
        };
        add_event(connection, number, change)?;
    }
    connection.execute_batch(
        "INSERT OR IGNORE INTO heard SELECT contradiction.id, article.key FROM voice \
         JOIN contradiction ON contradiction.position = voice.contradiction \
         JOIN claim USING (claim) JOIN article USING (article)",
    )
}

fn add_event(connection: &Connection, number: i64, change: &Change) -> rusqlite::Result<()> {
    let sql = "INSERT INTO event (run, contradiction, change, day, kind, status, place, left_party, left_position, \
        right_party, right_position, note, side, party, outlet, article, claim, quote, other) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let voice = change.voice.as_ref();
    connection.prepare_cached(sql)?.execute(params![
        number,
        change.contradiction.as_str(),
        change.what.as_str(),
        change.day.map(|day| day.to_string()),
        change.kind.as_str(),
        change.status.as_str(),
        change.place,
        change.left.0,
        change.left.1,
        change.right.0,
        change.right.1,
        change.note,
        voice.and_then(|voice| voice.side).map(Hand::as_str),
        voice.and_then(|voice| voice.party.as_deref()),
        voice.and_then(|voice| voice.outlet.as_deref()),
        voice.map(|voice| voice.article.as_str()),
        voice.map(|voice| voice.claim.as_str()),
        voice.map(|voice| voice.quote.as_str()),
        change.other.as_deref(),
    ])?;
    Ok(())
}

/// What changed since the last run whose reports are in their place.
pub fn unpublished(connection: &Connection) -> rusqlite::Result<Vec<Change>> {
    let sql = "SELECT event.*, '' AS at FROM event \
        WHERE run > (SELECT coalesce(max(run), 0) FROM run WHERE published = 1) ORDER BY event";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([], |row| event(row).map(|event| event.change))?;
    found.collect()
}

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    let what = What::from_name(row.get_ref("change")?.as_str()?);
    let kind = Kind::from_name(row.get_ref("kind")?.as_str()?);
    let status = Status::from_name(row.get_ref("status")?.as_str()?);
    let day: Option<String> = row.get("day")?;
    let day = day.map(|day| day.parse().map_err(|_| broken("a day that is none")));
    let other: Option<String> = row.get("other")?;
    let change = Change {
        contradiction: row.get_ref("contradiction")?.as_str()?.into(),
        what: what.ok_or_else(|| broken("a change that is none"))?,
        day: day.transpose()?,
        kind: kind.ok_or_else(|| broken("a kind of contradiction that is none"))?,
        status: status.ok_or_else(|| broken("a status that is none"))?,
        place: row.get("place")?,
        left: (row.get("left_party")?, row.get("left_position")?),
        right: (row.get("right_party")?, row.get("right_position")?),
        note: row.get("note")?,
        voice: voice(row)?,
        other: other.map(Into::into),
    };
    Ok(Event {
        seen: row.get("at")?,
        change,
    })
}

fn voice(row: &Row<'_>) -> rusqlite::Result<Option<Voice>> {
    let Some(claim) = row.get::<_, Option<String>>("claim")? else {
        return Ok(None);
    };
    let side: Option<String> = row.get("side")?;
    Ok(Some(Voice {
        side: side.and_then(|side| Hand::from_name(&side)),
        party: row.get("party")?,
        outlet: row.get("outlet")?,
        article: row.get("article")?,
        claim: claim.into(),
        quote: row.get("quote")?,
    }))
}

const DISPUTES: &str = "dispute";
const CLUSTERS: &str = "cluster_life";

/// Every id that something had, earlier ones first, and the one that it has today.
type Ids = (Vec<String>, Option<String>);

/// Follows the ids of a contradiction or cluster in both directions; `None` for an id that was never given.
fn follow(connection: &Connection, table: &str, id: &str) -> rusqlite::Result<Option<Ids>> {
    let mut next = connection.prepare(&format!(
        "SELECT gone_run IS NULL, now FROM {table} WHERE id = ?"
    ))?;
    let mut before =
        connection.prepare(&format!("SELECT id FROM {table} WHERE now = ? ORDER BY id"))?;
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut now = None;
    let mut at = Some(id.to_owned());
    while let Some(id) = at.take().filter(|id| !ids.contains(id)) {
        let found: Option<(bool, Option<String>)> = next
            .query_row([&id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((lives, to)) = found else { break };
        now = lives.then(|| id.clone());
        at = to.filter(|_| !lives);
        ids.insert(id);
    }
    if ids.is_empty() {
        return Ok(None);
    }
    // Only what led to the asked id: a cluster that others merged into has a life of its own.
    let mut open = vec![id.to_owned()];
    while let Some(id) = open.pop() {
        for earlier in before.query_map([&id], |row| row.get::<_, String>(0))? {
            let earlier = earlier?;
            if ids.insert(earlier.clone()) {
                open.push(earlier);
            }
        }
    }
    Ok(Some((ids.into_iter().collect(), now)))
}

fn contradiction(connection: &Connection, id: &str) -> rusqlite::Result<Option<History>> {
    let Some((ids, now)) = follow(connection, DISPUTES, id)? else {
        return Ok(None);
    };
    let sql =
        "SELECT event.*, at FROM event JOIN run USING (run) WHERE contradiction = ? ORDER BY event";
    let mut statement = connection.prepare(sql)?;
    let mut events: BTreeMap<i64, Event> = BTreeMap::new();
    for id in &ids {
        for found in statement.query_map([id], |row| Ok((row.get("event")?, event(row)?)))? {
            events.extend([found?]);
        }
    }
    let first_seen = first_seen(connection, DISPUTES, id)?;
    Ok(Some(History {
        ids,
        now,
        first_seen,
        events: events.into_values().collect(),
        steps: Vec::new(),
        rows: Vec::new(),
    }))
}

fn cluster(connection: &Connection, id: &str) -> rusqlite::Result<Option<History>> {
    let Some((ids, now)) = follow(connection, CLUSTERS, id)? else {
        return Ok(None);
    };
    let sql = "SELECT at, cluster, change, other, lineage.claims, lineage FROM lineage JOIN run USING (run) \
        WHERE cluster = ?1 OR other = ?1 ORDER BY lineage";
    let mut statement = connection.prepare(sql)?;
    let mut steps: BTreeMap<i64, (String, Step)> = BTreeMap::new();
    for id in &ids {
        let found = statement.query_map([id], |row| {
            let step = Step {
                cluster: row.get(1)?,
                change: row.get(2)?,
                other: row.get(3)?,
                claims: row.get(4)?,
            };
            Ok((row.get(5)?, (row.get(0)?, step)))
        })?;
        for step in found {
            steps.extend([step?]);
        }
    }
    let first_seen = first_seen(connection, CLUSTERS, id)?;
    let rows = now.as_deref().map(|now| held(connection, now));
    Ok(Some(History {
        ids,
        rows: rows.transpose()?.unwrap_or_default(),
        now,
        first_seen,
        events: Vec::new(),
        steps: steps.into_values().collect(),
    }))
}

fn held(connection: &Connection, cluster: &str) -> rusqlite::Result<Vec<Held>> {
    let sql = "SELECT contradiction.id, status, note FROM contradiction \
        JOIN cluster ON cluster.cluster = contradiction.cluster WHERE cluster.id = ? ORDER BY contradiction.position";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([cluster], |row| {
        let status = Status::from_name(row.get_ref(1)?.as_str()?);
        Ok(Held {
            id: row.get(0)?,
            status: status.ok_or_else(|| broken("a status that is none"))?,
            note: row.get(2)?,
        })
    })?;
    found.collect()
}

fn first_seen(connection: &Connection, table: &str, id: &str) -> rusqlite::Result<String> {
    let sql = format!("SELECT at FROM {table} JOIN run ON run.run = first_run WHERE id = ?");
    connection.query_row(&sql, [id], |row| row.get(0))
}
