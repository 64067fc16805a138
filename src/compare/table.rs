//! A comparison as CSV: one row for each claim and each contradiction that it stands in.

use crate::cell::harmless;

use super::{Comparison, Dispute, Held, HeldClaim, Standing, Words};

const COLUMNS: &[&str] = &[
    "article",
    "claim_id",
    "standing",
    "position",
    "party",
    "speaker",
    "quote",
    "independent_reports",
    "contradiction_id",
    "code",
    "kind",
    "status",
    "note",
    "other_claim_id",
    "other_party",
    "other_speaker",
    "other_outlet",
    "other_published",
    "other_article",
    "other_quote",
];

/// The comparison as the bytes of a CSV file: UTF-8, RFC 4180.
pub fn csv(comparison: &Comparison) -> Vec<u8> {
    let mut builder = csv::WriterBuilder::new();
    builder.terminator(csv::Terminator::CRLF);
    let mut writer = builder.from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for held in &comparison.articles {
        for claim in &held.claims {
            for row in rows(held, claim) {
                let _ = writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()));
            }
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn rows(held: &Held, claim: &HeldClaim) -> Vec<Vec<String>> {
    let own = |dispute: &&Dispute| claim.contradictions.contains(&dispute.contradiction);
    let mut rows: Vec<Vec<String>> = held
        .disputes
        .iter()
        .filter(own)
        .map(|dispute| row(held, claim, Some(dispute), Some(&dispute.other)))
        .collect();
    if rows.is_empty() {
        let other = match claim.standing {
            Standing::Denied => &claim.denied_by,
            Standing::Superseded => &claim.superseded_by,
            _ => &claim.first_report,
        };
        rows.push(row(held, claim, None, other.as_ref()));
    }
    rows
}

fn row(
    held: &Held,
    claim: &HeldClaim,
    dispute: Option<&Dispute>,
    other: Option<&Words>,
) -> Vec<String> {
    let words = &claim.words;
    let text = |text: Option<&str>| text.unwrap_or("").to_owned();
    let of_dispute = |get: fn(&Dispute) -> &str| text(dispute.map(get));
    let of_other = |get: fn(&Words) -> Option<&str>| text(other.and_then(get));
    vec![
        held.article.clone(),
        words.claim.clone(),
        claim.standing.as_str().to_owned(),
        words.position.clone(),
        text(words.party.as_deref()),
        text(words.speaker.as_deref()),
        words.quote.clone(),
        claim.reports.to_string(),
        of_dispute(|dispute| &dispute.contradiction),
        of_dispute(|dispute| dispute.code),
        of_dispute(|dispute| dispute.kind),
        of_dispute(|dispute| dispute.status),
        of_dispute(|dispute| &dispute.note),
        of_other(|other| Some(&other.claim)),
        of_other(|other| other.party.as_deref()),
        of_other(|other| other.speaker.as_deref()),
        of_other(|other| other.outlet.as_deref()),
        of_other(|other| other.published.as_deref()),
        of_other(|other| Some(&other.article)),
        of_other(|other| Some(&other.quote)),
    ]
}
