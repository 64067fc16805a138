//! A contradiction: what the rule says, both positions with their words, the clash, and the steps of the weight.

use serde::Serialize;

use crate::contradict;
use crate::model::contradiction::{Contradiction, Side};

use super::Explainer;
use super::source::{Bits, Source, bits};
use super::telling::Weight;

/// Why something is a contradiction.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContradictionWhy {
    /// Its id.
    pub contradiction: String,
    /// Id of its cluster.
    pub cluster: String,
    /// Code of the rule.
    pub code: &'static str,
    /// When the rule holds.
    pub rule: &'static str,
    /// Kind.
    pub kind: &'static str,
    /// The note of the report.
    pub note: String,
    /// The first position.
    pub left: SideWhy,
    /// The position against it.
    pub right: SideWhy,
    /// The two claims that clash most plainly; `None` where only other claims of the same positions clashed.
    pub clash: Option<(String, String)>,
    /// The ground that these two share.
    pub ground: Vec<Bits>,
    /// The steps of the weight, by which rows are ranked.
    pub steps: Vec<Bits>,
    /// Their sum in bits.
    pub weight: f32,
    /// Where it stands.
    pub settled: Settled,
    /// What neither quote tells, or only one.
    pub missing: Vec<String>,
}

/// One position.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SideWhy {
    /// Who holds it; `None` for outlets in their own voice.
    pub party: Option<String>,
    /// What it says.
    pub position: String,
    /// The claim with the clearest words.
    pub quote: Source,
    /// Ids of all its claims.
    pub claims: Vec<String>,
    /// Reports that do not copy each other.
    pub independent_reports: u32,
}

/// Where a contradiction stands, and the claim that made it so.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Settled {
    /// Status.
    pub status: &'static str,
    /// The claim that conceded or superseded it; `None` when open.
    pub by: Option<Source>,
    /// How likely that claim, where it shows a sign of admission, gives the other side right, in bits.
    pub steps: Vec<Bits>,
}

impl Explainer<'_> {
    pub(super) fn contradiction(&self, index: u32) -> ContradictionWhy {
        let row = &self.run.contradictions[index as usize];
        let clash = self.plainest(row);
        let id = |claim: u32| self.run.claims[claim as usize].id.to_string();
        let (steps, yielded) = self.with_context(|context| {
            let weight = contradict::weigh(row, context);
            (weight, contradict::weigh_status(row, context))
        });
        ContradictionWhy {
            contradiction: row.id.to_string(),
            cluster: self.run.clusters[row.cluster as usize].id.to_string(),
            code: row.code,
            rule: contradict::find_rule(row.code).map_or("", |rule| rule.why),
            kind: row.kind.as_str(),
            note: row.note.clone(),
            left: self.side(&row.left),
            right: self.side(&row.right),
            clash: clash
                .as_ref()
                .map(|clash| (id(clash.left), id(clash.right))),
            ground: clash.map_or_else(Vec::new, |clash| bits(Weight::Row, &clash.steps)),
            steps: bits(Weight::Row, &steps),
            weight: row.weight,
            settled: Settled {
                status: row.status.as_str(),
                by: row.status_claim.map(|claim| self.source(claim)),
                steps: bits(Weight::Status, &yielded),
            },
            missing: self.missing(row),
        }
    }

    fn side(&self, side: &Side) -> SideWhy {
        let id = |&claim: &u32| self.run.claims[claim as usize].id.to_string();
        SideWhy {
            party: side.party.as_ref().map(|party| party.to_string()),
            position: side.position.clone(),
            quote: self.source(side.quote),
            claims: side.claims.iter().map(id).collect(),
            independent_reports: side.independent_reports,
        }
    }

    /// The clash of the two quotes, or else the one on most ground among the claims of both sides.
    fn plainest(&self, row: &Contradiction) -> Option<contradict::Clash> {
        self.with_context(|context| {
            let find = |left, right| {
                let clash = contradict::clash(left, right, context)?;
                (clash.code == row.code).then_some(clash)
            };
            let quotes = find(row.left.quote, row.right.quote);
            quotes.or_else(|| {
                let pairs = row
                    .left
                    .claims
                    .iter()
                    .flat_map(|&left| row.right.claims.iter().map(move |&right| (left, right)));
                let found = pairs
                    .take(MOST_PAIRS)
                    .filter_map(|(left, right)| find(left, right));
                found.reduce(|best, next| {
                    if next.bits() > best.bits() {
                        next
                    } else {
                        best
                    }
                })
            })
        })
    }

    fn missing(&self, row: &Contradiction) -> Vec<String> {
        let claims = [&row.left, &row.right].map(|side| &self.run.claims[side.quote as usize]);
        let tells = [
            ("party", claims.map(|claim| claim.party.is_some())),
            ("actor", claims.map(|claim| claim.actor.is_some())),
            ("object", claims.map(|claim| claim.object.is_some())),
            ("place", claims.map(|claim| claim.place.is_some())),
            ("date", claims.map(|claim| claim.dates.is_some())),
        ];
        let lack = |(name, told): (&str, [bool; 2])| match told {
            [true, true] => None,
            [false, false] => Some(format!("neither quote tells the {name}")),
            [false, true] => Some(format!("the left quote does not tell the {name}")),
            [true, false] => Some(format!("the right quote does not tell the {name}")),
        };
        tells.into_iter().filter_map(lack).collect()
    }
}

/// Pairs of claims that are tried for the plainest clash: rows with many claims repeat themselves.
const MOST_PAIRS: usize = 2_000;
