//! Copies found, and whether the counts of independent reports follow from them.

use rustc_hash::FxHashSet;

use crate::model::measure::{Measure, f1};
use crate::model::run::Run;

use super::finding::Finding;
use super::gold::Gold;
use super::pairing::{Pairing, find_article};
use super::sample::SET;

/// Precision and recall of copy pairs (either article may be called the copy), direction, agency, and report counts.
pub fn measure(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Measure> {
    let wanted = wanted(run, gold);
    let ours = ours(run, pairing);
    let is_pair = |left: (u32, u32), right: (u32, u32)| left == right || left == (right.1, right.0);
    let found = wanted
        .iter()
        .filter(|&&want| ours.iter().any(|&own| is_pair(want, own)))
        .count() as u64;
    let right = ours
        .iter()
        .filter(|&&own| wanted.iter().any(|&want| is_pair(want, own)))
        .count() as u64;
    let turned = wanted.iter().filter(|want| ours.contains(want)).count() as u64;
    let recall = Measure::share(SET, "copies.recall", found, gold.copies.len() as u64);
    let precision = Measure::share(SET, "copies.precision", right, ours.len() as u64);
    let both = f1(precision.value, recall.value);
    let mut all = vec![recall, precision, Measure::mean(SET, "copies.f1", both)];
    all.push(Measure::share(SET, "copies.direction", turned, found));
    all.extend(reports(run, gold, pairing));
    all
}

/// Missed and false copies, and clusters whose reports are miscounted.
pub fn findings(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Finding> {
    let (wanted, ours) = (wanted(run, gold), ours(run, pairing));
    let has = |list: &[(u32, u32)], (one, other)| {
        list.contains(&(one, other)) || list.contains(&(other, one))
    };
    let missed = wanted
        .iter()
        .filter(|&&pair| !has(&ours, pair))
        .map(|&pair| pair_finding(run, pair, "copy.missed"));
    let false_ones = ours
        .iter()
        .filter(|&&pair| !has(&wanted, pair))
        .map(|&pair| pair_finding(run, pair, "copy.false"));
    missed
        .chain(false_ones)
        .chain(miscounted(run, gold, pairing))
        .collect()
}

/// Pairs of the gold, copy first.
fn wanted(run: &Run, gold: &Gold) -> Vec<(u32, u32)> {
    let pair = |copy: &super::gold::GoldCopy| {
        Some((
            find_article(run, &copy.article)?,
            find_article(run, &copy.of)?,
        ))
    };
    gold.copies.iter().filter_map(pair).collect()
}

/// Pairs of the run, copy first; those that lie wholly in articles without gold are not judged.
fn ours(run: &Run, pairing: &Pairing) -> Vec<(u32, u32)> {
    let judged = |article: u32| pairing.episode_of[article as usize].is_some();
    let pairs = run.copies.iter().map(|copy| (copy.article, copy.of));
    pairs
        .filter(|&(one, other)| judged(one) || judged(other))
        .collect()
}

fn pair_finding(run: &Run, (copy, of): (u32, u32), sort: &'static str) -> Finding {
    let how = run
        .copies
        .iter()
        .find(|own| (own.article, own.of) == (copy, of));
    Finding {
        sort,
        place: run.articles[copy as usize].key.clone(),
        text: run.articles[copy as usize].title.clone(),
        gold: run.articles[of as usize].key.clone(),
        ours: how.map_or(String::new(), |copy| copy.how.clone()),
    }
}

/// The articles of a cluster, gold copies counted once, over clusters that reach two articles with gold.
fn counts(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<(usize, u32, u32)> {
    let wanted = wanted(run, gold);
    let mut found = Vec::new();
    for (index, cluster) in run.clusters.iter().enumerate() {
        let articles: FxHashSet<u32> = cluster
            .claims
            .iter()
            .map(|&claim| run.claims[claim as usize].article)
            .collect();
        let judged = articles
            .iter()
            .all(|&article| pairing.episode_of[article as usize].is_some());
        if judged && articles.len() > 1 {
            let twice = wanted
                .iter()
                .filter(|(copy, of)| articles.contains(copy) && articles.contains(of))
                .count();
            found.push((
                index,
                (articles.len() - twice) as u32,
                cluster.independent_reports,
            ));
        }
    }
    found
}

fn reports(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Measure> {
    let counts = counts(run, gold, pairing);
    let exact = counts.iter().filter(|(_, want, ours)| want == ours).count() as u64;
    let off: u32 = counts
        .iter()
        .map(|(_, want, ours)| want.abs_diff(*ours))
        .sum();
    vec![
        Measure::share(SET, "reports.exact", exact, counts.len() as u64),
        Measure::mean(
            SET,
            "reports.mean_error",
            f64::from(off) / counts.len().max(1) as f64,
        ),
    ]
}

fn miscounted(run: &Run, gold: &Gold, pairing: &Pairing) -> Vec<Finding> {
    let wrong = counts(run, gold, pairing)
        .into_iter()
        .filter(|(_, want, ours)| want != ours);
    let finding = |(index, want, ours): (usize, u32, u32)| {
        let cluster = &run.clusters[index];
        let mut keys: Vec<&str> = cluster
            .claims
            .iter()
            .map(|&claim| {
                run.articles[run.claims[claim as usize].article as usize]
                    .key
                    .as_str()
            })
            .collect();
        keys.dedup();
        Finding {
            sort: "reports.miscounted",
            place: cluster.id.to_string(),
            text: keys.join(", "),
            gold: want.to_string(),
            ours: ours.to_string(),
        }
    };
    wrong.map(finding).collect()
}
