//! Answers right behind what they answer; C105: one denies in the sentence after what the other is quoted as saying.
//!
//! Reports put the answer of a side right behind the word that it answers, in whatever words: "The mayor says that the
//! police had been told. The police denies that it received any warning." So the place tells what the words do not. A
//! paragraph ends what is answered: of denials in the next paragraph that stand in no other row, read one by one, one in
//! six answered the sentence above, of those in the same paragraph three in four.

mod rival;

use std::cmp::Ordering;

use crate::lexicon::likeness::{Sense, share, telling_words};
use crate::lexicon::parties::is_one_side;
use crate::model::article::Article;
use crate::model::claim::{Claim, Modality, NEGATED, Question, Stance};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::facts::voice;
use super::ground::{self, step};
use super::view::{View, senses};
use super::{Clash, Context, Rule, denial};

pub use rival::{OTHER_DOER, OTHER_FIGURE};

/// A denial in the sentence after.
pub const REPLIED: Rule = Rule {
    code: "C105",
    kind: Kind::Denial,
    why: "one denies, in the sentence after, what the other has just been quoted as saying",
    check: replied,
};

/// Bits of standing right behind the word that is answered.
const REPLY_BITS: f32 = 4.0;

/// Most bytes of a sentence that says little besides its negation.
const BRIEF: u32 = 160;

/// Least share of what one asserts that is told of in the other's sentence.
const LEAST_ALIKE: f32 = 0.15;

fn replied(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let article = context.articles.get(left.claim.article as usize)?;
    if !is_reply(left.claim, right.claim, article) {
        return None;
    }
    Clash::new(
        denial::position(left, left),
        denial::position(right, left),
        steps(left, right),
    )
}

/// The ground of two claims of which one stands right behind the other.
fn steps(left: &View<'_>, right: &View<'_>) -> Vec<Step> {
    let mut steps = ground::steps(left, right);
    steps.push(step("reply", "next-sentence", REPLY_BITS));
    steps
}

/// Whether a rule asks where in an article two claims stand.
pub fn is_rule_of_replies(code: &str) -> bool {
    let rules = [&REPLIED, &OTHER_DOER, &OTHER_FIGURE];
    rules.iter().any(|rule| rule.code == code)
}

/// Each denial with the word of another side that it follows and answers, and each word that follows a rival one, the
/// answered word first; ascending.
pub fn replies(claims: &[Claim], articles: &[Article]) -> Vec<(u32, u32)> {
    let mut order: Vec<u32> = (0..claims.len() as u32).collect();
    order.sort_by_key(|&index| {
        let claim = &claims[index as usize];
        (claim.article, claim.field, claim.sentence.start, index)
    });
    let mut pairs = Vec::new();
    for (place, &answer) in order.iter().enumerate() {
        let claim = &claims[answer as usize];
        let Some(article) = articles.get(claim.article as usize) else {
            continue;
        };
        let passage = passage(claim, article, &order, place, claims);
        match claim.stance.value {
            Stance::Deny => {
                let told = answered(claim, article, passage, claims);
                pairs.extend(told.map(|told| (told, answer)));
            }
            Stance::Affirm => {
                let rival = |told: &u32| rival::is_rival(&claims[*told as usize], claim);
                let before = |told: &u32| is_next(&claims[*told as usize], claim, article);
                let rivals = passage.filter(|told| rival(told) && before(told));
                pairs.extend(rivals.map(|told| (told, answer)));
            }
        }
    }
    pairs.sort_unstable();
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

/// The claim of a passage that a denial answers: one that lays a deed at the denier's door before others, then the one
/// most told of in the denial's sentence, then the later. `None` too where the denial's own sentence tells whose word it
/// denies.
fn answered(
    answer: &Claim,
    article: &Article,
    passage: impl Iterator<Item = u32>,
    claims: &[Claim],
) -> Option<u32> {
    let told = passage.filter(|&told| is_reply(&claims[told as usize], answer, article));
    let told: Vec<u32> = told.collect();
    let own = |told: &u32| claims[*told as usize].sentence == answer.sentence;
    let named = told.iter().any(own) && !is_of_own(answer);
    let graded = told.iter().filter(|_| !named).map(|&told| {
        let claim = &claims[told as usize];
        (is_charge(claim, answer), likeness(claim, answer), told)
    });
    let best = graded.max_by(|a, b| {
        let nearer = a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
        nearer.then(later(a.2, b.2, claims))
    });
    best.map(|(_, _, told)| told)
}

/// Whether a claim names the denier as the doer.
fn is_charge(told: &Claim, answer: &Claim) -> bool {
    let doer = told.actor_party.as_ref().map(|doer| doer.value.as_str());
    doer.is_some() && doer == answer.party_name()
}

/// How much of what one asserts is told of in the other's sentence, 0 to 1, whichever way is more; 1 where the denial
/// tells nothing by itself ("says there is none", "had no part in it") and so speaks of what was said before.
fn likeness(told: &Claim, answer: &Claim) -> f32 {
    let denied = telling(answer);
    if denied.is_empty() || is_role(answer) {
        return 1.0;
    }
    share(&denied, &senses(told)).max(share(&telling(told), &senses(answer)))
}

/// Whether only a part in something is spoken of.
fn is_role(answer: &Claim) -> bool {
    answer.question == Question::Responsibility && answer.object.is_none()
}

fn telling(claim: &Claim) -> Vec<Sense<'_>> {
    let object = claim.object.as_ref().map(|object| object.value.as_str());
    let words = telling_words(&claim.assertion.value, object);
    words.into_iter().map(Sense::of).collect()
}

fn later(a: u32, b: u32, claims: &[Claim]) -> Ordering {
    let at = |claim: u32| (claims[claim as usize].trigger.start, claim);
    at(a).cmp(&at(b))
}

/// Whether a denial answers what another side said before it in the same breath.
fn is_reply(told: &Claim, answer: &Claim, article: &Article) -> bool {
    let denies = told.stance.value == Stance::Affirm && answer.stance.value == Stance::Deny;
    let back = answer.back_reference.as_ref();
    let tied = back.is_some_and(|back| back.target.is_some());
    denies
        && !tied
        && is_of_text(told, answer)
        && are_two(told, answer)
        && are_of_one_kind(told, answer)
        && is_next(told, answer, article)
        && is_answer(told, answer)
}

/// Whether the denial is said in answer: with a word of denial, or briefly and of the same matter. A long sentence
/// negates much by the way. In one sentence, only of the denier's own deed.
fn is_answer(told: &Claim, answer: &Claim) -> bool {
    let plain = answer.stance.rule == NEGATED;
    if told.sentence == answer.sentence {
        return !plain && is_of_own(answer);
    }
    let brief = answer.sentence.end - answer.sentence.start <= BRIEF;
    !plain || brief && likeness(told, answer) >= LEAST_ALIKE
}

/// Whether a side speaks of what it did itself, or of no doer.
fn is_of_own(answer: &Claim) -> bool {
    is_charge(answer, answer) || answer.actor.is_none()
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

/// A plan is answered by a denial of a plan or by a word of denial, a deed by that of a deed.
fn are_of_one_kind(told: &Claim, answer: &Claim) -> bool {
    let modalities = [told, answer].map(|claim| claim.modality.value);
    let possible = modalities.contains(&Modality::Possible);
    !possible && (modalities[0] == modalities[1] || answer.stance.rule != NEGATED)
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
