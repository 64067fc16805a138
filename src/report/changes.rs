//! `changes.csv`: what the run changed in what is known, one row a change.

use crate::model::change::Change;

use super::sheet::Sheet;

const COLUMNS: &[&str] = &[
    "contradiction_id",
    "change",
    "published",
    "kind",
    "status",
    "place",
    "left_party",
    "left_position",
    "right_party",
    "right_position",
    "side",
    "party",
    "outlet",
    "article",
    "claim_id",
    "quote",
    "note",
    "former_id",
];

/// The table of changes; no time of the clock stands in it.
pub(super) fn sheet(changes: &[Change]) -> Sheet {
    let mut sheet = Sheet::new(COLUMNS);
    for change in changes {
        sheet.text(&change.contradiction);
        sheet.text(change.what.as_str());
        sheet.date(change.day);
        sheet.text(change.kind.as_str());
        sheet.text(change.status.as_str());
        sheet.text(&change.place);
        for (party, position) in [&change.left, &change.right] {
            sheet.text_or_empty(party.as_deref());
            sheet.text(position);
        }
        let voice = change.voice.as_ref();
        sheet.text_or_empty(voice.and_then(|voice| voice.side).map(|side| side.as_str()));
        sheet.text_or_empty(voice.and_then(|voice| voice.party.as_deref()));
        sheet.text_or_empty(voice.and_then(|voice| voice.outlet.as_deref()));
        sheet.text_or_empty(voice.map(|voice| voice.article.as_str()));
        sheet.text_or_empty(voice.map(|voice| voice.claim.as_str()));
        sheet.text_or_empty(voice.map(|voice| voice.quote.as_str()));
        sheet.text(&change.note);
        sheet.text_or_empty(change.other.as_deref());
        sheet.end_row();
    }
    sheet
}
