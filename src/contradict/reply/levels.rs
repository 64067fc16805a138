//! What tells whether a denial answers what another side said in the same article.

use std::sync::LazyLock;

use compact_str::CompactString;

use crate::model::claim::{Claim, NEGATED, Question};
use crate::model::pair::Step;

use super::super::fitted::Fitted;
use super::Within;
use super::traits::{
    OF_ITEM, Word, admission, asserted, day, length, level, modality, named, object, place,
    sentence, side, stands, telling, told_in, told_length, toll,
};

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("../data/reply_levels.tsv")));

/// The steps of how likely a denial answers a word, by the fitted table.
pub(in super::super) fn steps<'w>(
    told: &Word<'w>,
    answer: &Word<'w>,
    within: Within<'_>,
) -> Vec<Step> {
    // "No siren sounded. The operator called that untrue": who says that it did answers who denies it.
    let (told, answer) = match told.claim.points_to(answer.claim) {
        true => (answer, told),
        false => (told, answer),
    };
    let stands = stands(told.claim, answer.claim, within.article);
    let denial = denial(told.claim, answer.claim);
    let (text, length) = (text(answer.claim, within), length(answer.claim));
    let named = named(told, answer);
    let mut steps = FITTED.steps([
        ("prior", "prior"),
        ("stands", stands),
        ("denial", denial),
        ("text", text),
        ("told", telling(told)),
        ("denied", telling(answer)),
        ("charge", charge(told, answer)),
        ("named", named),
        ("sentence", sentence(told, answer)),
        ("matter", matter(told, answer)),
        ("asserted", asserted(told.claim, answer.claim)),
        ("place", place(told.claim, answer.claim)),
        ("day", day(told.claim, answer.claim)),
        ("modality", modality(told.claim, answer.claim)),
        ("left-voice", side(told.claim)),
        ("right-voice", side(answer.claim)),
        ("length", length),
        ("told-length", length_told(told.claim, within)),
        ("admission", admission(told.claim)),
        ("object", object(told.claim, answer.claim)),
    ]);
    // "Says there is none" in the next sentence is an answer, in a ticker's next item seldom one.
    steps.extend([
        FITTED.together("stands & text", [stands, text]),
        FITTED.together("stands & length", [stands, length]),
        FITTED.together("stands & denial", [stands, denial]),
        FITTED.together("denial & named", [denial, named]),
    ]);
    steps.extend(toll(told.claim, answer.claim));
    steps
}

/// The level of a denial by a plain "not".
pub(super) const NEGATION: &str = "negation";

pub(super) fn denial(told: &Claim, answer: &Claim) -> &'static str {
    let target = answer.back_reference.as_ref().map(|back| &back.target);
    match target {
        Some(Some(target)) if *target == told.id => "tied",
        Some(Some(_)) => "tied-elsewhere",
        Some(None) => "pointing",
        None if answer.stance.rule == NEGATED => NEGATION,
        None => "word",
    }
}

/// A ticker's item or a digest holds a headline and a lede of several matters, most of them in dispute with nobody.
fn text(answer: &Claim, within: Within<'_>) -> &'static str {
    if !within.is_item {
        return "article";
    }
    match answer.stance.rule == NEGATED {
        true => "item-negation",
        false => "item-word",
    }
}

fn length_told(told: &Claim, within: Within<'_>) -> &'static str {
    match within.is_item {
        true => OF_ITEM,
        false => told_length(told),
    }
}

/// Whom the word charges, seen from the denier.
pub(super) fn charge(told: &Word<'_>, answer: &Word<'_>) -> &'static str {
    let doer = |claim: &Claim| {
        let party = claim.actor_party.as_ref().or(claim.actor.as_ref());
        party.map(|doer| doer.value.clone())
    };
    let (charged, denied) = (doer(told.claim), doer(answer.claim));
    let is = |doer: &Option<CompactString>, voice: Option<&str>| {
        doer.is_some() && doer.as_deref() == voice
    };
    match (is(&charged, answer.voice), is(&denied, answer.voice)) {
        (true, true) => "own-deed",
        (true, false) if denied.is_none() => "charged",
        (true, false) => "charged-denies-other",
        (false, true) if charged.is_none() => "denies-own",
        (false, true) => "other-charged",
        (false, false) if charged.is_some() && charged == denied => "same-doer",
        (false, false) if charged.is_some() && denied.is_some() => "other-doer",
        (false, false) if is(&charged, told.voice) => "boast",
        (false, false) => "none",
    }
}

/// How much of what one asserts is told of in the other's sentence, whichever way is more; "untold" where the denial
/// tells nothing by itself ("says there is none", "had no part in it") and so speaks of what was said before.
pub(super) fn matter(told: &Word<'_>, answer: &Word<'_>) -> &'static str {
    let role = answer.claim.question == Question::Responsibility && answer.claim.object.is_none();
    if answer.telling().is_empty() || role {
        return "untold";
    }
    level(told_in(answer, told).max(told_in(told, answer)))
}
