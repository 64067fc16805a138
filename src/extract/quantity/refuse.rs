//! Numbers that are no figures: ages, dates, times of day, ordinals, names, scores and references.

use crate::extract::tree::OF;
use crate::lexicon::numbers::{Link, Sense};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::amount::{self, Amount};
use super::find::Finder;

impl Finder<'_> {
    /// Whether the number is no figure.
    pub fn is_refused(&self, amount: &Amount) -> bool {
        self.is_dated(amount)
            || self.is_age(amount)
            || self.is_name(amount)
            || self.is_modifier(amount)
            || self.is_score(amount)
            || self.is_lone_one(amount)
            || self.is_type(amount)
            || self.is_paired(amount)
            || self.is_both(amount)
    }

    /// "both are inventions": the two that were told, of which no number is told.
    fn is_both(&self, amount: &Amount) -> bool {
        let (tree, at) = (self.tree, amount.start);
        let copula = tree.head(at).filter(|&verb| tree.pos(verb) == Pos::Aux);
        let alone = tree.tag(at) == Tag::DT && amount.end == at + 1 && tree.dep(at) == Dep::Nsubj;
        alone && copula.is_some_and(|verb| tree.kid(verb, Dep::Attr).is_some())
    }

    /// "both farmers and traders": the two that are named, and no two farmers.
    fn is_paired(&self, amount: &Amount) -> bool {
        let noun = self
            .tree
            .head(amount.start)
            .filter(|&noun| noun >= amount.end);
        let joined =
            noun.is_some_and(|noun| self.tree.kid(noun, Dep::Conj).is_some_and(|kid| kid > noun));
        let word = matches!(self.tree.tag(amount.start), Tag::DT | Tag::PDT | Tag::CC);
        amount.vague && word && amount.end == amount.start + 1 && joined
    }

    /// "Leopard 2 tanks": the number belongs to the name before it.
    fn is_type(&self, amount: &Amount) -> bool {
        let Some(name) = amount.start.checked_sub(1) else {
            return false;
        };
        let noun = self.tree.head(self.outermost(amount.start, amount.end));
        let part = self.tree.pos(name) == Pos::Propn && self.tree.dep(name) == Dep::Compound;
        part && noun == Some(amount.end) && self.tree.head(name) == noun
    }

    /// Dates, times of day, years, and spans of time that only place something ("two days ago", "the past 24 hours").
    fn is_dated(&self, amount: &Amount) -> bool {
        let words = self.words;
        let month = |at: usize| words.is(at, Sense::Month) && self.tree.pos(at) == Pos::Propn;
        let of = words.after_link(amount.end, Link::Of).unwrap_or(amount.end);
        let by_month =
            amount.start > 0 && month(amount.start - 1) || month(amount.end) || month(of);
        let timed = words.find(amount.end, |sense| match sense {
            Sense::TimeUnit(unit) => Some(unit),
            _ => None,
        });
        if let Some((_, end)) = timed {
            let placed = words.find_before(amount.start, |sense| {
                (sense == Sense::Trailing).then_some(())
            });
            return words.is(end, Sense::Turn) || placed.is_some();
        }
        let dated = self.tree.is_time(amount.start);
        let counted = words.is(amount.end, Sense::Percent) || self.counts_outside(amount);
        by_month || words.is(amount.end, Sense::Clock) || dated && !counted || self.is_year(amount)
    }

    /// "(24 hours) 106 soldiers", "six-month": the noun that is counted is people, or stands outside of the date, or is
    /// tied to the number.
    fn counts_outside(&self, amount: &Amount) -> bool {
        let number = self.outermost(amount.start, amount.end);
        let noun = self.tree.head(number).filter(|&head| {
            head > number
                && self.tree.dep(number) == Dep::Nummod
                && self.tree.pos(head) == Pos::Noun
        });
        let outside = noun.is_some_and(|noun| self.tree.label(noun) != self.tree.label(number));
        let tied = self
            .words
            .after_link(amount.end, Link::Dash)
            .is_some_and(|next| next < self.tree.len() && self.tree.pos(next) == Pos::Noun);
        outside || tied || self.words.is(amount.end, Sense::Person) || self.is_put_at(amount)
    }

    /// "put its dead in the clashes of 11 October at 31": a number under a preposition of its own that no day and no hour
    /// has, or one that stands behind a day, or what "it" is said to be ("it was 58").
    fn is_put_at(&self, amount: &Amount) -> bool {
        let number = self.outermost(amount.start, amount.end);
        let placed = amount.start > 1
            && self.tree.dep(number) == Dep::Pobj
            && self.tree.pos(amount.start - 1) == Pos::Adp
            && self.words.after_link(amount.start - 1, Link::At).is_some();
        // "it was 58".
        let equated = self.tree.dep(number) == Dep::Attr
            && self
                .tree
                .head(number)
                .is_some_and(|head| self.tree.pos(head) == Pos::Aux);
        let behind_day = placed && self.tree.tag(amount.start - 2) == Tag::CD;
        equated || behind_day || placed && amount.low.is_some_and(|value| value > HOURS)
    }

    /// Four digits between 1900 and 2100 with no noun behind them.
    fn is_year(&self, amount: &Amount) -> bool {
        let word = self.words.word(amount.start);
        let plain = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let value = amount.low.unwrap_or(0.0);
        let number = self.outermost(amount.start, amount.end);
        let dated = self.tree.label(amount.start) == Some(EntityLabel::Date);
        plain
            && (1900.0..2100.0).contains(&value)
            && amount.end == amount.start + 1
            && (dated || !matches!(self.tree.dep(number), Dep::Nummod | Dep::Quantmod))
    }

    /// "aged 20 to 30", "72-year-old", "Smith, 56,", "20 years old".
    fn is_age(&self, amount: &Amount) -> bool {
        let words = self.words;
        let before = words.find_before(amount.start, |sense| {
            (sense == Sense::AgeBefore).then_some(())
        });
        if before.is_some() || words.is(amount.end, Sense::AgeAfter) {
            return true;
        }
        let dash = words.after_link(amount.end, Link::Dash);
        let aged = dash.is_some_and(|next| words.is(next, Sense::AgeAfter));
        let comma = |at: usize| {
            self.tree.sentence.tokens.get(at).is_some_and(|token| {
                matches!(
                    token.tag,
                    Tag::Comma | Tag::LeftBracket | Tag::RightBracket | Tag::Stop
                )
            })
        };
        let someone = |at: usize| {
            let noun = matches!(self.tree.tag(at), Tag::NN | Tag::NNP);
            noun && !self
                .words
                .lexicon
                .has(self.tree.lemma(at), Sense::CountNoun)
        };
        let set_off = amount.start > 1
            && amount.digits
            && amount.high.is_some_and(|years| years <= OLDEST)
            && comma(amount.start - 1)
            && someone(amount.start - 2)
            && comma(amount.end)
            && amount.end == amount.start + 1;
        aged || set_off || self.is_age_behind_of(amount)
    }

    /// "A man of 24", "a boy of nine, who".
    fn is_age_behind_of(&self, amount: &Amount) -> bool {
        let tree = self.tree;
        let of = amount
            .start
            .checked_sub(1)
            .filter(|&at| tree.lemma(at) == OF);
        let someone = of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| {
            let aged = WordSets::shared().has(Set::AgedNoun, tree.lemma(noun));
            aged && tree.tag(noun) == Tag::NN
        });
        let number = self.outermost(amount.start, amount.end);
        let alone = tree.dep(number) == Dep::Pobj;
        someone && alone && amount.high.is_some_and(|years| years <= OLDEST)
    }

    /// "Article 5", "Flight 370", "T 72", "No. 3": a number behind its noun, or within a name.
    fn is_name(&self, amount: &Amount) -> bool {
        let number = self.outermost(amount.start, amount.end);
        let head = self.tree.head(number);
        let noun = |head: usize| matches!(self.tree.pos(head), Pos::Noun | Pos::Propn);
        let behind = self.tree.dep(number) == Dep::Nummod
            && head.is_some_and(|head| {
                // "the number six"; "wounds 40" in a headline, where the verb is taken for a noun.
                let told = [Sense::CountNoun, Sense::Harm]
                    .into_iter()
                    .any(|sense| self.words.lexicon.has(self.tree.lemma(head), sense));
                head < amount.start && noun(head) && !told
            });
        // "747 drones": a number that the parser took for an aircraft counts its plural all the same.
        let counts = head.is_some_and(|head| head >= amount.end && self.words.is_plural(head));
        let named = !counts
            && self.is_within_entity(amount)
            && matches!(
                self.tree.label(amount.start),
                Some(
                    EntityLabel::Product
                        | EntityLabel::Law
                        | EntityLabel::Facility
                        | EntityLabel::WorkOfArt
                        | EntityLabel::Person
                        | EntityLabel::Event
                )
            );
        let reference = |sense| (sense == Sense::Reference).then_some(());
        let referred = amount.digits
            && amount.end == amount.start + 1
            && self.words.find_before(amount.start, reference).is_some()
            && self.tree.tag(amount.start - 1) != Tag::NNS
            && !counts;
        let listed = self.tree.tag(amount.start) == Tag::LS;
        (named || behind && amount.end == amount.start + 1) && amount.digits || listed || referred
    }

    /// Whether the entity that holds the number holds other words too ("Boeing 747").
    fn is_within_entity(&self, amount: &Amount) -> bool {
        let holds = |first: u32, last: u32| {
            let (first, last) = (first as usize, last as usize);
            first <= amount.start
                && amount.start <= last
                && (first < amount.start || last >= amount.end)
        };
        let mut entities = self.tree.sentence.entities.iter();
        entities.any(|entity| holds(entity.first, entity.last))
    }

    /// "152-mm gun", "20,000-strong", "four-engined": a description, not a count.
    fn is_modifier(&self, amount: &Amount) -> bool {
        let Some(next) = self.words.after_link(amount.end, Link::Dash) else {
            return false;
        };
        let measure = self.words.find(next, |sense| match sense {
            Sense::Measure(_) | Sense::ShortMeasure(_) | Sense::Suffix => Some(()),
            _ => None,
        });
        measure.is_some()
    }

    /// "won 3-1", "51-49": two numbers that are tied and no range.
    fn is_score(&self, amount: &Amount) -> bool {
        let tied = |from: usize| {
            let next = self.words.after_link(from, Link::Dash)?;
            amount::read(self.words, next)
        };
        let follows = tied(amount.end).is_some();
        let dash_before = amount.start >= 2
            && self.words.after_link(amount.start - 1, Link::Dash) == Some(amount.start)
            && self.tree.tag(amount.start - 2) == Tag::CD;
        amount.digits && (follows || dash_before)
    }

    /// "one" counts only as the number of a noun.
    fn is_lone_one(&self, amount: &Amount) -> bool {
        let spelled = |sense| matches!(sense, Sense::Number(_)).then_some(());
        amount.low == Some(1.0)
            && amount.high == Some(1.0)
            && self.words.find(amount.start, spelled).is_some()
            && self.tree.dep(amount.start) != Dep::Nummod
            && !self.words.is(amount.end, Sense::Person)
    }
}

/// Hours of a day.
const HOURS: f64 = 24.0;

/// Years of the oldest person that news may name.
const OLDEST: f64 = 120.0;
