//! A miss or a false row of the program, with the text beside it.

use crate::model::run::Run;

use super::gold::{Gold, GoldClaim};
use super::pairing::anchor;

/// Something that the program got wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What sort, such as `claim.missed` or `field.party`.
    pub sort: &'static str,
    /// Where: episode and id, or the article's key.
    pub place: String,
    /// The words of the text.
    pub text: String,
    /// What the gold says; empty where it says nothing.
    pub gold: String,
    /// What the program says; empty where it says nothing.
    pub ours: String,
}

/// Where a gold claim stands, for a reader.
pub fn place_of(gold: &Gold, claim: u32) -> String {
    let found = &gold.claims[claim as usize];
    format!("{} {}", found.article, found.id)
}

/// The gold's claim in one line.
pub fn gold_line(claim: &GoldClaim) -> String {
    format!(
        "{}: {:?} {:?} “{}” [{:?}] {}",
        if claim.party.is_empty() {
            "-"
        } else {
            &claim.party
        },
        claim.stance,
        claim.modality,
        claim.assertion,
        claim.question,
        claim.places.join(" | "),
    )
}

/// A claim of the program in one line.
pub fn claim_line(run: &Run, index: u32) -> String {
    let claim = &run.claims[index as usize];
    let named = |found: &Option<crate::model::claim::Found<compact_str::CompactString>>| {
        found
            .as_ref()
            .map_or("-".to_owned(), |found| found.value.to_string())
    };
    format!(
        "{} ({}): {:?} {:?} {} {} {} [{:?}] {}",
        named(&claim.party),
        named(&claim.speaker),
        claim.stance.value,
        claim.modality.value,
        named(&claim.actor),
        claim.assertion.value,
        named(&claim.object),
        claim.question,
        claim.place_as_written,
    )
}

/// The sentence of a claim.
pub fn sentence(run: &Run, index: u32) -> String {
    let claim = &run.claims[index as usize];
    claim
        .sentence
        .of(run.articles[claim.article as usize].text(claim.field))
        .to_owned()
}

/// The words around a gold claim's anchor: its line of the text.
pub fn gold_text(run: &Run, article: Option<u32>, claim: &GoldClaim) -> String {
    let around = |article: u32| {
        let text = run.articles[article as usize].text(claim.field);
        let span = anchor(run, article, claim)?;
        let start = text[..span.start as usize]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let end = text[span.end as usize..]
            .find('\n')
            .map_or(text.len(), |at| at + span.end as usize);
        Some(format!("…{}… in: {}", claim.anchor, &text[start..end]))
    };
    article
        .and_then(around)
        .unwrap_or_else(|| claim.anchor.clone())
}
