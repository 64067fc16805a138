//! Claims to the same claims in shared terms: parties and places.

pub mod party;
pub mod place;

use crate::lexicon::Lexicon;
use crate::model::article::Article;
use crate::model::claim::{Claim, Found};
use crate::model::parsed::ParsedSentence;

/// The claims of one article with parties and places resolved.
pub fn claims(
    claims: Vec<Claim>,
    _article: &Article,
    _sentences: &[&ParsedSentence],
    _lexicon: &Lexicon,
) -> Vec<Claim> {
    let resolve = |mut claim: Claim| {
        claim.party = claim.speaker.clone().map(|speaker| Found {
            rule: "party.own",
            ..speaker
        });
        claim.actor_party = claim.actor.clone().map(|actor| Found {
            rule: "party.own",
            ..actor
        });
        claim
    };
    claims.into_iter().map(resolve).collect()
}
