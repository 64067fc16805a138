//! The contradictions in which an article's claims stand, with the words of both sides.

use compact_str::CompactString;
use serde::Serialize;

use crate::contradict;
use crate::model::claim::Found;
use crate::model::contradiction::{Contradiction, Side, Status};

use super::Holder;

/// A contradiction seen from an article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dispute {
    /// Its id.
    pub contradiction: String,
    /// Code of the rule.
    pub code: &'static str,
    /// Kind.
    pub kind: &'static str,
    /// Status.
    pub status: &'static str,
    /// Weight in bits.
    pub weight: f32,
    /// The note of the report.
    pub note: String,
    /// Whether both sides stand in new articles only, so that nothing in the corpus is contradicted.
    pub within: bool,
    /// What the article says.
    pub own: Words,
    /// Ids of the article's claims on either side.
    pub claims: Vec<String>,
    /// What is said against it.
    pub other: Words,
    /// Independent reports of the other side.
    pub other_reports: u32,
}

impl Dispute {
    /// Whether it is open and stands between the article and the corpus.
    pub fn is_open(&self) -> bool {
        !self.within && self.status == Status::Open.as_str()
    }
}

/// A claim as it is cited: who said what, where and when.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Words {
    /// Id of the claim.
    pub claim: String,
    /// What it holds, in a few words.
    pub position: String,
    /// The side that the speaker speaks for; `None` for the outlet's own voice.
    pub party: Option<String>,
    /// Who says it, as the text names them.
    pub speaker: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// Key of the article.
    pub article: String,
    /// The sentence.
    pub quote: String,
}

impl Holder<'_> {
    /// The contradictions in which some claims stand, those against the corpus first, then as the run ranks them.
    pub(super) fn disputes(&self, own: &[u32]) -> Vec<Dispute> {
        let stands = |side: &Side| {
            side.claims
                .iter()
                .any(|claim| own.binary_search(claim).is_ok())
        };
        let rows = self.run.contradictions.iter();
        let rows = rows.filter(|row| stands(&row.left) || stands(&row.right));
        let mut found: Vec<Dispute> = rows.map(|row| self.dispute(row, own)).collect();
        found.sort_by_key(|dispute| dispute.within);
        found
    }

    fn dispute(&self, row: &Contradiction, own: &[u32]) -> Dispute {
        let own_of = |side: &Side| -> Vec<u32> {
            let chosen = side.claims.iter().copied();
            chosen
                .filter(|claim| own.binary_search(claim).is_ok())
                .collect()
        };
        let (left, right) = (own_of(&row.left), own_of(&row.right));
        let against = |own: &[u32], other: &Side| {
            !own.is_empty() && other.claims.iter().any(|&claim| self.is_old(claim))
        };
        let from_left = against(&left, &row.right);
        let within = !from_left && !against(&right, &row.left);
        let facing = match from_left || (within && !left.is_empty()) {
            true => (&left, &row.left, &row.right),
            false => (&right, &row.right, &row.left),
        };
        let (mine, own_side, other) = facing;
        let id = |&claim: &u32| self.run.claims[claim as usize].id.to_string();
        Dispute {
            contradiction: row.id.to_string(),
            code: row.code,
            kind: row.kind.as_str(),
            status: row.status.as_str(),
            weight: row.weight,
            note: row.note.clone(),
            within,
            own: self.words(clearest(own_side, |claim| mine.contains(&claim))),
            claims: left.iter().chain(&right).map(id).collect(),
            other: self.words(clearest(other, |claim| self.is_old(claim))),
            other_reports: other.independent_reports,
        }
    }

    /// A claim as it is cited.
    pub(super) fn words(&self, index: u32) -> Words {
        let claim = &self.run.claims[index as usize];
        let article = &self.run.articles[claim.article as usize];
        let value = |found: &Option<Found<CompactString>>| {
            found.as_ref().map(|found| found.value.to_string())
        };
        Words {
            claim: claim.id.to_string(),
            position: contradict::position(index, self.context),
            party: value(&claim.party),
            speaker: value(&claim.speaker),
            outlet: article.outlet.clone(),
            published: article.published.map(|day| day.to_string()),
            article: article.key.clone(),
            quote: claim.sentence.of(article.text(claim.field)).to_owned(),
        }
    }
}

/// The quote of a side if it is wanted, else the first of its claims that is, else the quote after all.
fn clearest(side: &Side, wanted: impl Fn(u32) -> bool) -> u32 {
    if wanted(side.quote) {
        return side.quote;
    }
    let first = side.claims.iter().copied().find(|&claim| wanted(claim));
    first.unwrap_or(side.quote)
}
