//! Whom an age means by which a text calls a person whom it has named ("the 35-year-old", "the 30-year-old former teacher").

use crate::lexicon::parties::{RoleKind, Word};
use crate::lexicon::words::{Set, WordSets};

use super::PartyDecision;
use super::anaphora::{is_body, is_person};
use super::epithet::main_person;
use super::items::Item;
use super::names::{ArticleNames, Mentioned};
use super::phrase::{Part, Phrase, Tie};
use super::side::{Reading, with_rule};

/// The words of an age that tells of whom a phrase speaks: its number and one past its last word.
pub(super) fn stretch(phrase: &Phrase<'_>) -> Option<(usize, usize)> {
    let first = (0..phrase.words.len()).find(|&at| years_at(&phrase.words, at).is_some())?;
    let end = (first + 1..phrase.words.len()).find(|&at| !phrase.words[at].glued);
    let end = end.unwrap_or(phrase.words.len());
    let old = WordSets::shared().has(Set::AgeEnd, &phrase.words[end - 1].key);
    (old && end > first + 1).then_some((first, end))
}

/// "The 35-year-old", "the 30-year-old former teacher": whom the age alone tells apart, under the words for him.
pub(super) fn described<'p>(phrase: &Phrase<'p>) -> Option<&'p str> {
    let [core] = phrase.parts.as_slice() else {
        return None;
    };
    let (first, _) = stretch(phrase)?;
    let last = core.items.last()?.last;
    (core.definite && is_alone(core)).then(|| phrase.stretch(first, last))
}

/// Whether a part has no owner and stands for one person.
fn is_alone(part: &Part<'_>) -> bool {
    let many = |item: &Item<'_>| item.role().is_some_and(|role| role.many);
    let people = |item: &Item<'_>| {
        item.role_kind()
            .is_none_or(|kind| matches!(kind, RoleKind::People | RoleKind::Past))
    };
    part.owner.is_none() && part.items.iter().all(people) && !part.items.iter().any(many)
}

/// The number of years at a word.
fn years_at(words: &[Word], at: usize) -> Option<u32> {
    words[at].key.parse().ok().filter(|&years| years <= OLDEST)
}

/// The years that a text gives right behind a name ("Jane Roe, 35, said", "Jane Roe (35)").
pub(super) fn told_behind(rest: &str) -> Option<u32> {
    let rest = rest
        .strip_prefix(", ")
        .or_else(|| rest.strip_prefix(" ("))?;
    let digits = rest.find(|sign: char| !sign.is_ascii_digit());
    let (number, behind) = rest.split_at(digits.unwrap_or(rest.len()));
    let closed = behind.is_empty() || behind.starts_with([',', ')', '.', ';']);
    number
        .parse()
        .ok()
        .filter(|&years| closed && years <= OLDEST)
}

impl Reading<'_, '_> {
    /// "The 35-year-old": the person whose age the text gave as that, else the one private person of whom it tells.
    pub(super) fn by_age(&self, index: usize) -> Option<PartyDecision> {
        let part = self.part(index)?;
        let beside = self.part(index + 1).map(|next| next.tie);
        let (first, _) = stretch(self.phrase).filter(|_| index == 0)?;
        if !part.definite || !is_alone(part) || beside == Some(Tie::Apposed) {
            return None;
        }
        let years = years_at(&self.phrase.words, first);
        let named = |m: &&Mentioned| is_named(m, self.article) && m.decision.party.is_some();
        let aged = |m: &&Mentioned| named(m) && m.years == years;
        let other = |m: &Mentioned| m.years.is_some() && m.years != years;
        let found = self.article.nearest(self.at, aged);
        let main = || {
            let main = main_person(self.article).or_else(|| self.sole_private());
            main.filter(|m| {
                !self
                    .article
                    .mentions
                    .iter()
                    .any(|own| own.decision.entity == m.decision.entity && other(own))
            })
        };
        let found = found.or_else(main)?;
        Some(with_rule(&found.decision, "party.role-in-article"))
    }

    /// The one person who speaks for himself, of all whom the article has named so far.
    fn sole_private(&self) -> Option<&Mentioned> {
        let private = |m: &&Mentioned| {
            let own = m.decision.party.as_ref() == Some(&m.decision.entity);
            own && is_named(m, self.article)
        };
        let mut named = self.article.earlier(self.at).filter(private);
        let first = named.next()?;
        let same = |m: &Mentioned| m.decision.entity == first.decision.entity;
        named.all(same).then_some(first)
    }
}

/// Whether a mention gives the name of a person.
fn is_named(mention: &Mentioned, article: &ArticleNames) -> bool {
    let name = mention.decision.entity.as_str();
    let person = is_person(mention) && !is_body(mention, article) || article.is_person_name(name);
    person && name.starts_with(char::is_uppercase)
}

/// No person is older.
const OLDEST: u32 = 120;
