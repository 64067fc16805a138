//! Disputes found, contradiction rows true and false, look-alikes flagged.
//!
//! A row is labelled when claims of both its sides are paired with gold claims. It is true when some dispute sets one
//! of the left against one of the right.

use crate::model::contradiction::{Contradiction, Kind};
use crate::model::measure::{Measure, f1};
use crate::model::run::Run;

use super::finding::{Finding, claim_line, gold_line, sentence};
use super::gold::{Dispute, Gold};
use super::pairing::Pairing;
use super::sample::SET;

/// A contradiction row as the gold sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Index of the contradiction.
    pub index: usize,
    /// Gold claims of its left side.
    pub left: Vec<u32>,
    /// Gold claims of its right side.
    pub right: Vec<u32>,
    /// Disputes that it shows.
    pub disputes: Vec<usize>,
    /// Look-alikes that it flags.
    pub lookalikes: Vec<usize>,
    /// Whether all its claims lie in articles that no gold speaks of.
    pub background: bool,
}

impl Row {
    /// Whether the gold can judge it.
    pub fn is_labelled(&self) -> bool {
        !self.left.is_empty() && !self.right.is_empty()
    }
}

/// Every contradiction as the gold sees it.
pub fn rows(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Row> {
    let row = |(index, contradiction): (usize, &Contradiction)| {
        let left = pairing.gold_claims(&contradiction.left.claims);
        let right = pairing.gold_claims(&contradiction.right.claims);
        let mut claims = contradiction
            .left
            .claims
            .iter()
            .chain(&contradiction.right.claims);
        Row {
            index,
            disputes: which(&gold.disputes, |dispute| dispute.separates(&left, &right)),
            lookalikes: which(&gold.lookalikes, |lookalike| lookalike.holds(&left, &right)),
            background: claims.all(|&claim| {
                pairing
                    .episode_of_claim(&run.claims[claim as usize])
                    .is_none()
            }),
            left,
            right,
        }
    };
    run.contradictions.iter().enumerate().map(row).collect()
}

fn which<T>(list: &[T], test: impl Fn(&T) -> bool) -> Vec<usize> {
    (0..list.len()).filter(|&at| test(&list[at])).collect()
}

/// Dispute recall by kind, row precision, look-alikes flagged.
pub fn measure(run: &Run, gold: &Gold, rows: &[Row]) -> Vec<Measure> {
    let is_found = |at: &usize| rows.iter().any(|row| row.disputes.contains(at));
    let recall = |part: &dyn Fn(&Dispute) -> bool| {
        let wanted = which(&gold.disputes, part);
        let found = wanted.iter().filter(|at| is_found(at)).count();
        Measure::share(SET, "disputes.recall", found as u64, wanted.len() as u64)
    };
    let mut all = vec![recall(&|_| true)];
    for (kind, name) in KINDS {
        all.push(recall(&|dispute| dispute.kind == *kind).of(name));
    }
    for (at, episode) in gold.episodes.iter().enumerate() {
        all.push(recall(&|dispute| dispute.episode == at as u32).of(episode));
    }
    let recall = all[0].value;
    all.extend(precision(gold, rows));
    let precision = all
        .iter()
        .find(|measure| measure.metric == "rows.precision")
        .map_or(0.0, |found| found.value);
    all.push(Measure::mean(SET, "disputes.f1", f1(precision, recall)));
    all.push(kinds(run, gold, rows));
    all.extend(lookalikes(gold, rows));
    all
}

const KINDS: &[(Kind, &str)] = &[
    (Kind::Denial, "denial"),
    (Kind::RivalControl, "rival_control"),
    (Kind::Responsibility, "responsibility"),
    (Kind::Quantity, "quantity"),
    (Kind::Cause, "cause"),
    (Kind::Occurrence, "occurrence"),
    (Kind::Stance, "stance"),
];

fn precision(gold: &Gold, rows: &[Row]) -> Vec<Measure> {
    let labelled: Vec<&Row> = rows.iter().filter(|row| row.is_labelled()).collect();
    let right = labelled
        .iter()
        .filter(|row| !row.disputes.is_empty())
        .count() as u64;
    let (mut true_pairs, mut pairs) = (0, 0);
    for row in &labelled {
        for &left in &row.left {
            pairs += row.right.len() as u64;
            let apart = |&&other: &&u32| gold.find_dispute(&[left], &[other]).is_some();
            true_pairs += row.right.iter().filter(apart).count() as u64;
        }
    }
    let background = rows.iter().filter(|row| row.background).count();
    vec![
        Measure::share(SET, "rows.precision", right, labelled.len() as u64),
        // Rows that the gold cannot judge count as false here: the floor of the truth.
        Measure::share(SET, "rows.precision_floor", right, rows.len() as u64),
        Measure::share(SET, "rows.pair_precision", true_pairs, pairs),
        Measure::mean(SET, "rows.background_count", background as f64),
    ]
}

/// Share of true rows whose kind is that of a dispute that they show.
fn kinds(run: &Run, gold: &Gold, rows: &[Row]) -> Measure {
    let right: Vec<&Row> = rows.iter().filter(|row| !row.disputes.is_empty()).collect();
    let same = right.iter().filter(|row| {
        let kind = run.contradictions[row.index].kind;
        row.disputes
            .iter()
            .any(|&at| gold.disputes[at].kind == kind)
    });
    Measure::share(SET, "rows.kind", same.count() as u64, right.len() as u64)
}

fn lookalikes(gold: &Gold, rows: &[Row]) -> Vec<Measure> {
    let flagged =
        (0..gold.lookalikes.len()).filter(|at| rows.iter().any(|row| row.lookalikes.contains(at)));
    let total = gold.lookalikes.len() as u64;
    let left_alone = total - flagged.count() as u64;
    vec![Measure::share(
        SET,
        "lookalikes.left_alone",
        left_alone,
        total,
    )]
}

/// False rows, rows that the gold cannot judge, flagged look-alikes.
pub fn findings(run: &Run, gold: &Gold, rows: &[Row]) -> Vec<Finding> {
    let mut found = Vec::new();
    for row in rows {
        if row.disputes.is_empty() {
            let sort = if row.is_labelled() {
                "row.false"
            } else {
                "row.unlabelled"
            };
            found.push(row_finding(run, gold, row, sort));
        }
        found.extend(row.lookalikes.iter().map(|&at| Finding {
            gold: format!("{}: {}", gold.lookalikes[at].id, gold.lookalikes[at].reason),
            ..row_finding(run, gold, row, "lookalike.flagged")
        }));
    }
    found
}

/// Indices of the disputes that no row shows.
pub fn missed(gold: &Gold, rows: &[Row]) -> Vec<usize> {
    let shown = |at: &usize| rows.iter().any(|row| row.disputes.contains(at));
    (0..gold.disputes.len()).filter(|at| !shown(at)).collect()
}

fn row_finding(run: &Run, gold: &Gold, row: &Row, sort: &'static str) -> Finding {
    let contradiction = &run.contradictions[row.index];
    let (left, right) = (contradiction.left.quote, contradiction.right.quote);
    let lines = |claims: &[u32]| {
        claims
            .iter()
            .map(|&claim| gold_line(&gold.claims[claim as usize]))
            .collect::<Vec<_>>()
            .join("; ")
    };
    Finding {
        sort,
        place: format!("{} {}", contradiction.id, contradiction.code),
        text: format!("{}  <>  {}", sentence(run, left), sentence(run, right)),
        gold: if row.is_labelled() {
            format!("{}  <>  {}", lines(&row.left), lines(&row.right))
        } else {
            String::new()
        },
        ours: format!(
            "{}: {}  <>  {}",
            contradiction.note,
            claim_line(run, left),
            claim_line(run, right)
        ),
    }
}
