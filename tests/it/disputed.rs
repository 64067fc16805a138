//! Clusters between which a sure row stands come together, unless a reviewer, a place or a day keeps them apart.

use atodds::cluster::{Prepared, Verdicts, find_group_exclusion, join_disputed};
use atodds::config::Config;
use atodds::model::run::Run;
use atodds::pipeline::{self, Silent};

/// Bits of a row from which its two sides are one matter.
const SURE: f32 = -1.0;

fn episode() -> Run {
    let path = "corpus/nord-stream-2022".into();
    pipeline::run(&[path], &Config::default(), &Silent).unwrap()
}

#[test]
fn the_two_sides_of_a_sure_row_stand_in_one_cluster_or_are_kept_apart() {
    let (run, config) = (episode(), Config::default());
    let prepared = Prepared::new(&run.claims, &run.articles, &config.cluster);
    let of = run.cluster_of();
    let mut together = 0;
    for row in run.contradictions.iter().filter(|row| row.weight >= SURE) {
        let ends = [row.left.quote, row.right.quote].map(|claim| of[claim as usize].unwrap());
        let claims = ends.map(|cluster| &run.clusters[cluster as usize].claims);
        together += usize::from(ends[0] == ends[1]);
        assert!(
            ends[0] == ends[1] || find_group_exclusion(claims[0], claims[1], &prepared).is_some(),
            "{}: {}",
            row.id,
            row.note
        );
    }
    assert!(together > 0);
    for row in &run.contradictions {
        assert!((row.cluster as usize) < run.clusters.len());
    }
}

#[test]
fn what_a_reviewer_keeps_apart_is_not_joined() {
    let (run, config) = (episode(), Config::default());
    let prepared = Prepared::new(&run.claims, &run.articles, &config.cluster);
    let of = run.cluster_of();
    let sides = run
        .contradictions
        .iter()
        .map(|row| (row.left.quote, row.right.quote));
    // Clusters of one claim each, as if nothing had come together.
    let (left, right) = { sides }
        .find(|&(left, right)| of[left as usize] == of[right as usize])
        .expect("a row within a cluster");
    let alone = |claim: u32| atodds::model::cluster::Cluster {
        id: format!("k{claim}").into(),
        claims: vec![claim],
        independent_reports: 1,
    };
    let join = |verdicts: &Verdicts| {
        let mut single: Vec<_> = [left, right].map(alone).into();
        single.sort_by(|a, b| a.claims.cmp(&b.claims));
        join_disputed(single, &[(left, right)], &prepared, verdicts)
            .0
            .len()
    };
    assert_eq!(join(&Verdicts::default()), 1);
    let apart = Verdicts {
        apart: vec![(right, left)],
        ..Verdicts::default()
    };
    assert_eq!(join(&apart), 2);
}
