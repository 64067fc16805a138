//! Clusters of which a claim of one contradicts a claim of the other are on one matter, and come together.

use super::component::Forest;
use super::{Prepared, Verdicts, find_group_exclusion};
use crate::model::cluster::{Cluster, cluster_of};

/// The clusters with those joined between which `disputes` stand, pairs of claims in the order in which they are to be obeyed;
/// and the index of each old cluster's new one. What a reviewer keeps apart, and what places or days keep apart, is not joined.
///
/// `independent_reports` of a joined cluster is 0 for the caller to fill.
pub fn join_disputed(
    clusters: Vec<Cluster>,
    disputes: &[(u32, u32)],
    prepared: &Prepared<'_>,
    verdicts: &Verdicts,
) -> (Vec<Cluster>, Vec<u32>) {
    let of = cluster_of(&clusters, prepared.ranks.len());
    let mut forest = Forest::new(clusters.len());
    let mut members: Vec<Vec<u32>> = clusters
        .iter()
        .map(|cluster| cluster.claims.clone())
        .collect();
    for &(left, right) in disputes {
        let Some(pair) = roots(&mut forest, &of, left, right).filter(|(low, high)| low != high)
        else {
            continue;
        };
        let mut apart = verdicts.apart.iter();
        if apart.any(|&(a, b)| roots(&mut forest, &of, a, b) == Some(pair)) {
            continue;
        }
        let (low, high) = pair;
        if find_group_exclusion(&members[low], &members[high], prepared).is_none() {
            let moved = std::mem::take(&mut members[high]);
            members[low].extend(moved);
            forest.join(low, high);
        }
    }
    rebuild(clusters, members, forest, prepared)
}

/// The clusters that two claims are in by now, the smaller index first; `None` where one is in none.
fn roots(forest: &mut Forest, of: &[Option<u32>], left: u32, right: u32) -> Option<(usize, usize)> {
    let mut root = |claim: u32| Some(forest.root(of[claim as usize]? as usize));
    let (left, right) = (root(left)?, root(right)?);
    Some((left.min(right), left.max(right)))
}

/// The clusters that are left, ordered by their claims, and where each old one went.
fn rebuild(
    clusters: Vec<Cluster>,
    members: Vec<Vec<u32>>,
    mut forest: Forest,
    prepared: &Prepared<'_>,
) -> (Vec<Cluster>, Vec<u32>) {
    let count = clusters.len();
    let grown = |old: &Cluster, claims: &[u32]| old.claims.len() != claims.len();
    let kept = clusters.into_iter().zip(members).enumerate();
    let mut left: Vec<(u32, Cluster)> = kept
        .filter(|(_, (_, claims))| !claims.is_empty())
        .map(|(index, (old, claims))| match grown(&old, &claims) {
            true => (index as u32, prepared.cluster(claims)),
            false => (index as u32, old),
        })
        .collect();
    left.sort_by(|(_, a), (_, b)| a.claims.cmp(&b.claims));
    let mut place = vec![0; count];
    for (new, (old, _)) in left.iter().enumerate() {
        place[*old as usize] = new as u32;
    }
    let new = (0..count).map(|old| place[forest.root(old)]);
    let new: Vec<u32> = new.collect();
    (left.into_iter().map(|(_, cluster)| cluster).collect(), new)
}
