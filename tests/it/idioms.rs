//! What idioms, flat answers and views deny: every case of `tests/spec/idioms.md` against the claims of its text.

use crate::denial::{cases_of, hold_all};

#[test]
fn every_case_of_the_spec_of_idioms_is_read_right() {
    let cases = cases_of(include_str!("../spec/idioms.md"));
    assert!(cases.len() >= 20, "the spec has {} cases", cases.len());
    hold_all(&cases);
}
