//! How things are called on the pages.

use jiff::civil::Date;

use crate::model::claim::{Claim, DateRange, Question, Stance};
use crate::model::verdict::{Fate, Judgement, Mark, Verdict};

use super::super::record;

/// The question that the claims answer, as a person asks it.
pub fn question(question: Question, place: &str) -> String {
    let at = |words: &str| match place {
        "" => format!("{words}?"),
        place => format!("{words} in {place}?"),
    };
    match question {
        Question::Control if place.is_empty() => "Who controls it?".into(),
        Question::Control => format!("Who controls {place}?"),
        Question::Occurrence => at("Did this happen"),
        Question::Responsibility => at("Who did this"),
        Question::Quantity => at("How many"),
        Question::Cause => at("What caused this"),
        Question::Stance => "What does the party accept?".into(),
    }
}

/// Days as `2025-12-01` or `2025-12-01 to 2025-12-03`, `""` where there are none.
pub fn days(dates: Option<DateRange>) -> String {
    match dates {
        None => String::new(),
        Some(dates) if dates.first == dates.last => dates.first.to_string(),
        Some(dates) => format!("{} to {}", dates.first, dates.last),
    }
}

/// A day, or that it is not known.
pub fn day(date: Option<Date>) -> String {
    date.map_or_else(|| "undated".into(), |date| date.to_string())
}

/// What a claim does: `affirms` or `denies`.
pub fn stance(claim: &Claim) -> &'static str {
    match claim.stance.value {
        Stance::Affirm => "affirms",
        Stance::Deny => "denies",
    }
}

/// An amount with its unit.
pub fn amount(claim: &Claim) -> Option<String> {
    let amount = &claim.quantity.as_ref()?.value;
    let figures = match (amount.low, amount.high) {
        (Some(low), Some(high)) if low == high => format!("{low}"),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => return None,
    };
    Some(format!("{figures} {}", amount.unit).trim_end().to_owned())
}

/// A verdict in a few words.
pub fn verdict(judgement: &Judgement) -> String {
    match judgement {
        Judgement::Contradiction { answer, .. } => {
            format!("contradiction {}", record::answer_name(*answer))
        }
        Judgement::Keep { claims } => format!("cluster kept ({} claims)", claims.len()),
        Judgement::Eject { .. } => "claim ejected".into(),
        Judgement::Split { one, other } => format!("split, {} from {}", one.len(), other.len()),
        Judgement::Merge { .. } => "merged".into(),
        Judgement::Never { .. } => "never together".into(),
        Judgement::Correct { field, value, .. } if value.is_empty() => {
            format!("{}: none", record::field_name(*field))
        }
        Judgement::Correct { field, value, .. } => {
            format!("{}: {value}", record::field_name(*field))
        }
        Judgement::Note { text, .. } => format!("note: {text}"),
        Judgement::Undo { .. } => "undone".into(),
        Judgement::Redo { .. } => "redone".into(),
    }
}

/// The sentences that a verdict is about, two at most, each with its source.
pub fn about(verdict: &Verdict) -> Vec<(String, String)> {
    let pair = match &verdict.judgement {
        Judgement::Split { one, other }
        | Judgement::Merge { one, other }
        | Judgement::Never { one, other } => {
            vec![one.first(), other.first()]
        }
        judgement => {
            let marks = judgement.marks();
            vec![
                marks.first().copied(),
                marks.get(1).copied().filter(|_| is_pair(judgement)),
            ]
        }
    };
    let line = |mark: &Mark| (mark.sentence.clone(), source(mark));
    pair.into_iter().flatten().map(line).collect()
}

fn is_pair(judgement: &Judgement) -> bool {
    matches!(judgement, Judgement::Contradiction { .. })
}

fn source(mark: &Mark) -> String {
    let outlet = mark.outlet.as_deref().unwrap_or("outlet unknown");
    format!("{outlet}, {}", day(mark.published))
}

/// What became of a verdict, and a class for its looks.
pub fn fate(fate: &Fate) -> (String, &'static str) {
    match fate {
        Fate::Obeyed => ("obeyed".into(), "good"),
        Fate::Partly(missing) => (
            format!("obeyed; the text of {missing} claims is gone"),
            "bad",
        ),
        Fate::Gone => ("its text is gone".into(), "bad"),
        Fate::Overruled(by) => (
            format!("conflicts with the later verdict {by}, which is obeyed"),
            "bad",
        ),
        Fate::Idle => (
            "nothing to do: no longer held against each other".into(),
            "plain",
        ),
        Fate::Unreadable => ("its value cannot be read".into(), "bad"),
        Fate::Undone => ("undone".into(), "plain"),
    }
}

/// What a verdict says of one claim, `None` where it speaks of its cluster or of a contradiction.
pub fn verdict_on(judgement: &Judgement, key: &str) -> Option<String> {
    match judgement {
        Judgement::Eject { claim, .. } if claim.key == key => Some("ejected".into()),
        Judgement::Split { one, .. } if one.iter().any(|mark| mark.key == key) => {
            Some("split off".into())
        }
        Judgement::Correct { .. } => Some(verdict(judgement)),
        Judgement::Note { on, .. } if on.len() == 1 => Some(verdict(judgement)),
        _ => None,
    }
}
