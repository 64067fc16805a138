//! Fifty verdicts on real feeds, obeyed by a re-run.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use atodds::config::Config;
use atodds::model::contradiction::Status;
use atodds::model::run::Run;
use atodds::model::verdict::{Fate, Judgement, Verdict};
use atodds::pipeline::{self, Silent};
use atodds::review::{Desk, Sort, Wish, judgement};

use crate::folder::Folder;

/// Texts of the feeds that are read: enough for fifty matters, few enough for a test.
const TEXTS: usize = 1500;

fn feeds(folder: &Folder, path: &Path) -> Run {
    let file = std::fs::File::open(path).unwrap();
    let lines = BufReader::new(flate2::bufread::GzDecoder::new(BufReader::new(file))).lines();
    let mut out = std::fs::File::create(folder.path().join("feeds.jsonl")).unwrap();
    for line in lines.take(TEXTS) {
        writeln!(out, "{}", line.unwrap()).unwrap();
    }
    pipeline::run(
        &[folder.path().join("feeds.jsonl")],
        &Config::default(),
        &Silent,
    )
    .unwrap()
}

/// One verdict on each entry, of each kind in turn.
fn verdicts(desk: &Desk) -> Vec<Verdict> {
    let run = desk.run();
    let mut wishes = Vec::new();
    let rows = desk
        .entries()
        .filter(|(entry, _)| entry.sort == Sort::Contradiction);
    wishes.extend(
        rows.take(10)
            .map(|(entry, _)| Wish::parse(&entry.id, "wrong")),
    );
    let groups: Vec<_> = desk
        .entries()
        .map(|(entry, _)| entry)
        .filter(|entry| entry.sort != Sort::Contradiction && entry.claims > 1)
        .collect();
    for (number, pair) in groups.chunks(2).enumerate() {
        let claim = |entry: &atodds::review::Entry| {
            run.claims[run.clusters[entry.cluster as usize].claims[0] as usize]
                .id
                .to_string()
        };
        let [one, other] = pair else { break };
        let (first, second) = (claim(one), claim(other));
        let (on, verb) = match number % 5 {
            0 => (one.id.to_string(), "keep".into()),
            1 => (first, "eject".into()),
            2 => (one.id.to_string(), format!("split={first}")),
            3 => (one.id.to_string(), format!("merge={second}")),
            _ => (one.id.to_string(), format!("never={second}")),
        };
        wishes.push(Wish::parse(&on, &verb));
    }
    let judged = wishes
        .iter()
        .take(50)
        .map(|wish| judgement(wish, desk).unwrap());
    (0..)
        .zip(judged)
        .map(|(number, judgement)| Verdict {
            id: format!("v{number}").into(),
            who: "Ada".into(),
            when: jiff::Timestamp::from_second(1_800_000_000 + number).unwrap(),
            judgement,
        })
        .collect()
}

/// Whether a run does what a verdict says.
fn is_obeyed(judgement: &Judgement, desk: &Desk) -> bool {
    let run = desk.run();
    let cluster_of = run.cluster_of();
    let clusters = |marks: &[atodds::model::verdict::Mark]| -> BTreeSet<u32> {
        let claims = marks.iter().map(|mark| desk.find_mark(mark).unwrap());
        claims
            .map(|claim| cluster_of[claim as usize].unwrap())
            .collect()
    };
    match judgement {
        Judgement::Keep { claims } => clusters(claims).len() == 1,
        Judgement::Merge { one, other } => {
            clusters(&[one.clone(), other.clone()].concat()).len() == 1
        }
        Judgement::Split { one, other } | Judgement::Never { one, other } => {
            clusters(one).is_disjoint(&clusters(other))
        }
        Judgement::Eject { claim, from } => {
            clusters(std::slice::from_ref(claim)).is_disjoint(&clusters(from))
        }
        Judgement::Contradiction { left, right, .. } => {
            let [left, right] = [left, right].map(|mark| desk.find_mark(mark).unwrap());
            let about = run.contradictions.iter().filter(|row| {
                let holds = |claim: &u32| {
                    row.left.claims.contains(claim) || row.right.claims.contains(claim)
                };
                row.left.quote == left && row.right.quote == right || holds(&left) && holds(&right)
            });
            about.into_iter().all(|row| row.status == Status::Rejected)
        }
        _ => true,
    }
}

#[test]
fn after_fifty_verdicts_on_feeds_a_re_run_obeys_every_one() {
    let path = Path::new("../shared/data/rss/ukraine.jsonl.gz");
    let path = std::env::var_os("ATODDS_RSS").map_or_else(|| path.to_path_buf(), Into::into);
    if !path.exists() {
        println!(
            "SKIPPED: {} is not there; ATODDS_RSS names it",
            path.display()
        );
        return;
    }
    let folder = Folder::new();
    let settings = Config::default();
    let desk = Desk::new(feeds(&folder, &path), &settings.review);
    let verdicts = verdicts(&desk);
    assert_eq!(verdicts.len(), 50);
    let paths = [folder.path().join("feeds.jsonl")];
    let (again, _) =
        pipeline::run_obeying(&verdicts, &paths, &settings, &pipeline::Blank, &Silent).unwrap();
    let fates = again.fates.clone();
    let desk = Desk::new(again, &settings.review);
    for (verdict, fate) in verdicts.iter().zip(&fates) {
        let idle = matches!(verdict.judgement, Judgement::Contradiction { .. });
        assert!(
            *fate == Fate::Obeyed || idle && *fate == Fate::Idle,
            "{fate:?}: {verdict:?}"
        );
        assert!(is_obeyed(&verdict.judgement, &desk), "{verdict:?}");
    }
}
