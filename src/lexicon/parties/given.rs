//! Given names that women or men alone bear (`given_names.tsv`).

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::super::table;
use super::roles::Gender;

const FILE: &str = "given_names.tsv";
const NAMES: &str = include_str!("../data/given_names.tsv");

/// The gender of those who bear a folded given name; `None` where both do or the list does not know it.
pub(super) fn gender(name: &str) -> Option<Gender> {
    static BORNE: OnceLock<FxHashMap<&'static str, Gender>> = OnceLock::new();
    let borne = BORNE.get_or_init(|| {
        let read = table::rows(FILE, NAMES).map(|row| {
            let woman = row.columns.get(1) == Some(&WOMAN);
            let gender = if woman { Gender::Female } else { Gender::Male };
            (row.columns[0], gender)
        });
        read.collect()
    });
    borne.get(name).copied()
}

/// The mark of a woman's name.
const WOMAN: &str = "f";
