//! Nobody accuses himself: whose an accused is that a pronoun means, and whose an accuser that the article lets guess.

use crate::model::claim::{ACCUSED, Claim, Stance};

use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// "Lima accused it": whatever "it" means, not Lima.
    pub(super) fn let_nobody_accuse_himself(&self, claim: &mut Claim) {
        let pointing = claim
            .actor
            .as_ref()
            .is_some_and(|actor| actor.rule == ACCUSED_PRONOUN);
        let same = claim.actor_party.as_ref().map(|found| found.value.as_str());
        let same = same == claim.party_name();
        if pointing && same && claim.stance.value == Stance::Affirm {
            claim.actor_party = None;
        }
        // "Court accuses Norwegian president": what the article lets guess is no party that accuses itself.
        let accused = claim
            .actor
            .as_ref()
            .is_some_and(|actor| actor.rule == ACCUSED);
        let guessed = claim
            .party
            .as_ref()
            .is_some_and(|party| party.rule.starts_with(GUESSED));
        if accused && same && guessed {
            claim.party = None;
        }
    }
}

/// The extractor's rule of an accused whom a pronoun means.
const ACCUSED_PRONOUN: &str = "actor.accused-pronoun";

/// How the rules of parties begin that the article only lets guess.
const GUESSED: &str = "party.state-of";
