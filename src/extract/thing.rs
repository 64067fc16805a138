//! What "it" is that somebody takes or blocks: the thing of which the sentence before told.

use compact_str::CompactString;

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Found};
use crate::model::parsed::{Dep, Pos};

use super::anaphora::Memory;
use super::reading::Reading;

impl Reading<'_> {
    /// "The ship was seized. The navy released it": what "it" is, where the sentence before told of a thing.
    pub(super) fn lend_thing(&self, memory: &mut Memory, claims: &mut [Claim]) {
        let words = &self.lexicon().words;
        let tokens = &self.tree.sentence.tokens;
        for claim in claims.iter_mut().filter(|claim| claim.object.is_none()) {
            let object = self
                .tree
                .token_at(claim.trigger)
                .and_then(|at| self.tree.kid(at, Dep::Dobj));
            let Some(it) = object.filter(|&at| {
                let lemma = self.tree.lemma(at);
                let single = !self.lexicon().parties.means_many(lemma);
                // "accepted the plan and had taken it": what stands before it in the sentence.
                let other = |noun: usize| {
                    self.tree.pos(noun) == Pos::Noun
                        && !matches!(self.tree.dep(noun), Dep::Nsubj | Dep::Compound)
                        && !self.tree.is_time(noun)
                };
                words.has(Set::ItPronoun, lemma)
                    && single
                    && !words.has(Set::PersonPronoun, lemma)
                    && !(0..at).any(other)
            }) else {
                continue;
            };
            if let Some(thing) = memory.thing() {
                claim.object = Some(Found::at(thing.clone(), tokens[it].span, "object.pronoun"));
            }
        }
        let told = claims.iter().rev().find_map(|claim| claim.object.as_ref());
        let thing = told.map(|found| found.value.clone());
        memory.note_thing(thing.or_else(|| self.subject_thing()));
    }

    /// "agreed to no such thing": what it is done to stands for another thing.
    pub(super) fn is_blank(&self, claim: &Claim) -> bool {
        let span = claim.object.as_ref().and_then(|object| object.span);
        let words = &self.lexicon().words;
        let last = |token: &usize| {
            span.is_some_and(|span| span.end == self.tree.sentence.tokens[*token].span.end)
        };
        let noun = (0..self.tree.len()).find(last);
        noun.is_some_and(|noun| words.has(Set::BlankThing, self.tree.lemma(noun)))
    }

    /// The thing of which the main clause speaks, where it is nobody.
    fn subject_thing(&self) -> Option<CompactString> {
        let root = (0..self.tree.len()).find(|&at| self.tree.head(at).is_none())?;
        let subject = self.tree.subject(root)?;
        let lemma = self.tree.lemma(subject);
        let somebody = self.lexicon().words.is_somebody(lemma);
        (self.tree.pos(subject) == Pos::Noun && !somebody).then(|| lemma.into())
    }
}
