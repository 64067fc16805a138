//! How the clusters of a run come from those before: grown, shrunk, split, merged, renamed, gone.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use rustc_hash::FxHashSet;

use super::before::Before;
use crate::model::run::Run;

/// One step in the life of a cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The cluster.
    pub cluster: String,
    /// `grown`, `shrunk`, `split` (off another), `merged` (into another), `renamed` (to another) or `gone`.
    pub change: String,
    /// The other cluster.
    pub other: Option<String>,
    /// Claims that came, went or moved.
    pub claims: u32,
}

/// Claims that went from a cluster before to one of the run, by their indices.
type Flows = BTreeMap<(u32, u32), u32>;

/// The steps from `before` to `run`, ordered by the clusters before, then those of the run.
pub fn find(before: &Before, run: &Run) -> Vec<Step> {
    if before.clusters.is_empty() {
        return Vec::new();
    }
    let flows = flows(before, run);
    let old: BTreeMap<&str, u32> = (0u32..)
        .zip(&before.clusters)
        .map(|(at, id)| (id.as_str(), at))
        .collect();
    let new: BTreeMap<&str, u32> = (0u32..)
        .zip(&run.clusters)
        .map(|(at, cluster)| (cluster.id.as_str(), at))
        .collect();
    let mut steps = leaving(before, run, &flows, &old, &new);
    steps.extend(sizes(before, run, &flows, &old));
    steps
}

fn flows(before: &Before, run: &Run) -> Flows {
    let mut flows = Flows::new();
    // An article that repeats a sentence word for word has two claims with one id: they count once.
    let mut seen = FxHashSet::default();
    for (index, cluster) in (0u32..).zip(&run.clusters) {
        for &claim in &cluster.claims {
            let id = run.claims[claim as usize].id.as_str();
            let from = before.members.get(id).filter(|_| seen.insert(id));
            if let Some(&from) = from {
                *flows.entry((from, index)).or_default() += 1;
            }
        }
    }
    flows
}

/// Clusters that lost claims to others, or their id.
fn leaving(
    before: &Before,
    run: &Run,
    flows: &Flows,
    old: &BTreeMap<&str, u32>,
    new: &BTreeMap<&str, u32>,
) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut heirs: BTreeSet<u32> = BTreeSet::new();
    for (from, id) in (0u32..).zip(&before.clusters) {
        let step = |cluster: &str, change: &str, other: Option<&str>, claims| Step {
            cluster: cluster.to_owned(),
            change: change.to_owned(),
            other: other.map(str::to_owned),
            claims,
        };
        let targets: Vec<(u32, u32)> = flows
            .range((from, 0)..=(from, u32::MAX))
            .map(|(&(_, to), &count)| (to, count))
            .collect();
        let own = new.get(id.as_str()).copied();
        let most = targets
            .iter()
            .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
            .copied();
        let heir = own.or(most.map(|(to, _)| to));
        if own.is_none() {
            steps.push(match most {
                None => step(id, "gone", None, 0),
                Some((to, count)) => {
                    let target = run.clusters[to as usize].id.as_str();
                    // A new id has one cluster before that it renames, all others merge into it.
                    let merges = old.contains_key(target) || !heirs.insert(to);
                    step(
                        id,
                        if merges { "merged" } else { "renamed" },
                        Some(target),
                        count,
                    )
                }
            });
        }
        for (to, count) in targets.into_iter().filter(|(to, _)| Some(*to) != heir) {
            steps.push(step(
                &run.clusters[to as usize].id,
                "split",
                Some(id),
                count,
            ));
        }
    }
    steps
}

/// Clusters that kept their id and gained claims, or lost some whose articles are gone.
fn sizes(before: &Before, run: &Run, flows: &Flows, old: &BTreeMap<&str, u32>) -> Vec<Step> {
    let mut members = vec![0u32; before.clusters.len()];
    for &cluster in before.members.values() {
        members[cluster as usize] += 1;
    }
    let mut stayed = vec![0u32; before.clusters.len()];
    for (&(from, _), count) in flows {
        stayed[from as usize] += count;
    }
    let mut steps = Vec::new();
    for (index, cluster) in (0u32..).zip(&run.clusters) {
        let Some(&from) = old.get(cluster.id.as_str()) else {
            continue;
        };
        let kept = flows.get(&(from, index)).copied().unwrap_or(0);
        let ids = cluster
            .claims
            .iter()
            .map(|&claim| run.claims[claim as usize].id.as_str());
        let came = (ids.collect::<FxHashSet<_>>().len() as u32).saturating_sub(kept);
        let went = members[from as usize].saturating_sub(stayed[from as usize]);
        for (change, claims) in [("grown", came), ("shrunk", went)] {
            if claims > 0 {
                steps.push(Step {
                    cluster: cluster.id.to_string(),
                    change: change.to_owned(),
                    other: None,
                    claims,
                });
            }
        }
    }
    steps
}

/// Writes the steps of run `number`, and which clusters live.
pub fn save(
    connection: &Connection,
    number: i64,
    run: &Run,
    steps: &[Step],
) -> rusqlite::Result<()> {
    let mut step_row = connection.prepare(
        "INSERT INTO lineage (run, cluster, change, other, claims) VALUES (?, ?, ?, ?, ?)",
    )?;
    for step in steps {
        step_row.execute(params![
            number,
            step.cluster,
            step.change,
            step.other,
            step.claims
        ])?;
    }
    let mut born = connection.prepare(
        "INSERT INTO cluster_life (id, first_run) VALUES (?, ?) ON CONFLICT (id) \
         DO UPDATE SET gone_run = NULL, now = NULL WHERE gone_run IS NOT NULL",
    )?;
    for cluster in &run.clusters {
        born.execute(params![cluster.id.as_str(), number])?;
    }
    let mut dead =
        connection.prepare("UPDATE cluster_life SET gone_run = ?, now = ? WHERE id = ?")?;
    for step in steps {
        match step.change.as_str() {
            "merged" | "renamed" => dead.execute(params![number, step.other, step.cluster])?,
            "gone" => dead.execute(params![number, None::<String>, step.cluster])?,
            _ => 0,
        };
    }
    Ok(())
}
