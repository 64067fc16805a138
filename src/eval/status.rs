//! Whether disputes that were conceded or superseded are shown so, and the open ones are not.

use crate::model::contradiction::Status;
use crate::model::measure::Measure;
use crate::model::run::Run;

use super::disputes::Row;
use super::finding::Finding;
use super::gold::Gold;
use super::sample::SET;

const NAMES: &[(Status, &str)] = &[
    (Status::Open, "status.open"),
    (Status::Superseded, "status.superseded"),
    (Status::Conceded, "status.conceded"),
];

/// Of the disputes of each status, the share that some true row shows with it, and the same over those found.
pub fn measure(run: &Run, gold: &Gold, rows: &[Row]) -> Vec<Measure> {
    let mut all = Vec::new();
    let (mut right, mut total) = (0, 0);
    for (status, metric) in NAMES {
        let wanted = gold
            .disputes
            .iter()
            .enumerate()
            .filter(|(_, dispute)| dispute.status == *status);
        let shown: Vec<Vec<Status>> = wanted.map(|(at, _)| shown(run, rows, at)).collect();
        let same = shown.iter().filter(|seen| seen.contains(status)).count() as u64;
        all.push(Measure::share(SET, metric, same, shown.len() as u64));
        right += same;
        total += shown.iter().filter(|seen| !seen.is_empty()).count() as u64;
    }
    all.push(Measure::share(SET, "status.of_found", right, total));
    all
}

/// Found disputes that no row shows with the right status.
pub fn findings(run: &Run, gold: &Gold, rows: &[Row]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, dispute) in gold.disputes.iter().enumerate() {
        let seen = shown(run, rows, at);
        if !seen.is_empty() && !seen.contains(&dispute.status) {
            found.push(Finding {
                sort: "status.wrong",
                place: format!("{} {}", gold.episodes[dispute.episode as usize], dispute.id),
                text: dispute.proposition.clone(),
                gold: format!("{:?}", dispute.status),
                ours: format!("{seen:?}"),
            });
        }
    }
    found
}

/// The statuses of the rows that show a dispute.
fn shown(run: &Run, rows: &[Row], dispute: usize) -> Vec<Status> {
    let showing = rows.iter().filter(|row| row.disputes.contains(&dispute));
    showing
        .map(|row| run.contradictions[row.index].status)
        .collect()
}
