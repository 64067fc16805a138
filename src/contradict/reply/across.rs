//! C106: a denial answers, in another article, what another side was quoted as saying, in whatever words.

use std::sync::OnceLock;

use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::contradiction::Kind;
use crate::model::pair::Step;

use super::super::view::View;
use super::super::{Clash, Context, Rule, denial, ends};
use super::across_levels;
use super::exclusion::excluded;
use super::figure_levels::{self, Apart};
use super::text::{Between, Texts};
use super::traits::Word;
use super::whose::may_mean;
use super::{Graded, Part, Weighed, are_two, are_two_voices, is_denied};
use super::{account, account_levels, figure};

/// Whether two claims may be given for one thing, and the steps of how likely they are.
type MayBe = fn(&Claim, &Claim, Between) -> bool;
type Weigh = fn(&Word<'_>, &Word<'_>, Between) -> Vec<Step>;

/// A denial in another article.
pub const REPLIED_ELSEWHERE: Rule = Rule {
    code: "C106",
    kind: Kind::Denial,
    why: "one denies, in another article, what the other has been quoted as saying",
    check: replied_elsewhere,
};

fn replied_elsewhere(left: &View<'_>, right: &View<'_>, context: &Context<'_>) -> Option<Clash> {
    let (told, answer) = (left.claim, right.claim);
    let near = || context.texts.between(told, answer).is_near();
    if !is_denied(told, answer)
        || told.article == answer.article
        || !near()
        || !are_two(told, answer)
    {
        return None;
    }
    Clash::new(
        denial::position(left, left),
        denial::position(right, left),
        weight(left, right, context)?,
    )
}

/// The bits of how likely a row of [`REPLIED_ELSEWHERE`] is right.
pub(in super::super) fn weight(
    left: &View<'_>,
    right: &View<'_>,
    context: &Context<'_>,
) -> Option<Vec<Step>> {
    let between = context.texts.between(left.claim, right.claim);
    let place = (context.place)(left.index, right.index);
    let (told, answer) = (Word::of(left.claim), Word::of(right.claim));
    across_levels::steps(&told, &answer, (between, place), f32::MIN)
}

/// The claims of a run, ready to be held against the denials of other articles: what is looked up of a claim is looked
/// up once, however many pairs it stands in.
pub struct Elsewhere<'c> {
    claims: &'c [Claim],
    parts: Vec<(Part, u32)>,
    texts: Texts,
    words: Vec<OnceLock<Box<Word<'c>>>>,
}

impl<'c> Elsewhere<'c> {
    /// Looks up what is cheap and asked of every pair.
    pub fn new(claims: &'c [Claim], articles: &[Article]) -> Self {
        let parts = claims.iter().map(|claim| (Part::of(claim), claim.article));
        Elsewhere {
            claims,
            parts: parts.collect(),
            texts: Texts::new(claims, articles),
            words: claims.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The claims that may answer another's, ascending.
    pub fn denials(&self) -> Vec<u32> {
        let parts = (0..).zip(&self.parts);
        let denials = parts.filter(|(_, (part, _))| *part == Part::Denial);
        denials.map(|(claim, _)| claim).collect()
    }

    /// The word first and its likely denial behind it, with the steps of how likely the one answers the other, for two
    /// claims in either order; `None` where neither may answer the other, or where that is worth less than `least` bits.
    /// `place` is that of the word among those that share most words with the denial, from 0; `None` where it is none of them.
    pub fn possible(
        &self,
        (left, right): (u32, u32),
        place: Option<u32>,
        least: f32,
    ) -> Option<Weighed> {
        let (told, answer) = self.in_order(left, right)?;
        let between = self.between(told, answer);
        if !between.is_near() {
            return None;
        }
        let (word, denial) = (self.word(told), self.word(answer));
        if !are_two_voices(word.voice, denial.voice) || !may_mean(word.claim, denial.claim) {
            return None;
        }
        let steps = across_levels::steps(word, denial, (between, place), least)?;
        let bits: f32 = steps.iter().map(|step| step.bits).sum();
        (bits >= least).then_some((told, answer, steps))
    }

    /// The same as bits alone, for a run of many pairs.
    pub fn answer(&self, claims: (u32, u32), place: Option<u32>, least: f32) -> Option<Graded> {
        let weighed = self.possible(claims, place, least);
        weighed.map(|weighed| super::graded(&weighed))
    }

    /// Two figures of two sides in two articles that may be given for the same thing, with the steps of how likely they are;
    /// `None` where they cannot be, or where that is worth less than `least` bits.
    pub fn possible_figures(&self, left: u32, right: u32, least: f32) -> Option<Weighed> {
        let (own, other) = (self.parts[left as usize], self.parts[right as usize]);
        if own.0 != Part::Told || other.0 != Part::Told || own.1 == other.1 {
            return None;
        }
        let weigh: Weigh =
            |told, answer, between| figure_levels::steps(told, answer, Apart::Articles(between));
        let weighing = (figure::may_be as MayBe, weigh);
        self.weigh_two(left, right, weighing, least)
    }

    /// The same as bits alone, for a run of many pairs.
    pub fn figures(&self, left: u32, right: u32, least: f32) -> Option<Graded> {
        let weighed = self.possible_figures(left, right, least);
        weighed.map(|weighed| super::graded(&weighed))
    }

    /// Two accounts of two sides in two articles that may exclude each other, with the steps of how likely they do; `None`
    /// where they cannot, or where that is worth less than `least` bits.
    pub fn possible_accounts(&self, left: u32, right: u32, least: f32) -> Option<Weighed> {
        let weighing = (account::may_be as MayBe, account_levels::steps as Weigh);
        self.weigh_two(left, right, weighing, least)
    }

    /// Two words of two sides, neither of which denies, with the steps of how likely both are given for one thing.
    fn weigh_two(
        &self,
        left: u32,
        right: u32,
        (may_be, weigh): (MayBe, Weigh),
        least: f32,
    ) -> Option<Weighed> {
        let [told, answer] = [left, right].map(|claim| &self.claims[claim as usize]);
        let between = self.between(left, right);
        if !may_be(told, answer, between) || !are_two(told, answer) {
            return None;
        }
        let steps = weigh(self.word(left), self.word(right), between);
        let bits: f32 = steps.iter().map(|step| step.bits).sum();
        (bits >= least).then_some((left, right, steps))
    }

    /// The same as bits alone, for a run of many pairs.
    pub fn accounts(&self, left: u32, right: u32, least: f32) -> Option<Graded> {
        let weighed = self.possible_accounts(left, right, least);
        weighed.map(|weighed| super::graded(&weighed))
    }

    /// Whether a claim is an account that is held against others: hardly anything else is told around its article.
    pub fn is_account(&self, claim: &Claim) -> bool {
        self.texts.is_of_handful(claim.article) && account::is_account(claim)
    }

    /// Whether two claims have a telling word in common.
    pub fn share_a_word(&self, left: u32, right: u32) -> bool {
        let [own, other] = [left, right].map(|claim| self.word(claim).senses());
        own.iter()
            .any(|word| word.weight > 0.0 && other.iter().any(|told| word.is_same(told)))
    }

    /// Whether what two claims assert cannot both be so.
    pub fn are_excluded(&self, left: u32, right: u32) -> bool {
        let [own, other] = [left, right].map(|claim| &self.claims[claim as usize]);
        excluded(own, other).is_some()
    }

    /// Whether hardly anything else is told around a claim's article: it is one of a handful of short reports.
    pub fn is_of_handful(&self, claim: u32) -> bool {
        self.texts.is_of_handful(self.parts[claim as usize].1)
    }

    /// Whether two claims of two articles told at length may be two answers of two sides of which one is true.
    pub fn are_rivals(&self, left: u32, right: u32) -> bool {
        let [own, other] = [left, right].map(|claim| &self.claims[claim as usize]);
        let between = self.between(left, right);
        own.article != other.article
            && between.at_length
            && between.is_near()
            && are_two(own, other)
            && ends::may_be_rivals(own, other)
    }

    /// The one that is told and the one that denies; `None` of one article, or where neither can answer the other.
    pub fn in_order(&self, left: u32, right: u32) -> Option<(u32, u32)> {
        let (own, other) = (self.parts[left as usize], self.parts[right as usize]);
        match (own.0, other.0) {
            _ if own.1 == other.1 => None,
            (Part::Told, Part::Denial) => Some((left, right)),
            (Part::Denial, Part::Told) => Some((right, left)),
            _ => None,
        }
    }

    fn between(&self, told: u32, answer: u32) -> Between {
        let [told, answer] = [told, answer].map(|claim| &self.claims[claim as usize]);
        self.texts.between(told, answer)
    }

    fn word(&self, claim: u32) -> &Word<'c> {
        let claim = claim as usize;
        self.words[claim].get_or_init(|| Box::new(Word::of(&self.claims[claim])))
    }
}

/// Of the possible answers or rival figures of [`Elsewhere`] that are worth at least some bits, the likeliest word for each.
pub fn answers_across(possible: Vec<Graded>, claims: &[Claim], least: f32) -> Vec<(u32, u32)> {
    super::answered(possible, claims, least)
}
