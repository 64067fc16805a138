//! What tells whether a denial answers what another side was quoted as saying in another article.

use std::sync::OnceLock;

use crate::lexicon::likeness::share;
use crate::model::claim::Claim;
use crate::model::pair::Step;

use super::super::fitted::Fitted;
use super::super::view::{Match, texts};
use super::levels::{charge, denial, matter};
use super::traits::{
    Word, asserted, day, kind_of_voice, length, level, modality, named, place, sentence, telling,
};

const SENTENCE: &str = "sentence";
const BOTH: &str = "both-sentences";
const MATTER: &str = "matter";

/// How the two articles stand to each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Between {
    /// Days from the word's publication to the denial's; `None` where one is not dated.
    pub(super) days: Option<i32>,
    /// Whether both are told at length.
    pub(super) at_length: bool,
}

/// The file as it is compiled in.
const BUILTIN: &str = include_str!("../data/across_levels.tsv");

fn fitted() -> &'static Fitted {
    static TABLE: OnceLock<Fitted> = OnceLock::new();
    TABLE.get_or_init(|| Fitted::parse(BUILTIN))
}

/// The steps of how likely a denial answers a word of another article, by the fitted table; `None` where whatever their
/// sentences say they are worth less than `least` bits.
pub(super) fn steps(
    told: &Claim,
    answer: &Claim,
    between: Between,
    least: f32,
) -> Option<Vec<Step>> {
    let mut steps = plain(told, answer, between);
    let bits: f32 = steps.iter().map(|step| step.bits).sum();
    if bits + most_of_words() < least {
        return None;
    }
    let (told, answer) = (Word::of(told), Word::of(answer));
    steps.extend(fitted().steps([
        ("told", telling(&told)),
        ("denied", telling(&answer)),
        ("charge", charge(&told, &answer)),
        ("named", named(&told, &answer)),
        (SENTENCE, sentence(&told, &answer)),
        (BOTH, both(&told, &answer)),
        (MATTER, matter(&told, &answer)),
    ]));
    Some(steps)
}

/// What is told by the claims without the words of their sentences.
fn plain(told: &Claim, answer: &Claim, between: Between) -> Vec<Step> {
    fitted().steps([
        ("prior", "prior"),
        ("interval", interval(between.days)),
        ("text", text(between)),
        ("denial", denial(told, answer)),
        ("object", object(told, answer)),
        ("asserted", asserted(told, answer)),
        ("place", place(told, answer)),
        ("day", day(told, answer)),
        ("modality", modality(told, answer)),
        ("left-voice", kind_of_voice(told)),
        ("right-voice", kind_of_voice(answer)),
        ("length", length(answer)),
    ])
}

/// The most that the fields of [`steps`] that [`plain`] leaves out can add.
fn most_of_words() -> f32 {
    static MOST: OnceLock<f32> = OnceLock::new();
    let fields = ["told", "denied", "charge", "named", SENTENCE, BOTH, MATTER];
    *MOST.get_or_init(|| fields.iter().map(|field| fitted().most(field)).sum())
}

/// Items of a feed come by the hundred a day, and most that look alike are of two matters.
fn text(between: Between) -> &'static str {
    match between.at_length {
        true => "articles",
        false => "items",
    }
}

/// Most days that still count as the next, and as the same week.
const NEXT_DAYS: i32 = 2;
const WEEK: i32 = 7;

fn interval(days: Option<i32>) -> &'static str {
    match days {
        None => "missing",
        Some(0) => "same-day",
        Some(1..=NEXT_DAYS) => "next-days",
        Some(days) if days < 0 && -days <= NEXT_DAYS => "days-before",
        Some(days) if days < 0 => "before",
        Some(..=WEEK) => "week",
        Some(_) => "later",
    }
}

/// How much of each sentence the other tells of, whichever way is less.
fn both(told: &Word<'_>, answer: &Word<'_>) -> &'static str {
    let first = share(&told.senses, &answer.senses);
    level(first.min(share(&answer.senses, &told.senses)))
}

fn object(told: &Claim, answer: &Claim) -> &'static str {
    let text = |claim: &'_ Claim| claim.object.as_ref().map(|object| object.value.clone());
    let (told, answer) = (text(told), text(answer));
    match texts(told.as_deref(), answer.as_deref()) {
        Match::Same => "same",
        Match::Some => "kindred",
        Match::Missing => "missing",
        Match::Other => "other",
    }
}
