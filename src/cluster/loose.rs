//! Pairs that weigh enough but whose clusters did not come together, as other claims drew them apart, and replies.
//!
//! Two claims that contradict each other do so wherever claims that have nothing to do with it are put, so the rules look
//! at these pairs too.

use rustc_hash::FxHashSet;

use super::{Component, Prepared, Verdicts};
use crate::model::cluster::{Cluster, cluster_of};

/// Loose pairs, each with the cluster of its earlier claim.
#[derive(Debug, Clone, Default)]
pub struct Loose {
    /// Cluster, the earlier claim, the later claim; ascending.
    pairs: Vec<(u32, (u32, u32))>,
}

impl Loose {
    /// The pairs of claims whose earlier one stands in a cluster, given by its index.
    pub fn of(&self, cluster: u32) -> impl Iterator<Item = (u32, u32)> {
        let start = self.pairs.partition_point(|(host, _)| *host < cluster);
        let own = self.pairs[start..].iter();
        own.take_while(move |(host, _)| *host == cluster)
            .map(|(_, pair)| *pair)
    }
}

/// The pairs that edges connect across clusters, and `replies`, a claim each and what answers it, wherever they stand.
/// What reviewers keep apart, or what excludes each other, is left out.
pub fn loose(
    components: &[Component],
    clusters: &[Cluster],
    replies: &[(u32, u32)],
    prepared: &Prepared<'_>,
    verdicts: &Verdicts,
) -> Loose {
    let cluster_of = cluster_of(clusters, prepared.ranks.len());
    let ends = |left: u32, right: u32| {
        let (left, right) = (cluster_of[left as usize], cluster_of[right as usize]);
        (left.min(right), left.max(right))
    };
    let kept = verdicts.apart.iter();
    let kept: FxHashSet<_> = kept.map(|&(left, right)| ends(left, right)).collect();
    let is_loose = |left: u32, right: u32| {
        let ends = ends(left, right);
        ends.0 != ends.1 && !kept.contains(&ends) && !prepared.excludes(left, right)
    };
    let edges = components.iter().flat_map(|component| &component.edges);
    let loose = edges.filter(|edge| is_loose(edge.left, edge.right));
    let placed = loose.filter_map(|edge| {
        let rank = |claim: u32| prepared.ranks[claim as usize];
        let pair = match rank(edge.left) < rank(edge.right) {
            true => (edge.left, edge.right),
            false => (edge.right, edge.left),
        };
        Some((cluster_of[pair.0 as usize]?, pair))
    });
    let answered = replies
        .iter()
        .filter(|(told, answer)| !kept.contains(&ends(*told, *answer)));
    let hosted = answered.filter_map(|&pair| Some((cluster_of[pair.0 as usize]?, pair)));
    let mut pairs: Vec<(u32, (u32, u32))> = placed.chain(hosted).collect();
    pairs.sort_unstable();
    pairs.dedup();
    Loose { pairs }
}
