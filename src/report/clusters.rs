//! `clusters.csv`: one row a cluster, the one with most claims first.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::claim::{Claim, DateRange, Stance};
use crate::model::cluster::Cluster;
use crate::model::contradiction::Status;
use crate::model::run::Run;

use super::sheet::Sheet;
use super::words;

const COLUMNS: &[&str] = &[
    "cluster_id",
    "question",
    "place",
    "object",
    "date_first",
    "date_last",
    "claims",
    "articles",
    "outlets",
    "independent_reports",
    "parties_affirming",
    "parties_denying",
    "status",
    "claim_ids",
    // Columns of our own.
    "outlet_names",
    "contradictions",
];

/// The table of clusters.
pub(super) fn sheet(run: &Run, separator: &str) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    let disputes = disputes(run);
    let mut order: Vec<usize> = (0..run.clusters.len()).collect();
    order.sort_by_key(|&index| {
        let cluster = &run.clusters[index];
        (std::cmp::Reverse(cluster.claims.len()), &cluster.id)
    });
    for index in order {
        let disputes = disputes.get(&(index as u32)).map_or(&[][..], Vec::as_slice);
        row(&mut sheet, run, &run.clusters[index], disputes, separator);
    }
    sheet
}

/// Statuses of the contradictions in each cluster.
fn disputes(run: &Run) -> HashMap<u32, Vec<Status>> {
    let mut disputes: HashMap<u32, Vec<Status>> = HashMap::new();
    for contradiction in &run.contradictions {
        disputes
            .entry(contradiction.cluster)
            .or_default()
            .push(contradiction.status);
    }
    disputes
}

fn row(sheet: &mut Sheet, run: &Run, cluster: &Cluster, disputes: &[Status], separator: &str) {
    let claims: Vec<&Claim> = cluster
        .claims
        .iter()
        .map(|&index| &run.claims[index as usize])
        .collect();
    let articles: BTreeSet<u32> = claims.iter().map(|claim| claim.article).collect();
    let outlets: BTreeSet<&str> = articles
        .iter()
        .filter_map(|&article| run.articles[article as usize].outlet.as_deref())
        .collect();
    let dates = dates(&claims);
    sheet.text(&cluster.id);
    sheet.text(
        claims
            .first()
            .map_or("", |claim| words::question(claim.question)),
    );
    sheet.text(most_common(claims.iter().filter_map(|claim| {
        claim.place.as_ref().map(|place| place.value.name.as_str())
    })));
    sheet.text(most_common(claims.iter().filter_map(|claim| {
        claim.object.as_ref().map(|object| object.value.as_str())
    })));
    sheet.date(dates.map(|dates| dates.first));
    sheet.date(dates.map(|dates| dates.last));
    sheet.number(claims.len());
    sheet.number(articles.len());
    sheet.number(outlets.len());
    sheet.number(cluster.independent_reports);
    sheet.list(&parties(&claims, Stance::Affirm), separator);
    sheet.list(&parties(&claims, Stance::Deny), separator);
    sheet.text(status(disputes));
    let ids: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
    sheet.list(&ids, separator);
    let outlets: Vec<&str> = outlets.into_iter().collect();
    sheet.list(&outlets, separator);
    sheet.number(disputes.len());
    sheet.end_row();
}

/// The cluster's dispute where it stands, the liveliest first; `undisputed` where there is none.
fn status(disputes: &[Status]) -> &'static str {
    disputes
        .iter()
        .min()
        .map_or("undisputed", |status| words::status(*status))
}

fn parties<'c>(claims: &[&'c Claim], stance: Stance) -> Vec<&'c str> {
    let on_side = claims.iter().filter(|claim| claim.stance.value == stance);
    let parties: BTreeSet<&str> = on_side
        .filter_map(|claim| claim.party.as_ref().map(|party| party.value.as_str()))
        .collect();
    parties.into_iter().collect()
}

/// The value that most claims give, the first in the alphabet among equals; `""` where none gives one.
fn most_common<'c>(values: impl Iterator<Item = &'c str>) -> &'c str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let best = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    best.map_or("", |(value, _)| value)
}

fn dates(claims: &[&Claim]) -> Option<DateRange> {
    let ranges = claims
        .iter()
        .filter_map(|claim| claim.dates.as_ref().map(|dates| dates.value));
    ranges.reduce(|left, right| DateRange {
        first: left.first.min(right.first),
        last: left.last.max(right.last),
    })
}
