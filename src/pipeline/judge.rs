//! Claims to clusters, copies and contradictions, with reviewers' verdicts obeyed.

use std::collections::BTreeMap;
use std::time::Instant;

use super::Progress;
use super::together::{bring_together, find_contradictions, join_disputed};
use crate::config::Config;
use crate::lexicon::parties::PartyLexicon;
use crate::model::claim::Claim;
use crate::model::run::Run;
use crate::model::verdict::Verdict;
use crate::{cluster, obey, resolve};

/// Clusters, copies and contradictions of the claims that a run holds.
pub fn relate(run: &mut Run, config: &Config, progress: &dyn Progress) {
    judge(&[], config, progress, run);
}

/// The same, with verdicts obeyed. What an earlier judging of the same run found, and corrected, is taken back first.
pub fn judge(verdicts: &[Verdict], config: &Config, progress: &dyn Progress, run: &mut Run) {
    take_back(run);
    let drawn = acquaint(run);
    let mut orders = obey::prepare(&mut run.claims, &run.articles, verdicts);
    let links = cluster::Verdicts {
        together: orders.together.clone(),
        apart: orders.apart.clone(),
    };
    let loose = bring_together(run, &links, config, progress);
    run.uncorrected = joined(drawn, std::mem::take(&mut orders.uncorrected));
    run.contradictions = timed("contradict", run, |run| {
        find_contradictions(run, &loose, config)
    });
    run.fates = orders.settle(&mut run.contradictions, verdicts);
    join_disputed(run, &links, config);
    run.counts.push(("copies", run.copies.len() as u64));
    run.counts.push(("clusters", run.clusters.len() as u64));
    run.counts
        .push(("contradictions", run.contradictions.len() as u64));
}

/// What judging a run counts and times.
const JUDGED: [&str; 7] = [
    "pairs",
    "weigh",
    "copies",
    "clusters",
    "contradictions",
    "cluster",
    "contradict",
];

/// Tells the speakers of each article what the others know of them; gives the claims as they were drawn.
fn acquaint(run: &mut Run) -> Vec<(u32, Claim)> {
    let parties = PartyLexicon::embedded();
    let mut known = resolve::acquaint(&run.claims, &run.articles, &run.stories, parties);
    for (index, claim) in &mut known {
        std::mem::swap(claim, &mut run.claims[*index as usize]);
    }
    known
}

/// Claims as they were drawn, before others told more of their speakers and before a reviewer corrected them; ascending.
fn joined(drawn: Vec<(u32, Claim)>, uncorrected: Vec<(u32, Claim)>) -> Vec<(u32, Claim)> {
    let mut all: BTreeMap<u32, Claim> = uncorrected.into_iter().collect();
    all.extend(drawn);
    all.into_iter().collect()
}

fn take_back(run: &mut Run) {
    for (index, drawn) in std::mem::take(&mut run.uncorrected) {
        run.claims[index as usize] = drawn;
    }
    run.counts.retain(|(name, _)| !JUDGED.contains(name));
    run.timings.retain(|(name, _)| !JUDGED.contains(name));
}

fn timed<T>(step: &'static str, run: &mut Run, work: impl FnOnce(&mut Run) -> T) -> T {
    let start = Instant::now();
    let made = work(run);
    run.timings.push((step, start.elapsed()));
    made
}
