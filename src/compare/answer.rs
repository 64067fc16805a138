//! What the corpus answers to one claim.

use serde::Serialize;

use crate::model::claim::{Claim, Modality, Stance};

use super::Holder;
use super::dispute::{Dispute, Words};

/// How a claim stands to the corpus, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// An open contradiction stands between it and the corpus.
    Contradicts,
    /// The corpus holds a denial of it, though no contradiction was made of the two.
    Denied,
    /// The corpus knows later news, or the contradiction was settled.
    Superseded,
    /// The corpus says the same.
    Corroborated,
    /// The corpus says nothing of it.
    New,
}

impl Standing {
    /// Every standing in order.
    pub const ALL: [Standing; 5] = [
        Standing::Contradicts,
        Standing::Denied,
        Standing::Superseded,
        Standing::Corroborated,
        Standing::New,
    ];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Contradicts => "contradicts",
            Standing::Denied => "denied already",
            Standing::Superseded => "superseded",
            Standing::Corroborated => "corroborated",
            Standing::New => "new",
        }
    }
}

/// One claim held against the corpus.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldClaim {
    /// How it stands.
    pub standing: Standing,
    /// The claim.
    #[serde(flatten)]
    pub words: Words,
    /// Independent reports of the corpus that say the same.
    pub reports: u32,
    /// The first of them.
    pub first_report: Option<Words>,
    /// The first denial in the corpus.
    pub denied_by: Option<Words>,
    /// The later news.
    pub superseded_by: Option<Words>,
    /// Ids of its contradictions.
    pub contradictions: Vec<String>,
}

impl Holder<'_> {
    /// `disputes` are those of its article.
    pub(super) fn claim(&self, index: u32, disputes: &[Dispute]) -> HeldClaim {
        let claim = &self.run.claims[index as usize];
        let id = claim.id.as_str();
        let own = |dispute: &&Dispute| dispute.claims.iter().any(|own| own == id);
        let disputes: Vec<&Dispute> = disputes.iter().filter(own).collect();
        let around = self.around(index);
        let same: Vec<u32> = self.chosen(&around, |other| says_the_same(claim, other));
        let denials = self.chosen(&around, |other| denies(other, claim));
        let later = self
            .settled(&disputes)
            .or_else(|| self.later(index, &around));
        let reports = self.independent(claim.article, &same);
        let standing = if disputes.iter().any(|dispute| dispute.is_open()) {
            Standing::Contradicts
        } else if later.is_some() {
            Standing::Superseded
        } else if !denials.is_empty() {
            Standing::Denied
        } else if reports > 0 {
            Standing::Corroborated
        } else {
            Standing::New
        };
        HeldClaim {
            standing,
            words: self.words(index),
            reports,
            first_report: self.earliest(&same).map(|claim| self.words(claim)),
            denied_by: self.earliest(&denials).map(|claim| self.words(claim)),
            superseded_by: later.map(|claim| self.words(claim)),
            contradictions: disputes
                .iter()
                .map(|dispute| dispute.contradiction.clone())
                .collect(),
        }
    }

    /// The claims of the corpus in a claim's cluster.
    fn around(&self, claim: u32) -> Vec<u32> {
        let cluster = self.cluster_of[claim as usize];
        let members = cluster.map(|cluster| &self.run.clusters[cluster as usize].claims);
        let members = members.into_iter().flatten().copied();
        members.filter(|&other| self.is_old(other)).collect()
    }

    fn chosen(&self, around: &[u32], wanted: impl Fn(&Claim) -> bool) -> Vec<u32> {
        let wanted = |&&other: &&u32| wanted(&self.run.claims[other as usize]);
        around.iter().filter(wanted).copied().collect()
    }

    /// Reports of the corpus that neither copy each other nor are what the article copies.
    fn independent(&self, article: u32, claims: &[u32]) -> u32 {
        let own = self.reports.original(article);
        let of = |&claim: &u32| {
            self.reports
                .original(self.run.claims[claim as usize].article)
        };
        let mut found: Vec<u32> = claims
            .iter()
            .map(of)
            .filter(|&report| report != own)
            .collect();
        found.sort_unstable();
        found.dedup();
        found.len() as u32
    }

    fn earliest(&self, claims: &[u32]) -> Option<u32> {
        claims.iter().copied().min_by_key(|&claim| {
            let claim = &self.run.claims[claim as usize];
            let published = self.run.articles[claim.article as usize].published;
            (published.is_none(), published, claim.id.clone())
        })
    }

    /// The claim by which a settled contradiction with the corpus was settled.
    fn settled(&self, disputes: &[&Dispute]) -> Option<u32> {
        let settled = disputes.iter().filter(|dispute| !dispute.within);
        let row = |dispute: &&Dispute| {
            let rows = self.run.contradictions.iter();
            rows.into_iter()
                .find(|row| row.id == dispute.contradiction)?
                .status_claim
        };
        settled.filter_map(row).next()
    }
}

/// Whether two claims of one cluster give the same answer: nothing that both tell differs.
fn says_the_same(own: &Claim, other: &Claim) -> bool {
    let differ = |a: Option<&str>, b: Option<&str>| matches!((a, b), (Some(a), Some(b)) if a != b);
    let text = |found: &'_ Option<crate::model::claim::Found<compact_str::CompactString>>| {
        found.as_ref().map(|found| found.value.clone())
    };
    let planned = |claim: &Claim| claim.modality.value == Modality::Planned;
    let doers = (text(&own.actor_party), text(&other.actor_party));
    let objects = (text(&own.object_party), text(&other.object_party));
    own.stance.value == other.stance.value
        && own.question == other.question
        && planned(own) == planned(other)
        && own.partial == other.partial
        && !differ(doers.0.as_deref(), doers.1.as_deref())
        && !differ(objects.0.as_deref(), objects.1.as_deref())
        && !are_elsewhere(own, other)
        && !are_other_figures(own, other)
}

fn are_elsewhere(own: &Claim, other: &Claim) -> bool {
    match (&own.place, &other.place) {
        (Some(a), Some(b)) => !(a.value.holds(&b.value) || b.value.holds(&a.value)),
        _ => false,
    }
}

/// Figures that cannot both be true; one without a figure says less, but nothing else.
fn are_other_figures(own: &Claim, other: &Claim) -> bool {
    let (Some(a), Some(b)) = (&own.quantity, &other.quantity) else {
        return false;
    };
    let (a, b) = (&a.value, &b.value);
    let below = |high: Option<f64>, low: Option<f64>| matches!((high, low), (Some(high), Some(low)) if high < low);
    a.unit != b.unit || below(a.high, b.low) || below(b.high, a.low)
}

/// Whether a claim of the same cluster denies what another affirms: another party, and no other deed or doer.
fn denies(denial: &Claim, affirmed: &Claim) -> bool {
    let opposed = denial.stance.value == Stance::Deny && affirmed.stance.value == Stance::Affirm;
    let parties = denial.party.is_some() && denial.party_name() != affirmed.party_name();
    let doers = match (&denial.actor_party, &affirmed.actor_party) {
        (Some(a), Some(b)) => a.value == b.value,
        _ => true,
    };
    opposed && parties && doers && !are_elsewhere(denial, affirmed)
}
