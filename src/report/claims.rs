//! `claims.csv`: one row a claim, in the order of the articles and their text.

use crate::model::article::Article;
use crate::model::claim::{Claim, Found};
use crate::model::place::Place;
use crate::model::run::Run;
use crate::model::span::TextField;

use super::sheet::Sheet;
use super::words;

const COLUMNS: &[&str] = &[
    "claim_id",
    "article",
    "outlet",
    "published",
    "url",
    "speaker",
    "party",
    "stance",
    "modality",
    "actor",
    "actor_party",
    "assertion",
    "question",
    "object",
    "place",
    "place_as_written",
    "region",
    "country",
    "lat",
    "lon",
    "date_first",
    "date_last",
    "quantity_low",
    "quantity_high",
    "unit",
    "back_reference",
    "sentence_start",
    "sentence_end",
    "sentence",
    "cluster_id",
    // Columns of our own: how each value was found.
    "field",
    "cue",
    "object_party",
    "thing",
    "partial",
    "speaker_rule",
    "stance_rule",
    "assertion_rule",
    "date_rule",
    "place_rule",
    "back_reference_how",
];

/// The table of claims.
pub(super) fn sheet(run: &Run) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    let cluster_of = run.cluster_of();
    let mut order: Vec<usize> = (0..run.claims.len()).collect();
    order.sort_by_key(|&index| sort_key(run, &run.claims[index]));
    for index in order {
        let claim = &run.claims[index];
        let article = &run.articles[claim.article as usize];
        who(&mut sheet, claim, article);
        what(&mut sheet, claim);
        sentence(&mut sheet, claim, article);
        let cluster = cluster_of[index].map(|cluster| &run.clusters[cluster as usize]);
        sheet.text_or_empty(cluster.map(|cluster| cluster.id.as_str()));
        how(&mut sheet, claim);
        sheet.end_row();
    }
    sheet
}

type SortKey<'r> = (&'r str, TextField, u32, u32, &'r str);

fn sort_key<'r>(run: &'r Run, claim: &'r Claim) -> SortKey<'r> {
    let article = run.articles[claim.article as usize].key.as_str();
    (
        article,
        claim.field,
        claim.sentence.start,
        claim.trigger.start,
        claim.id.as_str(),
    )
}

fn who(sheet: &mut Sheet, claim: &Claim, article: &Article) {
    sheet.text(&claim.id);
    sheet.text(&article.key);
    sheet.text_or_empty(article.outlet.as_deref());
    sheet.date(article.published);
    sheet.text_or_empty(article.url.as_deref());
    sheet.text_or_empty(value(&claim.speaker));
    sheet.text_or_empty(value(&claim.party));
    sheet.text(words::stance(claim.stance.value));
    sheet.text(words::modality(claim.modality.value));
    sheet.text_or_empty(claim.doer().map(|actor| actor.value.as_str()));
    sheet.text_or_empty(value(&claim.actor_party));
}

fn what(sheet: &mut Sheet, claim: &Claim) {
    sheet.text(&claim.assertion.value);
    sheet.text(words::question(claim.question));
    sheet.text_or_empty(value(&claim.object));
    place(
        sheet,
        claim.place.as_ref().map(|place| &place.value),
        &claim.place_as_written,
    );
    let dates = claim.dates.as_ref().map(|dates| dates.value);
    sheet.date(dates.map(|dates| dates.first));
    sheet.date(dates.map(|dates| dates.last));
    let quantity = claim.quantity.as_ref().map(|quantity| &quantity.value);
    sheet.number_or_empty(quantity.and_then(|quantity| quantity.low));
    sheet.number_or_empty(quantity.and_then(|quantity| quantity.high));
    sheet.text_or_empty(quantity.map(|quantity| quantity.unit.as_str()));
    let target = claim
        .back_reference
        .as_ref()
        .and_then(|back| back.target.as_deref());
    sheet.text_or_empty(target);
}

fn place(sheet: &mut Sheet, place: Option<&Place>, as_written: &str) {
    sheet.text_or_empty(place.map(|place| place.name.as_str()));
    sheet.text(as_written);
    sheet.text_or_empty(place.and_then(|place| place.region.as_deref()));
    sheet.text_or_empty(place.and_then(|place| place.country.as_deref()));
    let at = place.and_then(|place| place.coordinates);
    sheet.number_or_empty(at.map(|(lat, _)| lat));
    sheet.number_or_empty(at.map(|(_, lon)| lon));
}

/// The exact words; offsets count in the body, so a headline has none.
fn sentence(sheet: &mut Sheet, claim: &Claim, article: &Article) {
    let in_body = (claim.field == TextField::Body).then_some(claim.sentence);
    sheet.number_or_empty(in_body.map(|span| span.start));
    sheet.number_or_empty(in_body.map(|span| span.end));
    sheet.text(claim.sentence.of(article.text(claim.field)));
}

fn how(sheet: &mut Sheet, claim: &Claim) {
    sheet.text(words::field(claim.field));
    sheet.text_or_empty(value(&claim.cue));
    sheet.text_or_empty(value(&claim.object_party));
    let thing = claim.actor.as_ref().filter(|_| claim.doer().is_none());
    sheet.text_or_empty(thing.map(|thing| thing.value.as_str()));
    sheet.truth(claim.partial);
    sheet.text_or_empty(rule(&claim.speaker));
    sheet.text(claim.stance.rule);
    sheet.text(claim.assertion.rule);
    sheet.text_or_empty(rule(&claim.dates));
    sheet.text_or_empty(rule(&claim.place));
    sheet.text_or_empty(claim.back_reference.as_ref().map(|back| back.how.as_str()));
}

fn value<T: AsRef<str>>(found: &Option<Found<T>>) -> Option<&str> {
    found.as_ref().map(|found| found.value.as_ref())
}

fn rule<T>(found: &Option<Found<T>>) -> Option<&'static str> {
    found.as_ref().map(|found| found.rule)
}
