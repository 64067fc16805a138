//! Claims and contradictions to their rows.

use rusqlite::{Connection, params};

use crate::model::claim::{Claim, Found};
use crate::model::contradiction::{Contradiction, Side};

/// Adds a claim of an article, `ordinal` among its claims.
pub fn claim(
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
    let text = |found: &Option<Found<compact_str::CompactString>>| {
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

/// Adds a contradiction with its voices; `claims` gives the number of each claim of the run.
pub fn contradiction(
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
