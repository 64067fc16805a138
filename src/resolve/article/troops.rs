//! "Government troops retook the town, the army said": in a land that nobody names, the soldiers are those of who speaks.

use crate::model::claim::{Claim, Found, Stance};

use super::ArticleTerms;

impl ArticleTerms<'_> {
    /// Gives the troops of a claim to the army or ministry that tells of them, where no words give either to a land.
    pub(super) fn lend_own_troops(&self, claim: &mut Claim) {
        let date = self.article.published;
        let told = claim.party.as_ref().filter(|party| {
            let listed = self.lexicon.parties.named(&party.value, date).is_some();
            let commands =
                || self.is_of(&party.value, ARMY) || self.is_of(&party.value, AUTHORITIES);
            !listed && commands()
        });
        let Some(party) = told.filter(|_| claim.stance.value == Stance::Affirm) else {
            return;
        };
        let actor = claim.actor.as_ref().filter(|_| claim.actor_party.is_none());
        if let Some(actor) = actor.filter(|actor| self.is_of(&actor.value, ARMY)) {
            claim.actor_party = Some(Found {
                value: party.value.clone(),
                span: actor.span,
                rule: "party.own-troops",
                line: None,
            });
        }
    }

    /// Whether the noun of a phrase, or the phrase as a whole, is of one of these classes of `roles.tsv`.
    fn is_of(&self, phrase: &str, classes: &[&str]) -> bool {
        let last = phrase.rsplit(' ').next().unwrap_or(phrase);
        let mut roles = [phrase, last]
            .into_iter()
            .filter_map(|text| self.lexicon.parties.role_of(text));
        roles.any(|role| classes.contains(&role.class.as_str()))
    }
}

/// Classes of soldiers and of who commands them.
const ARMY: &[&str] = &["military", "soldier"];

/// Classes of others who speak for them.
const AUTHORITIES: &[&str] = &["government", "defence ministry"];
