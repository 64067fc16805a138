//! Answers in the article of what they answer; C105: one denies what another is quoted as saying, in other words.
//!
//! Reports put the answer of a side near the word that it answers, in whatever words: "The mayor says that the police
//! had been told. The police denies that it received any warning." So where it stands, whom the word charges and what
//! both tell of say together what the words of the two claims do not. How much each tells was fitted on pairs of claims
//! of written and judged articles (`benches/replies`).

mod levels;
mod rival;
mod rival_levels;
mod traits;

use crate::lexicon::parties::is_one_side;
use crate::model::article::Article;
use crate::model::claim::{Claim, Modality, Stance};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::facts::voice;
use super::ground::{self, step};
use super::view::View;
use super::{Clash, Context, Rule, Settings, denial};
use traits::Word;

pub(super) use rival::weight as rival_weight;
pub use rival::{OTHER_ACCOUNT, OTHER_DOER, OTHER_FIGURE};

/// A denial in the same article.
pub const REPLIED: Rule = Rule {
    code: "C105",
    kind: Kind::Denial,
    why: "one denies what the other has been quoted as saying in the same article",
    check: replied,
};

/// Bits of standing right behind the word that is answered.
const REPLY_BITS: f32 = 4.0;

fn replied(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let article = context.articles.get(left.claim.article as usize)?;
    if !may_answer(left.claim, right.claim) {
        return None;
    }
    let steps = levels::steps(&Word::of(left.claim), &Word::of(right.claim), article);
    Clash::new(
        denial::position(left, left),
        denial::position(right, left),
        steps,
    )
}

/// The bits of how likely a row of [`REPLIED`] is right: those by which its two quotes were found to answer each other.
pub(super) fn weight(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Vec<Step> {
    let article = context.articles.get(left.claim.article as usize);
    let (told, answer) = (Word::of(left.claim), Word::of(right.claim));
    article.map_or_else(Vec::new, |article| levels::steps(&told, &answer, article))
}

/// The ground of two rival words of which one stands right behind the other.
fn steps(left: &View<'_>, right: &View<'_>) -> Vec<Step> {
    let mut steps = ground::steps(left, right);
    steps.push(step("reply", "next-sentence", REPLY_BITS));
    steps
}

/// Whether a rule asks where in an article two claims stand.
pub fn is_rule_of_replies(code: &str) -> bool {
    let rules = [&REPLIED, &OTHER_DOER, &OTHER_FIGURE, &OTHER_ACCOUNT];
    rules.iter().any(|rule| rule.code == code)
}

/// Of the claims of one article each denial with the word of another side that it most likely answers, and each word with
/// one right before that it most likely tells otherwise, if that is worth the least bits that are set; the answered word
/// first. `group` is one of [`by_article`].
pub fn replies(
    group: &[u32],
    claims: &[Claim],
    articles: &[Article],
    settings: &Settings,
) -> Vec<(u32, u32)> {
    let mut pairs = rivals(group, claims, articles);
    let denials = possible(group, claims, articles);
    pairs.extend(answered(&denials, claims, settings.least_reply));
    let accounts = rival::possible(group, claims, articles);
    pairs.extend(answered(&accounts, claims, settings.least_rival));
    pairs
}

/// Every denial with every word of another side in its article, the word first, and the steps of how likely the one
/// answers the other; for whoever fits or judges them.
pub fn possible_replies(claims: &[Claim], articles: &[Article]) -> Vec<(u32, u32, Vec<Step>)> {
    let groups = by_article(claims).into_iter();
    groups
        .flat_map(|group| possible(&group, claims, articles))
        .collect()
}

/// Every word with every word of another side that stands in its sentence or shortly behind, and the steps of how likely
/// the second tells otherwise what the first told; for whoever fits or judges them.
pub fn possible_rivals(claims: &[Claim], articles: &[Article]) -> Vec<(u32, u32, Vec<Step>)> {
    let groups = by_article(claims).into_iter();
    groups
        .flat_map(|group| rival::possible(&group, claims, articles))
        .collect()
}

/// The claims of each article, in the order of the text, headlines first.
pub fn by_article(claims: &[Claim]) -> Vec<Vec<u32>> {
    let mut order: Vec<u32> = (0..claims.len() as u32).collect();
    let article = |index: u32| claims[index as usize].article;
    order.sort_by_key(|&index| {
        let claim = &claims[index as usize];
        (claim.article, claim.field, claim.sentence.start, index)
    });
    let groups = order.chunk_by(|&a, &b| article(a) == article(b));
    groups.map(<[u32]>::to_vec).collect()
}

/// The denials of one article with the words of other sides.
fn possible(group: &[u32], claims: &[Claim], articles: &[Article]) -> Vec<(u32, u32, Vec<Step>)> {
    let of = |stance: Stance| {
        let named = |&&index: &&u32| {
            let claim = &claims[index as usize];
            claim.stance.value == stance && voice(claim).is_some()
        };
        let word = |&index: &u32| (index, Word::of(&claims[index as usize]));
        group.iter().filter(named).map(word).collect::<Vec<_>>()
    };
    let denials = of(Stance::Deny);
    if denials.is_empty() {
        return Vec::new();
    }
    let told = of(Stance::Affirm);
    let article = group
        .first()
        .and_then(|&first| articles.get(claims[first as usize].article as usize));
    let pairs = denials
        .iter()
        .flat_map(|answer| told.iter().map(move |told| (told, answer)));
    let pairs = pairs.filter(|((_, told), (_, answer))| may_answer(told.claim, answer.claim));
    let weighed = pairs.filter_map(|((left, told), (right, answer))| {
        Some((*left, *right, levels::steps(told, answer, article?)))
    });
    weighed.collect()
}

/// The likeliest word for each answer; of claims of the same two sentences only the likeliest two.
fn answered(possible: &[(u32, u32, Vec<Step>)], claims: &[Claim], least: f32) -> Vec<(u32, u32)> {
    let bits = |steps: &[Step]| steps.iter().map(|step| step.bits).sum::<f32>();
    let mut graded: Vec<(f32, u32, u32)> = possible
        .iter()
        .map(|(told, answer, steps)| (bits(steps), *told, *answer))
        .collect();
    graded.retain(|(bits, ..)| *bits >= least);
    graded.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    let sentence = |claim: u32| {
        (
            claims[claim as usize].field,
            claims[claim as usize].sentence,
        )
    };
    for (_, told, answer) in graded {
        let taken = |&(left, right): &(u32, u32)| {
            right == answer
                || sentence(right) == sentence(answer) && sentence(left) == sentence(told)
        };
        if !pairs.iter().any(taken) {
            pairs.push((told, answer));
        }
    }
    pairs
}

/// Whether a denial may answer a word: two sides of one article speak, of a deed or of a plan. What stands nowhere in the
/// text stands near nothing.
pub(super) fn may_answer(told: &Claim, answer: &Claim) -> bool {
    let denies = told.stance.value == Stance::Affirm && answer.stance.value == Stance::Deny;
    let possible = |claim: &Claim| claim.modality.value == Modality::Possible;
    denies
        && told.article == answer.article
        && !told.sentence.is_empty()
        && !possible(told)
        && !possible(answer)
        && are_two(told, answer)
}

/// Each word with a rival one that stands right behind it.
fn rivals(order: &[u32], claims: &[Claim], articles: &[Article]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (place, &answer) in order.iter().enumerate() {
        let claim = &claims[answer as usize];
        let Some(article) = articles.get(claim.article as usize) else {
            continue;
        };
        let rival = |told: &u32| {
            let told = &claims[*told as usize];
            rival::is_rival(told, claim) && is_next(told, claim, article)
        };
        let told = passage(claim, article, order, place, claims).filter(rival);
        pairs.extend(told.map(|told| (told, answer)));
    }
    pairs
}

/// The claims of an answer's own sentence and of the one before it.
fn passage<'o>(
    answer: &Claim,
    article: &Article,
    order: &'o [u32],
    place: usize,
    claims: &[Claim],
) -> impl Iterator<Item = u32> + use<'o> {
    let near = |&&told: &&u32| {
        let told = &claims[told as usize];
        is_of_text(told, answer)
            && (told.sentence == answer.sentence || is_next(told, answer, article))
    };
    let before = order[..place].iter().rev().take_while(near).count();
    let after = order[place + 1..].iter();
    let same = |&&other: &&u32| {
        let other = &claims[other as usize];
        is_of_text(other, answer) && other.sentence == answer.sentence
    };
    let after = after.take_while(same).count();
    order[place - before..=place + after].iter().copied()
}

fn is_of_text(told: &Claim, answer: &Claim) -> bool {
    told.article == answer.article && told.field == answer.field
}

/// Whether two sides speak, both by name.
fn are_two(told: &Claim, answer: &Claim) -> bool {
    match (voice(told), voice(answer)) {
        (Some(told), Some(answer)) => !is_one_side(told, answer),
        _ => false,
    }
}

/// Whether a sentence follows the other in the same paragraph, or is the same and says it later.
fn is_next(told: &Claim, answer: &Claim, article: &Article) -> bool {
    if told.sentence == answer.sentence {
        return told.trigger.start < answer.trigger.start;
    }
    let text = article.text(told.field);
    let (from, to) = (told.sentence.end as usize, answer.sentence.start as usize);
    let between = text.get(from..to);
    between.is_some_and(|between| !between.contains(|c: char| c == '\n' || c.is_alphanumeric()))
}
