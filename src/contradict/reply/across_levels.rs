//! What tells whether a denial answers what another side was quoted as saying in another article.

use std::sync::{LazyLock, OnceLock};

use crate::model::claim::Claim;
use crate::model::pair::Step;

use super::super::fitted::Fitted;
use super::super::ground::step;
use super::levels::{NEGATION, charge, denial, matter};
use super::text::Between;
use super::traits::{
    NEXT_DAYS, OF_ITEM, Word, asserted, day, field, length, level, modality, named, object, place,
    shares, since, telling, toll, up_to,
};

/// Fields that ask the two claims in words, and those that hold their sentences against each other, which costs most.
const CLAIMS: [&str; 4] = ["told", "denied", "charge", "named"];
const SENTENCES: [&str; 3] = ["sentence", "both-sentences", "matter"];

/// The most places of a word among the nearest of its denial, from 0, of the levels of how near it stands.
const PLACES: [(u32, &str); 5] = [
    (0, "first"),
    (1, "second"),
    (3, "next"),
    (7, "some"),
    (15, "far"),
];

/// The bits as they are compiled in, read once.
static FITTED: LazyLock<Fitted> =
    LazyLock::new(|| Fitted::parse(include_str!("../data/across_levels.tsv")));

/// The steps of how likely a denial answers a word of another article, by the fitted table; `None` where whatever their
/// sentences say they are worth less than `least` bits. With `between` goes the word's place among those that share most
/// words with the denial.
pub(super) fn steps(
    told: &Word<'_>,
    answer: &Word<'_>,
    (between, place): (Between, Option<u32>),
    least: f32,
) -> Option<Vec<Step>> {
    let mut steps = plain(told, answer, between);
    let handful = between.is_handful() && between.at_length;
    steps.push(FITTED.step("rank", rank(place, between)));
    let [claims, sentences] = most();
    if Fitted::fall_short(&steps, claims + sentences + PASTED_DEED, least) {
        return None;
    }
    let levels = [
        telling(told),
        telling(answer),
        charge(told, answer),
        named(told, answer),
    ];
    steps.extend(named_steps(CLAIMS, levels));
    if Fitted::fall_short(&steps, sentences + PASTED_DEED, least) {
        return None;
    }
    let [first, second] = shares(told, answer);
    let matter = matter(told, answer);
    let levels = [level(first.max(second)), level(first.min(second)), matter];
    steps.extend(named_steps(SENTENCES, levels));
    steps.extend(
        handful
            .then(|| pasted(told.claim, answer.claim, matter))
            .flatten(),
    );
    steps.extend(toll(told.claim, answer.claim));
    steps.extend(negated_item(told, answer, between));
    Some(steps)
}

/// Bits of a plain "not" of which either side stands in an item of a feed, beyond what the table gives: of nine such rows
/// that were listed on two wars none was right, of eight with a word of denial five were.
const NEGATED_ITEM: f32 = -2.0;

fn negated_item(told: &Word<'_>, answer: &Word<'_>, between: Between) -> Option<Step> {
    let plain = !between.at_length && denial(told.claim, answer.claim) == NEGATION;
    plain.then(|| step("denial", "negated-in-item", NEGATED_ITEM))
}

fn named_steps<const N: usize>(
    fields: [&'static str; N],
    levels: [&'static str; N],
) -> impl Iterator<Item = Step> {
    let named = fields.into_iter().zip(levels);
    named.map(|(field, level)| FITTED.step(field, level))
}

/// What is told by the claims without the words of their sentences.
fn plain(left: &Word<'_>, right: &Word<'_>, between: Between) -> Vec<Step> {
    let (told, answer) = (left.claim, right.claim);
    FITTED.steps([
        ("prior", "prior"),
        ("interval", interval(between.days)),
        ("around", between.around()),
        ("text", text(between)),
        ("denial", denial(told, answer)),
        ("object", object(told, answer)),
        ("asserted", asserted(told, answer)),
        ("place", place(told, answer)),
        ("day", day(told, answer)),
        ("modality", modality(told, answer)),
        ("left-voice", left.kind()),
        ("right-voice", right.kind()),
        ("length", length(answer)),
        ("field", stands_in(told, between)),
    ])
}

/// What standing in a handful of short reports adds: a reader pastes those because they are at odds. Of one kind of deed
/// they tell in hardly any word in common ("no pupil was harmed", "a dozen children were taken to hospital").
fn pasted(told: &Claim, answer: &Claim, matter: &str) -> Option<Step> {
    match asserted(told, answer) {
        "same" => Some(step("handful", "one-deed", PASTED_DEED)),
        _ if ON_MATTER.contains(&matter) => Some(step("handful", "one-story", PASTED)),
        _ => None,
    }
}

/// Bits of both. Reasoned, not fitted.
const PASTED: f32 = 0.5;
const PASTED_DEED: f32 = 0.5;

/// How much of the matter the other tells of, for that: of little two reports may tell by chance.
const ON_MATTER: [&str; 3] = ["most", "much", "some"];

/// The most that the fields of [`CLAIMS`] and those of [`SENTENCES`] can add.
fn most() -> [f32; 2] {
    static MOST: OnceLock<[f32; 2]> = OnceLock::new();
    let most = |fields: &[&'static str]| fields.iter().map(|field| FITTED.most(field)).sum();
    *MOST.get_or_init(|| [most(&CLAIMS), most(&SENTENCES)])
}

/// Items of a feed come by the hundred a day, and most that look alike are of two matters.
fn text(between: Between) -> &'static str {
    match between.at_length {
        true => "articles",
        false => "items",
    }
}

fn stands_in(told: &Claim, between: Between) -> &'static str {
    match between.at_length {
        true => field(told),
        false => OF_ITEM,
    }
}

/// An item of a feed is always one of hundreds.
fn rank(place: Option<u32>, between: Between) -> &'static str {
    match between.at_length {
        true if between.is_handful() && place.is_none() => ONE_OF_FEW,
        true => place.map_or(FARTHER, |place| up_to(&PLACES, place, FARTHER)),
        false => OF_ITEM,
    }
}

/// The level of a word that shares none with its denial, where there are few others.
const ONE_OF_FEW: &str = "some";

/// The level of a word beyond the last of [`PLACES`], or among none of the nearest.
const FARTHER: &str = "farther";

fn interval(days: Option<i32>) -> &'static str {
    match days {
        None => "missing",
        Some(days) if days < -NEXT_DAYS => "before",
        Some(days) if days < 0 => "days-before",
        Some(days) => since(days),
    }
}
