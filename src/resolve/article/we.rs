//! Who "we" and "they" are in somebody's words: the body for which he speaks, and others than that.

use crate::model::claim::{Claim, Found, THEY, WE};

use super::ArticleTerms;

/// "We laid no mines," a spokesman said: the body did not for which he speaks, and not he.
pub(super) fn let_body_act(claim: &mut Claim) {
    let Some(party) = claim.party.as_ref().map(|party| party.value.clone()) else {
        return;
    };
    let speaker = claim.speaker.as_ref().map(|speaker| &speaker.value);
    let own = |actor: &&mut Found<_>| actor.rule == WE && Some(&actor.value) == speaker;
    if let Some(actor) = claim.actor.as_mut().filter(own) {
        actor.value = party;
    }
}

impl ArticleTerms<'_> {
    /// "They shot at us," the army said: the one other state that the article is about, or nobody whom the text names.
    pub(super) fn let_others_act(&self, claim: &mut Claim) {
        let (Some(actor), Some(party)) = (&claim.actor, &claim.party) else {
            return;
        };
        let side = claim.actor_party.as_ref().map(|side| &side.value);
        let speaker = claim.speaker.as_ref().map(|speaker| &speaker.value);
        let own = side == Some(&party.value) || Some(&actor.value) == speaker;
        if actor.rule != THEY || !own {
            return;
        }
        let other = self.names.other_main(&party.value).cloned();
        let found = |value| Found {
            value,
            ..actor.clone()
        };
        claim.actor_party = other.clone().map(found);
        claim.actor = other.map(found);
    }
}
