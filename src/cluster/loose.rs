//! Pairs that weigh enough but whose clusters did not come together: other claims drew them apart.
//!
//! Two claims that contradict each other do so wherever claims that have nothing to do with it are put, so the rules look
//! at these pairs too.

use rustc_hash::FxHashSet;

use super::{Component, Prepared, Verdicts};
use crate::model::cluster::Cluster;

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

/// The pairs that edges connect across clusters. What reviewers keep apart, or what excludes each other, is left out.
pub fn loose(
    components: &[Component],
    clusters: &[Cluster],
    prepared: &Prepared<'_>,
    verdicts: &Verdicts,
) -> Loose {
    let mut cluster_of = vec![0; prepared.ranks.len()];
    for (index, cluster) in (0u32..).zip(clusters) {
        for &claim in &cluster.claims {
            cluster_of[claim as usize] = index;
        }
    }
    let clusters = |left: u32, right: u32| {
        let (left, right) = (cluster_of[left as usize], cluster_of[right as usize]);
        (left.min(right), left.max(right))
    };
    let kept = verdicts.apart.iter();
    let kept: FxHashSet<(u32, u32)> = kept.map(|&(left, right)| clusters(left, right)).collect();
    let is_loose = |left: u32, right: u32| {
        let ends = clusters(left, right);
        ends.0 != ends.1 && !kept.contains(&ends) && !prepared.excludes(left, right)
    };
    let edges = components.iter().flat_map(|component| &component.edges);
    let loose = edges.filter(|edge| is_loose(edge.left, edge.right));
    let placed = loose.map(|edge| {
        let rank = |claim: u32| prepared.ranks[claim as usize];
        let earlier = rank(edge.left) < rank(edge.right);
        let (first, second) = match earlier {
            true => (edge.left, edge.right),
            false => (edge.right, edge.left),
        };
        (cluster_of[first as usize], (first, second))
    });
    let mut pairs: Vec<(u32, (u32, u32))> = placed.collect();
    pairs.sort_unstable();
    pairs.dedup();
    Loose { pairs }
}
