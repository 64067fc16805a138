//! Who speaks and for whom: every case of `tests/spec/sides.md` against the claims that its text gives.

use crate::denial::{cases_of, hold_all};

#[test]
fn every_case_of_the_spec_of_sides_is_read_right() {
    hold_all(&cases_of(include_str!("../spec/sides.md")));
}
