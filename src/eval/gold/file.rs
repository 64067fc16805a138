//! The JSON of one episode, and its ids turned into indices.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::error::Error;
use crate::model::claim::{Modality, Question, Stance};
use crate::model::contradiction::{Kind, Status};
use crate::model::span::TextField;

use super::{Dispute, Gold, GoldClaim, GoldCopy, GoldQuantity, Lookalike};

/// Other names of the gold's places.
const NAMES: &str = "names.tsv";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Episode {
    episode: String,
    claims: Vec<RawClaim>,
    disputes: Vec<RawDispute>,
    lookalikes: Vec<RawLookalike>,
    copies: Vec<RawCopy>,
    clusters: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClaim {
    id: String,
    article: String,
    anchor: String,
    #[serde(rename = "in", with = "Field")]
    field: TextField,
    speaker: String,
    party: String,
    actor: String,
    actor_party: String,
    #[serde(with = "QuestionName")]
    question: Question,
    assertion: String,
    #[serde(with = "StanceName")]
    stance: Stance,
    #[serde(with = "ModalityName")]
    modality: Modality,
    places: Vec<String>,
    #[serde(rename = "place_region")]
    region: String,
    date_first: String,
    date_last: String,
    quantity: Option<RawQuantity>,
    back_reference: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuantity {
    low: Option<f64>,
    high: Option<f64>,
    unit: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDispute {
    id: String,
    #[serde(with = "KindName")]
    kind: Kind,
    proposition: String,
    sides: Vec<RawSide>,
    #[serde(with = "StatusName")]
    status: Status,
    status_claim: String,
    #[serde(rename = "self")]
    is_self: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSide {
    #[serde(rename = "party")]
    _party: String,
    claims: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLookalike {
    id: String,
    claims: [Vec<String>; 2],
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCopy {
    article: String,
    of: String,
    agency: String,
}

#[derive(Deserialize)]
#[serde(remote = "TextField", rename_all = "snake_case")]
enum Field {
    Title,
    Body,
}

#[derive(Deserialize)]
#[serde(remote = "Question", rename_all = "snake_case")]
enum QuestionName {
    Control,
    Occurrence,
    Responsibility,
    Quantity,
    Cause,
    Stance,
}

#[derive(Deserialize)]
#[serde(remote = "Stance", rename_all = "snake_case")]
enum StanceName {
    Affirm,
    Deny,
}

#[derive(Deserialize)]
#[serde(remote = "Modality", rename_all = "snake_case")]
enum ModalityName {
    Stated,
    Possible,
    Planned,
}

#[derive(Deserialize)]
#[serde(remote = "Kind", rename_all = "snake_case")]
enum KindName {
    Denial,
    RivalControl,
    Responsibility,
    Quantity,
    Cause,
    Occurrence,
    Stance,
}

#[derive(Deserialize)]
#[serde(remote = "Status", rename_all = "snake_case")]
enum StatusName {
    Open,
    Superseded,
    Conceded,
    Rejected,
}

/// Claim indices by id.
struct Ids(FxHashMap<String, u32>);

impl Ids {
    fn all(&self, ids: &[String]) -> Result<Vec<u32>, String> {
        ids.iter().map(|id| self.one(id)).collect()
    }

    fn one(&self, id: &str) -> Result<u32, String> {
        self.0
            .get(id)
            .copied()
            .ok_or_else(|| format!("no claim has the id `{id}`"))
    }
}

pub(super) fn load(folder: &Path) -> Result<(Gold, Vec<String>), Error> {
    let unreadable = |path: &Path, source| Error::Read {
        path: path.to_path_buf(),
        source,
    };
    let entries = std::fs::read_dir(folder).map_err(|source| unreadable(folder, source))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    paths.sort();
    let (mut gold, mut texts) = (Gold::default(), Vec::new());
    for path in paths {
        let text = std::fs::read_to_string(&path).map_err(|source| unreadable(&path, source))?;
        gold.add(&text)
            .map_err(|what| Error::Gold { file: path, what })?;
        texts.push(text);
    }
    if let Ok(table) = std::fs::read_to_string(folder.join(NAMES)) {
        gold.note_names(&table);
    }
    Ok((gold, texts))
}

pub(super) fn add(gold: &mut Gold, json: &str) -> Result<(), String> {
    let raw: Episode = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let episode = gold.episodes.len() as u32;
    let first = gold.claims.len() as u32;
    let ids = Ids((first..)
        .zip(&raw.claims)
        .map(|(at, claim)| (claim.id.clone(), at))
        .collect());
    if ids.0.len() < raw.claims.len() {
        return Err("two claims have one id".to_owned());
    }
    for claim in raw.claims {
        gold.claims.push(claim.turn(episode)?);
    }
    for dispute in raw.disputes {
        gold.disputes.push(dispute.turn(episode, &ids)?);
    }
    for lookalike in raw.lookalikes {
        gold.lookalikes.push(lookalike.turn(episode, &ids)?);
    }
    for cluster in &raw.clusters {
        gold.clusters.push(ids.all(cluster)?);
    }
    gold.copies
        .extend(raw.copies.into_iter().map(RawCopy::turn));
    gold.episodes.push(raw.episode);
    Ok(())
}

impl RawClaim {
    fn turn(self, episode: u32) -> Result<GoldClaim, String> {
        let (first, last) = (
            day(&self.id, &self.date_first)?,
            day(&self.id, &self.date_last)?,
        );
        Ok(GoldClaim {
            episode,
            id: self.id,
            article: self.article,
            anchor: self.anchor,
            field: self.field,
            speaker: self.speaker,
            party: self.party,
            actor: self.actor,
            actor_party: self.actor_party,
            question: self.question,
            assertion: self.assertion,
            stance: self.stance,
            modality: self.modality,
            places: self.places,
            other_places: Vec::new(),
            region: self.region,
            first,
            last,
            quantity: self.quantity.map(RawQuantity::turn),
            points_back: self.back_reference,
        })
    }
}

fn day(id: &str, text: &str) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let date = text
        .parse()
        .map_err(|error| format!("claim `{id}`, date `{text}`: {error}"))?;
    Ok(Some(date))
}

impl RawQuantity {
    fn turn(self) -> GoldQuantity {
        GoldQuantity {
            low: self.low,
            high: self.high,
            unit: self.unit,
        }
    }
}

impl RawDispute {
    fn turn(self, episode: u32, ids: &Ids) -> Result<Dispute, String> {
        if !self.status_claim.is_empty() {
            ids.one(&self.status_claim)?;
        }
        Ok(Dispute {
            episode,
            id: self.id,
            kind: self.kind,
            proposition: self.proposition,
            sides: self
                .sides
                .iter()
                .map(|side| ids.all(&side.claims))
                .collect::<Result<_, _>>()?,
            status: self.status,
            is_self: self.is_self,
        })
    }
}

impl RawLookalike {
    fn turn(self, episode: u32, ids: &Ids) -> Result<Lookalike, String> {
        Ok(Lookalike {
            episode,
            left: ids.all(&self.claims[0])?,
            right: ids.all(&self.claims[1])?,
            id: self.id,
            reason: self.reason,
        })
    }
}

impl RawCopy {
    fn turn(self) -> GoldCopy {
        GoldCopy {
            article: self.article,
            of: self.of,
            agency: self.agency,
        }
    }
}
