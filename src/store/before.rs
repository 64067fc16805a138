//! What the store held before a run is saved: contradictions with their voices, and who was in which cluster.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rustc_hash::FxHashMap;

use super::trouble::broken;
use crate::model::contradiction::{Kind, Status};

/// One side of a contradiction as it was.
#[derive(Default)]
pub struct OldSide {
    pub party: Option<String>,
    pub position: String,
    /// Ids of its claims.
    pub claims: BTreeSet<String>,
}

/// A contradiction as it was.
pub struct Old {
    pub kind: Kind,
    pub status: Status,
    pub place: String,
    pub left: OldSide,
    pub right: OldSide,
    /// Keys of all articles that ever spoke in it, those that fell silent again among them.
    pub heard: BTreeSet<String>,
    pub note: String,
}

/// The state before.
#[derive(Default)]
pub struct Before {
    /// By id.
    pub disputes: BTreeMap<String, Old>,
    /// Ids of the clusters.
    pub clusters: Vec<String>,
    /// Index into `clusters` of each claim, by the claim's id.
    pub members: FxHashMap<String, u32>,
}

impl Before {
    /// Reads it.
    pub fn load(connection: &Connection) -> rusqlite::Result<Before> {
        let mut before = Before {
            disputes: disputes(connection)?,
            ..Before::default()
        };
        let mut statement = connection.prepare("SELECT id FROM cluster ORDER BY cluster")?;
        let ids = statement.query_map([], |row| row.get(0))?;
        before.clusters = ids.collect::<rusqlite::Result<_>>()?;
        let sql = "SELECT claim.id, member.cluster FROM member JOIN claim USING (claim)";
        let mut statement = connection.prepare(sql)?;
        let members = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        before.members = members.collect::<rusqlite::Result<_>>()?;
        Ok(before)
    }
}

fn disputes(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Old>> {
    let sql = "SELECT position, contradiction.id, kind, status, left_party, left_position, right_party, right_position, note, \
        coalesce(left.place, right.place, '') \
        FROM contradiction JOIN claim AS left ON left.claim = left_quote JOIN claim AS right ON right.claim = right_quote";
    let mut by_position: BTreeMap<i64, (String, Old)> = BTreeMap::new();
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let kind = Kind::from_name(row.get_ref(2)?.as_str()?);
        let status = Status::from_name(row.get_ref(3)?.as_str()?);
        let side = |party, position| -> rusqlite::Result<OldSide> {
            Ok(OldSide {
                party: row.get(party)?,
                position: row.get(position)?,
                ..OldSide::default()
            })
        };
        let old = Old {
            kind: kind.ok_or_else(|| broken("a kind of contradiction that is none"))?,
            status: status.ok_or_else(|| broken("a status that is none"))?,
            left: side(4, 5)?,
            right: side(6, 7)?,
            heard: BTreeSet::new(),
            note: row.get(8)?,
            place: row.get(9)?,
        };
        by_position.insert(row.get(0)?, (row.get(1)?, old));
    }
    voices(connection, &mut by_position)?;
    let mut disputes: BTreeMap<String, Old> = by_position.into_values().collect();
    heard(connection, &mut disputes)?;
    Ok(disputes)
}

fn voices(
    connection: &Connection,
    by_position: &mut BTreeMap<i64, (String, Old)>,
) -> rusqlite::Result<()> {
    let sql = "SELECT contradiction, side, claim.id FROM voice JOIN claim USING (claim)";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Some((_, old)) = by_position.get_mut(&row.get(0)?) else {
            continue;
        };
        let side = match row.get_ref(1)?.as_str()? {
            "left" => &mut old.left,
            _ => &mut old.right,
        };
        side.claims.insert(row.get(2)?);
    }
    Ok(())
}

fn heard(connection: &Connection, disputes: &mut BTreeMap<String, Old>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("SELECT contradiction, article FROM heard")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(old) = disputes.get_mut(row.get_ref(0)?.as_str()?) {
            old.heard.insert(row.get(1)?);
        }
    }
    Ok(())
}
