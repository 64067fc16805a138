//! Clusters of which a claim of one contradicts a claim of the other are on one matter, and come together.

use rustc_hash::FxHashSet;

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
    let apart: FxHashSet<(u32, u32)> = verdicts
        .apart
        .iter()
        .flat_map(|&(left, right)| [(left, right), (right, left)])
        .collect();
    let mut host: Vec<u32> = (0..clusters.len() as u32).collect();
    let mut members: Vec<Vec<u32>> = clusters
        .iter()
        .map(|cluster| cluster.claims.clone())
        .collect();
    for &(left, right) in disputes {
        let (Some(left), Some(right)) = (of[left as usize], of[right as usize]) else {
            continue;
        };
        let (left, right) = (root(&mut host, left), root(&mut host, right));
        let (one, other) = (&members[left as usize], &members[right as usize]);
        let kept = || {
            one.iter()
                .any(|&a| other.iter().any(|&b| apart.contains(&(a, b))))
        };
        if left == right
            || !apart.is_empty() && kept()
            || find_group_exclusion(one, other, prepared).is_some()
        {
            continue;
        }
        let (first, second) = (left.min(right), left.max(right));
        let moved = std::mem::take(&mut members[second as usize]);
        members[first as usize].extend(moved);
        host[second as usize] = first;
    }
    rebuild(clusters, members, host, prepared)
}

fn root(host: &mut [u32], mut at: u32) -> u32 {
    while host[at as usize] != at {
        let above = host[at as usize];
        host[at as usize] = host[above as usize];
        at = host[at as usize];
    }
    at
}

/// The clusters that are left, ordered by their claims, and where each old one went.
fn rebuild(
    clusters: Vec<Cluster>,
    members: Vec<Vec<u32>>,
    mut host: Vec<u32>,
    prepared: &Prepared<'_>,
) -> (Vec<Cluster>, Vec<u32>) {
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
    let mut place = vec![0; host.len()];
    for (new, (old, _)) in left.iter().enumerate() {
        place[*old as usize] = new as u32;
    }
    let new = (0..host.len() as u32).map(|old| place[root(&mut host, old) as usize]);
    let new: Vec<u32> = new.collect();
    (left.into_iter().map(|(_, cluster)| cluster).collect(), new)
}
