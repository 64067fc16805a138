//! The unit of a number without a noun: people with a verb of harm, what a count noun counts, what was counted before.

use compact_str::CompactString;

use crate::lexicon::numbers::{Link, Sense};
use crate::lexicon::words::{Set, WordSets};
use crate::model::parsed::{Dep, Pos, Tag};

use super::Figure;
use super::amount::Amount;
use super::counted::{PERSON, inherited};
use super::find::Finder;

/// What stands "at" no more than this may be a time of day.
const HOURS: f64 = 24.0;

impl Finder<'_> {
    /// The unit of a number without a noun: people with a verb of harm, what a count noun counts, or what the sentence
    /// counted before.
    pub(super) fn unit_of_bare(&self, amount: &Amount, before: &[Figure]) -> Option<CompactString> {
        let number = self.outermost(amount.start, amount.end);
        let verb = self.tree.head_verb(number);
        let harm =
            verb.is_some_and(|verb| self.words.lexicon.has(self.tree.lemma(verb), Sense::Harm));
        let inherited = inherited(before);
        let dep = if self.is_bounded_object(number) {
            Dep::Dobj
        } else {
            self.tree.dep(number)
        };
        match dep {
            Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Attr | Dep::Conj if harm => {
                Some(PERSON.into())
            }
            // "Thousands marched": what is not said to be counted are people.
            Dep::Nsubj | Dep::Nsubjpass if amount.vague && inherited.is_none() => {
                Some(PERSON.into())
            }
            Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Attr => {
                Some(self.told_count(number).or(inherited).unwrap_or_default())
            }
            Dep::Nummod if self.hangs_on(number, Sense::Harm) => Some(PERSON.into()),
            Dep::Appos if self.over_count_noun(number) => Some(inherited.unwrap_or_default()),
            Dep::Nummod if self.over_count_noun(number) => Some(inherited.unwrap_or_default()),
            Dep::Conj | Dep::Appos | Dep::Npadvmod | Dep::Root => {
                inherited.or_else(|| self.is_given(number).then(CompactString::default))
            }
            _ => self
                .told_count(number)
                .or(inherited)
                .or_else(|| self.placed(amount))
                .or_else(|| self.beside_count(number, amount.low))
                .or_else(|| self.is_given(number).then(CompactString::default)),
        }
    }

    /// "killed over 160": what the parser takes for a preposition is a bound.
    pub(super) fn is_bounded_object(&self, number: usize) -> bool {
        let preposition = self
            .tree
            .head(number)
            .filter(|_| self.tree.dep(number) == Dep::Pobj);
        preposition.is_some_and(|at| {
            let bound = |sense| matches!(sense, Sense::Bound(_)).then_some(());
            self.words.find(at, bound).is_some()
                && self
                    .tree
                    .head(at)
                    .is_some_and(|head| self.tree.is_verb(head))
        })
    }

    /// "The largest number, 21", "the number six".
    pub(super) fn over_count_noun(&self, number: usize) -> bool {
        self.hangs_on(number, Sense::CountNoun)
    }

    /// Whether the head of a token is a word of this sense.
    pub(super) fn hangs_on(&self, token: usize, sense: Sense) -> bool {
        let head = self.tree.head(token);
        head.is_some_and(|head| self.words.lexicon.has(self.tree.lemma(head), sense))
    }

    /// "rose to 471", "put at 29", "a crew of 510": a preposition of amounts, in a sentence that tells a count.
    pub(super) fn placed(&self, amount: &Amount) -> Option<CompactString> {
        let bound = |sense| matches!(sense, Sense::Bound(_)).then_some(());
        let end = self
            .words
            .find_before(amount.start, bound)
            .map_or(amount.start, |(_, start)| start);
        let (link, start) = self.words.find_before(end, |sense| match sense {
            Sense::Link(link) => Some(link),
            _ => None,
        })?;
        let over = self.tree.head(start);
        match link {
            // "speaks of 300".
            Link::Of if over.is_some_and(|verb| self.tree.is_verb(verb)) => {
                Some(CompactString::default())
            }
            Link::Of => {
                let noun = over.filter(|&noun| self.tree.pos(noun) == Pos::Noun)?;
                let told = self
                    .words
                    .lexicon
                    .has(self.tree.lemma(noun), Sense::CountNoun);
                let people = self.words.lexicon.has(self.tree.lemma(noun), Sense::Group);
                Some(match (told, people) {
                    (true, _) => CompactString::default(),
                    (false, true) => PERSON.into(),
                    (false, false) => self.unit_of(noun),
                })
            }
            Link::To | Link::At | Link::From => {
                let told = |at: usize| {
                    let lemma = self.tree.lemma(at);
                    self.words.is(at, Sense::Person)
                        || [Sense::CountNoun, Sense::Group]
                            .into_iter()
                            .any(|sense| self.words.lexicon.has(lemma, sense))
                };
                let told = (0..start).rev().find(|&at| told(at));
                told.map(|noun| self.unit_of_count(noun).unwrap_or_default())
                    .or_else(|| (link == Link::To).then(CompactString::default))
            }
            _ => None,
        }
    }

    /// "gives the number as nine", "has it at 131": a number under a preposition of what is gauged.
    fn beside_count(&self, number: usize, low: Option<f64>) -> Option<CompactString> {
        let preposition = self
            .tree
            .head(number)
            .filter(|_| self.tree.dep(number) == Dep::Pobj)?;
        let counts = |noun: usize| {
            let lemma = self.tree.lemma(noun);
            self.words.lexicon.has(lemma, Sense::CountNoun)
        };
        let verb = self.tree.head(preposition)?;
        // "gave a figure of 90".
        if counts(verb) && self.tree.dep(verb) == Dep::Dobj {
            return Some(CompactString::default());
        }
        let object = self.tree.kid(verb, Dep::Dobj)?;
        let it = self.tree.pos(object) == Pos::Pron && self.is_placing(preposition);
        if counts(object) || it {
            return Some(CompactString::default());
        }
        let words = WordSets::shared();
        let gauges = words.has(Set::GaugeVerb, self.tree.lemma(verb))
            && words.has(Set::GaugePreposition, self.tree.lemma(preposition));
        self.gauged(object, low).filter(|_| gauges)
    }

    /// "put the tanks at nine": so many tanks.
    fn gauged(&self, object: usize, low: Option<f64>) -> Option<CompactString> {
        let many = matches!(self.tree.tag(object), Tag::NNS | Tag::NNPS);
        if many {
            return Some(self.unit_of(object));
        }
        // "put the outflow at six billion": no hour of the day, and so how much of it.
        let thing = self.tree.pos(object) == Pos::Noun && !self.tree.is_time(object);
        let much = low.is_some_and(|low| low > HOURS);
        (thing && much).then(CompactString::default)
    }

    /// "the 3 million that the company gives", "the police: two": a number that is somebody's word.
    fn is_given(&self, number: usize) -> bool {
        let clause = self
            .tree
            .kids(number)
            .any(|kid| matches!(self.tree.dep(kid), Dep::Relcl | Dep::Acl));
        let behind = self.tree.head(number).is_some_and(|over| {
            self.tree.dep(number) == Dep::Appos && self.tree.head(over).is_none()
        });
        // "“Twenty million, if you are generous,” says the union".
        let said = self.tree.dep(number) == Dep::Ccomp;
        clause || behind || said
    }

    fn is_placing(&self, preposition: usize) -> bool {
        self.words.after_link(preposition, Link::At).is_some()
    }

    /// "the number of drones rose to 20", "the toll stands at 471".
    pub(super) fn told_count(&self, number: usize) -> Option<CompactString> {
        let verb = self.tree.head_verb(number)?;
        let own = self.tree.head(number).and_then(|head| self.tree.head(head));
        let candidates = [self.tree.subject(verb), self.tree.kid(verb, Dep::Dobj), own];
        let noun = candidates.into_iter().flatten().find(|&noun| {
            let lemma = self.tree.lemma(noun);
            let told = [Sense::CountNoun, Sense::Person];
            noun != number
                && told
                    .into_iter()
                    .any(|sense| self.words.lexicon.has(lemma, sense))
        })?;
        self.unit_of_count(noun)
    }

    /// What a count noun counts: "the number of drones" drones, "the death toll" people.
    pub(super) fn unit_of_count(&self, noun: usize) -> Option<CompactString> {
        if self.words.lexicon.has(self.tree.lemma(noun), Sense::Group) {
            return Some(PERSON.into());
        }
        let of = self
            .tree
            .prepositions(noun)
            .filter(|&kid| self.words.after_link(kid, Link::Of).is_some())
            .find_map(|kid| self.tree.governed(kid))
            .filter(|&at| self.tree.pos(at) != Pos::Num);
        if let Some(of) = of {
            return Some(self.unit_of(of));
        }
        let deadly = |token: usize| {
            self.words.lexicon.has(self.tree.lemma(token), Sense::Harm)
                || self.words.is(token, Sense::Person)
        };
        // "the number who joined".
        let who = |clause: usize| {
            let subject = self.tree.kid(clause, Dep::Nsubj);
            self.tree.dep(clause) == Dep::Relcl
                && subject.is_some_and(|at| self.tree.tag(at) == Tag::WP)
        };
        let people = deadly(noun) || self.tree.kids(noun).any(|kid| deadly(kid) || who(kid));
        people.then(|| PERSON.into())
    }
}
