//! The weight of a row in bits: how likely it is that its two sides do contradict each other, by traits fitted on judged rows.
//!
//! The table `data/row_levels.tsv` was fitted on rows that readers judged one by one (`benches/rows`); a sum of 0 means as
//! likely right as wrong. Rows below [`Settings::least_weight`](super::Settings) are left out, and
//! those of short items below [`Settings::least_in_items`](super::Settings), which is more. A denial in the article of
//! what it denies, one in another article in other words, and another account right behind are weighed by the tables of
//! [`super::reply`] instead. Age, which says nothing of
//! that, only ranks: recent before old.

use std::sync::OnceLock;

use crate::lexicon::assertions::Ground;
use crate::model::claim::{Modality, NEGATED, TOLD_BEFORE};
use crate::model::contradiction::{Contradiction, Side};
use crate::model::pair::Step;
use crate::model::span::TextField;

use super::fitted::Fitted;
use super::ground::step;
use super::quantity::DISJOINT;
use super::reply::{self, OTHER_FIGURE, is_rule_of_replies};
use super::view::{Match, View, gap, places, views};
use super::{Context, ground};

/// The file as it is compiled in.
const BUILTIN: &str = include_str!("data/row_levels.tsv");

/// Fields that rank a row and say nothing of whether it is right.
const RANKING: [&str; 2] = ["age", "parties"];

/// Days in which a row loses half a bit, and the most that age can cost.
const AGE_DAYS: f32 = 60.0;
const MOST_AGE_BITS: f32 = 2.0;

/// Bits of a party against its own word: it is listed, but last.
const OWN_WORD_BITS: f32 = -3.0;

/// Bytes from which a sentence says much besides.
const LONG: u32 = 250;

/// Days of publication between two sides that still make one exchange, and one debate.
const SAME_DAYS: i32 = 2;
const SAME_WEEK: i32 = 7;

fn fitted() -> &'static Fitted {
    static TABLE: OnceLock<Fitted> = OnceLock::new();
    TABLE.get_or_init(|| Fitted::parse(BUILTIN))
}

/// By which table a row is weighed.
enum Scale {
    /// A denial in the article of what it denies, whatever rule found it.
    Reply,
    /// Another account right behind the first.
    Rival,
    /// A denial in another article of what it denies, in other words.
    Across,
    /// Two figures of two articles told in much the same words.
    Figure,
    /// Any other row.
    Row,
}

fn scale(left: &View<'_>, right: &View<'_>, code: &str) -> Scale {
    if reply::may_answer(left.claim, right.claim) {
        Scale::Reply
    } else if code == reply::REPLIED_ELSEWHERE.code {
        Scale::Across
    } else if code == reply::OTHER_FIGURE_ELSEWHERE.code {
        Scale::Figure
    } else if code == reply::OTHER_ACCOUNT.code {
        Scale::Rival
    } else {
        Scale::Row
    }
}

/// The steps whose sum is the weight.
pub fn steps(row: &Contradiction, context: &Context<'_>) -> Vec<Step> {
    weigh(row, context).0
}

/// The steps of a row that is likely enough right to be listed, whatever only ranks it; `None` for any other.
pub fn listed(row: &Contradiction, context: &Context<'_>) -> Option<Vec<Step>> {
    let (steps, scale) = weigh(row, context);
    let least = match scale {
        Scale::Reply => context.settings.least_reply,
        Scale::Across => context.settings.least_across,
        Scale::Figure => context.settings.least_figure,
        Scale::Rival => context.settings.least_rival,
        Scale::Row => context.settings.least_weight,
    };
    let items = [row.left.quote, row.right.quote].map(|quote| {
        let article = context.claims[quote as usize].article as usize;
        context.articles.get(article).is_some_and(reply::is_item)
    });
    let least = match items.contains(&true) {
        true => least.max(context.settings.least_in_items),
        false => least,
    };
    let counted = steps.iter().filter(|step| !RANKING.contains(&step.field));
    let enough = counted.map(|step| step.bits).sum::<f32>() >= least;
    enough.then_some(steps)
}

fn weigh(row: &Contradiction, context: &Context<'_>) -> (Vec<Step>, Scale) {
    let quotes = views(&[row.left.quote, row.right.quote], context);
    let (left, right) = (&quotes[0], &quotes[1]);
    let scale = scale(left, right, row.code);
    let mut steps = pair_steps(left, right, row.code, context);
    if matches!(scale, Scale::Row) {
        steps.push(reports(&row.left, "left-reports"));
        steps.push(reports(&row.right, "right-reports"));
    }
    steps.push(age(left, right, context));
    steps.push(own_word(row));
    (steps, scale)
}

/// Bits of what two claims that clash by a rule show by themselves.
pub fn pair_bits(
    left: &View<'_>,
    right: &View<'_>,
    code: &'static str,
    context: &Context<'_>,
) -> f32 {
    let steps = pair_steps(left, right, code, context);
    steps.iter().map(|step| step.bits).sum()
}

fn pair_steps(
    left: &View<'_>,
    right: &View<'_>,
    code: &'static str,
    context: &Context<'_>,
) -> Vec<Step> {
    match scale(left, right, code) {
        Scale::Reply => reply::weight(left, right, context).unwrap_or_default(),
        Scale::Across => reply::across_weight(left, right, context).unwrap_or_default(),
        Scale::Figure => reply::figure_weight(left, right, context),
        Scale::Rival => reply::rival_weight(left, right, context).unwrap_or_default(),
        Scale::Row => row_steps(left, right, code),
    }
}

fn row_steps(left: &View<'_>, right: &View<'_>, code: &'static str) -> Vec<Step> {
    fitted().steps([
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

/// A figure that leaves out what it counts answers the one before it, which the rows that were judged first did not tell
/// apart.
fn trait_of(left: &View<'_>, right: &View<'_>, code: &'static str) -> &'static str {
    match tells_again(left, right, code) {
        true => "told-figure",
        false => rule(code),
    }
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
    let one_text = a.article == b.article && a.field == b.field;
    if one_text && a.sentence == b.sentence {
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

fn reports(side: &Side, field: &'static str) -> Step {
    let level = match side.independent_reports {
        ..=1 => "one",
        _ => "several",
    };
    fitted().step(field, level)
}

fn age(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Step {
    let latest = left.said().max(right.said());
    match (latest, context.newest) {
        (Some(latest), Some(newest)) => {
            let days = (newest - latest).max(0) as f32;
            let bits = (0.5 * days / AGE_DAYS).min(MOST_AGE_BITS);
            step("age", if bits < 0.5 { "recent" } else { "older" }, -bits)
        }
        _ => step("age", "missing", 0.0),
    }
}

fn own_word(row: &Contradiction) -> Step {
    if super::is_self(row) {
        step("parties", "own-word", OWN_WORD_BITS)
    } else {
        step("parties", "opposed", 0.0)
    }
}
