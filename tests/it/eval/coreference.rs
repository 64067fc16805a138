//! The clustering metrics give the values of the CoNLL reference scorer's own test cases.
//!
//! Cases and expected values: conll/reference-coreference-scorers, `test/TestCases.README` and
//! `test/CorefMetricTestConfig.pm`.

use atodds::eval::coref::{Score, b_cubed, ceaf_e, conll, muc};

type Metric = fn(&[Vec<u32>], &[Vec<u32>]) -> Score;

/// `a bc def`: groups of one-letter mentions.
fn groups(text: &str) -> Vec<Vec<u32>> {
    text.split(' ')
        .map(|group| group.chars().map(u32::from).collect())
        .collect()
}

#[track_caller]
fn check(metric: Metric, key: &str, response: &str, recall: f64, precision: f64) {
    let score = metric(&groups(key), &groups(response));
    assert!(
        (score.recall - recall).abs() < 1e-5,
        "recall {} instead of {recall}",
        score.recall
    );
    assert!(
        (score.precision - precision).abs() < 1e-5,
        "precision {} instead of {precision}",
        score.precision
    );
    let f1 = if recall + precision > 0.0 {
        2.0 * recall * precision / (recall + precision)
    } else {
        0.0
    };
    assert!(
        (score.f1 - f1).abs() < 1e-5,
        "f1 {} instead of {f1}",
        score.f1
    );
}

const A: &str = "a bc def";

#[test]
fn muc_as_published() {
    check(muc, A, "a bc def", 1.0, 1.0); // A1
    check(muc, A, "a de", 1.0 / 3.0, 1.0); // A2
    check(muc, A, "a bcx defy z", 1.0, 3.0 / 5.0); // A3
    check(muc, A, "a bcx dy z", 1.0 / 3.0, 1.0 / 3.0); // A4
    check(muc, A, "a bcxB dy z", 1.0 / 3.0, 1.0 / 4.0); // A5
    check(muc, A, "a bcx dy Bz", 1.0 / 3.0, 1.0 / 4.0); // A6
    check(muc, A, "a b c d e f", 0.0, 0.0); // A10
    check(muc, A, "abcdef", 1.0, 3.0 / 5.0); // A11
    check(muc, A, "a x y c d e z", 0.0, 0.0); // A12
    check(muc, A, "axycdez", 1.0 / 3.0, 1.0 / 6.0); // A13
}

#[test]
fn muc_as_in_the_papers() {
    check(muc, "12345 67 89ABC", "12345 6789ABC", 1.0, 9.0 / 10.0); // D1
    check(muc, "12345 67 89ABC", "1234589ABC 67", 1.0, 9.0 / 10.0); // E1
    check(muc, "ABCD", "AB CD", 2.0 / 3.0, 1.0); // F1
    check(muc, "AB CD", "ABCD", 1.0, 2.0 / 3.0); // G1
    check(muc, "ABC", "AC", 1.0 / 2.0, 1.0); // J1
    check(muc, "BCDEGHJ", "ABC DEF GHI", 3.0 / 6.0, 3.0 / 6.0); // K1
    check(muc, "ABC DEFG", "AB CD FGH", 2.0 / 5.0, 2.0 / 4.0); // L1
}

#[test]
fn b_cubed_as_published() {
    check(b_cubed, A, "a bc def", 1.0, 1.0); // A1
    check(b_cubed, A, "a de", (7.0 / 3.0) / 6.0, 1.0); // A2
    check(b_cubed, A, "a bcx defy z", 1.0, (4.0 + 7.0 / 12.0) / 9.0); // A3
    check(
        b_cubed,
        A,
        "a bcx dy z",
        (3.0 + 1.0 / 3.0) / 6.0,
        (1.0 + 4.0 / 3.0 + 1.0 / 2.0) / 7.0,
    ); // A4
    check(
        b_cubed,
        A,
        "a bcxB dy z",
        (3.0 + 1.0 / 3.0) / 6.0,
        2.5 / 8.0,
    ); // A5
    check(
        b_cubed,
        A,
        "a bcx dy Bz",
        (10.0 / 3.0) / 6.0,
        (1.0 + 4.0 / 3.0 + 1.0 / 2.0) / 8.0,
    ); // A6
    check(b_cubed, A, "a b c d e f", 3.0 / 6.0, 1.0); // A10
    check(
        b_cubed,
        A,
        "abcdef",
        1.0,
        (1.0 / 6.0 + 4.0 / 6.0 + 9.0 / 6.0) / 6.0,
    ); // A11
    check(b_cubed, A, "a x y c d e z", 13.0 / 36.0, 4.0 / 7.0); // A12
    check(b_cubed, A, "axycdez", 17.0 / 36.0, 6.0 / 49.0); // A13
    check(b_cubed, "12345 67 89ABC", "12345 6789ABC", 1.0, 16.0 / 21.0); // D1
    check(b_cubed, "12345 67 89ABC", "1234589ABC 67", 1.0, 7.0 / 12.0); // E1
}

#[test]
fn ceaf_e_as_published() {
    check(ceaf_e, A, "a bc def", 1.0, 1.0); // A1
    check(ceaf_e, A, "a de", 0.6, 0.9); // A2
    check(ceaf_e, A, "a bcx defy z", 0.885714, 0.664286); // A3
    check(ceaf_e, A, "a bcx dy z", 0.733333, 0.55); // A4
    check(ceaf_e, A, "a bcxB dy z", 0.688889, 0.516667); // A5
    check(ceaf_e, A, "a bcx dy Bz", 0.733333, 0.55); // A6
}

#[test]
fn conll_is_the_mean_of_the_three() {
    let (key, response) = (groups(A), groups("a de"));
    let mean = (0.5 + 14.0 / 25.0 + 0.72) / 3.0;
    assert!((conll(&key, &response) - mean).abs() < 1e-5);
}
