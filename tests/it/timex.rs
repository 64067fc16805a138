//! Dates on the MEANTIME articles, where they lie beside the package.

use std::path::{Path, PathBuf};

use atodds::eval::sets::timex::measure;
use atodds::lexicon::dates::DateWords;

use crate::parsed::parse;

/// Lowest share of single days that are found right, and lowest F1 of found and right.
const FLOORS: (f64, f64) = (0.93, 0.80);

#[test]
fn meantime_dates_stay_above_their_floors() {
    let Some(path) = beside("shared/data/timex/meantime-test.tsv") else {
        println!("SKIPPED: no shared/data/timex/meantime-test.tsv in a folder around the package");
        return;
    };
    let score = measure(&path, &DateWords::embedded(), &mut |text| parse(text)).unwrap();
    score.misses.iter().for_each(|miss| println!("{miss}"));
    println!(
        "days {:.3} of {}; precision {:.3} of {}; recall {:.3} of {}; F1 {:.3}",
        score.day_accuracy(),
        score.days,
        score.precision(),
        score.found,
        score.recall(),
        score.gold,
        score.f1()
    );
    assert!(score.day_accuracy() >= FLOORS.0);
    assert!(score.f1() >= FLOORS.1);
}

/// A file in the package's folder or one around it.
fn beside(path: &str) -> Option<PathBuf> {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders
        .map(|folder| folder.join(path))
        .find(|path| path.exists())
}
