//! Which sentences give a claim, and what it says: every case of `tests/spec/drawn.md` against the claims of its text.

use crate::denial::{cases_of, hold_all};

#[test]
fn every_case_of_the_spec_of_claims_drawn_is_read_right() {
    let cases = cases_of(include_str!("../spec/drawn.md"));
    assert!(cases.len() >= 40, "the spec has {} cases", cases.len());
    hold_all(&cases);
}
