//! Whose word it is: every case of `tests/spec/voices.md` against the claims that its text gives.

use crate::denial::{cases_of, hold_all};

#[test]
fn every_case_of_the_spec_of_voices_is_read_right() {
    let cases = cases_of(include_str!("../spec/voices.md"));
    assert!(cases.len() >= 60, "the spec has {} cases", cases.len());
    hold_all(&cases);
}
