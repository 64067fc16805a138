//! How the values of a run are spelled in the reports.

use crate::model::claim::{Modality, Question, Stance};
use crate::model::contradiction::{Kind, Status};
use crate::model::span::TextField;

pub(super) fn stance(stance: Stance) -> &'static str {
    stance.as_str()
}

pub(super) fn modality(modality: Modality) -> &'static str {
    modality.as_str()
}

pub(super) fn question(question: Question) -> &'static str {
    question.as_str()
}

pub(super) fn kind(kind: Kind) -> &'static str {
    kind.as_str()
}

pub(super) fn status(status: Status) -> &'static str {
    status.as_str()
}

pub(super) fn field(field: TextField) -> &'static str {
    field.as_str()
}

/// A weight with two decimals: more would claim a precision that hand-set weights do not have.
pub(super) fn bits(weight: f32) -> String {
    // `-0.00` reads like a finding.
    let text = format!("{weight:.2}");
    if text == "-0.00" { "0.00".into() } else { text }
}
