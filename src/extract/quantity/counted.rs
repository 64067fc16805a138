//! What a number counts: the noun over it, the noun of its "of", or what the sentence counted before.

use compact_str::{CompactString, format_compact};

use crate::lexicon::numbers::{Link, Sense};
use crate::lexicon::parties::PartyLexicon;
use crate::model::parsed::{Dep, EntityLabel, Pos, Tag};

use super::Figure;
use super::amount::{self, Amount};
use super::find::{Draft, Finder};

impl Finder<'_> {
    /// Fills in what the number counts; `false` where it counts nothing.
    pub fn count(&self, amount: &Amount, before: &[Figure], draft: &mut Draft) -> bool {
        if let Some(whole) = self.whole(amount.end, amount.start) {
            let whole = self.antecedent(whole);
            let part = !amount.vague || self.is_definite(whole);
            draft.counted = Some(whole);
            draft.of = part.then_some(whole);
            draft.unit = match self.tree.pos(whole) {
                Pos::Pron => inherited(before).unwrap_or_default(),
                _ => self.unit_of(whole),
            };
            return true;
        }
        if let Some(person) = self.person_behind(amount) {
            draft.counted = Some(person);
            draft.unit = PERSON.into();
            draft.end = person + 1;
            return true;
        }
        if let Some((noun, rule)) = self.noun_over(amount) {
            draft.counted = Some(noun);
            draft.unit = self.prefixed_unit(noun);
            draft.rule = rule;
            let near = noun - amount.end <= NOUN_REACH && self.row_before(amount, noun).is_none();
            if near {
                draft.end = draft.end.max(noun + 1);
            }
            return true;
        }
        draft.rule = BARE;
        match self.unit_of_bare(amount, before) {
            Some(unit) => {
                draft.unit = unit;
                true
            }
            None => false,
        }
    }

    /// "(the drones,) 29 of which": the drones.
    fn antecedent(&self, whole: usize) -> usize {
        if !matches!(self.tree.tag(whole), Tag::WDT | Tag::WP) {
            return whole;
        }
        let clause = self
            .tree
            .ancestors(whole)
            .find(|&at| self.tree.dep(at) == Dep::Relcl);
        clause
            .and_then(|clause| self.tree.head(clause))
            .unwrap_or(whole)
    }

    /// "its drones", "the drones".
    fn is_definite(&self, noun: usize) -> bool {
        self.tree
            .kids(noun)
            .any(|kid| matches!(self.tree.dep(kid), Dep::Det | Dep::Poss))
    }

    /// "471 dead", "20 others": a word for people right behind the number.
    fn person_behind(&self, amount: &Amount) -> Option<usize> {
        let end = self.words.after(amount.end, Sense::Person)?;
        let noun = end - 1;
        // "20 wounded soldiers" counts soldiers.
        let modifies = matches!(self.tree.dep(noun), Dep::Amod | Dep::Compound | Dep::Nmod)
            && self.tree.head(noun).is_some_and(|head| head > noun);
        (!modifies).then_some(noun)
    }

    /// The noun that the number hangs on, or the one that ends the phrase it begins.
    fn noun_over(&self, amount: &Amount) -> Option<(usize, &'static str)> {
        if let Some(next) = self.words.after_link(amount.end, Link::Dash) {
            let noun = self.tree.pos(next.min(self.tree.len() - 1)) == Pos::Noun;
            return (noun && next < self.tree.len()).then_some((next, "figure.compound"));
        }
        let number = self.outermost(amount.start, amount.end);
        let modifies = matches!(
            self.tree.dep(number),
            Dep::Nummod
                | Dep::Amod
                | Dep::Compound
                | Dep::Nmod
                | Dep::Quantmod
                | Dep::Det
                | Dep::Predet
        );
        let over = self
            .tree
            .head(number)
            .filter(|&head| modifies && head >= amount.end && self.is_countable(head));
        let over = over.map(|noun| match self.row_before(amount, noun) {
            // "two Su-34s and one helicopter", where the parser hangs both numbers on the last noun.
            Some(row) => (amount.end..row)
                .rev()
                .find(|&at| self.is_countable(at))
                .unwrap_or(noun),
            None => noun,
        });
        over.map(|noun| self.past_prefix(self.past_name(noun)))
            .or_else(|| self.noun_from(amount.end))
            .map(|noun| (noun, "figure.counted"))
    }

    /// The conjunction between a number and its noun behind which another number stands ("4 and no more than 6 ships").
    fn row_before(&self, amount: &Amount, noun: usize) -> Option<usize> {
        let row = (amount.end..noun).find(|&at| self.tree.tag(at) == Tag::CC)?;
        let counted = (row + 1..noun).any(|at| amount::read_single(self.words, at).is_some());
        counted.then_some(row)
    }

    /// "twelve Nigerien soldiers", where the parser hangs the number on the name: the soldiers.
    fn past_name(&self, noun: usize) -> usize {
        let name = matches!(self.tree.pos(noun), Pos::Propn | Pos::Adj);
        let modifies = matches!(self.tree.dep(noun), Dep::Amod | Dep::Compound | Dep::Nmod);
        let over = self.tree.head(noun).filter(|&head| head > noun);
        let counted = over.filter(|&head| self.tree.tag(head) == Tag::NNS);
        counted
            .filter(|_| name && modifies && self.tree.tag(noun) != Tag::NNPS)
            .unwrap_or(noun)
    }

    /// "8,000 non-combatants": the noun behind the hyphen.
    fn past_prefix(&self, noun: usize) -> usize {
        let next = self.words.after_link(noun + 1, Link::Dash);
        next.filter(|&next| next < self.tree.len() && self.is_countable(next))
            .filter(|&next| (noun..next).all(|at| self.touches(at)))
            .unwrap_or(noun)
    }

    /// Whether no blank stands between a token and the next.
    fn touches(&self, at: usize) -> bool {
        let tokens = &self.tree.sentence.tokens;
        tokens[at].span.end == tokens[at + 1].span.start
    }

    /// Unit of a noun with the prefix that a hyphen ties to it ("non-combatant").
    fn prefixed_unit(&self, noun: usize) -> CompactString {
        let unit = self.unit_of(noun);
        let tied = noun >= 2
            && self.words.after_link(noun - 1, Link::Dash) == Some(noun)
            && self.touches(noun - 2)
            && self.tree.tag(noun - 2) != Tag::CD;
        if tied && self.words.is_plural(noun) {
            format_compact!("{}-{unit}", self.words.word(noun - 2))
        } else {
            unit
        }
    }

    fn is_countable(&self, token: usize) -> bool {
        matches!(self.tree.pos(token), Pos::Noun | Pos::Propn)
    }

    /// The plural noun that ends the run of modifiers at `at`.
    pub fn noun_from(&self, at: usize) -> Option<usize> {
        let modifier = |token: usize| {
            matches!(
                self.tree.pos(token),
                Pos::Adj | Pos::Noun | Pos::Propn | Pos::Det | Pos::Num
            ) || matches!(
                self.tree.tag(token),
                Tag::HYPH | Tag::VBN | Tag::VBG | Tag::POS | Tag::PRPS
            )
        };
        (at..self.tree.len().min(at + NOUN_REACH))
            .take_while(|&token| modifier(token))
            .find(|&token| matches!(self.tree.tag(token), Tag::NNS | Tag::NNPS))
    }

    /// The token of a stretch whose head lies outside of it.
    pub fn outermost(&self, start: usize, end: usize) -> usize {
        let outside = |&token: &usize| {
            self.tree
                .head(token)
                .is_none_or(|head| head < start || head >= end)
        };
        (start..end).rev().find(outside).unwrap_or(start)
    }

    /// Canonical unit of a counted noun: `person` for people, a measure, else its lemma.
    pub fn unit_of(&self, noun: usize) -> CompactString {
        let lemma = self.tree.lemma(noun);
        if self.words.is(noun, Sense::Person) || self.words.lexicon.has(lemma, Sense::Person) {
            return PERSON.into();
        }
        // "40 Ilmarans": people of a land that no list knows.
        let people = self.tree.label(noun) == Some(EntityLabel::Norp) && self.is_plural_name(noun);
        let listed = || {
            !PartyLexicon::embedded()
                .find(self.tree.word(noun), None)
                .is_empty()
        };
        if people && !listed() {
            return PERSON.into();
        }
        let unit = self.words.find(noun, |sense| match sense {
            Sense::TimeUnit(unit) | Sense::Measure(unit) => Some(unit),
            _ => None,
        });
        match unit {
            Some((unit, _)) => self.words.lexicon.unit(unit).clone(),
            None if self.is_plural_name(noun) => self.words.lexicon.singular(lemma),
            None => lemma.into(),
        }
    }

    /// "Palestinians", "Su-34s".
    fn is_plural_name(&self, noun: usize) -> bool {
        let numbered = |word: &str| {
            let mut letters = word.chars().rev();
            letters.next().is_some_and(char::is_alphabetic)
                && letters.next().is_some_and(|letter| letter.is_ascii_digit())
        };
        match self.tree.tag(noun) {
            Tag::NNPS => true,
            Tag::NNP | Tag::NNS => numbered(self.tree.word(noun)),
            _ => false,
        }
    }

    /// The token that stands for a figure in its clause.
    pub fn head(&self, start: usize, end: usize, counted: Option<usize>) -> usize {
        let mut at = self.outermost(start, end);
        if let Some(counted) = counted.filter(|&counted| self.tree.is_below(at, counted)) {
            at = counted;
        }
        // "28-point plan", "a total of 20 drones".
        for _ in 0..3 {
            let Some(up) = self.up(at) else { break };
            at = up;
        }
        at
    }

    fn up(&self, at: usize) -> Option<usize> {
        let head = self.tree.head(at)?;
        match self.tree.dep(at) {
            Dep::Nummod | Dep::Compound | Dep::Nmod | Dep::Amod | Dep::Quantmod
                if self.tree.is_nominal(head) =>
            {
                Some(head)
            }
            Dep::Pobj if self.words.after_link(head, Link::Of).is_some() => {
                let over = self.tree.head(head)?;
                let total = self
                    .words
                    .lexicon
                    .has(self.tree.lemma(over), Sense::CountNoun);
                total.then_some(over)
            }
            _ => None,
        }
    }
}

/// The unit that the sentence counted in last.
pub fn inherited(before: &[Figure]) -> Option<CompactString> {
    let counting = |figure: &&Figure| {
        !figure.share && (figure.counted.is_some() || figure.rule == BARE && figure.unit == PERSON)
    };
    let last = before.iter().rev().find(counting)?;
    Some(last.unit.clone())
}

/// Code of the rule for a number without a noun.
pub const BARE: &str = "figure.bare";

/// Unit of people.
pub const PERSON: &str = "person";

/// Tokens between a number and its noun.
const NOUN_REACH: usize = 5;
