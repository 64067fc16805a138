//! Verdicts are obeyed by later runs, found again by their words, and never dropped.

use std::collections::BTreeSet;

use atodds::config::Config;
use atodds::model::article::Article;
use atodds::model::contradiction::Status;
use atodds::model::run::Run;
use atodds::model::verdict::{Answer, Fate, Field, Judgement, Mark, Verdict};
use atodds::obey;
use atodds::pipeline::{self, Silent};

/// One episode, read once.
fn episode() -> Run {
    let path = "corpus/pokrovsk-2025".into();
    pipeline::run(&[path], &Config::default(), &Silent).unwrap()
}

fn verdict(number: i64, who: &str, judgement: Judgement) -> Verdict {
    Verdict {
        id: format!("v{number}").into(),
        who: who.into(),
        when: jiff::Timestamp::from_second(1_800_000_000 + number).unwrap(),
        judgement,
    }
}

/// The mark of every claim, by index.
fn marks(run: &Run) -> Vec<Mark> {
    let keys = obey::keys(&run.claims, &run.articles);
    let mark = |(claim, key): (&atodds::model::claim::Claim, compact_str::CompactString)| {
        obey::mark(claim, &run.articles[claim.article as usize], &key)
    };
    run.claims.iter().zip(keys).map(mark).collect()
}

fn some(marks: &[Mark], claims: &[u32]) -> Vec<Mark> {
    claims
        .iter()
        .map(|&claim| marks[claim as usize].clone())
        .collect()
}

fn judge(run: &mut Run, verdicts: &[Verdict]) {
    pipeline::judge(verdicts, &Config::default(), &Silent, run);
}

/// Clusters of at least so many claims, by their claims' marks.
fn big(run: &Run, least: usize) -> Vec<Vec<u32>> {
    let clusters = run.clusters.iter().map(|cluster| cluster.claims.clone());
    clusters.filter(|claims| claims.len() >= least).collect()
}

fn cluster_of(run: &Run, mark: &Mark) -> u32 {
    let at = marks(run).iter().position(|own| own.key == mark.key);
    run.cluster_of()[at.unwrap()].unwrap()
}

#[test]
fn keys_are_unique_and_do_not_hang_on_the_path_or_order_of_articles() {
    let run = episode();
    let keys = obey::keys(&run.claims, &run.articles);
    let unique: BTreeSet<_> = keys.iter().collect();
    assert_eq!(unique.len(), keys.len());
    let moved: Vec<Article> = run
        .articles
        .iter()
        .rev()
        .map(|article| Article {
            key: format!("elsewhere/{}", article.key),
            ..article.clone()
        })
        .collect();
    let again = pipeline::run_articles(moved, &Config::default(), &Silent).unwrap();
    let others = obey::keys(&again.claims, &again.articles);
    assert_eq!(unique, others.iter().collect());
}

#[test]
fn every_kind_of_verdict_is_obeyed_by_a_run_over_moved_articles() {
    let mut run = episode();
    let marks = marks(&run);
    let groups = big(&run, 3);
    assert!(groups.len() >= 5, "{}", groups.len());
    let row = run.contradictions[0].clone();
    let claim = run.claims.iter().position(|claim| claim.party.is_some());
    let of = |group: usize| some(&marks, &groups[group]);
    let verdicts = [
        Judgement::Contradiction {
            left: marks[row.left.quote as usize].clone(),
            right: marks[row.right.quote as usize].clone(),
            answer: Answer::Wrong,
        },
        Judgement::Keep { claims: of(0) },
        Judgement::Eject {
            claim: of(1)[0].clone(),
            from: of(1)[1..].to_vec(),
        },
        Judgement::Split {
            one: of(2)[..1].to_vec(),
            other: of(2)[1..].to_vec(),
        },
        Judgement::Merge {
            one: of(3),
            other: of(4),
        },
        Judgement::Never {
            one: of(0),
            other: of(1),
        },
        Judgement::Correct {
            claim: marks[claim.unwrap()].clone(),
            field: Field::Party,
            value: "Wonderland".into(),
        },
    ];
    let verdicts: Vec<Verdict> = (0..)
        .zip(verdicts)
        .map(|(number, judgement)| verdict(number, "a", judgement))
        .collect();
    let moved = run.articles.iter().rev().map(|article| Article {
        key: format!("elsewhere/{}", article.key),
        ..article.clone()
    });
    run = pipeline::run_articles(moved.collect(), &Config::default(), &Silent).unwrap();
    judge(&mut run, &verdicts);
    assert!(
        !run.fates.contains(&Fate::Gone) && run.fates[0] != Fate::Idle,
        "{:?}",
        run.fates
    );
    let at = |mark: &Mark| cluster_of(&run, mark);
    let one = |group: &[Mark]| group.iter().map(at).collect::<BTreeSet<u32>>();
    assert_eq!(one(&of(0)).len(), 1, "kept");
    assert!(!one(&of(1)[1..]).contains(&at(&of(1)[0])), "ejected");
    assert!(!one(&of(2)[1..]).contains(&at(&of(2)[0])), "split");
    assert_eq!(one(&[of(3), of(4)].concat()).len(), 1, "merged");
    assert!(one(&of(0)).is_disjoint(&one(&of(1))), "never together");
    assert!(
        run.contradictions
            .iter()
            .any(|found| found.status == Status::Rejected)
    );
    let corrected = marks[claim.unwrap()].key.clone();
    let keys = obey::keys(&run.claims, &run.articles);
    let at = keys.iter().position(|key| *key == corrected).unwrap();
    assert_eq!(run.claims[at].party_name(), Some("Wonderland"));
    // Without the verdicts everything is as it was before.
    judge(&mut run, &[]);
    assert_ne!(run.claims[at].party_name(), Some("Wonderland"));
    assert!(run.uncorrected.is_empty());
    let rejected =
        |found: &atodds::model::contradiction::Contradiction| found.status == Status::Rejected;
    assert!(!run.contradictions.iter().any(rejected));
}

#[test]
fn the_later_verdict_is_obeyed_and_the_earlier_one_says_by_which() {
    let mut run = episode();
    let marks = marks(&run);
    let group = some(&marks, &big(&run, 3)[0]);
    let keep = Judgement::Keep {
        claims: group.clone(),
    };
    let eject = Judgement::Eject {
        claim: group[0].clone(),
        from: group[1..].to_vec(),
    };
    let row = &run.contradictions[0];
    let answer = |answer| Judgement::Contradiction {
        left: marks[row.right.quote as usize].clone(),
        right: marks[row.left.quote as usize].clone(),
        answer,
    };
    let verdicts = [
        verdict(1, "a", keep),
        verdict(2, "b", eject),
        verdict(3, "a", answer(Answer::Wrong)),
        verdict(4, "b", answer(Answer::Right)),
    ];
    judge(&mut run, &verdicts);
    assert_eq!(run.fates[0], Fate::Overruled("v2".into()));
    assert_eq!(run.fates[1], Fate::Obeyed);
    assert_eq!(run.fates[2], Fate::Overruled("v4".into()));
    assert_eq!(run.fates[3], Fate::Obeyed);
    assert_eq!(run.contradictions[0].status, Status::Open);
    // Undone, the later one frees the earlier; redone, it counts again.
    let undo = verdict(5, "b", Judgement::Undo { of: "v2".into() });
    let redo = verdict(6, "b", Judgement::Redo { of: "v2".into() });
    let mut more = verdicts.to_vec();
    more.push(undo);
    judge(&mut run, &more);
    assert_eq!(run.fates[0], Fate::Obeyed);
    assert_eq!(run.fates[1], Fate::Undone);
    more.push(redo);
    judge(&mut run, &more);
    assert_eq!(run.fates[0], Fate::Overruled("v2".into()));
    assert_eq!(run.fates[1], Fate::Obeyed);
}

#[test]
fn verdicts_whose_text_is_gone_or_whose_value_is_nonsense_are_told() {
    let mut run = episode();
    let marks = marks(&run);
    let gone = Mark {
        key: "w0".into(),
        ..marks[0].clone()
    };
    let correct = |field, value: &str| Judgement::Correct {
        claim: marks[0].clone(),
        field,
        value: value.into(),
    };
    let verdicts = [
        verdict(
            1,
            "a",
            Judgement::Keep {
                claims: vec![gone.clone()],
            },
        ),
        verdict(
            2,
            "a",
            Judgement::Keep {
                claims: vec![gone, marks[0].clone()],
            },
        ),
        verdict(3, "a", correct(Field::Date, "yesterday")),
        verdict(4, "a", correct(Field::Quantity, "9-3")),
        verdict(5, "a", correct(Field::Stance, "maybe")),
    ];
    judge(&mut run, &verdicts);
    let nonsense = Fate::Unreadable;
    let expected = [
        Fate::Gone,
        Fate::Partly(1),
        nonsense.clone(),
        nonsense.clone(),
        nonsense,
    ];
    assert_eq!(run.fates, expected);
}
