//! The sample corpus: every figure and every finding of a run against the gold.

use crate::config::Config;
use crate::model::measure::Measure;
use crate::model::run::Run;

use super::finding::Finding;
use super::gold::Gold;
use super::pairing::{Pairing, pair};
use super::{claims, copies, disputes, funnel, groups, status, stories};

/// Name of the set in reports.
pub const SET: &str = "sample";

/// A run held against the gold.
#[derive(Debug, Clone, Default)]
pub struct Evaluation {
    /// The figures, in the order of the report.
    pub measures: Vec<Measure>,
    /// What the program got wrong, sorted.
    pub findings: Vec<Finding>,
    /// Gold claims whose article or anchor the run lacks; they count as missed.
    pub unplaced: Vec<u32>,
}

/// Holds a run against the gold; `config` is that of the run.
pub fn evaluate(run: &Run, gold: &Gold, config: &Config) -> Evaluation {
    let pairing = pair(run, gold);
    let rows = disputes::rows(run, gold, &pairing);
    let (key, response) = groups::partitions(run, gold, &pairing);
    let mut measures = claims::measure(run, gold, &pairing);
    measures.extend(disputes::measure(run, gold, &rows));
    measures.extend(groups::measure(&key, &response));
    measures.extend(copies::measure(run, gold, &pairing));
    measures.extend(stories::measure(run, &pairing));
    measures.extend(status::measure(run, gold, &rows));
    let mut findings = claims::findings(run, gold, &pairing);
    findings.extend(disputes::findings(run, gold, &rows));
    let missed = disputes::missed(gold, &rows);
    findings.extend(funnel::findings(run, gold, &pairing, &missed, config));
    findings.extend(groups::findings(run, gold, &pairing, &key, &response));
    findings.extend(copies::findings(run, gold, &pairing));
    findings.extend(status::findings(run, gold, &rows));
    findings.sort();
    Evaluation {
        measures,
        findings,
        unplaced: unplaced(run, gold, &pairing),
    }
}

fn unplaced(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<u32> {
    let is_lost = |at: &u32| {
        let claim = &gold.claims[*at as usize];
        let anchor = |article| super::pairing::anchor(run, article, claim);
        pairing.article_of[*at as usize].and_then(anchor).is_none()
    };
    (0..gold.claims.len() as u32).filter(is_lost).collect()
}
