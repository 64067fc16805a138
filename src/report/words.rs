//! How the values of a run are spelled in the reports.

use crate::model::claim::{Modality, Question, Stance};
use crate::model::contradiction::{Kind, Status};
use crate::model::span::TextField;

pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirm => "affirm",
        Stance::Deny => "deny",
    }
}

pub(super) fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Stated => "stated",
        Modality::Possible => "possible",
        Modality::Planned => "planned",
    }
}

pub(super) fn question(question: Question) -> &'static str {
    match question {
        Question::Control => "control",
        Question::Occurrence => "occurrence",
        Question::Responsibility => "responsibility",
        Question::Quantity => "quantity",
        Question::Cause => "cause",
        Question::Stance => "stance",
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Denial => "denial",
        Kind::RivalControl => "rival_control",
        Kind::Responsibility => "responsibility",
        Kind::Quantity => "quantity",
        Kind::Cause => "cause",
        Kind::Occurrence => "occurrence",
        Kind::Stance => "stance",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Superseded => "superseded",
        Status::Conceded => "conceded",
        Status::Rejected => "rejected",
    }
}

pub(super) fn field(field: TextField) -> &'static str {
    match field {
        TextField::Title => "title",
        TextField::Body => "body",
    }
}

/// A weight with two decimals: more would claim a precision that hand-set weights do not have.
pub(super) fn bits(weight: f32) -> String {
    // `-0.00` reads like a finding.
    let text = format!("{weight:.2}");
    if text == "-0.00" { "0.00".into() } else { text }
}
