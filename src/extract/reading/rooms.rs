//! The claims of a sentence besides those of its frames and verbs, room by room.

use crate::lexicon::words::Set;
use crate::model::claim::Claim;
use crate::model::parsed::Dep;

use super::super::anaphora::Memory;
use super::super::{
    as_cause, because, blamed, by_chance, charged, elected, found, gapped, held, leftover, level,
    polled, shots, tally,
};
use super::Reading;

impl Reading<'_> {
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
