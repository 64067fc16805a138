//! The program's clusters against the gold's, over the claims that fit.

use rustc_hash::FxHashMap;

use crate::model::measure::Measure;
use crate::model::run::Run;

use super::coref::{b_cubed, ceaf_e, conll, muc};
use super::finding::{Finding, claim_line, gold_line, place_of, sentence};
use super::gold::Gold;
use super::pairing::Pairing;
use super::sample::SET;

/// The two clusterings of the same gold claims; a claim in no cluster stands alone.
pub fn partitions(run: &Run, gold: &Gold, pairing: &Pairing) -> (Vec<Vec<u32>>, Vec<Vec<u32>>) {
    let mut gold_cluster = vec![None; gold.claims.len()];
    for (index, cluster) in gold.clusters.iter().enumerate() {
        cluster
            .iter()
            .for_each(|&claim| gold_cluster[claim as usize] = Some(index as u32));
    }
    let ours = run.cluster_of();
    let fitting: Vec<(u32, u32)> = pairing.fitting().collect();
    let key = group(
        fitting
            .iter()
            .map(|&(gold, _)| (gold, gold_cluster[gold as usize])),
    );
    let response = group(
        fitting
            .iter()
            .map(|&(gold, claim)| (gold, ours[claim as usize])),
    );
    (key, response)
}

fn group(members: impl Iterator<Item = (u32, Option<u32>)>) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut place: FxHashMap<u32, usize> = FxHashMap::default();
    for (member, cluster) in members {
        let next = groups.len();
        let at = cluster.map_or(next, |cluster| *place.entry(cluster).or_insert(next));
        if at == next {
            groups.push(Vec::new());
        }
        groups[at].push(member);
    }
    groups
}

/// B-cubed, MUC, CEAF-e and the CoNLL mean.
pub fn measure(key: &[Vec<u32>], response: &[Vec<u32>]) -> Vec<Measure> {
    let b_cubed = b_cubed(key, response);
    vec![
        Measure::mean(SET, "clusters.b3_precision", b_cubed.precision),
        Measure::mean(SET, "clusters.b3_recall", b_cubed.recall),
        Measure::mean(SET, "clusters.b3_f1", b_cubed.f1),
        Measure::mean(SET, "clusters.muc_f1", muc(key, response).f1),
        Measure::mean(SET, "clusters.ceaf_e_f1", ceaf_e(key, response).f1),
        Measure::mean(SET, "clusters.conll_f1", conll(key, response)),
    ]
}

/// Claims that the program keeps apart from the largest group of their gold cluster, or puts into a foreign one.
pub fn findings(
    run: &Run,
    gold: &Gold,
    pairing: &Pairing,
    key: &[Vec<u32>],
    response: &[Vec<u32>],
) -> Vec<Finding> {
    let mut found = strays(run, gold, pairing, key, response, "cluster.split");
    found.extend(strays(run, gold, pairing, response, key, "cluster.lumped"));
    found
}

/// In each group of `whole`, the members that are not in the part of `by` that has most of it, beside one that is.
fn strays(
    run: &Run,
    gold: &Gold,
    pairing: &Pairing,
    whole: &[Vec<u32>],
    by: &[Vec<u32>],
    sort: &'static str,
) -> Vec<Finding> {
    let part_of: FxHashMap<u32, usize> = by
        .iter()
        .enumerate()
        .flat_map(|(at, group)| group.iter().map(move |&claim| (claim, at)))
        .collect();
    let mut found = Vec::new();
    for group in whole {
        let size = |part: usize| group.iter().filter(|claim| part_of[claim] == part).count();
        let Some(main) = group
            .iter()
            .map(|claim| part_of[claim])
            .max_by_key(|&part| (size(part), usize::MAX - part))
        else {
            continue;
        };
        let first = group.iter().copied().find(|claim| part_of[claim] == main);
        let strays = group.iter().filter(|claim| part_of[claim] != main);
        found.extend(
            strays.filter_map(|&stray| stray_finding(run, gold, pairing, stray, first?, sort)),
        );
    }
    found
}

fn stray_finding(
    run: &Run,
    gold: &Gold,
    pairing: &Pairing,
    stray: u32,
    other: u32,
    sort: &'static str,
) -> Option<Finding> {
    let (ours, others) = (
        pairing.claim_of[stray as usize]?,
        pairing.claim_of[other as usize]?,
    );
    let lines = [stray, other].map(|claim| gold_line(&gold.claims[claim as usize]));
    Some(Finding {
        sort,
        place: place_of(gold, stray),
        text: format!("{}  <>  {}", sentence(run, ours), sentence(run, others)),
        gold: lines.join("  <>  "),
        ours: format!("{}  <>  {}", claim_line(run, ours), claim_line(run, others)),
    })
}
