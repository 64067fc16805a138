//! The claims of a sentence besides those of its frames and verbs, room by room.

use crate::lexicon::words::Set;
use crate::model::claim::{Claim, Question};
use crate::model::parsed::{Dep, Tag};
use crate::model::span::TextField;

use super::super::anaphora::Memory;
use super::super::event::Event;
use super::super::matter::{existence_of, knows};
use super::super::quantity::figures_of;
use super::super::{
    as_cause, because, blamed, by_chance, charged, elected, found, gapped, held, leftover, level,
    polled, shots, tally,
};
use super::Reading;

impl Reading<'_> {
    /// "there was no attack", "no withdrawal took place": the clause is about whether there was one.
    pub(super) fn is_told_to_be(&self, noun: usize) -> bool {
        let verb = self.tree.head(noun).filter(|&head| self.tree.is_verb(head));
        verb.and_then(|verb| existence_of(&self.tree, self.lexicon, verb)) == Some(noun)
    }

    /// "471 dead": a toll that is told in figures.
    pub(super) fn is_toll(&self, event: &Event) -> bool {
        let counts = self.lexicon.question(&event.frame.assertion) == Question::Quantity;
        counts && !figures_of(&self.tree, event.trigger, event.theme, &self.figures).is_empty()
    }

    /// "Hundreds killed in strike", "Fire at refinery": the noun that a headline without a verb is about, or its participle.
    pub(super) fn is_headline(&self, trigger: usize) -> bool {
        let tree = &self.tree;
        let root = |at: usize| tree.head(at).is_none() && !tree.is_verb(at);
        let participle = tree.tag(trigger) == Tag::VBN
            && matches!(tree.dep(trigger), Dep::Acl | Dep::Amod)
            && tree.head(trigger).is_some_and(root);
        self.setting.field == TextField::Title && (root(trigger) || participle)
    }

    /// "allegations of fraud": a deed that a noun of report names is told, if by nobody in particular.
    pub(super) fn is_reported(&self, noun: usize) -> bool {
        self.contents[noun]
            .iter()
            .any(|&cue| self.cues[cue].nominal || knows(self, &self.cues[cue]))
    }

    /// "logged 330 arrests", "two explosions were recorded": somebody counted so many deeds.
    pub(super) fn is_logged(&self, noun: usize) -> bool {
        let (tree, words) = (&self.tree, &self.lexicon().words);
        let argument = matches!(tree.dep(noun), Dep::Dobj | Dep::Nsubjpass);
        let verb = tree.head(noun).filter(|_| argument);
        let counted = tree.kid(noun, Dep::Nummod).is_some();
        let counts = |verb: usize| words.has(Set::CountVerb, tree.lemma(verb));
        counted && verb.is_some_and(counts)
    }

    /// What stands in words that no frame and no verb alone tells of.
    pub(super) fn other_claims(&self, memory: &Memory, claims: &mut Vec<Claim>) {
        claims.extend(charged::charged_claims(self, memory, claims));
        claims.extend(found::found_claims(self, memory, claims));
        claims.extend(elected::elected_claims(self, memory));
        claims.extend(blamed::blamed_claims(self, memory));
        claims.extend(as_cause::named_causes(self, memory));
        claims.extend(because::causes(self, memory, claims));
        because::drop_caused(self, claims);
        by_chance::chance_claims(self, memory, claims);
        claims.extend(leftover::leftover_claims(self, memory, claims));
        claims.extend(level::levels(self, memory, claims));
        let shares = polled::shares_won(self, memory, claims);
        polled::drop_plain(claims, &shares);
        claims.extend(shares);
    }

    /// What "it" is that is held or taken, and what is counted.
    pub(super) fn counts(&self, memory: &mut Memory, claims: &mut Vec<Claim>) {
        held::hold_again(self, memory, claims);
        self.lend_thing(memory, claims);
        tally::join_fates(claims);
        tally::tell_figures(self, memory, claims);
        tally::set_against(self, claims);
        tally::name_receivers(self, claims);
        claims.extend(polled::shares_in_gaps(self, claims));
        gapped::count_in_gaps(self, memory, claims);
        tally::open_parts(self, claims);
        shots::count_shots(self, claims);
    }
}
