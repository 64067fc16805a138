//! `contradictions.csv`: one row for two opposed positions, in the order in which the run ranks them.

use crate::model::contradiction::{Contradiction, Side};
use crate::model::run::Run;

use super::sheet::Sheet;
use super::words;

const COLUMNS: &[&str] = &[
    "contradiction_id",
    "code",
    "kind",
    "status",
    "weight",
    "cluster_id",
    "question",
    "place",
    "date_first",
    "date_last",
    "left_party",
    "left_position",
    "left_speaker",
    "left_outlet",
    "left_published",
    "left_article",
    "left_quote",
    "left_claims",
    "left_independent_reports",
    "right_party",
    "right_position",
    "right_speaker",
    "right_outlet",
    "right_published",
    "right_article",
    "right_quote",
    "right_claims",
    "right_independent_reports",
    "note",
    // A column of our own: the claim by which it was conceded or superseded.
    "status_claim",
];

/// The table of contradictions.
pub(super) fn sheet(run: &Run, separator: &str) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    for contradiction in &run.contradictions {
        matter(&mut sheet, run, contradiction);
        side(&mut sheet, run, &contradiction.left, separator);
        side(&mut sheet, run, &contradiction.right, separator);
        sheet.text(&contradiction.note);
        let by = contradiction
            .status_claim
            .map(|index| &run.claims[index as usize]);
        sheet.text_or_empty(by.map(|claim| claim.id.as_str()));
        sheet.end_row();
    }
    sheet
}

fn matter(sheet: &mut Sheet, run: &Run, contradiction: &Contradiction) {
    sheet.text(&contradiction.id);
    sheet.text(contradiction.code);
    sheet.text(words::kind(contradiction.kind));
    sheet.text(words::status(contradiction.status));
    sheet.number(words::bits(contradiction.weight));
    sheet.text(&run.clusters[contradiction.cluster as usize].id);
    let quotes =
        [&contradiction.left, &contradiction.right].map(|side| &run.claims[side.quote as usize]);
    sheet.text(words::question(quotes[0].question));
    let place = quotes.iter().find_map(|claim| claim.place.as_ref());
    sheet.text_or_empty(place.map(|place| place.value.name.as_str()));
    sheet.date(contradiction.dates.map(|dates| dates.first));
    sheet.date(contradiction.dates.map(|dates| dates.last));
}

fn side(sheet: &mut Sheet, run: &Run, side: &Side, separator: &str) {
    let claim = &run.claims[side.quote as usize];
    let article = &run.articles[claim.article as usize];
    sheet.text_or_empty(side.party.as_deref());
    sheet.text(&side.position);
    sheet.text_or_empty(claim.speaker.as_ref().map(|speaker| speaker.value.as_str()));
    sheet.text_or_empty(article.outlet.as_deref());
    sheet.date(article.published);
    sheet.text(&article.key);
    sheet.text(claim.sentence.of(article.text(claim.field)));
    let ids: Vec<&str> = side
        .claims
        .iter()
        .map(|&index| run.claims[index as usize].id.as_str())
        .collect();
    sheet.list(&ids, separator);
    sheet.number(side.independent_reports);
}
