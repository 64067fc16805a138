//! Whose word it is: every case of `tests/spec/voices.md` against the claims that its text gives.

use atodds::pipeline::{Tools, claims_of};

use crate::denial::{cases_of, failures, told};

#[test]
fn every_case_of_the_spec_of_voices_is_read_right() {
    let tools = Tools::embedded();
    let cases = cases_of(include_str!("../spec/voices.md"));
    assert!(cases.len() >= 60, "the spec has {} cases", cases.len());
    let mut broken = Vec::new();
    for case in &cases {
        let claims = claims_of(0, &case.article, &tools).claims;
        let failed = failures(case, &claims);
        if !failed.is_empty() {
            let told: Vec<String> = claims.iter().map(told).collect();
            broken.push(format!("{}\n{}", failed.join("\n"), told.join("\n")));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
