//! The traits of a row by which the table of judged rows weighs it.

use crate::lexicon::assertions::Ground;
use crate::model::claim::{Modality, NEGATED, TOLD_BEFORE};
use crate::model::pair::Step;
use crate::model::span::TextField;

use super::super::ground;
use super::super::quantity::DISJOINT;
use super::super::reply::{OTHER_FIGURE, is_rule_of_replies};
use super::super::view::{Match, View, gap, places};
use super::FITTED;

/// Bytes from which a sentence says much besides.
const LONG: u32 = 250;

/// Days of publication between two sides that still make one exchange, and one debate.
const SAME_DAYS: i32 = 2;
const SAME_WEEK: i32 = 7;

/// The steps that the two claims of a row show by themselves.
pub(super) fn row_steps(left: &View<'_>, right: &View<'_>, code: &'static str) -> Vec<Step> {
    FITTED.steps([
        ("prior", "prior"),
        ("rule", trait_of(left, right, code)),
        ("denial", denial(right)),
        ("left-voice", voice(left)),
        ("right-voice", voice(right)),
        ("relay", relay(left, right)),
        ("telling", telling(left, right, code)),
        ("interval", interval(left, right)),
        ("length", length(right)),
        ("modality", modality(left, right)),
        ("question", question(left)),
        ("place", place(left, right)),
        ("headline", headline(left, right)),
    ])
}

/// A figure that leaves out what it counts answers the one before it, and a deed that two lay at each other's door is surer one
/// in one sentence or at one bridge, plant or hospital; which the rows that were judged first did not tell apart.
fn trait_of(left: &View<'_>, right: &View<'_>, code: &'static str) -> &'static str {
    match code {
        _ if tells_again(left, right, code) => "told-figure",
        _ if rule(code) != "doer" => rule(code),
        _ if is_one_sentence(left, right) => CHARGES,
        _ if is_one_spot(left, right) => SPOT,
        _ => "doer",
    }
}

/// Whether two lay one deed at each other's door in one sentence or at one bridge, plant or hospital.
pub(super) fn is_sure_charge(left: &View<'_>, right: &View<'_>, code: &'static str) -> bool {
    [CHARGES, SPOT].contains(&trait_of(left, right, code))
}

/// The traits of a deed that two lay at each other's door in one sentence, and at one facility.
const CHARGES: &str = "charges";
const SPOT: &str = "spot";

fn is_one_sentence(left: &View<'_>, right: &View<'_>) -> bool {
    let (a, b) = (left.claim, right.claim);
    a.article == b.article && a.field == b.field && a.sentence == b.sentence
}

fn is_one_spot(left: &View<'_>, right: &View<'_>) -> bool {
    let one = matches!(places(left, right), Match::Same | Match::Some);
    one && left.is_facility() && right.is_facility()
}

fn tells_again(left: &View<'_>, right: &View<'_>, code: &str) -> bool {
    let again = |view: &View<'_>| {
        let quantity = view.claim.quantity.as_ref();
        quantity.is_some_and(|found| found.rule == TOLD_BEFORE)
    };
    let figures = [&DISJOINT, &OTHER_FIGURE];
    let of_figures = figures.iter().any(|rule| rule.code == code);
    let one_text = left.claim.article == right.claim.article;
    of_figures && one_text && (again(left) || again(right))
}

fn rule(code: &'static str) -> &'static str {
    match code {
        "C101" => "same",
        "C102" => "kindred",
        "C103" => "pointing",
        "C104" => "reworded",
        _ if is_rule_of_replies(code) => "reply",
        _ => match code.as_bytes().get(1) {
            Some(b'2') => "control",
            Some(b'3') => "doer",
            Some(b'4') => "figure",
            Some(b'5') => "cause",
            Some(b'6') => "occurrence",
            _ => "stance",
        },
    }
}

fn denial(right: &View<'_>) -> &'static str {
    match (right.denied, &right.claim.back_reference) {
        (false, _) => "none",
        (true, Some(_)) => "pointing",
        (true, None) if right.claim.stance.rule == NEGATED => "negation",
        (true, None) => "word",
    }
}

fn voice(view: &View<'_>) -> &'static str {
    match (&view.claim.party, &view.claim.speaker) {
        (Some(_), _) => "party",
        (None, Some(_)) => "name",
        (None, None) => "outlet",
    }
}

fn relay(left: &View<'_>, right: &View<'_>) -> &'static str {
    let relayed = |view: &View<'_>| !view.claim.relayed_by.is_empty();
    if relayed(left) || relayed(right) {
        "relayed"
    } else {
        "direct"
    }
}

fn telling(left: &View<'_>, right: &View<'_>, code: &'static str) -> &'static str {
    let (a, b) = (left.claim, right.claim);
    if is_one_sentence(left, right) {
        "one-sentence"
    } else if ground::is_reply(left, right)
        || rule(code) == "reply"
        || tells_again(left, right, code)
    {
        "next-sentence"
    } else if a.article == b.article {
        "one-article"
    } else {
        "two-articles"
    }
}

fn interval(left: &View<'_>, right: &View<'_>) -> &'static str {
    let days = match (left.published, right.published) {
        (Some(a), Some(b)) => gap((a, a), (b, b)),
        _ => 0,
    };
    if days <= SAME_DAYS {
        "days"
    } else if days <= SAME_WEEK {
        "week"
    } else {
        "weeks"
    }
}

fn length(right: &View<'_>) -> &'static str {
    let sentence = right.claim.sentence;
    match sentence.end.saturating_sub(sentence.start) > LONG {
        true => "long",
        false => "short",
    }
}

fn modality(left: &View<'_>, right: &View<'_>) -> &'static str {
    let stated = |view: &View<'_>| view.claim.modality.value == Modality::Stated;
    match stated(left) && stated(right) {
        true => "stated",
        false => "other",
    }
}

fn question(left: &View<'_>) -> &'static str {
    match left.ground {
        Ground::Stance => "stance",
        Ground::Control | Ground::Event => "fact",
    }
}

fn place(left: &View<'_>, right: &View<'_>) -> &'static str {
    match places(left, right) {
        Match::Same if left.is_local() || right.is_local() => "same",
        Match::Same => "same-country",
        Match::Some => "kindred",
        Match::Missing | Match::Other => "missing",
    }
}

fn headline(left: &View<'_>, right: &View<'_>) -> &'static str {
    let title = |view: &View<'_>| view.claim.field == TextField::Title;
    match title(left) || title(right) {
        true => "yes",
        false => "no",
    }
}
