//! A cluster: its founder, its members, and through which earlier member each joined.

use serde::Serialize;

use super::source::Source;
use super::{Explainer, Subject};

/// Why claims stand together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClusterWhy {
    /// Id of the cluster, made from its founder.
    pub cluster: String,
    /// The question that its claims answer.
    pub question: &'static str,
    /// Reports that do not copy each other.
    pub independent_reports: u32,
    /// Its claims, the founder first, then in the order of publication.
    pub members: Vec<Member>,
    /// Ids of the contradictions in it.
    pub contradictions: Vec<String>,
}

/// One claim of a cluster.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Member {
    /// The claim.
    #[serde(flatten)]
    pub source: Source,
    /// Id of the earlier member with which it weighs most; `None` for the founder.
    pub nearest: Option<String>,
    /// Bits of that pair.
    pub bits: Option<f32>,
    /// The rule that proposed that pair; `None` where no rule did and other members brought them together.
    pub rule: Option<&'static str>,
    /// Id of a contradiction in which it and another member are quoted, which holds it in the cluster where no pair does.
    pub row: Option<String>,
}

impl Explainer<'_> {
    pub(super) fn cluster(&self, index: u32) -> ClusterWhy {
        let cluster = &self.run.clusters[index as usize];
        let order = crate::cluster::by_publication(&cluster.claims, &self.extents);
        let members = (0..order.len()).map(|place| self.member(&order, place));
        let first = order.first().map(|&claim| &self.run.claims[claim as usize]);
        ClusterWhy {
            cluster: cluster.id.to_string(),
            question: first.map_or("", |claim| claim.question.as_str()),
            independent_reports: cluster.independent_reports,
            members: members.collect(),
            contradictions: self.rows_of(Subject::Cluster(index)),
        }
    }

    fn member(&self, order: &[u32], place: usize) -> Member {
        let claim = order[place];
        let weighed = order[..place]
            .iter()
            .map(|&other| (self.scorer.weigh(claim, other), other));
        let nearest = weighed.reduce(|best, next| if next.0 > best.0 { next } else { best });
        Member {
            source: self.source(claim),
            nearest: nearest.map(|(_, other)| self.run.claims[other as usize].id.to_string()),
            bits: nearest.map(|(bits, _)| bits),
            rule: nearest.and_then(|(_, other)| self.proposer(claim, other)),
            row: self.row_between(claim, order),
        }
    }

    /// The weightiest row that quotes a claim against another of these.
    fn row_between(&self, claim: u32, others: &[u32]) -> Option<String> {
        let mut rows = self.run.contradictions.iter();
        let quoted = rows.find(|row| {
            let (left, right) = (row.left.quote, row.right.quote);
            left == claim && others.contains(&right) || right == claim && others.contains(&left)
        });
        quoted.map(|row| row.id.to_string())
    }
}
