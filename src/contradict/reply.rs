//! Answers to another's word, in whatever words; C105: one denies what another is quoted as saying in the same article.
//!
//! Reports put the answer of a side near the word that it answers, in whatever words: "The mayor says that the police
//! had been told. The police denies that it received any warning." So where it stands, whom the word charges and what
//! both tell of say together what the words of the two claims do not. How much each tells was fitted on pairs of claims
//! of written and judged articles (`benches/replies`).

mod account;
mod account_levels;
mod across;
mod across_levels;
mod exclusion;
mod figure;
mod figure_levels;
mod levels;
mod rival;
mod rival_levels;
mod text;
mod traits;
mod whose;
mod yielding;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::parties::is_one_side;
use crate::model::article::Article;
use crate::model::claim::{ANSWERED, Claim, Modality, Stance};
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::facts::voice;
use super::person::{are_two_bodies, is_one_person};
use super::view::View;
use super::{Clash, Context, Rule, Settings, denial};
use traits::Word;

pub use account::OTHER_ACCOUNT_ELSEWHERE;
pub(super) use account::weight as account_weight;
pub(super) use across::weight as across_weight;
pub use across::{Elsewhere, REPLIED_ELSEWHERE, answers_across};
use figure::fate_told;
pub use figure::{OTHER_FIGURE_BESIDE, OTHER_FIGURE_ELSEWHERE};
pub(super) use figure::{is_of_figures, weight as figure_weight};
pub(super) use rival::weight as rival_weight;
pub use rival::{OTHER_ACCOUNT, OTHER_DOER, OTHER_FIGURE};
pub use text::Texts;
pub(super) use whose::may_mean;
pub(super) use yielding::find as find_yielding;
pub use yielding::{Yielded, possible as possible_concessions, weigh_status};

/// A word, what may answer it, and the steps of how likely it does.
pub type Weighed = (u32, u32, Vec<Step>);

/// What is said in one article by somebody, in the order of the text.
struct Talk<'c> {
    article: &'c Article,
    at_length: bool,
    is_item: bool,
    words: Vec<(u32, Word<'c>)>,
}

impl<'c> Talk<'c> {
    /// `None` where nothing can answer: in a short item in which nobody denies.
    fn of(
        group: &[u32],
        claims: &'c [Claim],
        articles: &'c [Article],
        texts: &Texts,
    ) -> Option<Self> {
        let claim = |&index: &u32| &claims[index as usize];
        let place = claim(group.first()?).article;
        let article = articles.get(place as usize)?;
        let at_length = texts.is_at_length(place);
        let denies = |index: &u32| claim(index).stance.value == Stance::Deny;
        if !at_length && !group.iter().any(denies) {
            return None;
        }
        let word = |index: &u32| Some((*index, Word::spoken(claim(index))?));
        let words = group.iter().filter_map(word).collect();
        Some(Talk {
            article,
            at_length,
            is_item: texts.is_item(place),
            words,
        })
    }

    fn within(&self) -> Within<'c> {
        Within {
            article: self.article,
            is_item: self.is_item,
        }
    }
}

/// The article in which a word and its denial stand.
#[derive(Clone, Copy)]
struct Within<'c> {
    article: &'c Article,
    /// See [`Texts::is_item`].
    is_item: bool,
}

/// A denial in the same article.
pub const REPLIED: Rule = Rule {
    code: "C105",
    kind: Kind::Denial,
    why: "one denies what the other has been quoted as saying in the same article",
    check: replied,
};

fn replied(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    if !may_answer(left.claim, right.claim) {
        return None;
    }
    Clash::new(
        denial::position(left, left),
        denial::position(right, left),
        weight(left, right, context)?,
    )
}

/// The bits of how likely a row of [`REPLIED`] is right: those by which its two quotes were found to answer each other.
/// `None` without their article.
pub(super) fn weight(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Vec<Step>> {
    let within = Within {
        article: context.articles.get(left.claim.article as usize)?,
        is_item: context.texts.is_item(left.claim.article),
    };
    let (told, answer) = (Word::of(left.claim), Word::of(right.claim));
    Some(levels::steps(&told, &answer, within))
}

/// Whether a rule asks where in an article two claims stand.
pub fn is_rule_of_replies(code: &str) -> bool {
    let rules = [
        &REPLIED,
        &REPLIED_ELSEWHERE,
        &OTHER_DOER,
        &OTHER_FIGURE,
        &OTHER_FIGURE_ELSEWHERE,
        &OTHER_FIGURE_BESIDE,
        &OTHER_ACCOUNT_ELSEWHERE,
        &OTHER_ACCOUNT,
    ];
    rules.iter().any(|rule| rule.code == code)
}

/// Of the claims of one article each denial with the word of another side that it most likely answers, and each word with
/// one right before that it most likely tells otherwise, if that is worth the least bits that are set; the answered word
/// first. `group` is one of [`by_article`].
pub fn replies(
    group: &[u32],
    claims: &[Claim],
    articles: &[Article],
    (texts, settings): (&Texts, &Settings),
) -> Vec<(u32, u32)> {
    let mut pairs = rivals(group, claims, articles);
    if let Some(talk) = Talk::of(group, claims, articles, texts) {
        let replies = possible(&talk).iter().map(graded).collect();
        pairs.extend(answered(replies, claims, settings.least_reply));
        let rivals = rival::possible(&talk).iter().map(graded).collect();
        pairs.extend(answered(rivals, claims, settings.least_rival));
        let figures = figure::possible(&talk).iter().map(graded).collect();
        pairs.extend(answered(figures, claims, settings.least_figure));
    }
    pairs
}

/// Every denial with every word of another side in its article, the word first, and the steps of how likely the one
/// answers the other; for whoever fits or judges them.
pub fn possible_replies(claims: &[Claim], articles: &[Article]) -> Vec<Weighed> {
    pairs_of(claims, articles, possible)
}

/// Every word with every word of another side that stands in its sentence or shortly behind, and the steps of how likely
/// the second tells otherwise what the first told; for whoever fits or judges them.
pub fn possible_rivals(claims: &[Claim], articles: &[Article]) -> Vec<Weighed> {
    pairs_of(claims, articles, rival::possible)
}

/// Every two figures of one article that two sides may give for the same thing, and the steps of how likely they are; for
/// whoever fits or judges them.
pub fn possible_figures(claims: &[Claim], articles: &[Article]) -> Vec<Weighed> {
    pairs_of(claims, articles, figure::possible)
}

/// The pairs of every article.
fn pairs_of(
    claims: &[Claim],
    articles: &[Article],
    possible: fn(&Talk<'_>) -> Vec<Weighed>,
) -> Vec<Weighed> {
    let groups = by_article(claims);
    let texts = Texts::new(claims, articles);
    let talks = groups
        .iter()
        .filter_map(|group| Talk::of(group, claims, articles, &texts));
    talks.flat_map(|talk| possible(&talk)).collect()
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
fn possible(talk: &Talk<'_>) -> Vec<Weighed> {
    let is = |stance: Stance| {
        let words = talk.words.iter();
        words.filter(move |(_, word)| word.claim.stance.value == stance)
    };
    let pairs = is(Stance::Deny)
        .flat_map(|answer| is(Stance::Affirm).map(move |told| (told, answer)))
        .filter(|((_, told), (_, answer))| may_answer(told.claim, answer.claim));
    let weighed = pairs.map(|((left, told), (right, answer))| {
        (*left, *right, levels::steps(told, answer, talk.within()))
    });
    weighed.collect()
}

/// The bits of how likely a word is answered, the word and what answers it.
pub type Graded = (f32, u32, u32);

fn graded((told, answer, steps): &Weighed) -> Graded {
    (steps.iter().map(|step| step.bits).sum(), *told, *answer)
}

/// Bits from which an answer is held against further words too, and how many: of those that readers judged two in three
/// were answered.
const SURELY: f32 = -0.5;
const MOST_WORDS: u8 = 2;

/// The likeliest words for each answer; of claims of the same two sentences only the likeliest two. Ties are settled by
/// the claims themselves, so that the order of the articles cannot matter.
fn answered(mut graded: Vec<Graded>, claims: &[Claim], least: f32) -> Vec<(u32, u32)> {
    graded.retain(|(bits, ..)| *bits >= least);
    let ids = |told: u32, answer: u32| {
        let id = |claim: u32| &claims[claim as usize].id;
        (id(told), id(answer))
    };
    graded.sort_by(|a, b| {
        let likelier = b.0.total_cmp(&a.0);
        likelier.then_with(|| ids(a.1, a.2).cmp(&ids(b.1, b.2)))
    });
    let sentence = |claim: u32| {
        let claim = &claims[claim as usize];
        (claim.article, claim.field, claim.sentence)
    };
    // "20 died and eight are missing", "one dead and 27 missing".
    let counted = |claim: u32| {
        let claim = &claims[claim as usize];
        claim.quantity.as_ref().map(|_| fate_told(claim))
    };
    let (mut answers, mut sentences) = (FxHashMap::default(), FxHashSet::default());
    graded.retain(|&(bits, told, answer)| {
        let passages = (sentence(told), sentence(answer), counted(told));
        let words: &mut u8 = answers.entry(answer).or_default();
        let more = *words == 0 || *words < MOST_WORDS && bits >= SURELY;
        let free = more && sentences.insert(passages);
        *words += u8::from(free);
        free
    });
    graded
        .into_iter()
        .map(|(_, told, answer)| (told, answer))
        .collect()
}

/// Whether a denial may answer a word: two sides of one article speak, of a deed or of a plan. What stands nowhere in the
/// text stands near nothing.
pub(super) fn may_answer(told: &Claim, answer: &Claim) -> bool {
    is_denied(told, answer)
        && told.article == answer.article
        && !told.sentence.is_empty()
        && are_two(told, answer)
}

/// Whether one is affirmed and the other denied, neither as what merely may be.
fn is_denied(told: &Claim, answer: &Claim) -> bool {
    Part::of(told) == Part::Told && Part::of(answer) == Part::Denial && may_mean(told, answer)
}

/// What a claim can be to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Told,
    Denial,
    Neither,
}

impl Part {
    fn of(claim: &Claim) -> Self {
        // "rejects the ministry's claims": an answer, and nothing that another one answers.
        let object = claim.object.as_ref();
        let stands = object.is_some_and(|object| object.rule == ANSWERED);
        match claim.stance.value {
            Stance::Affirm if stands => Part::Neither,
            _ if claim.modality.value == Modality::Possible => Part::Neither,
            Stance::Affirm => Part::Told,
            Stance::Deny => Part::Denial,
        }
    }
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
pub(super) fn are_two(told: &Claim, answer: &Claim) -> bool {
    are_two_voices(voice(told), voice(answer)) && !is_one_person(told, answer)
}

/// The same, or two bodies of one side of whom one article tells.
pub(super) fn are_two_or_bodies(told: &Claim, answer: &Claim) -> bool {
    are_two(told, answer) || are_two_bodies(told, answer)
}

fn are_two_voices(told: Option<&str>, answer: Option<&str>) -> bool {
    told.zip(answer)
        .is_some_and(|(told, answer)| !is_one_side(told, answer))
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
