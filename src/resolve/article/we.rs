//! "We laid no mines," a spokesman said: the body did not for which he speaks, and not he.

use crate::model::claim::{Claim, Found, WE};

/// Has the side of a speaker do what "we" do.
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
